/** What a file of notes would change, before anything is changed. */
import { t } from '@/lib/i18n/translate';
import type { Note } from '@/lib/notes';
import { badNoteInWords } from '@/lib/notes-files/faults-in-words';
import type { Preview } from '@/lib/notes-files/import-notes';
import { titleOf } from './NoteRow';

/** How many notes of each kind are named. */
const NAMED = 5;
/** How many bad ones are. */
const BAD_NAMED = 50;

interface Props {
  /** What the file is called, or the backup. */
  from: string;
  preview: Preview;
  onTake(notes: Note[]): void;
  onCancel(): void;
}

export function ImportPanel({ from, preview: { fresh, changed, same, bad }, onTake, onCancel }: Props) {
  const newer = changed.filter(one => one.newer === 'read').map(({ read }) => read);
  const older = changed.filter(one => one.newer === 'stored').map(({ read }) => read);
  const taken = [...fresh, ...newer];
  return (
    <section class="import" aria-label={t('notes.importOf', { file: from })}>
      <h2>{t('notes.importOf', { file: from })}</h2>
      <Group title={t('notes.importFresh', { count: fresh.length })} notes={fresh} />
      <Group title={t('notes.importChanged', { count: newer.length })} notes={newer} />
      <Group title={t('notes.importOlder', { count: older.length })} notes={older} />
      {same.length > 0 && <p>{t('notes.importSame', { count: same.length })}</p>}
      {bad.length > 0 && (
        <>
          <p class="danger">{t('notes.importBad', { count: bad.length })}</p>
          <ul>
            {bad.slice(0, BAD_NAMED).map(one => (
              <li key={`${one.file} ${one.number} ${one.field}`}>{badNoteInWords(one)}</li>
            ))}
          </ul>
        </>
      )}
      <div class="choices">
        {taken.length > 0 && (
          <button type="button" class="plain" onClick={() => onTake(taken)}>
            {t('notes.importTake', { count: taken.length })}
          </button>
        )}
        {older.length > 0 && (
          <button type="button" class="plain" onClick={() => onTake([...taken, ...older])}>
            {taken.length > 0
              ? t('notes.importTakeOlder', { count: older.length })
              : t('notes.importTake', { count: older.length })}
          </button>
        )}
        <button type="button" class="quiet" onClick={onCancel}>
          {taken.length + older.length > 0 ? t('notes.cancel') : t('notes.close')}
        </button>
      </div>
    </section>
  );
}

function Group({ title, notes }: { title: string; notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {notes.slice(0, NAMED).map(note => (
          <li key={note.id} dir="auto">
            {titleOf(note).slice(0, 120)}
          </li>
        ))}
        {notes.length > NAMED && <li aria-hidden="true">…</li>}
      </ul>
    </>
  );
}
