/** What of a claim alone, without a page, can stand on one date axis. Apart from comparisons, which read no text again. */
import { daysOf } from '@/lib/reading/comparing/dates';
import { rangeOfVersion } from '@/lib/reading/comparing/relations';
import { wholeOf } from '@/lib/reading/measures';
import type { Claim, Measure, Source, Version } from '@/lib/reading/types';
import { type Charted, chartVersions } from './charted';

/** What a version counts: no statement says here which of several scopes is asked for. */
function scopeOf({ scope, value }: Version, { kind }: Measure): string {
  // Other units than those of counted things can be turned into the claim's, or are left out with those that cannot.
  const counted = kind === 'count' && value?.unit !== '%' ? (value?.unit ?? '') : '';
  return `${scope?.label ?? ''}\n${counted}`;
}

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
  const [largest = []] = [...Map.groupBy(sourced, version => scopeOf(version, measure)).values()].sort(
    (a, b) => b.length - a.length || latestOf(b) - latestOf(a),
  );
  const latest = latestOf(largest);
  const drawn = largest.map(version => ({
    version,
    source: sources.get(version.source) as Source,
    inForce: spokenOn(version) === latest,
    range: rangeOfVersion(version),
  }));
  const versions = chartVersions(measure, drawn, wholeOf(claim));
  return { measure, versions, page: null, leftOut: claim.versions.length - versions.length };
}
