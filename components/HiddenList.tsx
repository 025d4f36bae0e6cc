/** Lists what the reader has hidden, and takes it back. */
import type { Hidden } from '@/lib/hidden';

interface Props {
  hidden: readonly Hidden[];
  onUnhide(entry: Hidden): void;
}

export function HiddenList({ hidden, onUnhide }: Props) {
  if (hidden.length === 0) return null;
  return (
    <details class="hidden-list">
      <summary>Hidden by you ({hidden.length})</summary>
      <ul>
        {hidden.map(entry => (
          <li key={`${entry.scope} ${entry.claim} ${entry.where} ${entry.sentence}`}>
            <span>
              {entry.question}
              <span class="where">{whereOf(entry)}</span>
            </span>
            <button type="button" aria-label={`Mark again: ${entry.question}`} onClick={() => onUnhide(entry)}>
              Mark again
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
      return `Wrong match for “${sentence}” on ${page}`;
    case 'page':
      return `On the page ${page}`;
    case 'site':
      return `On ${where}`;
    case 'everywhere':
      return 'Everywhere';
  }
}
