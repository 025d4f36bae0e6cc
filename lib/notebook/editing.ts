/**
 * One note being edited: saved by itself a second after the last change, never said to be saved before the store has
 * confirmed it, and kept as a draft until then.
 */
import type { NoteDraft, NoteStore } from '../note-store.ts';
import type { Note } from '../notes.ts';
import type { Drafts } from './notes-data.ts';

/** How long after the last change it is saved, and how often at most the draft is kept, in milliseconds. Judgements. */
export const SAVE_AFTER = 1000;
const KEEP_AFTER = 200;

/**
 * - `unsaved`: changed since; `saving`: on its way to the store.
 * - `saved`: confirmed; `journal`: confirmed, but kept apart until the database can be opened.
 * - `failed`: nothing could be written; the text stays here and in the draft.
 * - `conflict`: another tab has saved since; nothing is written until the reader has chosen.
 */
export type SaveStatus = 'unchanged' | 'unsaved' | 'saving' | 'saved' | 'journal' | 'failed' | 'conflict';

export interface EditingState {
  draft: NoteDraft;
  /** The note as the store last confirmed it; null for one that was never saved. */
  note: Note | null;
  status: SaveStatus;
  /** What stands in the store, while `status` is `conflict`; null where the note was erased. */
  theirs: Note | null;
}

/** What to do when two tabs have changed a note. */
export type Resolution = 'mine' | 'theirs' | 'both';

export interface Editing {
  readonly state: EditingState;
  /** Whether the note is no longer being edited here. */
  readonly over: boolean;
  change(part: Partial<Omit<NoteDraft, 'id'>>): void;
  /** Saves now what is not saved yet. Resolves when the store has answered; never rejects. */
  flush(): Promise<void>;
  /** Tells what the store has of the note now; taken over where nothing is unsaved here. */
  take(note: Note): void;
  /** Ends a conflict; where that cannot be written it goes on. Never rejects. */
  resolve(how: Resolution): Promise<void>;
}

/** What is edited to begin with. */
export interface Start {
  draft: NoteDraft;
  note: Note | null;
  /** The revision that the draft was made from. */
  basedOn: number | null;
  /** Whether the draft has changes that are not saved. */
  touched: boolean;
}

const draftOf = ({ id, text, tags, ties }: NoteDraft): NoteDraft => ({ id, text, tags, ties });

/**
 * Begins to edit. When `signal` is aborted, what is unsaved is saved.
 * @param newId gives the id of a copy, when both versions are kept
 */
export function editNote(
  start: Start,
  store: Pick<NoteStore, 'save' | 'restore'>,
  drafts: Drafts,
  onState: (state: EditingState) => void,
  signal: AbortSignal,
  newId: () => string = () => crypto.randomUUID(),
): Editing {
  let state: EditingState = {
    draft: draftOf(start.draft),
    note: start.note,
    status: start.touched ? 'unsaved' : 'unchanged',
    theirs: null,
  };
  let { basedOn } = start;
  /** Counts changes, so that a save knows whether it was of the last one. */
  let changes = start.touched ? 1 : 0;
  let savedChanges = 0;
  let saving: Promise<void> | null = null;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let keepAgain = false;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;

  const isDirty = () => changes > savedChanges;
  function set(next: Partial<EditingState>) {
    state = { ...state, ...next };
    if (!signal.aborted) onState(state);
  }
  const keep = () => {
    clearTimeout(keepTimer);
    keepAgain = false;
    keepTimer = setTimeout(() => {
      keepTimer = undefined;
      if (keepAgain) void keep();
    }, KEEP_AFTER);
    const kept = { draft: state.draft, basedOn, touched: true, at: new Date().toISOString() };
    return drafts.put(kept).catch(error => console.warn('Daftar: a draft could not be kept.', error));
  };
  const dropDraft = (id: string) => {
    clearTimeout(keepTimer);
    keepTimer = undefined;
    keepAgain = false;
    return drafts.drop(id).catch(error => console.warn('Daftar: a draft could not be dropped.', error));
  };

  async function save(): Promise<void> {
    clearTimeout(saveTimer);
    saveTimer = undefined;
    const at = changes;
    set({ status: 'saving' });
    try {
      const result = await store.save(state.draft, basedOn);
      if (result.outcome === 'conflict') {
        set({ status: 'conflict', theirs: result.theirs });
        return;
      }
      basedOn = result.note.revision;
      savedChanges = at;
      if (isDirty()) {
        set({ note: result.note, status: 'unsaved' });
        await keep();
        return;
      }
      await dropDraft(state.draft.id);
      if (!isDirty()) set({ note: result.note, status: result.outcome });
    } catch (error) {
      console.warn('Daftar: a note could not be saved.', error);
      await keep();
      set({ status: 'failed' });
    }
  }

  /** Saves until nothing is unsaved, or the reader must be asked. */
  async function flush(): Promise<void> {
    if (saving) await saving;
    while (isDirty() && state.status !== 'conflict') {
      saving = save();
      await saving;
      saving = null;
      if ((state.status as SaveStatus) === 'failed') return;
    }
  }

  async function resolve(how: Resolution): Promise<void> {
    const { theirs, draft } = state;
    if (how === 'both' && theirs) {
      const copy = { ...draft, id: newId() };
      const result = await store.save(copy, null);
      if (result.outcome === 'conflict') return;
    }
    if (how === 'mine' || !theirs) {
      // What was put into the bin meanwhile comes out of it: the reader is writing it.
      const restored = theirs?.deleted ? await store.restore([draft.id]) : [];
      basedOn = restored[0]?.after ?? theirs?.revision ?? null;
      set({ status: 'unsaved', theirs: null });
      await flush();
      return;
    }
    savedChanges = changes;
    basedOn = theirs.revision;
    await dropDraft(draft.id);
    set({ note: theirs, draft: draftOf(theirs), status: 'unchanged', theirs: null });
  }

  signal.addEventListener('abort', () => {
    if (keepAgain) void keep();
    clearTimeout(keepTimer);
    clearTimeout(saveTimer);
    void flush();
  });
  if (start.touched) saveTimer = setTimeout(() => void flush(), SAVE_AFTER);

  return {
    get state() {
      return state;
    },
    get over() {
      return signal.aborted;
    },
    change(part) {
      changes++;
      set({ draft: { ...state.draft, ...part }, status: state.status === 'conflict' ? 'conflict' : 'unsaved' });
      // The first letter at once, the next ones together.
      if (keepTimer === undefined) void keep();
      else keepAgain = true;
      clearTimeout(saveTimer);
      saveTimer = setTimeout(() => void flush(), SAVE_AFTER);
    },
    async flush() {
      if (keepAgain) void keep();
      await flush();
    },
    take(note) {
      if (isDirty() || saving || note.revision <= (basedOn ?? 0)) return;
      basedOn = note.revision;
      set({ note, draft: draftOf(note), status: 'unchanged' });
    },
    async resolve(how) {
      if (state.status !== 'conflict') return;
      try {
        await resolve(how);
      } catch (error) {
        console.warn('Daftar: a conflict could not be resolved.', error);
      }
    },
  };
}
