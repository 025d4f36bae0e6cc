/** The notes as they are now, in the list and in the bin, wherever they are changed. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AllNotes, NoteStore } from '@/lib/note-store';
import type { Note } from '@/lib/notes';

export interface Notes {
  /** Null until they have been read. */
  kept: readonly Note[] | null;
  binned: readonly Note[] | null;
  byId: ReadonlyMap<string, Note>;
  failed: boolean;
  again(): void;
}

export function useNotes(store: NoteStore): Notes {
  const [all, setAll] = useState<AllNotes | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const fail = (error: unknown) => {
      console.warn('Daftar: the notes could not be read.', error);
      setFailed(true);
    };
    store.watch(setAll, fail, controller.signal);
    return () => controller.abort();
  }, [store, attempt]);
  const byId = useMemo(
    () => new Map([...(all?.kept ?? []), ...(all?.binned ?? [])].map(note => [note.id, note])),
    [all],
  );
  return {
    kept: all?.kept ?? null,
    binned: all?.binned ?? null,
    byId,
    failed,
    again: () => {
      setFailed(false);
      setAttempt(attempt + 1);
    },
  };
}
