/**
 * Keeps notes that the database did not take, in the extension's storage, until they are merged into it. One line for each
 * note: its newest text, and the revision in the database that the first of its edits was made from.
 */
import { storage } from '#imports';
import type { NoteDraft, SaveResult } from '@/lib/note-store';
import { type Note, sameContent } from '@/lib/notes';

export interface JournalLine {
  /** A random UUID, the same for all edits of the note until it is merged. */
  line: string;
  basedOn: number | null;
  /** Its revision is above `basedOn`, by a number drawn by lot. */
  note: Note;
}

/** How many notes the journal takes, and how many characters in all: it is for an emergency, not a second database. Judgements. */
const MOST_LINES = 300;
const MOST_CHARACTERS = 4_000_000;

const item = storage.defineItem<JournalLine[]>('local:journal', { fallback: [], version: 1 });

/** One after another in all tabs and the background: storage knows no transactions. A killed worker lets go of it. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('daftar-journal', work) as unknown as Promise<T>;

/**
 * A revision that the database cannot have reached meanwhile by another tab's saves: an editor that is open on that one must
 * not pass for one that knows what is in the journal.
 */
const revisionAfter = (basedOn: number | null): number => {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (basedOn ?? 0) + 1000 + (drawn % 1_000_000);
};

export const readJournal = (): Promise<JournalLine[]> => item.getValue();

/** Calls back whenever the journal has changed and is not empty. @returns what ends it */
export const watchJournal = (callback: () => void): (() => void) =>
  item.watch(lines => {
    if (lines.length > 0) callback();
  });

/**
 * Keeps a draft, unless another tab's draft of the same note is there that this one does not know.
 * Rejects when the journal is full or cannot be written.
 * @param now ISO instant
 */
export function keepInJournal(draft: NoteDraft, basedOn: number | null, now: string): Promise<SaveResult> {
  return alone(async (): Promise<SaveResult> => {
    const lines = await item.getValue();
    const known = lines.find(({ note }) => note.id === draft.id);
    if (known && sameContent(known.note, draft)) return { outcome: 'journal', note: known.note };
    if (known && known.note.revision !== basedOn) return { outcome: 'conflict', theirs: known.note };
    const { id, text, tags, ties } = draft;
    const note: Note = {
      ...{ id, text, tags, ties, changed: now },
      ...{ made: known?.note.made ?? now, revision: revisionAfter(basedOn), deleted: null },
    };
    const line: JournalLine = {
      line: known?.line ?? crypto.randomUUID(),
      basedOn: known ? known.basedOn : basedOn,
      note,
    };
    const next = [...lines.filter(one => one !== known), line];
    if (next.length > MOST_LINES || JSON.stringify(next).length > MOST_CHARACTERS) {
      throw new Error('The journal of notes is full.');
    }
    await item.setValue(next);
    return { outcome: 'journal', note };
  });
}

/**
 * Gives the lines, one by one, to what merges them, and takes out those that are merged; a line that fails stays for the
 * next time. Nobody else writes the journal meanwhile.
 * @param cleanUp is called with the lines that were taken out
 */
export function emptyJournal(
  merge: (line: JournalLine) => Promise<void>,
  cleanUp: (lines: string[]) => Promise<unknown>,
): Promise<void> {
  return alone(async () => {
    const lines = await item.getValue();
    if (lines.length === 0) return;
    const merged: string[] = [];
    for (const line of lines) {
      try {
        await merge(line);
        merged.push(line.line);
      } catch (error) {
        console.warn('Daftar: a note stays in the journal.', error);
      }
    }
    if (merged.length === 0) return;
    await item.setValue(lines.filter(({ line }) => !merged.includes(line)));
    await cleanUp(merged);
  });
}
