/** The store of notes over the database, with the journal behind it. */
import { BIN_DAYS, type NoteStore } from '@/lib/note-store';
import type { DaftarDatabase } from './db';
import { keepInJournal, readJournal } from './journal';
import { noticeLoss, tellChange } from './known-notes';
import { mergeJournal } from './merge';
import { changeRows, cleanTags, countTags, putRows, readNotes, saveRow, undoRows } from './note-rows';
import { openWithin, PATIENCE } from './opening';
import { askToPersist } from './room';
import { watchNotes } from './watch-notes';

const DAY = 86_400_000;

interface Options {
  /** The time, for what is written. */
  now?: () => Date;
  /** Milliseconds after which the database counts as one that cannot be opened (another version's tab may hold it for ever). */
  patience?: number;
}

/** The notes in a database; the same for the background and for extension pages, several at a time. */
export function createNotes(
  db: DaftarDatabase,
  { now = () => new Date(), patience = PATIENCE }: Options = {},
): NoteStore {
  const instant = () => now().toISOString();
  let lossLookedFor = false;
  let persistAsked = false;
  // There may be something in the journal from an earlier life.
  let journalWaits = true;
  let merging: Promise<number> | null = null;

  const told = () => quietly(() => tellChange(db, instant()), 'the count of notes could not be kept');
  const merge = async () => {
    const count = await mergeJournal(db);
    if (count > 0) await told();
    journalWaits = (await readJournal()).length > 0;
    return count;
  };
  const mergeOnce = () => {
    merging ??= merge().finally(() => {
      merging = null;
    });
    return merging;
  };
  const ready = async () => {
    if (!db.isOpen()) await openWithin(db, patience);
    if (!lossLookedFor) await quietly(() => noticeLoss(db, instant()), 'the count of notes could not be read');
    lossLookedFor = true;
    if (journalWaits) await quietly(mergeOnce, 'the journal could not be merged');
  };
  /** What the journal has of a note that the database would not take even now. */
  const waiting = async (id: string) =>
    journalWaits ? ((await readJournal()).find(({ note }) => note.id === id)?.note ?? null) : null;
  const read = async <T>(work: () => Promise<T>): Promise<T> => {
    await ready();
    return work();
  };
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = await read(work);
    await told();
    return result;
  };

  return {
    list: (query = {}) => read(() => readNotes(db, query)),
    tags: () => read(() => countTags(db)),
    getMany: ids => read(async () => (await db.notes.bulkGet([...ids])).filter(note => note !== undefined)),
    async get(id) {
      try {
        return await read(async () => (await waiting(id)) ?? (await db.notes.get(id)) ?? null);
      } catch (error) {
        const kept = await waiting(id);
        if (kept) return kept;
        throw error;
      }
    },
    async save({ id, text, tags, ties }, basedOn) {
      const draft = { id, text, tags: cleanTags(tags), ties };
      try {
        await ready();
        if (await waiting(id)) return await keepInJournal(draft, basedOn, instant());
        const result = await write(() => saveRow(db, draft, basedOn, instant()));
        if (basedOn === null && !persistAsked) {
          persistAsked = true;
          void quietly(askToPersist, 'the browser did not promise to keep the notes');
        }
        return result;
      } catch (error) {
        // Whatever the reason. Should the database have taken it all the same, merging finds it the same there.
        journalWaits = true;
        return keepInJournal(draft, basedOn, instant()).catch(second => {
          throw new AggregateError(
            [error, second],
            'The note could be kept neither in the database nor in the journal.',
          );
        });
      }
    },
    retag: (ids, add, drop) =>
      write(() =>
        changeRows(db, ids, note => {
          const tags = cleanTags([...note.tags.filter(tag => !drop.includes(tag)), ...add]);
          return tags.join('\n') === note.tags.join('\n') ? undefined : { ...note, tags, changed: instant() };
        }),
      ),
    remove: ids =>
      write(() => changeRows(db, ids, note => (note.deleted === null ? { ...note, deleted: instant() } : undefined))),
    restore: ids =>
      write(() => changeRows(db, ids, note => (note.deleted === null ? undefined : { ...note, deleted: null }))),
    erase: ids => write(() => changeRows(db, ids, note => (note.deleted === null ? undefined : null))),
    async eraseOld() {
      const until = new Date(now().getTime() - BIN_DAYS * DAY).toISOString();
      const old = await read(() => db.notes.where('deleted').belowOrEqual(until).primaryKeys());
      if (old.length === 0) return 0;
      const isOld = (deleted: string | null) => deleted !== null && deleted <= until;
      const erased = await write(() => changeRows(db, old, note => (isOld(note.deleted) ? null : undefined)));
      return erased.length;
    },
    importNotes: notes => write(() => putRows(db, notes, true, instant())),
    addMissing: notes => write(() => putRows(db, notes, false, instant())),
    undo: changes => write(() => undoRows(db, changes)),
    journaled: async () => (await readJournal()).map(({ note }) => note),
    async mergeJournal() {
      await openWithin(db, patience);
      return mergeOnce();
    },
    watch(callback, failed, signal) {
      ready().then(
        () => watchNotes(db, callback, failed, signal),
        error => signal.aborted || failed(error),
      );
    },
  };
}

/** Does what must not keep a note from being saved or read. */
async function quietly(work: () => Promise<unknown>, failure: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.warn(`Daftar: ${failure}.`, error);
  }
}
