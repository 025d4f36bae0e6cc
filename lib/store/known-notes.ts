/**
 * What is known of the notes outside the database: how many there are. It tells a database that has lost them from one
 * that never had any, and its changes wake the background, which then makes a backup.
 */
import { storage } from '#imports';
import type { DaftarDatabase } from './db';

export interface KnownNotes {
  /** With those in the bin. */
  count: number;
  /** ISO instant of the last change. */
  changed: string;
}

/** Notes that were there once, while the database was found empty. */
export interface LostNotes {
  had: number;
  /** ISO instant. */
  found: string;
}

export const knownNotes = storage.defineItem<KnownNotes | null>('local:notesKnown', { fallback: null, version: 1 });

/** Set until the reader has restored a backup or does not want one (then set it to null). */
export const lostNotes = storage.defineItem<LostNotes | null>('local:notesLost', { fallback: null, version: 1 });

/**
 * Notices a database that is unexpectedly empty, and counts notes that an earlier version has left uncounted; called before
 * anything is written to it.
 * @param now ISO instant
 */
export async function noticeLoss(db: DaftarDatabase, now: string): Promise<void> {
  const [known, count] = [await knownNotes.getValue(), await db.notes.count()];
  if (known && known.count > 0 && count === 0) {
    await lostNotes.setValue({ had: known.count, found: now });
    await knownNotes.setValue({ ...known, count });
  } else if (!known && count > 0) {
    await knownNotes.setValue({ count, changed: now });
  }
}

/** Tells that notes have changed. @param now ISO instant */
export async function tellChange(db: DaftarDatabase, now: string): Promise<void> {
  await knownNotes.setValue({ count: await db.notes.count(), changed: now });
}
