/** The head of the lookup's own page: whose page it is, and the ways to the others. */
import { t } from '@/lib/i18n/translate';

interface Props {
  onNotes(): void;
  onSettings(): void;
}

export function LookupHead({ onNotes, onSettings }: Props) {
  return (
    <header class="lookup-head">
      <span class="brand">{t('extension.name')}</span>
      <button type="button" class="quiet" onClick={onNotes}>
        {t('notes.allNotes')}
      </button>
      <button type="button" class="quiet" onClick={onSettings}>
        {t('settings.title')}
      </button>
    </header>
  );
}
