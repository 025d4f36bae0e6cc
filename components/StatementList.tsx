/**
 * The page's statements in reading order; choosing one goes there. Tab stops at one of them and goes on to what is below the
 * list, however long it is; the arrow keys go through it.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  /** Where the focus was last; before that, where the reader is. */
  const [at, setAt] = useState<number | null>(null);
  const here = statements.findIndex(({ mark }) => mark === current);
  const stop = Math.min(at ?? Math.max(0, here), statements.length - 1);
  const go = (event: KeyboardEvent) => {
    const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: statements.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  // Follows the page, but not under the fingers of who is in the list.
  useLayoutEffect(() => {
    const { current: element } = list;
    if (!current || !element || element.contains(element.ownerDocument.activeElement)) return;
    element.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol ref={list} class="statements" aria-label={t('overview.statements')} onKeyDown={go}>
      {statements.map(({ verdict, words, question, mark }, i) => (
        <li key={`${mark} ${question}`} data-verdict={verdict} class={inView.includes(mark) ? 'on-screen' : undefined}>
          <button
            type="button"
            tabIndex={i === stop ? 0 : -1}
            onFocus={() => setAt(i)}
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
