/**
 * Figures, dates and periods in the reader's language. Digits and separators come from `Intl`; the names of months,
 * scales and units from our own texts, because Chromium knows no Pashto (`ps` falls back to English there) and `Intl`
 * has no long form of "$3.63 billion".
 */
import { daysOf } from '../reading/comparing/dates.ts';
import { pointOf } from '../reading/matching/fit-figure.ts';
import type { Interval, Measure, Period } from '../reading/types.ts';
import { currentLocale, has, type MessageKey, t } from './translate.ts';

/** To make a formatter costs a hundred times what it costs to use one, and a chart needs dozens. */
const formatters = new Map<string, Intl.NumberFormat>();

/** A plain number as the language writes it. */
function numberInWords(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = currentLocale() + JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(currentLocale(), options);
  formatters.set(key, formatter);
  return formatter.format(value);
}

/** A part of a hundred: "43%". */
export const percentInWords = (percent: number, maximumFractionDigits: number): string =>
  numberInWords(percent / 100, { style: 'percent', maximumFractionDigits });

const SCALES = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
] as const;

/** "3.63 billion", "800,000", "12.5". */
function scaledInWords(value: number): string {
  const size = Math.abs(value);
  const scale = SCALES.find(([, factor]) => size >= factor);
  if (scale) return t(`scale.${scale[0]}`, { number: numberInWords(value / scale[1], { maximumFractionDigits: 2 }) });
  return numberInWords(value, { maximumFractionDigits: size < 100 ? 1 : 0 });
}

/** A value with its unit: "$3.63 billion", "23 million", "43%", "20 years". */
export function valueInWords(value: number, { kind, unit }: Measure): string {
  if (kind === 'share' && unit !== 'pp') return percentInWords(value, Math.abs(value) < 100 ? 1 : 0);
  const number = scaledInWords(value);
  if (kind === 'share') return t('unit.points', { number });
  if (!unit) return number;
  if (kind === 'money') {
    const key = `currency.${unit}`;
    return has(key) ? t(key, { amount: number }) : t('currency.other', { amount: number, currency: unit });
  }
  const key = `unit.${unit}`;
  return kind === 'duration' && has(key) ? t(key, { number, count: value }) : number;
}

/**
 * The numbers along an axis, as newspapers print them: the last one in full ("4 billion", "$4 billion"), the others as
 * bare numbers in its scale ("1", "2", "3"). Shares keep their sign, which is short.
 * @param ticks rising, in the unit of `measure`
 */
export function axisInWords(ticks: readonly number[], measure: Measure): string[] {
  const largest = Math.max(...ticks.map(Math.abs));
  const factor = SCALES.find(([, size]) => largest >= size)?.[1] ?? 1;
  // A last one that is smaller than the scale ("0") cannot name it.
  const allInFull = measure.kind === 'share' || Math.abs(ticks.at(-1) ?? 0) < factor;
  return ticks.map((tick, i) =>
    allInFull || i === ticks.length - 1
      ? valueInWords(tick, measure)
      : numberInWords(tick / factor, { maximumFractionDigits: 2 }),
  );
}

const QUALIFIED: Record<Exclude<Interval['qualifier'], 'exact'>, MessageKey> = {
  about: 'interval.about',
  nearly: 'interval.nearly',
  over: 'interval.over',
  under: 'interval.under',
  atLeast: 'interval.atLeast',
  atMost: 'interval.atMost',
};

/** An interval in words: "over $3.8 billion", "40 to 44 million". Empty where it has neither end. */
export function intervalInWords({ low, high, qualifier }: Interval, measure: Measure): string {
  if (low !== null && high !== null && low !== high && qualifier === 'exact')
    return t('interval.range', { low: valueInWords(low, measure), high: valueInWords(high, measure) });
  const point =
    qualifier === 'nearly' || qualifier === 'under' || qualifier === 'atMost' ? (high ?? low) : pointOf({ low, high });
  if (point === null) return '';
  const value = valueInWords(point, measure);
  return qualifier === 'exact' ? value : t(QUALIFIED[qualifier], { value });
}

const plain: Intl.NumberFormatOptions = { useGrouping: false };

/**
 * An ISO date at its own precision: "2025", "February 2025", "5 February 2025". In every language by the Gregorian
 * calendar, as pages and sources print it: a Solar Hijri year is not the same year. What is no date stays as it is.
 */
export function dateInWords(date: string): string {
  if (!daysOf(date)) return date;
  const [year = 0, month, day] = date.split('-').map(Number);
  const names = { year: numberInWords(year, plain), month: '', day: '' };
  if (month === undefined) return names.year;
  names.month = t(`month.m${month}` as 'month.m1');
  if (day === undefined) return t('date.month', names);
  return t('date.day', { ...names, day: numberInWords(day, plain) });
}

/** An ISO instant by the reader's own clock: "5 February 2025, 14:05". */
export function instantInWords(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = new Intl.DateTimeFormat(currentLocale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return t('date.instant', { day: dateInWords(day), time: time.format(at) });
}

/** Bytes as people count them: "2.4 MB", "77 GB". In words of ours: browsers have none in Dari and Pashto. */
export function sizeInWords(bytes: number): string {
  const [unit, of] = bytes < 1e9 ? (['size.mega', 1e6] as const) : (['size.giga', 1e9] as const);
  return t(unit, { size: numberInWords(bytes / of, { maximumSignificantDigits: 2 }) });
}

/** A period in words: "October 2021 to December 2024", "since March 2024", "2025". Null where there is none. */
export function periodInWords(period: Period | null): string | null {
  if (!period) return null;
  const { from, to } = period;
  if (from && to)
    return from === to ? dateInWords(from) : t('period.range', { from: dateInWords(from), to: dateInWords(to) });
  if (from) return t('period.since', { from: dateInWords(from) });
  return to ? t('period.until', { to: dateInWords(to) }) : null;
}
