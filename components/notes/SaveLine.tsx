/** Says whether the note is safe. "Saved" only when the store has said so. */
import { t } from '@/lib/i18n/translate';
import type { SaveStatus } from '@/lib/notebook/editing';

export function SaveLine({ status, onAgain }: { status: SaveStatus; onAgain(): void }) {
  return (
    <span class="save-line" data-status={status}>
      <span role="status">{wordsFor(status)}</span>
      {status === 'failed' && (
        <button type="button" class="quiet" onClick={onAgain}>
          {t('notes.again')}
        </button>
      )}
    </span>
  );
}

function wordsFor(status: SaveStatus): string {
  switch (status) {
    case 'saved':
      return t('notes.saved');
    case 'journal':
      return t('notes.inJournal');
    case 'saving':
    case 'unsaved':
      return t('notes.saving');
    case 'failed':
      return t('notes.notSaved');
    default:
      return '';
  }
}
