/** What is paused until the reader takes it back: sites, or everything. */
import { t } from '@/lib/i18n/translate';
import type { Pause } from '@/lib/pause';

interface Props {
  paused: readonly Pause[];
  onResume(pause: Pause): void;
}

export function PausedList({ paused, onResume }: Props) {
  if (paused.length === 0) return null;
  return (
    <section>
      <h2>{t('settings.paused')}</h2>
      <ul class="lines">
        {paused.map(pause => {
          const what = pause.scope === 'site' ? pause.site : t('hidden.everywhere');
          return (
            <li key={what}>
              <bdi>{what}</bdi>
              <button
                type="button"
                class="plain"
                aria-label={t('settings.resumeOf', { what })}
                onClick={() => onResume(pause)}
              >
                {t('settings.resume')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
