/** Brings the journal into the database, each of its lines exactly once, even when the worker is killed in between. */
import { type Note, sameContent } from '@/lib/notes';
import type { DaftarDatabase } from './db';
import { emptyJournal, type JournalLine } from './journal';

/** @returns how many notes came in or were changed */
export async function mergeJournal(db: DaftarDatabase): Promise<number> {
  let count = 0;
  await emptyJournal(
    async line => {
      if (await mergeLine(db, line)) count++;
    },
    lines => db.merged.bulkDelete(lines),
  );
  return count;
}

function mergeLine(db: DaftarDatabase, { line, basedOn, note }: JournalLine): Promise<boolean> {
  return db.transaction('rw', db.notes, db.merged, async () => {
    // Merged before, and then the worker was killed before the journal could forget it; perhaps edited there since.
    const merged = await db.merged.get(line);
    if (merged && merged.journaled >= note.revision) return false;
    const id = merged?.id ?? note.id;
    const base = merged ? merged.written : basedOn;

    const row = (await db.notes.get(id)) ?? null;
    const same = row !== null && row.deleted === null && sameContent(row, note);
    const written = same ? row : placed(row, base, { ...note, id });
    if (!same) await db.notes.put(written);
    // The other version moves on as well: its old revision may be the one that the journal's editor believes to be its own.
    if (row && written.id !== row.id) {
      await db.notes.put({ ...row, revision: Math.max(row.revision, note.revision) + 1 });
    }
    await db.merged.put({ line, id: written.id, journaled: note.revision, written: written.revision });
    return !same;
  });
}

/** The journal's note as a row: in place of the one that it was made from, or beside one that was changed otherwise since. */
function placed(row: Note | null, base: number | null, note: Note): Note {
  // Erased since, or lost with the database: what was written last comes back.
  if (!row) return note;
  if (row.revision !== base) return { ...note, id: crypto.randomUUID(), made: row.made };
  return { ...note, made: row.made, deleted: row.deleted, revision: Math.max(note.revision, row.revision + 1) };
}
