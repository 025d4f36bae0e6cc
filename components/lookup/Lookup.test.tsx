// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flatten, setLanguage } from '@/lib/i18n/translate';
import { hashOf, type LookupData, type Route, type SearchResults } from '@/lib/lookup';
import { makeVersion, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Claim, Entity, Source } from '@/lib/reading/types';
import dari from '../../locales/fa.json' with { type: 'json' };
import { Lookup } from './Lookup';
import { RecordPage } from './RecordPage';

const [deported, , , , pressure] = SAMPLE_PACK.claims as [Claim, Claim, Claim, Claim, Claim];
const [lakeside] = SAMPLE_PACK.sources as [Source];
const entity = (id: string) => SAMPLE_PACK.entities.find(one => one.id === id) as Entity;
const NOTE = { id: 'n1', text: 'Ask the desk.', tags: ['border'], changed: '2025-03-04T10:00:00Z' };
const none = { hits: [], total: 0 };
const NOTHING: SearchResults = {
  entities: none,
  claims: none,
  versions: none,
  sources: none,
  notes: none,
  whole: true,
};

const RESULTS: SearchResults = {
  whole: true,
  entities: {
    total: 7,
    hits: [
      {
        entity: entity('iran'),
        name: { text: 'Iran', marks: [{ start: 0, end: 4 }] },
        alias: null,
        role: { text: 'What Iran is', marks: [{ start: 5, end: 9 }] },
      },
    ],
  },
  claims: {
    total: 1,
    hits: [{ claim: deported, question: { text: deported.question, marks: [{ start: 21, end: 25 }] }, says: null }],
  },
  versions: {
    total: 1,
    hits: [
      {
        claim: deported,
        version: deported.versions[0] as Claim['versions'][number],
        source: lakeside,
        says: { text: 'Lakeside counts.', marks: [] },
      },
    ],
  },
  sources: { total: 1, hits: [{ source: lakeside, title: { text: lakeside.title, marks: [] } }] },
  notes: { total: 1, hits: [{ note: NOTE, text: { text: NOTE.text, marks: [{ start: 8, end: 12 }] } }] },
};

function makeData(more: Partial<LookupData> = {}): LookupData {
  return {
    stored: true,
    search: vi.fn(async query => (query === 'nothing' ? NOTHING : RESULTS)),
    claim: async id =>
      id === 'deported' || id === 'pressure'
        ? {
            claim: id === 'pressure' ? pressure : { ...deported, note: 'They count other months.' },
            sources: new Map([[lakeside.id, lakeside]]),
            entities: [entity('iran')],
            holders: new Map([['daud-wardoni', entity('daud-wardoni')]]),
            related: [{ id: 'aid', kind: 'figure', question: 'How much aid?' }],
            notes: [NOTE],
          }
        : null,
    entity: async () => ({
      entity: entity('tehran'),
      standsFor: entity('iran'),
      claims: Array.from({ length: 30 }, (_, i) => ({ id: `c${i}`, kind: 'event', question: `What of ${i}?` })),
      notes: [],
    }),
    source: async () => ({
      source: lakeside,
      says: [
        {
          claim: deported,
          versions: [makeVersion('v', { paragraph: 6, alsoIn: [9], scope: { label: 'men', cues: [] } })],
        },
      ],
      holders: new Map(),
      notes: [],
    }),
    ...more,
  };
}

/** The lookup with a history of its own, as a view around it has. */
function show(start: Route, data = makeData()) {
  const routes: { route: Route; replace: boolean }[] = [];
  const onTitle = vi.fn();
  let set: (route: Route) => void = () => {};
  function Around() {
    const [route, setRoute] = useState(start);
    set = setRoute;
    const go = (to: Route, replace = false) => {
      routes.push({ route: to, replace });
      setRoute(to);
    };
    return <Lookup route={route} onRoute={go} data={data} record={RecordPage} onTitle={onTitle} />;
  }
  const { container } = render(
    <main>
      <Around />
    </main>,
  );
  const steps = () => routes.map(({ route, replace }) => `${hashOf(route)}${replace ? ' (replaced)' : ''}`);
  return { container, steps, onTitle, data, goBack: (route: Route) => act(() => set(route)) };
}

