/** Says what endangers the notes, and what can be done: notes that have gone with their database, and room that runs out. */
import { useState } from 'preact/hooks';
import { instantInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';

/** A backup that can be restored. */
export interface BackupShown {
  /** The ISO instant at which it was made. */
  id: string;
  count: number;
}

export interface SafetyProps {
  /** How many notes were there before the database was found empty or broken; null where nothing is missing. */
  lost: number | null;
  /** The newest first. */
  backups: readonly BackupShown[];
  /** Bytes that are left, where that is little; else null. */
  left: number | null;
  /** Adds the notes of a backup that are missing. Resolves to how many those were; rejects when it could not. */
  onRestore(id: string): Promise<number>;
  /** Goes on without what was lost. */
  onDismiss(): void;
}

const MEGABYTE = 1024 * 1024;

export function SafetyNotice({ lost, backups, left, onRestore, onDismiss }: SafetyProps) {
  const [said, setSaid] = useState('');
  const restore = async (id: string) => {
    try {
      setSaid(t('safety.restored', { count: await onRestore(id) }));
    } catch {
      setSaid(t('safety.notRestored'));
    }
  };
  return (
    <>
      {lost !== null && (
        <section class="state" role="alert">
          <p>{t('safety.lost', { count: lost })}</p>
          {backups.length === 0 ? (
            <p>{t('safety.noBackup')}</p>
          ) : (
            backups.slice(0, 3).map(({ id, count }) => (
              <button key={id} type="button" class="plain" onClick={() => void restore(id)}>
                {t('safety.restore', { count, time: instantInWords(id) })}
              </button>
            ))
          )}
          <button type="button" class="quiet" onClick={onDismiss}>
            {t('safety.without')}
          </button>
        </section>
      )}
      {left !== null && <p class="note">{t('safety.room', { megabytes: Math.max(0, Math.floor(left / MEGABYTE)) })}</p>}
      <p class="fine" role="status">
        {said}
      </p>
    </>
  );
}
