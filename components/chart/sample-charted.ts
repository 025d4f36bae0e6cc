/** Makes charts for tests. */
import { rangeOfVersion } from '@/lib/reading/comparing/relations';
import { makeSource, makeVersion } from '@/lib/reading/sample-pack';
import type { Measure, Version } from '@/lib/reading/types';
import { type Charted, chartVersions } from './charted';

const PEOPLE: Measure = { kind: 'count', unit: 'people' };

/** The chart of versions, each of a source of its own; the last one is in force. */
export function sampleCharted(versions: Partial<Version>[], page: Charted['page'] = null, measure = PEOPLE): Charted {
  const drawn = versions.map((more, i) => {
    const version = makeVersion(`v${i}`, { source: `s${i}`, ...more });
    const source = makeSource(version.source);
    return { version, source, inForce: i === versions.length - 1, range: rangeOfVersion(version) };
  });
  return { measure, versions: chartVersions(measure, drawn, null), others: [], page, leftOut: 0 };
}

/** A version's value and date, as a part of a version. */
export const valued = (value: number, asOf: string, more: Partial<Version> = {}): Partial<Version> => ({
  value: { low: value, high: value, qualifier: 'exact' },
  asOf,
  ...more,
});
