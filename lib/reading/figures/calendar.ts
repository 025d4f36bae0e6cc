/** Days, months and years as ISO text at the precision known, and what chrono finds as such atoms. */

import { inFigures } from '../patterns.ts';
import type { Span } from '../types.ts';
import { countsSomething } from './nouns.ts';

/** The page's own date. */
export interface Reference {
  year: number;
  month: number;
  day: number;
}

/** A date or period as one piece of a sentence, before "since", "to" and the like are read. */
export interface Atom extends Span {
  from: string;
  to: string;
  /** False where the year is a guess from the page's date, and may come from a neighbour ("May to October 2020"). */
  yearKnown: boolean;
  /** False where there is no page's date to guess from: dropped unless a neighbour brings the year. */
  usable: boolean;
  /** True where it already has two ends ("1 May to 3 June"), so that "from" before it opens nothing. */
  range: boolean;
  /** True where the year of its second end is only that of its first, and may be told behind ("until December of last year"). */
  endGuessed?: boolean;
}

/** The page's date from ISO text, or null where there is none or it is malformed. */
export function referenceOf(iso: string | null): Reference | null {
  const found = iso === null ? null : /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso);
  if (!found) return null;
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3] ?? 15) };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

export function isoMonth(year: number, month: number): string {
  return `${year}-${two(month)}`;
}

export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** The day `days` after the reference (before it where negative), as ISO text. */
export function dayFrom(reference: Reference, days: number): string {
  const date = new Date(Date.UTC(reference.year, reference.month - 1, reference.day + days));
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The day `days` after (or before) the day `iso`. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The month `months` after the reference's, as ISO text. */
export function monthFrom(reference: Reference, months: number): string {
  const count = reference.year * 12 + reference.month - 1 + months;
  return isoMonth(Math.floor(count / 12), (count % 12) + 1);
}

/** ISO text with another year, the same precision kept. */
export function withYear(iso: string, year: number): string {
  return String(year) + iso.slice(4);
}

/** What we use of a result of chrono. */
export interface ChronoDate {
  isCertain(component: 'day' | 'month' | 'year'): boolean;
  get(component: 'day' | 'month' | 'year'): number | null;
}

export interface ChronoResult {
  index: number;
  text: string;
  start: ChronoDate;
  end?: ChronoDate | null;
}

/** The names of our months as they are printed, with a capital; a stop may follow the short ones. */
export const MONTHS_PRINTED =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The number of a month, 1 to 12, by its name or the beginning of that in any case; 0 where it is none. */
export const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const MONTH_NAME =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)/;
const FULL_DIGITS = /\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/;
const SHORT_YEAR = /(?<=[a-z.]|\d),? \d{1,2}$/;
const COUNT_AS_DAY = /(?<=[A-Z][a-z]+\.?),? \d{1,2}$/;
const RECKONED = /\b(?:hours?|days?|weeks?|months?|years?) (?:after|before|from|since|ago|later|earlier)\b/i;
const AHEAD =
  /\b(?:will|next|coming|upcoming|plans?|due|expected|scheduled|expires?|would(?! have))\b[^.]{0,40}$|\bwill (?!not)(?:[^.,;()]|[.,]\d){0,80}$/i;
