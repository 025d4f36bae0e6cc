/** How the notes are kept: their backups, to be compared with what is there, and the room that is left. */
import { useEffect, useState } from 'preact/hooks';
import { instantInWords, sizeInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { Preview } from '@/lib/notes-files/import-notes';
import type { BackupShown } from './SafetyNotice';

/** The room of the browser for us, in bytes. */
export interface RoomShown {
  used: number;
  quota: number;
  /** Whether the browser has promised to clear nothing away by itself. */
  persisted: boolean;
}

/** What keeps the notes outside their database. */
export interface Keeping {
  /** The newest first. */
  list(): Promise<readonly BackupShown[]>;
  /** Makes one now. @returns whether there was anything new to keep */
  backUp(): Promise<boolean>;
  /** What taking the notes of a backup in would change. */
  preview(id: string): Promise<Preview>;
  /** Null where the browser does not say. */
  room(): Promise<RoomShown | null>;
}

interface Props {
  keeping: Keeping;
  onCompare(id: string): void;
  onClose(): void;
}

export function KeepingPanel({ keeping, onCompare, onClose }: Props) {
  const [backups, setBackups] = useState<readonly BackupShown[] | null>(null);
  const [room, setRoom] = useState<RoomShown | null>(null);
  const [said, setSaid] = useState('');
  const look = () =>
    keeping.list().then(setBackups, error => {
      console.warn('Daftar: the backups could not be listed.', error);
      setSaid(t('safety.notListed'));
    });
  useEffect(() => {
    void look();
    keeping.room().then(setRoom, () => {});
  }, []);
  const make = async () => {
    try {
      setSaid((await keeping.backUp()) ? t('safety.made') : t('safety.nothingNew'));
      await look();
    } catch (error) {
      console.warn('Daftar: no backup could be made.', error);
      setSaid(t('safety.notMade'));
    }
  };
  return (
    <section class="import" aria-labelledby="keeping">
      <h2 id="keeping">{t('safety.title')}</h2>
      <p>{t('safety.what')}</p>
      {backups?.length === 0 && <p>{t('safety.none')}</p>}
      <ul class="backups">
        {backups?.map(({ id, count }) => (
          <li key={id}>
            <span>{instantInWords(id)}</span>
            <span class="fine">{t('notes.count', { count })}</span>
            <button
              type="button"
              class="quiet"
              aria-label={t('safety.compareWith', { time: instantInWords(id) })}
              onClick={() => onCompare(id)}
            >
              {t('safety.compare')}
            </button>
          </li>
        ))}
      </ul>
      {room && (
        <p class="fine">
          {t('safety.used', { used: sizeInWords(room.used), quota: sizeInWords(room.quota) })}{' '}
          {room.persisted && t('safety.persisted')}
        </p>
      )}
      <div class="choices">
        <button type="button" class="plain" onClick={() => void make()}>
          {t('safety.now')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('notes.close')}
        </button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
