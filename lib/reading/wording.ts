/** Says comparisons in plain words: for the popover, the command line and screen readers alike. */
import { daysOf } from './comparing/dates.ts';
import { isComparable, voiceOf } from './comparing/verdict.ts';
import { pointOf } from './matching/fit-figure.ts';
import { measureOfVersion } from './measures.ts';
import type { ComparedVersion, Comparison } from './reading.ts';
import type { Interval, Measure, Period, StatusValue } from './types.ts';

const LOCALE = 'en';

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** The sign of a currency as English readers write it: "$", "€", "AFN ". */
function currencySign(currency: string): string {
  const parts = new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).formatToParts(0);
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return /\p{L}$/u.test(sign) ? `${sign} ` : sign;
}

/** A value with its unit: "$3.63 billion", "23 million", "43%", "20 years". */
export function valueInWords(value: number, measure: Measure): string {
  const size = Math.abs(value);
  const compact = size >= 1_000_000;
  const number = new Intl.NumberFormat(LOCALE, {
    notation: compact ? 'compact' : 'standard',
    compactDisplay: 'long',
    maximumFractionDigits: compact ? 2 : size < 100 ? 1 : 0,
  }).format(value);
  const { kind, unit } = measure;
  if (kind === 'money' && unit) return `${currencySign(unit)}${number}`;
  if (kind === 'share') return unit === 'pp' ? `${number} points` : `${number}%`;
  if (kind === 'duration' && unit) return `${number} ${unit}${value === 1 ? '' : 's'}`;
  return number;
}

const QUALIFIERS: Record<Interval['qualifier'], string> = {
  exact: '',
  about: 'about ',
  nearly: 'nearly ',
  over: 'over ',
  under: 'under ',
  atLeast: 'at least ',
  atMost: 'at most ',
};

/** An interval in words: "over $3.8 billion", "40 to 44 million". */
export function intervalInWords({ low, high, qualifier }: Interval, measure: Measure): string {
  const said = QUALIFIERS[qualifier];
  if (low !== null && high !== null && low !== high && qualifier === 'exact')
    return `${valueInWords(low, measure)} to ${valueInWords(high, measure)}`;
  const point =
    qualifier === 'nearly' || qualifier === 'under' || qualifier === 'atMost' ? (high ?? low) : pointOf({ low, high });
  return point === null ? '' : `${said}${valueInWords(point, measure)}`;
}

/** An ISO date at its own precision: "2025", "February 2025", "5 February 2025". */
export function dateInWords(date: string): string {
  const days = daysOf(date);
  if (!days) return date;
  const parts = date.split('-').length;
  return new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(days.first * 86_400_000));
}

/** A period in words: "October 2021 to December 2024", "since March 2024", "2025". Null where there is none. */
export function periodInWords(period: Period | null): string | null {
  if (!period) return null;
  const { from, to } = period;
  if (from && to) return from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
  if (from) return `since ${dateInWords(from)}`;
  return to ? `until ${dateInWords(to)}` : null;
}

function percent(difference: number): string {
  const size = Math.abs(difference);
  // Beyond a tripling a percentage is harder to grasp than a multiple.
  if (size >= 300) return `${(1 + size / 100).toFixed(size >= 900 ? 0 : 1)} times as high`;
  return `${size.toFixed(size < 10 ? 1 : 0).replace(/\.0$/, '')}% ${difference > 0 ? 'higher' : 'lower'}`;
}

/** The measure that a version's own value is given in. */
export function measureOf(comparison: Comparison, { version }: ComparedVersion): Measure {
  return measureOfVersion(comparison.claim.measure ?? { kind: 'count', unit: null }, version);
}

function distance(comparison: Comparison, compared: ComparedVersion): string {
  const { difference, amount } = compared.relation;
  if (amount === null) return '';
  const own = measureOf(comparison, compared);
  const measure = own.kind === comparison.claim.measure?.kind ? own : comparison.claim.measure;
  const by = valueInWords(Math.abs(amount), measure ?? own);
  // Of nothing there is no percentage.
  const words = difference === null ? (amount > 0 ? 'higher' : 'lower') : percent(difference);
  return `${words} (${amount > 0 ? '+' : '−'}${by})`;
}

