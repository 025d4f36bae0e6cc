/** Backups and room, for the notes page. */
import type { Keeping } from '@/components/notes/KeepingPanel';
import { t } from '@/lib/i18n/translate';
import type { NoteStore } from '@/lib/note-store';
import { previewNotes } from '@/lib/notes-files/import-notes';
import { withBackups } from '@/lib/store/backups';
import type { DaftarDatabase } from '@/lib/store/db';
import { askToPersist, readRoom } from '@/lib/store/room';

export const keepingOf = (db: DaftarDatabase, store: NoteStore): Keeping => ({
  list: () => withBackups(db, backups => backups.list()),
  backUp: () => withBackups(db, async backups => (await backups.make()) !== null),
  async preview(id) {
    try {
      const notes = await withBackups(db, backups => backups.read(id));
      return await previewNotes(notes, { now: new Date(), stored: store.getMany });
    } catch (error) {
      console.warn('Daftar: a backup could not be read.', error);
      throw new Error(t('safety.notCompared'));
    }
  },
  async room() {
    await askToPersist().catch(() => false);
    return readRoom();
  },
});
