/** What keeps notes, as views and the background see it. lib/store/notes.ts makes it. */
import type { Note } from './notes';

/** A note as an editor has it. Its id is chosen once (`crypto.randomUUID()`), so that a save that is tried again makes no second note. */
export type NoteDraft = Pick<Note, 'id' | 'text' | 'tags' | 'ties'>;

/**
 * - `saved`: on the disk, in the database.
 * - `journal`: the database could not be written; the note is kept apart and merged into it later.
 * - `conflict`: nothing was written, because another tab has saved since. `theirs` is what stands there (perhaps in the
 *   bin), null when it was erased. To keep both, save the draft under a new id with `basedOn` null.
 */
export type SaveResult =
  | { outcome: 'saved'; note: Note }
  | { outcome: 'journal'; note: Note }
  | { outcome: 'conflict'; theirs: Note | null };

/** Which notes; without any of these, all that are not in the bin. */
export interface NoteQuery {
  /** Those in the bin instead. */
  bin?: boolean;
  /** Tied to the claim, the entity or the source of this id. */
  claim?: string;
  entity?: string;
  source?: string;
  /** Tied to the page of this address (`pageAddress` in lib/hidden.ts). */
  page?: string;
  /** Tied to a page of this title. */
  title?: string;
}

/** All notes, in each list the last changed first. */
export interface AllNotes {
  kept: readonly Note[];
  /** In the bin. */
  binned: readonly Note[];
}

/** What was done to one note; kept to undo it. Plain data. */
export interface NoteChange {
  id: string;
  /** As it stood before, or null where it was not there. */
  before: Note | null;
  /** The revision that was written, or null where the note was erased. */
  after: number | null;
}

export interface Undone {
  /** What undoes the undoing. */
  changes: NoteChange[];
  /** Ids of notes that have been changed since and were left as they are. */
  left: string[];
}

/** A tag, and how many notes outside the bin have it. */
export interface TagCount {
  tag: string;
  count: number;
}

/**
 * Everything that changes notes resolves only when the transaction has been committed; it rejects when nothing was changed,
 * because the database cannot be opened or written (a save then tries the journal first).
 */
export interface NoteStore {
  /** The note, in the bin or not; null for an unknown id. Where the database cannot be opened, what the journal has of it. */
  get(id: string): Promise<Note | null>;
  /** Those of these ids that are in the database, in the bin or not. */
  getMany(ids: readonly string[]): Promise<Note[]>;
  /** The last changed first. */
  list(query?: NoteQuery): Promise<Note[]>;
  /** The most used first. */
  tags(): Promise<TagCount[]>;
  /**
   * @param basedOn the revision that was edited; null for a new note
   * Rejects only when neither database nor journal can be written: then the editor must keep the text.
   */
  save(draft: NoteDraft, basedOn: number | null): Promise<SaveResult>;
  /** Adds tags to notes and takes others off. */
  retag(ids: readonly string[], add: readonly string[], drop: readonly string[]): Promise<NoteChange[]>;
  /** Puts notes into the bin; those that are in it already, or unknown, are passed over. */
  remove(ids: readonly string[]): Promise<NoteChange[]>;
  /** Takes notes out of the bin. */
  restore(ids: readonly string[]): Promise<NoteChange[]>;
  /** Erases notes that are in the bin; others are passed over. */
  erase(ids: readonly string[]): Promise<NoteChange[]>;
  /** Erases what has been in the bin for `BIN_DAYS`. @returns how many */
  eraseOld(): Promise<number>;
  /**
   * Puts a checked list in, each note by its id, all or none. A note that stands there with the same content is passed
   * over; another one is replaced.
   */
  importNotes(notes: readonly Note[]): Promise<NoteChange[]>;
  /** Puts those in whose ids are not there, as they are: how a backup is restored. */
  addMissing(notes: readonly Note[]): Promise<NoteChange[]>;
  /** Takes changes back, except where a note was changed again since. */
  undo(changes: readonly NoteChange[]): Promise<Undone>;
  /** What is kept in the journal and not in the database yet. */
  journaled(): Promise<Note[]>;
  /** Brings the journal into the database; two versions of a note are both kept. @returns how many notes came in */
  mergeJournal(): Promise<number>;
  /** Gives all notes, now and after every change, wherever it is made, until `signal` is aborted; after `failed` no more. */
  watch(callback: (notes: AllNotes) => void, failed: (error: unknown) => void, signal: AbortSignal): void;
}

/** How long a note rests in the bin. */
export const BIN_DAYS = 30;
