/** What the notes page needs from below: the store, the names of records, and drafts. Entrypoints make it, views use it. */
import type { NoteDraft, NoteStore } from '../note-store.ts';

/** The records that a note may be tied to. */
export type RecordKind = 'claims' | 'entities' | 'sources';

/** A record of the store, as it is called. */
export interface RecordFound {
  kind: RecordKind;
  id: string;
  name: string;
}

/** An edit that is not in the store yet, kept so that a closed tab loses nothing. */
export interface KeptDraft {
  draft: NoteDraft;
  /** The revision that is being edited; null for a new note. */
  basedOn: number | null;
  /** Whether the reader has changed anything: a new note that was only opened is not worth keeping. */
  touched: boolean;
  /** ISO instant. */
  at: string;
}

export interface Drafts {
  get(id: string): Promise<KeptDraft | null>;
  put(kept: KeptDraft): Promise<void>;
  drop(id: string): Promise<void>;
  /** Says that a note is being edited here, until `signal` is aborted or the tab goes. */
  hold(id: string, signal: AbortSignal): void;
  /** Those that the reader has touched and that no tab has open, the last first. */
  listLeft(): Promise<KeptDraft[]>;
}

export interface NotesData {
  store: NoteStore;
  drafts: Drafts;
  /** What records are called (a claim by its question), by id; those that the store does not know are left out. */
  namesOf(kind: RecordKind, ids: readonly string[]): Promise<Map<string, string>>;
  /** The records that fit a query best, for a tie by hand: a few of each kind, names first. */
  find(query: string): Promise<RecordFound[]>;
  /** Opens the page of a note at its passage. */
  showPassage(id: string): void;
}
