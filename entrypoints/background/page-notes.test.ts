import { describe, expect, it } from 'vitest';
import type { NoteQuery } from '@/lib/note-store';
import { NO_TIES, type Note, type PassageTie } from '@/lib/notes';
import { addressOf } from './own-pages';
import { notesAt, notesFor, withPlaced } from './page-notes';

const PASSAGE: PassageTie = { exact: 'eleven litres', prefix: 'gave ', suffix: ' a day', start: 5, end: 18 };
const noteOf = (id: string, passage: PassageTie | null): Note => ({
  id,
  text: 'nobody else’s business',
  tags: ['water'],
  ties: { ...NO_TIES, passage },
  made: '2026-01-02T03:04:05.000Z',
  changed: '2026-01-02T03:04:05.000Z',
  revision: 1,
  deleted: null,
});

describe('the notes of a page', () => {
  const asked: NoteQuery[] = [];
  const store = {
    list: async (query: NoteQuery = {}) => {
      asked.push(query);
      return [noteOf('a', PASSAGE), noteOf('b', null)];
    },
  };

  it('are their places, without those that have none, and never their texts', async () => {
    expect(await notesAt(store, 'https://news.example/story?utm_source=x&id=3#top')).toEqual([
      { id: 'a', passage: PASSAGE },
    ]);
    expect(asked).toEqual([{ page: 'https://news.example/story?id=3' }]);
  });

  it.each([undefined, '', 'about:blank', 'file:///home/story.html', 'moz-extension://x/options.html'])(
    'are none for %s',
    async href => {
      expect(await notesAt(store, href)).toEqual([]);
    },
  );
});

describe('the notes of a copy', () => {
  const rows: [NoteQuery, Note][] = [
    [{ page: 'https://copy.example/1' }, noteOf('own', PASSAGE)],
    [{ page: 'https://news.example/story' }, noteOf('canonical', PASSAGE)],
    [{ title: 'A headline of some length' }, noteOf('canonical', PASSAGE)],
    [{ title: 'A headline of some length' }, noteOf('titled', PASSAGE)],
  ];
  const store = {
    list: async (query: NoteQuery = {}) =>
      rows.filter(([asked]) => JSON.stringify(asked) === JSON.stringify(query)).map(([, note]) => note),
  };
  const ids = async (href: string, told: { canonical: string | null; title: string | null }) =>
    (await notesFor(store, href, told)).map(({ id }) => id);

  it('are its own and those of the page that it names, each once', async () => {
    const told = { canonical: 'https://news.example/story', title: 'A headline of some length' };
    expect(await ids('https://copy.example/1', told)).toEqual(['own', 'canonical', 'titled']);
    expect(await ids('https://copy.example/1', { canonical: null, title: null })).toEqual(['own']);
    expect(await ids('file:///home/story.html', told)).toEqual([]);
  });
});

describe('the list of unplaced notes', () => {
  const own = [
    { id: 'a', passage: PASSAGE },
    { id: 'b', passage: PASSAGE },
  ];

  it('takes in what was not found, and lets go what was', () => {
    const placed = [
      { id: 'a', state: 'unplaced' },
      { id: 'b', state: 'moved' },
    ] as const;
    expect(withPlaced(['b', 'c'], placed, own)).toEqual(['c', 'a']);
    expect(withPlaced(['a', 'c'], placed, own)).toEqual(['c', 'a']);
  });

  it('of moved notes is kept beside it', () => {
    const placed = [
      { id: 'a', state: 'moved' },
      { id: 'b', state: 'placed' },
    ] as const;
    expect(withPlaced(['b', 'c'], placed, own, 'moved')).toEqual(['c', 'a']);
  });

  it('is not changed by what a page tells of notes that are not its own', () => {
    const placed = [{ id: 'c', state: 'placed' } as const, { id: 'd', state: 'unplaced' } as const];
    expect(withPlaced(['c'], placed, own)).toEqual(['c']);
  });
});

describe('the address of a sender', () => {
  const url = 'https://news.example/first';

  it.each([
    ['is its own word within its origin', 'https://news.example/second', 'https://news.example/second'],
    ['is the browser’s word for another origin', 'https://bank.example/account', url],
    ['is the browser’s word for another port', 'https://news.example:8443/first', url],
    ['is the browser’s word for what is none', 'javascript:alert(1)', url],
    ['is the browser’s word for what cannot be read', 'second', url],
    ['is the browser’s word where it tells none', undefined, url],
  ])('%s', (_, told, address) => {
    expect(addressOf({ url }, told)).toBe(address);
  });

  it('is unknown where the browser knows none', () => {
    expect(addressOf({}, 'https://news.example/second')).toBeUndefined();
  });
});
