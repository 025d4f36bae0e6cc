import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AllNotes } from '@/lib/note-store';
import { DaftarDatabase } from './db';
import { makeNote } from './sample-notes';
import { watchNotes } from './watch-notes';

const PATIENT = { timeout: 5000 };
let db: DaftarDatabase;
let stop: AbortController;
const seen = vi.fn<(notes: AllNotes) => void>();
const failed = vi.fn();
const shown = () => seen.mock.lastCall?.[0];
const ids = () => ({ kept: shown()?.kept.map(({ id }) => id), binned: shown()?.binned.map(({ id }) => id) });
const shows = (kept: string[], binned: string[] = []) =>
  vi.waitFor(() => expect(ids()).toEqual({ kept, binned }), PATIENT);
const at = (id: string, day: number) => ({ ...makeNote(id), changed: `2026-01-0${day}T00:00:00.000Z` });

beforeEach(async () => {
  vi.clearAllMocks();
  db = new DaftarDatabase(`watch-${crypto.randomUUID()}`);
  await db.open();
  stop = new AbortController();
  await db.notes.bulkAdd([at('a', 1), at('b', 2), at('c', 3)]);
  watchNotes(db, seen, failed, stop.signal);
  await shows(['c', 'b', 'a']);
});
afterEach(() => {
  stop.abort();
  db.close();
  vi.restoreAllMocks();
});

it('reads only the rows that a change has touched, and puts them in their place', async () => {
  const all = vi.spyOn(db.notes, 'toArray');
  await db.notes.put(at('a', 4));
  await shows(['a', 'c', 'b']);
  await db.notes.add({ ...at('d', 2), changed: '2026-01-02T12:00:00.000Z' });
  await shows(['a', 'c', 'd', 'b']);
  await db.notes.update('c', { deleted: '2026-01-05T00:00:00.000Z' });
  await shows(['a', 'd', 'b'], ['c']);
  await db.notes.bulkDelete(['c', 'b']);
  await shows(['a', 'd']);
  expect(all).not.toHaveBeenCalled();
});

it('reads all after a change of very many', async () => {
  const many = Array.from({ length: 300 }, (_, i) => at(`n${i}`, 5));
  await db.notes.bulkPut(many);
  await vi.waitFor(() => expect(shown()?.kept).toHaveLength(303), PATIENT);
  await db.notes.clear();
  await shows([]);
});

it('misses nothing of what changes while it reads', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => db.notes.put({ ...at('a', 1), text: `Text ${i}` })));
  await vi.waitFor(() => expect(shown()?.kept.find(({ id }) => id === 'a')?.text).toBe('Text 19'), PATIENT);
});

it('tells once when the rows cannot be read, and then no more', async () => {
  vi.spyOn(db.notes, 'bulkGet').mockRejectedValueOnce(new Error('The disk is broken.') as never);
  const before = seen.mock.calls.length;
  await db.notes.put(at('a', 4));
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce(), PATIENT);
  await db.notes.put(at('b', 5));
  await db.notes.count();
  expect(seen).toHaveBeenCalledTimes(before);
});

it('ends with its signal', async () => {
  const before = seen.mock.calls.length;
  stop.abort();
  await db.notes.put(at('a', 4));
  await db.notes.count();
  expect(seen).toHaveBeenCalledTimes(before);
});
