import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteDrafts } from '@/lib/note-drafts';
import { NO_TIES, type PassageTie } from '@/lib/notes';
import { noteIn, pageOf, tiesFrom } from './noting';

vi.mock('@/lib/messaging', () => ({ sendMessage: answer, onMessage: vi.fn() }));

const TAB = {
  id: 7,
  index: 3,
  url: 'https://www.news.example/a?utm_source=x#part',
  title: 'Aid falls',
  incognito: false,
};
const PAGE = { address: 'https://www.news.example/a', title: 'Aid falls', published: null };
const PASSAGE: PassageTie = { exact: 'the words', prefix: 'before ', suffix: ' behind', start: 7, end: 16 };
const answer = vi.hoisted(() => vi.fn(async (..._: unknown[]): Promise<unknown> => null));
const create = vi.fn(async (_: { url: string; index?: number; openerTabId?: number }) => ({}));

/** The draft of the note that was opened. */
async function opened() {
  const url = create.mock.calls[0]?.[0].url ?? '';
  const id = /notes\.html#note\/(.+)$/.exec(url)?.[1] ?? '';
  return noteDrafts.get(id);
}

beforeEach(() => {
  vi.clearAllMocks();
  void fakeBrowser.storage.local.clear();
  Object.assign(fakeBrowser.tabs, { create });
});

describe('the page of a tab', () => {
  it('is named without what only tracks', () => {
    expect(pageOf(TAB)).toEqual(PAGE);
  });

  it.each(['about:blank', 'file:///a.pdf', 'chrome://newtab/', undefined])('is none where it is %s', url => {
    expect(pageOf({ url, title: 'x' })).toBeNull();
  });
});

describe('what a page’s script tells', () => {
  it('is believed but for the address, which is the browser’s word', () => {
    const told = {
      ...NO_TIES,
      passage: PASSAGE,
      page: { address: 'https://bank.example/', title: 'Own', published: '2025-03' },
    };
    expect(tiesFrom(told, TAB)).toEqual({
      ...NO_TIES,
      passage: PASSAGE,
      page: { address: PAGE.address, title: 'Own', published: '2025-03' },
    });
  });

  it.each([null, 'x', {}, { ...NO_TIES, claims: [1] }, { ...NO_TIES, passage: { ...PASSAGE, end: -1 } }])(
    'ties nothing but the page where it is no tie (%o)',
    told => {
      expect(tiesFrom(told, TAB)).toEqual({ ...NO_TIES, page: PAGE });
    },
  );
});

describe('a note on a tab', () => {
  it('has the passage that is selected, and opens beside the tab', async () => {
    answer.mockResolvedValueOnce({ ...NO_TIES, passage: PASSAGE });
    await noteIn(TAB);
    expect(answer).toHaveBeenCalledWith('describeSelection', undefined, 7);
    expect(create.mock.calls[0]?.[0]).toMatchObject({ index: 4, openerTabId: 7 });
    expect(await opened()).toMatchObject({
      draft: { text: '', ties: { passage: PASSAGE, page: PAGE } },
      basedOn: null,
      touched: false,
    });
  });

  it('quotes the words that no script of ours can read', async () => {
    answer.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    await noteIn({ ...TAB, url: 'file:///report.pdf' }, ' first line\nsecond ');
    expect(await opened()).toMatchObject({ draft: { text: '> first line\n> second\n\n', ties: NO_TIES } });
  });

  it('of a private window opens where our pages can', async () => {
    await noteIn({ ...TAB, incognito: true });
    expect(Object.keys(create.mock.calls[0]?.[0] ?? {})).toEqual(['url']);
  });
});
