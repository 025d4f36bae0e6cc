/** Looks after the notes: backups after changes, the journal merged, the bin emptied of what has lain there long enough. */
import { browser } from '#imports';
import { withBackups } from '@/lib/store/backups';
import { DaftarDatabase } from '@/lib/store/db';
import { readJournal, watchJournal } from '@/lib/store/journal';
import { knownNotes } from '@/lib/store/known-notes';
import { createNotes } from '@/lib/store/notes';

/** An alarm outlives the worker; a timer would not. */
const ALARM = 'tend-notes';
/** How long after a change: a backup at most so often while somebody writes, and none of them later than this. */
const MINUTES = 3;

/** Follows changes of notes and of the journal: their traces in the extension's storage wake the background. */
export function setUpNotes(): void {
  knownNotes.watch(() => void tendLater());
  watchJournal(() => void tendLater());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void tendNotes();
  });
}

async function tendLater(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { delayInMinutes: MINUTES });
}

let tending: Promise<void> | null = null;

/** Does all that is due, each part whatever becomes of the others. Never rejects. */
export function tendNotes(): Promise<void> {
  tending ??= tend().finally(() => {
    tending = null;
  });
  return tending;
}

async function tend(): Promise<void> {
  const db = new DaftarDatabase();
  const notes = createNotes(db);
  await part('the journal could not be merged', () => notes.mergeJournal());
  await part('the bin could not be looked through', () => notes.eraseOld());
  await part('no backup of the notes could be made', () => withBackups(db, backups => backups.make()));
  db.close();
  await part('the journal could not be read', async () => {
    if ((await readJournal()).length > 0) await tendLater();
  });
}

async function part(failure: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.warn(`Daftar: ${failure}.`, error);
  }
}
