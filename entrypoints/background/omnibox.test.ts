import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { SAMPLE_PACK } from '@/lib/reading/sample-pack';
import { type Search, searchOfPack } from '@/lib/store/search';
import { asXml, linesOf, pageFor, setUpOmnibox } from './omnibox';

const search = searchOfPack(SAMPLE_PACK);

/** The browser's side of the address bar. */
function fakeOmnibox() {
  const listeners: Record<string, (...args: never[]) => unknown> = {};
  const event = (name: string) => ({
    addListener: (listener: (...args: never[]) => unknown) => (listeners[name] = listener),
  });
  const setDefaultSuggestion = vi.fn();
  const omnibox = {
    onInputStarted: event('started'),
    onInputChanged: event('changed'),
    onInputCancelled: event('cancelled'),
    onInputEntered: event('entered'),
    setDefaultSuggestion,
  };
  const tell = (name: string, ...args: unknown[]) => listeners[name]?.(...(args as never[]));
  return { omnibox, tell, setDefaultSuggestion };
}

let bar: ReturnType<typeof fakeOmnibox>;
let getSearch: ReturnType<typeof vi.fn<() => Promise<Search>>>;

beforeEach(() => {
  fakeBrowser.reset();
  bar = fakeOmnibox();
  vi.spyOn(browser, 'omnibox', 'get').mockReturnValue(bar.omnibox as never);
  getSearch = vi.fn(async () => search);
  setUpOmnibox(getSearch);
});

const suggestionsFor = async (text: string) => {
  const suggest = vi.fn();
  await bar.tell('changed', text, suggest);
  return suggest.mock.calls[0]?.[0];
};

describe('the address bar', () => {
  it('asks for the search only when the keyword is used', () => {
    expect(getSearch).not.toHaveBeenCalled();
    bar.tell('started');
    expect(getSearch).toHaveBeenCalledOnce();
  });

  it('suggests what search finds, as pages', async () => {
    expect(await suggestionsFor('iran')).toEqual([
      { content: 'entity/iran', description: 'Iran – What Iran is' },
      { content: 'claim/deported', description: 'How many Afghans has Iran sent back?' },
    ]);
    expect((await suggestionsFor('$3.2bn'))[0]).toEqual({
      content: 'claim/aid',
      description: '$3.2 billion – How much aid has the United States given? – Institute northgate',
    });
  });

  it('says when there is nothing', async () => {
    expect(await suggestionsFor('xqzwv')).toEqual([]);
    expect(bar.setDefaultSuggestion).toHaveBeenLastCalledWith({ description: 'Nothing was found in Daftar' });
  });

  it('tries again after the search could not be opened', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    getSearch.mockRejectedValueOnce(new Error('no pack'));
    expect(await suggestionsFor('iran')).toBeUndefined();
    expect(await suggestionsFor('iran')).toHaveLength(2);
  });

  it.each([
    ['currentTab', 'update', [{ url: 'chrome-extension://test-extension-id/lookup.html#claim/aid' }]],
    [
      'newForegroundTab',
      'create',
      [{ url: 'chrome-extension://test-extension-id/lookup.html#claim/aid', active: true }],
    ],
    [
      'newBackgroundTab',
      'create',
      [{ url: 'chrome-extension://test-extension-id/lookup.html#claim/aid', active: false }],
    ],
  ] as const)('opens the page in the %s', (disposition, method, args) => {
    const call = vi.spyOn(browser.tabs, method).mockResolvedValue({} as never);
    bar.tell('entered', 'claim/aid', disposition);
    expect(call).toHaveBeenCalledWith(...args);
  });
});

it.each([
  ['claim/aid', '/lookup.html#claim/aid'],
  ['girls school', '/lookup.html#search/girls%20school'],
  ['search/x', '/lookup.html#search/search%2Fx'],
  ['3/4', '/lookup.html#search/3%2F4'],
])('%s opens %s', (text, page) => {
  expect(pageFor(text)).toBe(page);
});

it('escapes what Chrome would read as XML', () => {
  expect(asXml(`R&D <b> "x" 'y'`)).toBe('R&amp;D &lt;b&gt; &quot;x&quot; &apos;y&apos;');
});

it('has each page once', async () => {
  const contents = linesOf(await search.find('aid $3.2bn', 5)).map(({ content }) => content);
  expect(new Set(contents).size).toBe(contents.length);
});
