/** What of a comparison can stand on one date axis and one axis of values, all in the claim's own measure. */
import { intervalInWords } from '@/lib/i18n/formats';
import { daysOf, samePeriod } from '@/lib/reading/comparing/dates';
import { overlap } from '@/lib/reading/comparing/intervals';
import { isComparable, voiceOf } from '@/lib/reading/comparing/verdict';
import { pointOf } from '@/lib/reading/matching/fit-figure';
import { measureFactor, measureOfVersion, wholeOf } from '@/lib/reading/measures';
import type { ComparedVersion, Comparison } from '@/lib/reading/reading';
import type { Claim, Measure, Source, Version } from '@/lib/reading/types';

/** A value between bounds, in the claim's measure; null is an open end. */
export interface ChartedValue {
  point: number;
  low: number | null;
  high: number | null;
}

/** A version in the chart. Days are counted since 1970. */
export interface ChartedVersion extends ChartedValue {
  version: Version;
  source: Source;
  /** The value in words, in the version's own measure. */
  words: string;
  /** The day that it stands at: the end of what it counts, or the middle of the time that it speaks for. */
  day: number;
  /** Since when it counts; -Infinity where its period has no beginning, null where it has no period. */
  since: number | null;
  /** Whether it was the latest one at the time. */
  inForce: boolean;
  /** The earlier version in the chart that it says again in the same voice; null where there is none. */
  echoOf: string | null;
}

export interface Charted {
  measure: Measure;
  /** By day. A chart wants two of them. */
  versions: ChartedVersion[];
  /** Those that count something else in the same measure; they are drawn where `versions` are too few (ScopedFigures.tsx). */
  others: ChartedVersion[];
  /** The page's figure, with the value that it prints in words; null where there is no page. */
  page: (ChartedValue & { words: string }) | null;
  /** How many versions have another scope or measure, and cannot stand on the same axes; `others` are among them. */
  leftOut: number;
}

type Drawn = Pick<ComparedVersion, 'version' | 'source' | 'inForce' | 'range'>;

const scaled = (value: number | null, factor: number) => (value === null ? null : value * factor);

/** The end of a version's period (the day that it speaks for, where that lies within), else the middle of its `asOf`. */
function dayOf({ asOf, period }: Version): number | null {
  const spoken = daysOf(asOf);
  const end = period?.to ? daysOf(period.to)?.last : undefined;
  const begin = period?.from ? daysOf(period.from)?.first : undefined;
  if (!spoken) return end ?? null;
  const middle = (spoken.first + spoken.last) / 2;
  return end === undefined || (middle < end && middle >= (begin ?? Number.NEGATIVE_INFINITY)) ? middle : end;
}

/** The unit that a version counts, where that is another than the claim's: countries are no missions. Null else. */
export function countedIn({ value }: Version, { kind, unit }: Measure): string | null {
  // Other units than those of counted things can be turned into the claim's, or are left out with those that cannot.
  const own = kind === 'count' && value?.unit !== '%' ? value?.unit : undefined;
  return own === undefined || own === unit ? null : own;
}

function sinceOf({ period }: Version): number | null {
  if (!period) return null;
  return (period.from && daysOf(period.from)?.first) || Number.NEGATIVE_INFINITY;
}

/** Puts versions of one scope on common axes. Those that cannot be turned into the claim's measure are left out. */
export function chartVersions(measure: Measure, drawn: readonly Drawn[], whole: number | null): ChartedVersion[] {
  const versions = drawn.flatMap(({ version, source, inForce, range }) => {
    const { value } = version;
    const own = measureOfVersion(measure, version);
    const factor = measureFactor(own, measure, value?.of ?? whole);
    const point = value && pointOf(value);
    const day = dayOf(version);
    if (!value || factor === null || point == null || day === null) return [];
    return {
      version,
      source,
      inForce,
      words: intervalInWords(value, own),
      point: point * factor,
      low: value.low === null ? null : scaled(range?.low ?? value.low, factor),
      high: value.high === null ? null : scaled(range?.high ?? value.high, factor),
      day,
      since: sinceOf(version),
    };
  });
  versions.sort((a, b) => a.day - b.day);
  return versions.map((one, i) => ({
    ...one,
    echoOf: versions.slice(0, i).find(earlier => isEcho(one, earlier))?.version.id ?? null,
  }));
}

/** Whether one voice says the same again. What it gives for another time, or has revised, is a version of its own. */
function isEcho(one: Omit<ChartedVersion, 'echoOf'>, earlier: Omit<ChartedVersion, 'echoOf'>): boolean {
  const [a, b] = [one.version, earlier.version];
  return (
    voiceOf(a) === voiceOf(b) &&
    samePeriod(a.period, b.period, { a: a.asOf, b: b.asOf }) &&
    overlap(closed(one), closed(earlier))
  );
}

const closed = ({ low, high }: ChartedValue) => ({
  low: low ?? Number.NEGATIVE_INFINITY,
  high: high ?? Number.POSITIVE_INFINITY,
});

/**
 * What of a comparison is drawn. Versions about another time stay: to show which time each one is about is what the date
 * axis is for. Null for a claim without figures.
 */
export function chartedComparison({ claim, versions, figure }: Comparison): Charted | null {
  const { measure } = claim;
  if (claim.kind !== 'figure' || !measure) return null;
  const whole = wholeOf({ versions: versions.map(({ version }) => version) } as Pick<Claim, 'versions'>);
  const shown = versions.filter(({ relation }) => isComparable(relation) || relation.kind === 'other-period');
  const charted = chartVersions(measure, shown, whole);
  const apart = versions.filter(
    ({ version, relation }) => relation.kind === 'other-scope' && !countedIn(version, measure),
  );
  const others = chartVersions(measure, apart, whole);
  const factor = figure && measureFactor(figure, measure, whole);
  const point = figure && pointOf(figure);
  const page =
    figure && factor != null && point != null
      ? {
          point: point * factor,
          low: scaled(figure.low, factor),
          high: scaled(figure.high, factor),
          words: intervalInWords(
            figure.value === null ? figure : { ...figure, low: figure.value, high: figure.value },
            figure,
          ),
        }
      : null;
  return { measure, versions: charted, others, page, leftOut: versions.length - charted.length };
}
