/** What of a claim alone, without a page, can stand on one date axis. Apart from comparisons, which read no text again. */
import { daysOf } from '@/lib/reading/comparing/dates';
import { rangeOfVersion } from '@/lib/reading/comparing/relations';
import { wholeOf } from '@/lib/reading/measures';
import type { Claim, Measure, Source, Version } from '@/lib/reading/types';
import { type Charted, chartVersions, countedIn } from './charted';

/** What a version counts: no statement says here which of several scopes is asked for. */
const scopeOf = (version: Version, measure: Measure) =>
  `${version.scope?.label ?? ''}\n${countedIn(version, measure) ?? ''}`;

const spokenOn = ({ asOf }: Version) => daysOf(asOf)?.last ?? Number.NEGATIVE_INFINITY;
const latestOf = (versions: readonly Version[]) => Math.max(...versions.map(spokenOn));

/**
 * The versions of a claim that count the same thing: the scope with most of them, or of two such the one that was spoken of
 * last. Null for a claim without figures.
 * @param sources by id; a version without its source is left out, as everywhere
 */
export function chartedClaim(claim: Claim, sources: ReadonlyMap<string, Source>): Charted | null {
  const { measure } = claim;
  if (claim.kind !== 'figure' || !measure) return null;
  const sourced = claim.versions.filter(version => version.value && sources.has(version.source));
  const [largest = [], ...rest] = [...Map.groupBy(sourced, version => scopeOf(version, measure)).values()].sort(
    (a, b) => b.length - a.length || latestOf(b) - latestOf(a),
  );
  const latest = latestOf(largest);
  const chart = (group: readonly Version[]) => {
    const drawn = group.map(version => ({
      version,
      source: sources.get(version.source) as Source,
      inForce: group === largest && spokenOn(version) === latest,
      range: rangeOfVersion(version),
    }));
    return chartVersions(measure, drawn, wholeOf(claim));
  };
  const versions = chart(largest);
  return {
    measure,
    versions,
    others: chart(rest.flat().filter(version => !countedIn(version, measure))),
    page: null,
    leftOut: claim.versions.length - versions.length,
  };
}
