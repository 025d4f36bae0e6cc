import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Note } from '@/lib/notes';
import { makeClaim, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Pack } from '@/lib/reading/types';
import { DaftarDatabase } from './db';
import { putPack } from './packs';
import { makeNote } from './sample-notes';
import { openSearch, type Search, searchOfPack } from './search';

let db: DaftarDatabase;
let closing: AbortController;
let count = 0;

beforeEach(() => {
  db = new DaftarDatabase(`search-${count++}`);
  closing = new AbortController();
});
afterEach(async () => {
  closing.abort();
  vi.restoreAllMocks();
  await db.delete();
});

const open = () => openSearch(db, closing.signal);
const claimsFor = async (search: Search, query: string) =>
  (await search.find(query, 5)).claims.hits.map(({ claim }) => claim.id);
const notesFor = async (search: Search, query: string) =>
  (await search.find(query, 5)).notes.hits.map(({ note }) => note.id);
const note = (id: string, text: string, more: Partial<Note> = {}): Note => makeNote(id, { text, ...more });
const REVISED: Pack = {
  ...SAMPLE_PACK,
  pack: { ...SAMPLE_PACK.pack, version: 2 },
  claims: [makeClaim('harvest', { question: 'How large was the harvest?' })],
};

describe('search over the database', () => {
  it('finds all kinds, with the words that matched', async () => {
    await putPack(db, SAMPLE_PACK);
    await db.notes.add(note('n1', 'Ask who counted the border crossings.', { tags: ['iran'] }));
    const { entities, claims, versions, sources, notes } = await open().find('iran', 5);
    expect(entities.hits[0]).toMatchObject({
      entity: { id: 'iran' },
      name: { text: 'Iran', marks: [{ start: 0, end: 4 }] },
    });
    expect(claims.hits[0]?.question.marks).toEqual([{ start: 21, end: 25 }]);
    expect([versions.total, sources.total]).toEqual([0, 0]);
    expect(notes.hits[0]?.note.id).toBe('n1');
  });

  it('reads no note for who looks for records alone', async () => {
    await putPack(db, SAMPLE_PACK);
    await db.notes.add(note('n1', 'Ask who counted the border crossings.', { tags: ['iran'] }));
    const read = vi.spyOn(db.notes, 'toCollection');
    const { entities, notes } = await openSearch(db, closing.signal, false).find('iran', 5);
    expect(entities.hits[0]?.entity.id).toBe('iran');
    expect(notes.total).toBe(0);
    expect(read).not.toHaveBeenCalled();
  });

  it('finds a version by its figure, with its source', async () => {
    await putPack(db, SAMPLE_PACK);
    const { versions } = await open().find('$3.2bn', 5);
    expect(versions.hits).toMatchObject([{ version: { id: 'aid/northgate' }, source: { id: 'northgate' } }]);
  });

  it('keeps its index, and loads it without reading the claims again', async () => {
    await putPack(db, SAMPLE_PACK);
    await claimsFor(open(), 'iran');
    const all = vi.spyOn(db.claims, 'toArray');
    expect(await claimsFor(open(), 'iran')).toEqual(['deported']);
    expect(all).not.toHaveBeenCalled();
  });

  it.each([
    ['is broken', { words: '{"index":', common: [], figures: [] }],
    ['is of another form', { words: '{}', common: [], figures: [] }],
  ])('makes the index anew when the stored one %s', async (_, record) => {
    await putPack(db, SAMPLE_PACK);
    await claimsFor(open(), 'iran');
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await db.search.toCollection().modify(row => {
      row.record = record;
    });
    expect(await claimsFor(open(), 'iran')).toEqual(['deported']);
    expect((await db.search.get('search'))?.record.words.length).toBeGreaterThan(100);
  });

  it('makes the index anew when the packs have changed, though it is open', async () => {
    await putPack(db, SAMPLE_PACK);
    const search = open();
    expect(await claimsFor(search, 'harvest')).toEqual([]);
    await putPack(db, REVISED);
    expect(await claimsFor(search, 'harvest')).toEqual(['harvest']);
    expect(await claimsFor(search, 'iran')).toEqual([]);
    expect(await claimsFor(open(), 'harvest')).toEqual(['harvest']);
  });

  it('answers though the index cannot be stored', async () => {
    await putPack(db, SAMPLE_PACK);
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(db.search, 'put').mockRejectedValue(new Error('disk full'));
    expect(await claimsFor(open(), 'iran')).toEqual(['deported']);
  });

  it('follows notes one by one: added, changed, removed', async () => {
    await putPack(db, SAMPLE_PACK);
    const search = open();
    expect(await notesFor(search, 'orchard')).toEqual([]);
    await db.notes.add(note('n1', 'The orchard at the gate.'));
    await vi.waitFor(async () => expect(await notesFor(search, 'orchard')).toEqual(['n1']));
    await db.notes.update('n1', { text: 'The bridge.', tags: ['gate'] });
    await vi.waitFor(async () => expect(await notesFor(search, 'orchard')).toEqual([]));
    expect(await notesFor(search, 'bridge gate')).toEqual(['n1']);
    await db.notes.delete('n1');
    await vi.waitFor(async () => expect(await notesFor(search, 'bridge')).toEqual([]));
  });

  it('shows of a long note the part around the words', async () => {
    await db.notes.add(
      note('long', `${'One more line of it. '.repeat(40)}The orchard. ${'And on it goes. '.repeat(40)}`),
    );
    const [hit] = (await open().find('orchard', 5)).notes.hits;
    const { text = '', marks = [] } = hit?.text ?? {};
    expect(text).toMatch(/^….*…$/);
    expect(text.length).toBeLessThan(260);
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['orchard']);
  });

  it('rejects when the store cannot be read, and answers at the next query', async () => {
    await putPack(db, SAMPLE_PACK);
    const search = open();
    const read = vi.spyOn(db.packs, 'toArray').mockRejectedValueOnce(new Error('lost'));
    await expect(search.find('iran', 5)).rejects.toThrow('lost');
    read.mockRestore();
    expect(await claimsFor(search, 'iran')).toEqual(['deported']);
  });

  it('gives at most as many as asked for, and says how many there are', async () => {
    await putPack(db, SAMPLE_PACK);
    const { claims } = await open().find('afghans states taliban pressure', 1);
    expect([claims.hits.length, claims.total > 1]).toEqual([1, true]);
  });
});

it('search over a pack in memory finds the same', async () => {
  await putPack(db, SAMPLE_PACK);
  const search = searchOfPack(SAMPLE_PACK);
  for (const query of ['iran', '$3.2bn', 'wardoni', 'lakeside border'])
    expect(await claimsFor(search, query)).toEqual(await claimsFor(open(), query));
});
