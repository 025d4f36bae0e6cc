/** One sourced version beside the page's statement: short in the first view, whole in the list of all. */
import type { ComparedVersion, Comparison } from '@/lib/reading/reading';
import { dateInWords, periodInWords, relationInWords, versionInWords } from '@/lib/reading/wording';
import { SourceLine } from './SourceLine';

interface Props {
  comparison: Comparison;
  compared: ComparedVersion;
}

/** The version with its distance, date and source; its paraphrase only where there is no figure that speaks for itself. */
export function ShortVersion({ comparison, compared }: Props) {
  const { version, source, relation } = compared;
  return (
    <div class="version" data-relation={relation.kind}>
      <Head comparison={comparison} compared={compared} />
      {comparison.claim.kind !== 'figure' && <p class="text">{version.text}</p>}
      <SourceLine source={source} />
      {version.attributedTo && <p class="fine">Gives the word of {version.attributedTo}</p>}
      {source.published !== version.asOf && <p class="fine">As of {dateInWords(version.asOf)}</p>}
    </div>
  );
}

/** Everything that the store has of the version. */
export function VersionItem({ comparison, compared }: Props) {
  const { version, source, relation, inForce } = compared;
  const period = periodInWords(version.period);
  return (
    <li class="version" data-relation={relation.kind}>
      <Head comparison={comparison} compared={compared} />
      <p class="text">{version.text}</p>
      <dl class="facts">
        {period && relation.kind !== 'other-period' && <Fact name="Period" value={period} />}
        <Fact
          name="As of"
          value={`${dateInWords(version.asOf)}${inForce && comparison.versions.length > 1 ? ' · latest at that time' : ''}`}
        />
        {version.attributedTo && <Fact name="Gives the word of" value={version.attributedTo} />}
        {version.holder && <Fact name="Held by" value={version.holder} />}
      </dl>
      <SourceLine source={source} />
      {version.note && <p class="note">{version.note}</p>}
    </li>
  );
}

function Head({ comparison, compared }: Props) {
  const said = versionInWords(comparison, compared);
  return (
    <p class="head">
      {said && <strong class="value">{said}</strong>}
      <span class="relation">{relationInWords(comparison, compared)}</span>
    </p>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
