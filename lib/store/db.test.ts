import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeClaim } from '@/lib/reading/sample-pack';
import { DaftarDatabase } from './db';
import { createNotes } from './notes';
import { makeNote } from './sample-notes';

let name: string;
let count = 0;

beforeEach(() => {
  name = `upgrade-${count++}`;
});
afterEach(() => new DaftarDatabase(name).delete());

/** The tables as the released versions had them, written down once more: a change of theirs in db.ts would show here. */
const VERSION_1 = {
  packs: 'id',
  sources: '[packId+id], id',
  entities: '[packId+id], id',
  claims: '[packId+id], id, *about',
  compiled: 'id',
  notes: 'id, changed, *tags',
};
const VERSION_2 = { ...VERSION_1, claims: '[packId+id], id, *about, *sources', search: 'id' };
const SCHEMAS: [number, Record<string, string>][] = [
  [1, VERSION_1],
  [2, VERSION_2],
  [
    3,
    {
      ...VERSION_2,
      notes: 'id, changed, deleted, *tags, *ties.claims, *ties.entities, *ties.sources, ties.page.address',
      merged: 'line',
    },
  ],
];

const OLD_NOTES = [
  { id: 'n1', text: 'Ask the desk.', tags: ['aid'], made: '2025-01-01T08:00:00Z', changed: '2025-01-02T08:00:00Z' },
  { id: 'n2', text: 'نوت', tags: [], made: '2025-01-03T08:00:00Z', changed: '2025-01-03T08:00:00Z' },
];

describe.each(SCHEMAS)('the upgrade from version %i', (version, schema) => {
  beforeEach(async () => {
    const old = new Dexie(name);
    old.version(version).stores(schema);
    await old.table('notes').bulkAdd(version < 3 ? OLD_NOTES : OLD_NOTES.map(note => makeNote(note.id, note)));
    await old.table('claims').add({ ...makeClaim('aid'), packId: 'sample', sources: ['lakeside'] });
    old.close();
  });

  it('keeps every note, and gives it what it lacks', async () => {
    const db = new DaftarDatabase(name);
    expect(await db.notes.orderBy('id').toArray()).toEqual(OLD_NOTES.map(note => makeNote(note.id, note)));
    expect(await db.claims.count()).toBe(1);
    db.close();
  });

  it('leaves notes that can be found, tied, edited and removed', async () => {
    const db = new DaftarDatabase(name);
    const store = createNotes(db);
    expect((await store.list()).map(({ id }) => id)).toEqual(['n2', 'n1']);
    const [{ id, text, tags, ties }] = [makeNote('n1')];
    const result = await store.save({ id, text, tags, ties: { ...ties, claims: ['aid'] } }, 1);
    expect(result.outcome).toBe('saved');
    expect((await store.list({ claim: 'aid' })).map(one => one.id)).toEqual(['n1']);
    await store.remove(['n2']);
    expect((await store.list({ bin: true })).map(one => one.id)).toEqual(['n2']);
    db.close();
  });
});