/** "In October the agency will …", "In December the ministry plans …" */
const AHEAD_BEHIND =
  /^,? (?!said|that)(?:[A-Za-z'-]+ (?!said|that)){0,5}(?:will|plans?|(?:is|are) (?:due|set|to|expected|scheduled))\b/;
const LIMIT = /\b(?:by|until|till|before) $/i;
const BACK = /\b(?:last|this past|past) $/i;

function isoOf(date: ChronoDate, year: number, withDay: boolean): string {
  const month = date.get('month') ?? 1;
  if (withDay && date.isCertain('day')) return isoDay(year, month, date.get('day') ?? 1);
  return date.isCertain('month') ? isoMonth(year, month) : String(year);
}

/** The year that a date without one means: the last such date before the page's, the next one where the words look ahead. */
function guessedYear(date: ChronoDate, reference: Reference, before: string, behind: string): number {
  const month = date.get('month') ?? 1;
  const day = date.isCertain('day') ? (date.get('day') ?? 1) : 1;
  const later = month > reference.month || (month === reference.month && day > reference.day);
  if (BACK.test(before)) return month >= reference.month ? reference.year - 1 : reference.year;
  if (AHEAD.test(before) || AHEAD_BEHIND.test(behind))
    return later || month === reference.month ? reference.year : reference.year + 1;
  // A limit is the nearer of the two: "by 30 June" in July lies back, "until October" ahead. So is a day of the next
  // weeks: one that is eleven months old would have its year.
  const ahead = (month - reference.month + 12) % 12;
  const near = LIMIT.test(before) ? 6 : date.isCertain('day') ? 1 : -1;
  if (ahead <= near && (ahead > 0 || later)) return later ? reference.year : reference.year + 1;
  return later ? reference.year - 1 : reference.year;
}

/** The number behind a month that counts what follows it ("in June, 5,000 wells", "in June 12 people") and is no day. */
function takenCount(sentence: string, start: number, end: number, text: string): RegExpExecArray | null {
  const day = COUNT_AS_DAY.exec(text);
  const counts =
    countsSomething(sentence.toLowerCase(), end) && /\b(?:[Ii]n|and) $/.test(sentence.slice(0, start).slice(-4));
  return day && (day[0].startsWith(',') || /^,\d{3}/.test(sentence.slice(end, end + 4)) || counts) ? day : null;
}

/**
 * What chrono found in `sentence` as an atom, or null where it is no date that names its month ("may 12 people",
 * "9/11", "on Friday").
 */
export function atomOfDate(sentence: string, result: ChronoResult, reference: Reference | null): Atom | null {
  const { index, start } = result;
  const name = MONTH_NAME.exec(result.text);
  if (!name && !FULL_DIGITS.test(result.text)) return null;
  if (!start.isCertain('month') && !start.isCertain('year')) return null;
  // "16 days after 24 June" is reckoned by chrono to one day, which the text does not mean.
  if (RECKONED.test(result.text)) return null;
  // Part of an address ("…/2026/4/28/…").
  if (/[\w/]$/.test(sentence.slice(index - 1, index)) || sentence[index + result.text.length] === '/') return null;
  // A result may run on into a time ("March 2025 at 10") or begin with a weekday; the date itself is what counts.
  const text = result.text
    .replace(/(?:,? at)? \d{1,2}(?::\d{2})? ?(?:[ap]\.?m\.?)?$/i, tail => (/:|[ap]\.?m/i.test(tail) ? '' : tail))
    .replace(/(\b\d{4}),? (?:at )?\d{1,2}$/, '$1')
    .replace(/[, ]+$/, '');
  const end = result.end ?? null;
  const last = end ?? start;
  // "In June, 90 men" and "on 15 June 22 people" give no year: nobody prints two digits of it.
  const printed = start.isCertain('year') || (end?.isCertain('year') ?? false);
  const short = printed && !/\d{4}/.test(text) ? SHORT_YEAR.exec(text) : null;
  const yearKnown = printed && !short;
  const count = short || !COUNT_AS_DAY.test(text) ? null : takenCount(sentence, index, index + text.length, text);
  const withDay = count === null;
  const cut = short ?? count;
  const before = sentence.slice(Math.max(0, index - 100), index);
  let year = start.get('year') ?? 0;
  let lastYear = last.get('year') ?? year;
  if (!yearKnown) {
    const behind = sentence.slice(index + result.text.length, index + result.text.length + 60);
    // The end of a range tells its year: what "will be shut from 20 June to 5 September" has begun in a July.
    lastYear = reference ? guessedYear(last, reference, before, behind) : lastYear;
    year = lastYear - Number((start.get('month') ?? 1) > (last.get('month') ?? 1));
  } else if (end && !start.isCertain('year')) {
    lastYear = end.get('year') ?? year;
    year = (start.get('month') ?? 1) > (end.get('month') ?? 12) ? lastYear - 1 : lastYear;
  }
  // "15 August 3" is no year of ours; ISO text wants four digits.
  if (Math.min(year, lastYear) < 1000 || Math.max(year, lastYear) > 2999) return null;
  return {
    start: index,
    end: index + text.length - (cut ? cut[0].length : 0),
    from: isoOf(start, year, withDay),
    to: isoOf(last, lastYear, withDay),
    yearKnown,
    usable: yearKnown || reference !== null,
    range: end !== null,
    endGuessed: end !== null && start.isCertain('year') && !end.isCertain('year'),
  };
}

inFigures.add(MONTH_NAME, COUNT_AS_DAY, RECKONED, AHEAD, AHEAD_BEHIND, LIMIT, BACK);
