/** What stands in the place of a page that is not there: still loading, not in the store, or not readable. */
import { t } from '@/lib/i18n/translate';
import { RouteLink } from './RouteLink';

/** Shown only when loading takes long enough to be noticed (lookup.css). */
export function Loading() {
  return (
    <p class="quiet-state" role="status">
      {t('lookup.loading')}
    </p>
  );
}

export function Failed({ onAgain }: { onAgain(): void }) {
  return (
    <div class="state" role="alert">
      <p>{t('lookup.failed')}</p>
      <button type="button" class="plain" onClick={onAgain}>
        {t('lookup.again')}
      </button>
    </div>
  );
}

export function Missing() {
  return (
    <div class="state">
      <p>{t('lookup.missing')}</p>
      <p>
        <RouteLink to={{ page: 'search', query: '' }}>{t('lookup.toSearch')}</RouteLink>
      </p>
    </div>
  );
}
