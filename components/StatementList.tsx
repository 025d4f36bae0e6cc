/** The page's statements in reading order; choosing one goes there. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import { verdictLabel } from '@/lib/i18n/wording';
import type { OverviewItem } from '@/lib/messaging';
import { ENGLISH } from './english';

interface Props {
  statements: readonly OverviewItem[];
  inView: readonly string[];
  onChoose(mark: string): void;
}

export function StatementList({ statements, inView, onChoose }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [current] = inView;
  // Follows the page, but not under the fingers of who is in the list.
  useLayoutEffect(() => {
    const { current: element } = list;
    if (!current || !element || element.contains(element.ownerDocument.activeElement)) return;
    element.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol ref={list} class="statements" aria-label={t('overview.statements')}>
      {statements.map(({ verdict, words, question, mark }, i) => (
        <li key={`${mark} ${question}`} data-verdict={verdict} class={inView.includes(mark) ? 'on-screen' : undefined}>
          <button
            type="button"
            // One place of the page may hold several statements; the first of them is where the reader is.
            aria-current={mark === current && statements[i - 1]?.mark !== mark ? 'location' : undefined}
            onClick={() => onChoose(mark)}
          >
            <strong dir="auto">{words}</strong> <span class="badge">{verdictLabel({ verdict })}</span>
            <span class="question" {...ENGLISH}>
              {question}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
