/** Puts the page's statement beside the sourced versions: the nearest at once, all of them on demand. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { dateInWords, periodInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { verdictInWords, verdictLabel } from '@/lib/i18n/wording';
import { firstView } from '@/lib/reading/comparing/first-view';
import { isComparable } from '@/lib/reading/comparing/verdict';
import type { Comparison } from '@/lib/reading/reading';
import { chartedComparison } from './chart/charted';
import { ENGLISH } from './english';
import { FigureChart } from './FigureChart';
import { ShortVersion, VersionItem } from './VersionItem';

interface Props {
  comparison: Comparison;
  headingId?: string;
  /** What can be done with it. */
  children?: ComponentChildren;
}

export function ComparisonCard({ comparison, headingId, children }: Props) {
  return (
    <article class="card" data-verdict={comparison.verdict}>
      <h2 id={headingId} {...ENGLISH}>
        {comparison.claim.question}
      </h2>
      <p class="verdict">
        <span class="badge">{verdictLabel(comparison)}</span> {verdictInWords(comparison)}
      </p>
      <PageWords comparison={comparison} />
      <Versions comparison={comparison} />
      {children}
    </article>
  );
}

/** The page's own sentence, never restated, with the marked words set off. */
function PageWords({ comparison }: { comparison: Comparison }) {
  const { text, mark } = comparison.statement;
  const period = periodInWords(comparison.period);
  return (
    <figure class="page-words">
      <figcaption>{period ? t('card.pageSaysOf', { period }) : t('card.pageSays')}</figcaption>
      <blockquote dir="auto">
        {text.slice(0, mark.start)}
        <mark>{text.slice(mark.start, mark.end)}</mark>
        {text.slice(mark.end)}
      </blockquote>
    </figure>
  );
}

function Versions({ comparison }: { comparison: Comparison }) {
  const [all, setAll] = useState(false);
  const listId = useId();
  const { claim, versions } = comparison;
  const { nearest, newer } = firstView(comparison);
  if (!nearest) return <p class="fine">{t('card.nothing')}</p>;
  const name = isComparable(nearest.relation) ? t('card.nearest') : t('card.latest');
  return (
    <section class="compared">
      {/* The button stands above what it opens: it stays under the pointer. */}
      <header>
        <h3>{all ? t('card.versions') : name}</h3>
        <button type="button" class="quiet" aria-expanded={all} aria-controls={listId} onClick={() => setAll(!all)}>
          {all ? t('card.fewer') : versions.length > 1 ? t('card.all', { count: versions.length }) : t('card.details')}
        </button>
      </header>
      <div id={listId} class="versions">
        {all ? (
          <>
            <FigureChart charted={chartedComparison(comparison)} size="small" />
            <ol>
              {versions.map(compared => (
                <VersionItem key={compared.version.id} comparison={comparison} compared={compared} />
              ))}
            </ol>
            {claim.note && (
              <p class="note">
                <strong>{t('card.why')}</strong> <span {...ENGLISH}>{claim.note}</span>
              </p>
            )}
            <p class="fine">{judgedBy(comparison)}</p>
          </>
        ) : (
          <>
            <ShortVersion comparison={comparison} compared={nearest} />
            {newer && (
              <>
                <h3>{t('card.newer')}</h3>
                <ShortVersion comparison={comparison} compared={newer} />
              </>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function judgedBy({ date }: Comparison): string {
  const day = dateInWords(date.day);
  if (date.from === 'sentence') return t('judged.bySentence', { day });
  return t(date.from === 'page' ? 'judged.byPage' : 'judged.byToday', { day });
}
