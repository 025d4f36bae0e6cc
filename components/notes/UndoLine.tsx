/** A quiet line that says what was done, and offers to take it back. */
import { t } from '@/lib/i18n/translate';
import type { Undoing } from './use-undo';

export function UndoLine({ said, undoLast, dismiss }: Undoing) {
  return (
    <div class={said ? 'undo-line said' : 'undo-line'}>
      {/* Always there, so that a screen reader hears what comes into it. */}
      <span role="status">{said?.text ?? ''}</span>
      {said?.undoable && (
        <button type="button" class="quiet" onClick={() => void undoLast()}>
          {t('notes.undo')}
        </button>
      )}
      {said && (
        <button type="button" class="quiet" aria-label={t('notes.dismiss')} onClick={dismiss}>
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
