/** Puts the page's statement beside all sourced versions of the same matter. */
import type { ComparedVersion, Comparison } from '@/lib/reading/reading';
import {
  dateInWords,
  periodInWords,
  relationInWords,
  verdictInWords,
  verdictLabel,
  versionInWords,
} from '@/lib/reading/wording';
import { SourceLine } from './SourceLine';

export function ComparisonCard({ comparison, headingId }: { comparison: Comparison; headingId?: string }) {
  const { claim, versions, verdict } = comparison;
  return (
    <article class="card" data-verdict={verdict}>
      <p class="verdict">
        <span class="badge">{verdictLabel(comparison)}</span> {verdictInWords(comparison)}
      </p>
      <PageWords comparison={comparison} />
      <h2 id={headingId}>{claim.question}</h2>
      <ol class="versions">
        {versions.map(compared => (
          <VersionItem key={compared.version.id} comparison={comparison} compared={compared} />
        ))}
      </ol>
      {claim.note && (
        <p class="note">
          <strong>Why the sources are not the same:</strong> {claim.note}
        </p>
      )}
      <p class="fine">{dateInWordsOf(comparison)}</p>
    </article>
  );
}

function dateInWordsOf({ date }: Comparison): string {
  const day = dateInWords(date.day);
  if (date.from === 'sentence') return `Judged by the time that the sentence names, ${day}.`;
  return date.from === 'page' ? `Judged by the page’s date, ${day}.` : 'The page gives no date: judged by today.';
}

/** The page's own sentence, never restated, with the marked words set off. */
function PageWords({ comparison }: { comparison: Comparison }) {
  const { text, mark } = comparison.statement;
  const period = periodInWords(comparison.period);
  return (
    <figure class="page-words">
      <figcaption>This page says{period ? ` (${period})` : ''}</figcaption>
      <blockquote>
        {text.slice(0, mark.start)}
        <mark>{text.slice(mark.start, mark.end)}</mark>
        {text.slice(mark.end)}
      </blockquote>
    </figure>
  );
}

function VersionItem({ comparison, compared }: { comparison: Comparison; compared: ComparedVersion }) {
  const { version, source, relation, inForce } = compared;
  const period = periodInWords(version.period);
  const said = versionInWords(comparison, compared);
  return (
    <li data-relation={relation.kind}>
      <p class="head">
        {said && <strong class="value">{said}</strong>}
        <span class="relation">{relationInWords(comparison, compared)}</span>
      </p>
      <p class="text">{version.text}</p>
      <dl class="facts">
        {period && relation.kind !== 'other-period' && (
          <div>
            <dt>Period</dt>
            <dd>{period}</dd>
          </div>
        )}
        <div>
          <dt>As of</dt>
          <dd>
            {dateInWords(version.asOf)}
            {inForce && comparison.versions.length > 1 && ' · latest at that time'}
          </dd>
        </div>
        {version.attributedTo && (
          <div>
            <dt>Gives the word of</dt>
            <dd>{version.attributedTo}</dd>
          </div>
        )}
        {version.holder && (
          <div>
            <dt>Held by</dt>
            <dd>{version.holder}</dd>
          </div>
        )}
      </dl>
      <SourceLine source={source} />
      {version.note && <p class="note">{version.note}</p>}
    </li>
  );
}
