/** Puts the page's statement beside the sourced versions: the nearest at once, all of them on demand. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { firstView } from '@/lib/reading/comparing/first-view';
import { isComparable } from '@/lib/reading/comparing/verdict';
import type { Comparison } from '@/lib/reading/reading';
import { dateInWords, periodInWords, verdictInWords, verdictLabel } from '@/lib/reading/wording';
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
      <h2 id={headingId}>{comparison.claim.question}</h2>
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
      <figcaption>This page says{period ? ` (${period})` : ''}</figcaption>
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
  if (!nearest) return <p class="fine">No version of the store can be shown with its source.</p>;
  const name = isComparable(nearest.relation) ? 'Nearest version' : 'Latest version';
  return (
    <section class="compared">
      {/* The button stands above what it opens: it stays under the pointer. */}
      <header>
        <h3>{all ? 'Versions' : name}</h3>
        <button type="button" class="quiet" aria-expanded={all} aria-controls={listId} onClick={() => setAll(!all)}>
          {all ? 'Fewer details' : versions.length > 1 ? `All versions (${versions.length})` : 'Details'}
        </button>
      </header>
      <div id={listId} class="versions">
        {all ? (
          <>
            <ol>
              {versions.map(compared => (
                <VersionItem key={compared.version.id} comparison={comparison} compared={compared} />
              ))}
            </ol>
            {claim.note && (
              <p class="note">
                <strong>Why the sources are not the same:</strong> {claim.note}
              </p>
            )}
            <p class="fine">{judgedBy(comparison)}</p>
          </>
        ) : (
          <>
            <ShortVersion comparison={comparison} compared={nearest} />
            {newer && (
              <>
                <h3>Newer version</h3>
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
  if (date.from === 'sentence') return `Judged by the time that the sentence names, ${day}.`;
  return date.from === 'page' ? `Judged by the page’s date, ${day}.` : 'The page gives no date: judged by today.';
}