const SEARCH: Route = { page: 'search', query: 'iran' };
const EMPTY: Route = { page: 'search', query: '' };
const field = () => screen.getByRole<HTMLInputElement>('searchbox');
const focused = () => document.activeElement as HTMLElement;
const key = (name: string) => fireEvent.keyDown(focused(), { key: name });
const resultsShown = () => screen.findByText('11 results');

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => {
  cleanup();
  setLanguage('en', {});
  vi.restoreAllMocks();
});

describe('searching', () => {
  it('shows what was found by kind, with the words that matched, and tells how many', async () => {
    const { container } = show(SEARCH);
    await resultsShown();
    const heads = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(heads).toEqual(['Entities 7', 'Claims 1', 'Sources 1', 'Versions 1', 'Notes 1']);
    const marks = [...container.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['Iran', 'Iran', 'Iran', '800,000', 'desk']);
    expect(screen.getByRole('status').textContent).toBe('11 results');
  });

  it('says that it prepares until the first answer is there, and keeps results while the next comes', async () => {
    let answer: (results: SearchResults) => void = () => {};
    const search = vi.fn(() => new Promise<SearchResults>(done => (answer = done)));
    show(SEARCH, makeData({ search }));
    expect(screen.getByRole('status').textContent).toBe('The search is being prepared…');
    await act(async () => answer(RESULTS));
    fireEvent.input(field(), { target: { value: 'irani' } });
    expect(search).toHaveBeenLastCalledWith('irani', 5);
    expect(screen.getByRole('link', { name: /^How many Afghans/ })).toBeDefined();
  });

  it('drops an answer that a later query has overtaken', async () => {
    const answers = new Map<string, (results: SearchResults) => void>();
    const search = (query: string) => new Promise<SearchResults>(done => answers.set(query, done));
    show(SEARCH, makeData({ search }));
    fireEvent.input(field(), { target: { value: 'nothing' } });
    await act(async () => answers.get('nothing')?.(NOTHING));
    await act(async () => answers.get('iran')?.(RESULTS));
    expect(screen.getByRole('status').textContent).toBe('Nothing was found for “nothing”.');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('makes one step of a query, however many letters it has', async () => {
    const { steps } = show({ page: 'claim', id: 'deported' });
    await screen.findByRole('heading', { level: 1 });
    for (const value of ['i', 'ir', 'ira']) fireEvent.input(field(), { target: { value } });
    expect(steps()).toEqual(['#search/i', '#search/ir (replaced)', '#search/ira (replaced)']);
  });

  it('loses no letter that is typed before the last ones are drawn', async () => {
    show(EMPTY);
    for (const letter of 'hibatullah') fireEvent.input(field(), { target: { value: field().value + letter } });
    await act(async () => {});
    await resultsShown();
    expect(field().value).toBe('hibatullah');
  });

  it('shows more of a kind on demand', async () => {
    const { data } = show(SEARCH);
    await resultsShown();
    fireEvent.click(screen.getByRole('button', { name: 'Show all 7' }));
    expect(data.search).toHaveBeenLastCalledWith('iran', 100);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull());
  });

  it('says so when no result has all words', async () => {
    show(SEARCH, makeData({ search: async () => ({ ...RESULTS, whole: false }) }));
    await resultsShown();
    expect(screen.getByText(/^No result has all of these words/)).toBeDefined();
  });

  it('offers to try again when the store cannot be read', async () => {
    const search = vi.fn<LookupData['search']>().mockRejectedValueOnce(new Error('lost')).mockResolvedValue(RESULTS);
    show(SEARCH, makeData({ search }));
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await resultsShown();
  });

  it('says when the database cannot be used', () => {
    show(EMPTY, makeData({ stored: false }));
    expect(screen.getByText(/^The database cannot be used/)).toBeDefined();
  });
});

describe('keys', () => {
  it('go from the field through the results and back', async () => {
    show(SEARCH);
    await resultsShown();
    field().focus();
    key('ArrowDown');
    expect(focused().getAttribute('href')).toBe('#entity/iran');
    key('ArrowDown');
    expect(focused().getAttribute('href')).toBe('#claim/deported');
    key('ArrowUp');
    key('ArrowUp');
    expect(focused()).toBe(field());
    key('ArrowDown');
    key('Escape');
    expect(focused()).toBe(field());
  });

  it('open the first result by Enter, and clear the field by Escape', async () => {
    const { steps } = show(SEARCH);
    await resultsShown();
    field().focus();
    key('Enter');
    expect(steps()).toEqual(['#entity/iran']);
    await waitFor(() => expect(focused().tagName).toBe('H1'));
    field().focus();
    fireEvent.input(field(), { target: { value: 'x' } });
    key('Escape');
    expect(field().value).toBe('');
    expect(focused()).toBe(field());
  });

  it('leave Enter to an input method that is composing', async () => {
    const { steps } = show(SEARCH);
    await resultsShown();
    field().focus();
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(steps()).toEqual([]);
  });

  it('lead to the field from anywhere by "/", but not from where one types', async () => {
    show({ page: 'claim', id: 'deported' });
    (await screen.findByRole('heading', { level: 1 })).focus();
    fireEvent.keyDown(focused(), { key: '/' });
    expect(focused()).toBe(field());
    expect(fireEvent.keyDown(field(), { key: '/' })).toBe(true);
  });

  it('go on from the result that was opened, when one comes back', async () => {
    const { goBack } = show(SEARCH);
    await resultsShown();
    fireEvent.click(screen.getByRole('link', { name: /^How many Afghans.*Figure$/ }));
    await screen.findByRole('heading', { level: 1 });
    (document.activeElement as HTMLElement).blur();
    goBack(SEARCH);
    await waitFor(() => expect(focused().getAttribute('href')).toBe('#claim/deported'));
  });

  it('start in the field of an empty search', () => {
    show(EMPTY);
    expect(focused()).toBe(field());
  });
});

describe('pages', () => {
  it('of a claim lead to its entities, its source, who holds it and related claims', async () => {
    const { steps, onTitle } = show({ page: 'claim', id: 'pressure' });
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(pressure.question);
    await waitFor(() => expect(focused().tagName).toBe('H1'));
    expect(onTitle).toHaveBeenCalledWith(pressure.question);
    for (const name of ['Iran', 'Daud Wardoni', 'A year at the border', /^How much aid/])
      expect(screen.getByRole('link', { name })).toBeDefined();
    expect(screen.getByText('Ask the desk.')).toBeDefined();
    fireEvent.click(screen.getByRole('link', { name: 'Iran' }));
    expect(steps()).toEqual(['#entity/iran']);
  });

  it('leave a click with a key held to the browser', async () => {
    const { steps } = show({ page: 'claim', id: 'pressure' });
    fireEvent.click(await screen.findByRole('link', { name: 'Iran' }), { ctrlKey: true });
    expect(steps()).toEqual([]);
  });

  it('of an entity show its claims, the first of many at first', async () => {
    show({ page: 'entity', id: 'tehran' });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.getAllByRole('link', { name: /^What of/ })).toHaveLength(25);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 30' }));
    expect(screen.getAllByRole('link', { name: /^What of/ })).toHaveLength(30);
    expect(screen.getByRole('link', { name: 'Iran' }).getAttribute('href')).toBe('#entity/iran');
  });

  it('of a source say in which paragraphs it stands', async () => {
    const { container } = show({ page: 'source', id: 'lakeside' });
    await screen.findByRole('heading', { level: 1 });
    expect(container.textContent).toContain('paragraphs 6, 9');
    expect(screen.getByRole('link', { name: deported.question }).getAttribute('href')).toBe('#claim/deported');
  });

  it('say when there is no such record', async () => {
    show({ page: 'claim', id: 'gone' });
    expect(await screen.findByText(/^This is not in the store/)).toBeDefined();
  });
});

describe('accessibility', () => {
  const routes: Route[] = [EMPTY, SEARCH, { page: 'search', query: 'nothing' }, { page: 'claim', id: 'deported' }];
  routes.push({ page: 'claim', id: 'gone' }, { page: 'entity', id: 'tehran' }, { page: 'source', id: 'lakeside' });
  const all = routes.flatMap(route => [['en', route] as const, ['fa', route] as const]);

  it.each(all)('has no violations: %s %j', async (language, route) => {
    if (language === 'fa') setLanguage('fa', flatten(dari));
    document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
    document.documentElement.lang = language;
    const { container } = show(route);
    await act(async () => {});
    await act(async () => {});
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
