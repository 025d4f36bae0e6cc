/** Watches over what endangers the notes, for the notes page. */
import type { SafetyProps } from '@/components/notes/SafetyNotice';
import type { NoteStore } from '@/lib/note-store';
import { withBackups } from '@/lib/store/backups';
import type { DaftarDatabase } from '@/lib/store/db';
import { lostNotes } from '@/lib/store/known-notes';
import { readRoom } from '@/lib/store/room';

/**
 * What the notice shows, from now on.
 * @param onChange told of each change
 */
export async function watchSafety(db: DaftarDatabase, notes: NoteStore, onChange: () => void): Promise<SafetyProps> {
  const shown: SafetyProps = {
    lost: null,
    backups: [],
    left: null,
    onRestore: id =>
      withBackups(db, async backups => {
        try {
          return (await backups.restore(id, notes)).length;
        } catch {
          // The database itself may be what is broken.
          return backups.startAfresh(id);
        }
      }),
    onDismiss: () => void lostNotes.setValue(null),
  };
  const look = async () => {
    const lost = await lostNotes.getValue();
    shown.lost = lost?.had ?? null;
    shown.backups = lost ? await withBackups(db, backups => backups.list()) : [];
  };
  await look().catch(() => {});
  lostNotes.watch(() => void look().then(onChange));
  const room = await readRoom().catch(() => null);
  shown.left = room?.low ? room.quota - room.used : null;
  return shown;
}
