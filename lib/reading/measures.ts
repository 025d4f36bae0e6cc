/** Turns a quantity of one measure into another: units of time, and a share of a known whole into its count. */
import type { Claim, Measure, Version } from './types.ts';

const DAYS_IN: Record<string, number> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

/**
 * The factor that turns numbers of one measure into another; null where they cannot be turned into each other. Counts are
 * not asked what they count, and money whose currency the text leaves open passes for any.
 * @param whole what a share is of, in the counted unit, where that is known
 */
export function measureFactor(from: Measure, into: Measure, whole: number | null): number | null {
  if (from.kind === into.kind) {
    if (from.kind === 'count' || from.unit === into.unit) return 1;
    if (from.kind === 'money') return from.unit === null ? 1 : null;
    const [one, other] = [DAYS_IN[from.unit ?? ''], DAYS_IN[into.unit ?? '']];
    return from.kind === 'duration' && one && other ? one / other : null;
  }
  if (whole === null) return null;
  if (from.unit === '%' && into.kind === 'count') return whole / 100;
  return from.kind === 'count' && into.unit === '%' ? 100 / whole : null;
}

/** The measure that a version's own value is given in. */
export function measureOfVersion(measure: Measure, { value }: Version): Measure {
  const unit = value?.unit ?? measure.unit;
  return { kind: unit === '%' || unit === 'pp' ? 'share' : measure.kind, unit };
}

/** What a claim's shares are of, in the counted unit, by the first version that tells; null where none does. */
export function wholeOf({ versions }: Pick<Claim, 'versions'>): number | null {
  return versions.find(({ value }) => value?.of)?.value?.of ?? null;
}
