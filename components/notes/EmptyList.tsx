/** What stands in the place of an empty list: how to make a first note, or the way back to all of them. */
import { t } from '@/lib/i18n/translate';

interface Props {
  kind: 'first' | 'filtered' | 'bin';
  onNew(): void;
  onClear(): void;
}

export function EmptyList({ kind, onNew, onClear }: Props) {
  if (kind === 'bin') return <p class="state">{t('notes.binEmpty')}</p>;
  if (kind === 'filtered')
    return (
      <div class="state">
        <p>{t('notes.noneFits')}</p>
        <button type="button" class="plain" onClick={onClear}>
          {t('notes.clear')}
        </button>
      </div>
    );
  return (
    <div class="state">
      <h2>{t('notes.firstTitle')}</h2>
      <p>{t('notes.firstText')}</p>
      <ul>
        <li>{t('notes.firstMark')}</li>
        <li>{t('notes.firstSelection')}</li>
        <li>{t('notes.firstRecord')}</li>
      </ul>
      <button type="button" class="plain" onClick={onNew}>
        {t('notes.firstButton')}
      </button>
    </div>
  );
}
