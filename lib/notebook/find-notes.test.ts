import { describe, expect, it } from 'vitest';
import { NO_TIES, type Note, type Ties } from '../notes';
import { facetsOf, findNotes, siteOfNote } from './find-notes';
import { linesOf } from './lines';
import { NO_FILTER, type NoteFilter } from './route';

const NOW = Date.parse('2026-03-01T00:00:00Z');
const make = (id: string, given: Partial<Omit<Note, 'ties'>> & { ties?: Partial<Ties> } = {}): Note => ({
  id,
  text: '',
  tags: [],
  made: '2026-01-01T00:00:00Z',
  changed: '2026-01-01T00:00:00Z',
  revision: 1,
  deleted: null,
  ...given,
  ties: { ...NO_TIES, ...given.ties },
});
const page = (address: string, published: string | null = null) => ({ address, title: 'Title of it', published });
const find = (notes: Note[], filter: Partial<NoteFilter>, unplaced: string[] = [], names?: (note: Note) => string) =>
  findNotes(notes, { ...NO_FILTER, ...filter }, new Set(unplaced), NOW, names).map(({ id }) => id);

describe('the search', () => {
  const notes = [
    make('aid', { text: 'Who counted the **deportations** in 2024? $3.63 billion.', tags: ['Border'] }),
    make('dari', { text: 'رقم ۳٫۶ میلیارد دالر را از كابل بررسی کن' }),
    make('quote', { ties: { passage: { exact: 'the orchard wall', prefix: '', suffix: '', start: 0, end: 9 } } }),
    make('page', { ties: { page: page('https://www.news.example/bridge') } }),
    make('claim', { ties: { claims: ['c1'] } }),
  ];
  it.each([
    ['deported', ['aid']],
    ['BORDER count', ['aid']],
    ['3.63', ['aid']],
    ['3.6', ['aid', 'dari']],
    ['orch', ['quote']],
    ['chard', []],
    ['title bridge', ['page']],
    ['کابل', ['dari']],
    ['border orchard', []],
    ['  ', ['aid', 'claim', 'dari', 'page', 'quote']],
    ['???', ['aid', 'claim', 'dari', 'page', 'quote']],
  ])('finds by beginnings of words, in any letters and digits (%s)', (query, ids) => {
    expect(find(notes, { query }).sort()).toEqual(ids);
  });

  it('finds a note by what its ties are called', () => {
    expect(find(notes, { query: 'mill' }, [], ({ ties }) => (ties.claims.length ? 'The mill' : ''))).toEqual(['claim']);
  });
});

describe('filters', () => {
  const notes = [
    make('a', { tags: ['x'], ties: { claims: ['c'], page: page('https://www.news.example/1') } }),
    make('b', { changed: '2026-02-27T00:00:00Z', ties: { entities: ['e'], page: page('https://other.example/') } }),
    make('c', { changed: '2026-02-10T00:00:00Z', tags: ['x', 'y'], ties: { sources: ['s'] } }),
  ];
  it.each([
    [{ tag: 'x' }, ['c', 'a']],
    [{ tag: 'x', claim: 'c' }, ['a']],
    [{ entity: 'e' }, ['b']],
    [{ source: 's' }, ['c']],
    [{ site: 'news.example' }, ['a']],
    [{ within: '7' }, ['b']],
    [{ within: '30' }, ['b', 'c']],
    [{ within: '365' }, ['b', 'c', 'a']],
    [{ unplaced: true }, ['b']],
    [{ tag: 'z' }, []],
  ] as [Partial<NoteFilter>, string[]][])('keep what fulfils them (%o)', (filter, ids) => {
    expect(find(notes, filter, ['b', 'gone'])).toEqual(ids);
  });

  it('are offered by what the notes have, the most frequent first', () => {
    expect(facetsOf(notes)).toEqual({
      tags: [
        ['x', 2],
        ['y', 1],
      ],
      claims: [['c', 1]],
      entities: [['e', 1]],
      sources: [['s', 1]],
      sites: [
        ['news.example', 1],
        ['other.example', 1],
      ],
    });
    expect(siteOfNote(make('odd', { ties: { page: page('no address') } }))).toBe('');
  });
});

describe('the order', () => {
  const notes = [
    make('old', { made: '2026-02-01T00:00:00Z', ties: { page: page('https://a.example/', '2025-01') } }),
    make('new', { changed: '2026-02-02T00:00:00Z' }),
    make('paged', { ties: { page: page('https://a.example/', '2025-02-01') } }),
  ];
  it.each([
    ['changed', ['new', 'paged', 'old']],
    ['made', ['old', 'new', 'paged']],
    ['page', ['paged', 'old', 'new']],
  ] as const)('is the latest first, by %s', (sort, ids) => {
    expect(find(notes, { sort })).toEqual(ids);
  });
});

describe('the lines of a note', () => {
  it('are without Markdown’s signs', () => {
    expect(linesOf({ text: '\n## A **bold** [link](https://a.example)\n\n> quoted\n- [x] done\n1. first' })).toEqual({
      first: 'A bold link',
      rest: 'quoted done first',
    });
    expect(linesOf({ text: 'an *oblique* word, 3 * 4 * 5' }).first).toBe('an oblique word, 3 * 4 * 5');
    expect(linesOf({ text: ' \n' })).toEqual({ first: '', rest: '' });
  });
});
