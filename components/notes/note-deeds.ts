/** What is done to notes from the list, each with what takes it back. */
import { t } from '@/lib/i18n/translate';
import type { NoteChange, NoteStore } from '@/lib/note-store';
import type { Note } from '@/lib/notes';
import type { Undoing } from './use-undo';

export interface NoteDeeds {
  remove(ids: string[]): Promise<void>;
  restore(ids: string[]): Promise<void>;
  erase(ids: string[]): Promise<void>;
  retag(ids: string[], add: string[], drop: string[]): Promise<void>;
  take(notes: Note[]): Promise<void>;
}

export function noteDeeds(store: NoteStore, { offer, say }: Undoing): NoteDeeds {
  /** Does something and offers to undo it; says so when nothing was changed because it failed. */
  async function undoable(deed: () => Promise<NoteChange[]>, label: (count: number) => string): Promise<void> {
    try {
      const changes = await deed();
      if (changes.length === 0) return;
      offer(label(changes.length), async () => {
        const { left } = await store.undo(changes);
        return left.length > 0 ? t('notes.undoneSome', { count: left.length }) : undefined;
      });
    } catch (error) {
      console.warn('Daftar: notes could not be changed.', error);
      say(t('notes.notDone'));
    }
  }
  return {
    remove: ids =>
      undoable(
        () => store.remove(ids),
        count => t('notes.removed', { count }),
      ),
    restore: ids =>
      undoable(
        () => store.restore(ids),
        count => t('notes.restored', { count }),
      ),
    erase: ids =>
      undoable(
        () => store.erase(ids),
        count => t('notes.erased', { count }),
      ),
    retag: (ids, add, drop) =>
      undoable(
        () => store.retag(ids, add, drop),
        count => t('notes.retagged', { count }),
      ),
    take: notes =>
      undoable(
        () => store.importNotes(notes),
        count => t('notes.imported', { count }),
      ),
  };
}
