/** Lists what the reader has hidden, and takes it back. */
import type { Hidden } from '@/lib/hidden';
import { t } from '@/lib/i18n/translate';
import { ENGLISH } from './english';
import { showOpened } from './show-opened';

interface Props {
  hidden: readonly Hidden[];
  onUnhide(entry: Hidden): void;
}

export function HiddenList({ hidden, onUnhide }: Props) {
  if (hidden.length === 0) return null;
  return (
    <details class="hidden-list" onToggle={showOpened}>
      <summary>{t('hidden.title', { count: hidden.length })}</summary>
      <ul>
        {hidden.map(entry => (
          <li key={`${entry.scope} ${entry.claim} ${entry.where} ${entry.sentence}`}>
            <span>
              <span {...ENGLISH}>{entry.question}</span>
              <span class="where">{whereOf(entry)}</span>
            </span>
            <button
              type="button"
              class="plain"
              aria-label={t('hidden.againOf', { question: entry.question })}
              onClick={() => onUnhide(entry)}
            >
              {t('hidden.again')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function whereOf({ scope, where, sentence }: Hidden): string {
  const page = where.replace(/^https?:\/\/(?:www\.)?/, '');
  switch (scope) {
    case 'sentence':
      return t('hidden.sentence', { sentence, page });
    case 'page':
      return t('hidden.page', { page });
    case 'site':
      return t('hidden.site', { site: where });
    case 'everywhere':
      return t('hidden.everywhere');
  }
}
