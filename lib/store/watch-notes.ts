/** Follows all notes. After a change only the rows that it touched are read: all of twenty thousand take a quarter of a second. */
import Dexie, { type IntervalTree, RangeSet } from 'dexie';
import type { AllNotes } from '@/lib/note-store';
import type { Note } from '@/lib/notes';
import type { DaftarDatabase } from './db';
import { laterChange } from './note-rows';

/** Changes of more rows than these are not told row by row: then all are read. */
const MOST_ROWS = 200;

/** What has changed since the last look. */
type Stale = Set<string> | 'all';

/**
 * Gives all notes, now and after every change, in whichever tab it is made, until `signal` is aborted or reading fails.
 * @param failed told once; nothing follows then
 */
export function watchNotes(
  db: DaftarDatabase,
  callback: (notes: AllNotes) => void,
  failed: (error: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const over = new AbortController();
  const ended = AbortSignal.any([signal, over.signal]);
  const part = `idb://${db.name}/notes/`;
  let notes: AllNotes = { kept: [], binned: [] };
  let stale: Stale = 'all';
  let reading = false;

  async function read() {
    if (reading) return;
    reading = true;
    try {
      while (!ended.aborted && (stale === 'all' || stale.size > 0)) {
        const now = stale;
        // What changes while this is read is looked at again.
        stale = new Set();
        const fresh = now === 'all' ? await db.notes.toArray() : await db.notes.bulkGet([...now]);
        notes = withRows(now === 'all' ? { kept: [], binned: [] } : notes, now, fresh);
        if (!ended.aborted) callback(notes);
      }
    } catch (error) {
      if (!ended.aborted) failed(error);
      over.abort();
    } finally {
      reading = false;
    }
  }
  const changed = (parts: Record<string, IntervalTree | undefined>) => {
    const rows = parts[part];
    if (!rows) return;
    stale = together(stale, keysIn(rows));
    void read();
  };
  Dexie.on('storagemutated', changed);
  ended.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(changed));
  void read();
}

/** The keys of a set of ranges; `all` where it has a range that is no single key. */
function keysIn(rows: IntervalTree): Stale {
  const keys = new Set<string>();
  // A set from another tab has lost its methods.
  for (const { from, to } of new RangeSet().add(rows)) {
    if (from !== to || keys.size === MOST_ROWS) return 'all';
    keys.add(String(from));
  }
  return keys;
}

function together(before: Stale, now: Stale): Stale {
  const both = before === 'all' || now === 'all' ? 'all' : before.union(now);
  return both !== 'all' && both.size > MOST_ROWS ? 'all' : both;
}

/** The notes with rows as they are now; those that are stale and not among them have gone. */
function withRows(before: AllNotes, stale: Stale, rows: readonly (Note | undefined)[]): AllNotes {
  const there = rows.filter(row => row !== undefined);
  const stays = ({ id }: Note) => stale !== 'all' && !stale.has(id);
  // Almost in order already, which sorting makes use of.
  const list = (notes: readonly Note[], isIn: (note: Note) => boolean) =>
    [...notes.filter(stays), ...there.filter(isIn)].sort(laterChange);
  return {
    kept: list(before.kept, ({ deleted }) => deleted === null),
    binned: list(before.binned, ({ deleted }) => deleted !== null),
  };
}