/** How the page's statement stands to one version, in a few words. */
export function relationInWords(comparison: Comparison, compared: ComparedVersion): string {
  const { relation, version } = compared;
  const period = periodInWords(version.period);
  switch (relation.kind) {
    case 'agrees':
      if (comparison.claim.kind !== 'figure') return 'Says the same';
      return Math.abs(relation.difference ?? 0) < 0.05 ? 'Same figure' : 'Fits this figure';
    case 'higher':
    case 'lower':
      return `Page is ${distance(comparison, compared)}`;
    case 'other-value':
      return comparison.claim.kind === 'event' && period ? `Gives another date: ${period}` : 'Says otherwise';
    case 'other-period':
      return `Other period${period ? `: ${period}` : ''}`;
    case 'other-scope':
      return `Counts something else${version.scope ? `: ${version.scope.label}` : ''}`;
    case 'not-comparable':
      return 'Not compared';
  }
}

/** The name of a verdict, as a short label. */
export function verdictLabel(comparison: Pick<Comparison, 'verdict'>): string {
  const labels = {
    agrees: 'Agrees',
    'agrees-with-some': 'Agrees with some',
    differs: 'Differs',
    dated: 'Dated',
    context: 'Context',
  } as const;
  return labels[comparison.verdict];
}

/** The verdict in one plain sentence. It speaks of agreement and distance, never of true or false. */
export function verdictInWords(comparison: Comparison): string {
  const comparable = comparison.versions.filter(({ relation }) => isComparable(relation));
  const voices = (list: readonly ComparedVersion[]) => new Set(list.map(({ version }) => voiceOf(version))).size;
  const agreeing = voices(comparable.filter(({ relation }) => relation.kind === 'agrees'));
  const all = voices(comparable);
  const day = dateInWords(comparison.date.day);
  switch (comparison.verdict) {
    case 'agrees':
      if (agreeing < all) return 'The page agrees with the latest sourced version; it was otherwise before.';
      return all === 1
        ? 'The page agrees with the one source that can be compared.'
        : `The page agrees with all ${plural(all, 'independent source')}.`;
    case 'agrees-with-some':
      return `The page agrees with ${agreeing} of ${plural(all, 'independent source')}: they disagree.`;
    case 'differs': {
      const from = all === 1 ? 'the one source that can be compared' : `all ${plural(all, 'independent source')}`;
      return `The page differs from ${from}${nearestInWords(comparison, comparable)}.`;
    }
    case 'dated':
      return comparison.dated === 'since-revised'
        ? `The page agrees with what was sourced by ${day}; a later source says otherwise.`
        : `The page repeats an older version; by ${day} a newer one was out.`;
    case 'context':
      return 'The sources speak on this, but there is nothing to lay beside the page’s words.';
  }
}

/** How far the nearest version is away: ": 4.5% higher (+$170 million)"; empty where there are no figures. */
function nearestInWords(comparison: Comparison, comparable: readonly ComparedVersion[]): string {
  const apart = ({ relation }: ComparedVersion) => Math.abs(relation.difference ?? Number.POSITIVE_INFINITY);
  const [nearest] = [...comparable].sort((a, b) => apart(a) - apart(b));
  if (!nearest || nearest.relation.difference === null) return '';
  return `: ${distance(comparison, nearest)}${comparable.length > 1 ? ' than the nearest' : ''}`;
}

/** What the page says, short: its figure as printed, or the state of affairs that it asserts. */
export function statedInWords(comparison: Comparison): string {
  const { text, mark } = comparison.statement;
  return text.slice(mark.start, mark.end);
}

/** What a version says, short: its own figure words, or the label of its status. */
export function versionInWords(comparison: Comparison, compared: ComparedVersion): string {
  const { version } = compared;
  if (comparison.claim.kind === 'status') {
    const value = comparison.claim.values?.find((candidate: StatusValue) => candidate.id === version.status);
    return value?.label ?? '';
  }
  if (version.value && comparison.claim.kind === 'figure') {
    return intervalInWords(version.value, measureOf(comparison, compared));
  }
  return version.surface ?? '';
}
