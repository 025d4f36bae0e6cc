/** Says once, after an update, which version this is and what is left to do. */
import { t } from '@/lib/i18n/translate';

export function UpdatedLine({ version, onDismiss }: { version: string; onDismiss(): void }) {
  return (
    <p class="updated" role="status">
      <span>{t('updated.line', { version })}</span>
      <button type="button" class="plain" onClick={onDismiss}>
        {t('updated.dismiss')}
      </button>
    </p>
  );
}
