/** Makes copies of all notes outside their database, checks them, and puts them back. */
import type { NoteChange, NoteStore } from '@/lib/note-store';
import type { Note } from '@/lib/notes';
import { type BackupDatabase, type BackupFacts, openBackupDatabase } from './backup-db';
import { backupsToKeep } from './backup-rotation';
import type { DaftarDatabase } from './db';
import { lostNotes } from './known-notes';
import { putRows } from './note-rows';
import { openWithin, PATIENCE } from './opening';

export interface Backups {
  /** Makes one, and then lets older ones go. @returns null when there are no notes, or none has changed since the last one */
  make(): Promise<BackupFacts | null>;
  /** The newest first. */
  list(): Promise<BackupFacts[]>;
  /** The notes of one. Rejects when it is not there, or not whole as it was written. */
  read(id: string): Promise<Note[]>;
  /** Adds the notes of one that are missing, and removes none. A loss that was told of is settled by it. */
  restore(id: string, notes: NoteStore): Promise<NoteChange[]>;
  /**
   * Makes the database anew with the notes of a backup, for when it cannot be opened; what it may still hold is given up.
   * Rejects, and leaves it alone, when it can be opened or the backup is not whole.
   * @returns how many notes were put in
   */
  startAfresh(id: string): Promise<number>;
}

/** @param now the time, for the backups' names and ages */
export function createBackups(
  db: DaftarDatabase,
  backups: BackupDatabase,
  now: () => Date = () => new Date(),
): Backups {
  const list = () => backups.facts.orderBy('id').reverse().toArray();
  const read = async (id: string) => {
    const [facts, content] = await Promise.all([backups.facts.get(id), backups.contents.get(id)]);
    if (!facts || !content) throw new Error('There is no such backup.');
    const text = await unpacked(content.bytes);
    const notes: Note[] = (await checksumOf(text)) === facts.checksum ? JSON.parse(text) : [];
    if (notes.length !== facts.count) throw new Error('The backup is broken.');
    return notes;
  };

  return {
    list,
    read,
    async make() {
      await openWithin(db, PATIENCE);
      const notes = await db.notes.orderBy('id').toArray();
      if (notes.length === 0) return null;
      const text = JSON.stringify(notes);
      const facts = { id: now().toISOString(), count: notes.length, checksum: await checksumOf(text) };
      if ((await list())[0]?.checksum === facts.checksum) return null;
      const bytes = await packed(text);
      await backups.transaction('rw', backups.facts, backups.contents, async () => {
        await backups.facts.add(facts);
        await backups.contents.add({ id: facts.id, bytes });
      });
      // Only now: the new one is whole.
      const all = await list();
      const kept = backupsToKeep(all, now().getTime());
      const old = all.map(({ id }) => id).filter(id => !kept.has(id));
      await backups.transaction('rw', backups.facts, backups.contents, async () => {
        await backups.facts.bulkDelete(old);
        await backups.contents.bulkDelete(old);
      });
      return facts;
    },
    async restore(id, notes) {
      const changes = await notes.addMissing(await read(id));
      await lostNotes.setValue(null);
      return changes;
    },
    async startAfresh(id) {
      const notes = await read(id);
      const sound = await openWithin(db, PATIENCE)
        .then(() => db.notes.count())
        .then(
          () => true,
          () => false,
        );
      if (sound) throw new Error('The database can be opened: the backup is to be restored into it.');
      await db.delete();
      await db.open();
      const changes = await putRows(db, notes, false, now().toISOString());
      await lostNotes.setValue(null);
      return changes.length;
    },
  };
}

/** Opens the backups, does something with them, and closes them again, whatever becomes of it. */
export async function withBackups<T>(db: DaftarDatabase, work: (backups: Backups) => Promise<T>): Promise<T> {
  const backups = await openBackupDatabase();
  try {
    return await work(createBackups(db, backups));
  } finally {
    backups.close();
  }
}

async function checksumOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

async function packed(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function unpacked(bytes: Uint8Array): Promise<string> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
