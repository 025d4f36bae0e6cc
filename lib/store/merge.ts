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
    const written = placed(row, base, { ...note, id });
    if (written !== row) await db.notes.put(written);
    // The other version moves on as well: its old revision may be the one that the journal's editor believes to be its own.
    if (row && written.id !== row.id) {
      await db.notes.put({ ...row, revision: Math.max(row.revision, note.revision) + 1 });
    }
    await db.merged.put({ line, id: written.id, journaled: note.revision, written: written.revision });
    return written !== row;
  });
}

/** The journal's note as a row: in place of the one that it was made from, or else beside what stands there now. */
function placed(row: Note | null, base: number | null, note: Note): Note {
  if (!row) {
    // Erased since, or lost with the database: then its place is left to the backup, which may have yet another version.
    return base === null ? note : { ...note, id: crypto.randomUUID() };
  }
  if (sameContent(row, note)) return row.deleted === null ? row : { ...row, deleted: null, revision: row.revision + 1 };
  if (row.revision !== base) return { ...note, id: crypto.randomUUID(), made: row.made };
  return { ...note, made: row.made, deleted: row.deleted, revision: Math.max(note.revision, row.revision + 1) };
}
