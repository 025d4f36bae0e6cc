/** Says what is being done that takes its time, how far it is, and offers to stop it. What is done at once is not shown. */
import { t } from '@/lib/i18n/translate';
import type { Work } from './use-files';

export function WorkLine({ work: { label, share, stop } }: { work: Work }) {
  return (
    <div class="work-line quiet-state">
      <label>
        <span>{label}</span>
        <progress value={share ?? undefined} max={1} />
      </label>
      {stop && (
        <button type="button" class="plain" onClick={stop}>
          {t('notes.stop')}
        </button>
      )}
    </div>
  );
}
