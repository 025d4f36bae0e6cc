/** Reads dates that chrono reads wrongly or not at all: the year first, months in digits, weeks of a year or month, decades in words. */

import { inFigures } from '../patterns.ts';
import { type Atom, isoDay, isoMonth, MONTHS_PRINTED, monthNumber, type Reference } from './calendar.ts';
import { allOf } from './normalise.ts';
import { HAS } from './time-words.ts';

const MONTH = `(${MONTHS_PRINTED})(?![a-z])\\.?`;
const YEAR = '((?:19|20)\\d\\d)';
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** "2016, November" and "2016 the third quarter", "2016 Q3". */
const YEAR_FIRST = new RegExp(
  `\\b${YEAR}(?: ?,? |(?=[QH]))(?:${MONTH}(?! ?\\d)|(?:the )?(?:Q([1-4])|H([12])|([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) ([Qq]uarter|[Hh]alf)))(?!\\w)`,
  'gi',
);
/** "2016/11", "11-2016"; "2011-12" are two years. */
const IN_DIGITS = new RegExp(`(?<![\\d/.-])(?:${YEAR} ?[-/] ?(\\d{1,2})|(\\d{1,2}) ?[-/] ?${YEAR})(?![\\d/.%-])`, 'g');
/** "Jan-April 2023", "the Oct-Dec quarter" */
const MONTH_TO_MONTH = new RegExp(
  `\\b(${MONTHS_PRINTED})\\.? ?[-–—/] ?${MONTH}(?!,? ?\\d{1,2}(?!\\d))(?: (?:quarter|period)(?: of)?(?= (?:19|20)))?(?:,? ${YEAR}(?!\\d))?`,
  'g',
);
const WEEK = new RegExp(
  `\\b(?:the )?([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal) ([Ww]eek|[Hh]alf|[Tt]en [Dd]ays) (?:of|in) (?:${MONTH}(?:,? (?:of )?${YEAR})?|${YEAR})(?!\\w)`,
  'g',
);
/** "in the eighties", "the late '70s", "the noughties", "the twenty-tens"; "in her eighties" is an age. */
const DECADE =
  /\b(?:the|in) (?:(early|mid|late)(?: |-))?(?:(?:nineteen(?: |-))?(fift|sixt|sevent|eight|ninet)ies|'?([2-9])0'?s|(noughties|two thousands)|((?:twenty|two thousand and)[- ]te{1,2}ns))\b/gi;
const DECADES = ['fift', 'sixt', 'sevent', 'eight', 'ninet'];
const PARTS: Record<string, [number, number]> = { early: [0, 3], mid: [4, 6], late: [7, 9] };

const HALF = 15;
const LENGTHS: Record<string, number> = { half: HALF, 'ten days': 10 };

const DAY = 86_400_000;

function atom(found: RegExpExecArray, from: string, to: string): Atom {
  const end = found.index + found[0].length;
  return { start: found.index, end, from, to, yearKnown: true, usable: true, range: false };
}

const months = (year: number, first: number, last: number): [string, string] => [
  isoMonth(year, first),
  isoMonth(year, last),
];

function isoOf(time: number): string {
  const date = new Date(time);
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Monday to Sunday of the year's week by ISO 8601: the first one holds 4 January. The last one is counted from the next year. */
function weekOfYear(year: number, week: number | null): [string, string] {
  const fourth = Date.UTC(week === null ? year + 1 : year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + ((week ?? 0) - 1) * 7 * DAY;
  return [isoOf(monday), isoOf(monday + 6 * DAY)];
}

/** So many days of a month: the first to the seventh, and so on; the last seven where it is the last week. */
function daysOfMonth(year: number, month: number, part: number | null, length: number): [string, string] {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = part === null ? last - length + 1 : length * (part - 1) + 1;
  const end = length === HALF && part === 2 ? last : first + length - 1;
  return [isoDay(year, month, first), isoDay(year, month, end)];
}

function yearFirst(found: RegExpExecArray): Atom | null {
  const [, digits, month, quarter, half, ordinal, unit] = found;
  const year = Number(digits);
  const number = quarter ? Number(quarter) : half ? Number(half) : ORDINALS.indexOf((ordinal ?? '').toLowerCase()) + 1;
  // "In 2021, May said so", "in 2021 march organisers": no month, or a name as likely as one.
  if (month && (month === 'May' ? found[0].includes(',') : /^ma/.test(month))) return null;
  if (month) {
    const one = monthNumber(month);
    return atom(found, ...months(year, one, one));
  }
  const long = half || unit?.toLowerCase() === 'half' ? 6 : 3;
  return number * long <= 12 ? atom(found, ...months(year, (number - 1) * long + 1, number * long)) : null;
}

function inDigits(found: RegExpExecArray): Atom | null {
  const [year, month] = found[1] ? [Number(found[1]), Number(found[2])] : [Number(found[4]), Number(found[3])];
  const twoYears = found[1] !== undefined && found[2]?.length === 2 && month > year % 100;
  return month >= 1 && month <= 12 && !twoYears ? atom(found, ...months(year, month, month)) : null;
}

function week(found: RegExpExecArray, reference: Reference | null): Atom | null {
  const [, ordinal, unit = '', month, yearOfMonth, year] = found;
  const number = ORDINALS.indexOf((ordinal ?? '').toLowerCase()) + 1 || null;
  const length = LENGTHS[unit.toLowerCase()] ?? 7;
  if (year) return length === 7 ? atom(found, ...weekOfYear(Number(year), number)) : null;
  const one = monthNumber(month ?? '');
  if (!yearOfMonth && !reference) return null;
  const known = yearOfMonth ? Number(yearOfMonth) : (reference?.year ?? 0) - (one > (reference?.month ?? 0) ? 1 : 0);
  return atom(found, ...daysOfMonth(known, one, number, length));
}

function monthToMonth(found: RegExpExecArray, reference: Reference | null): Atom | null {
  const [first = 0, last = 0] = [found[1], found[2]].map(name => monthNumber(name ?? ''));
  if (first >= last || (!found[3] && !reference)) return null;
  const year = found[3] ? Number(found[3]) : (reference?.year ?? 0) - Number(last > (reference?.month ?? 0));
  return { ...atom(found, ...months(year, first, last)), range: true, yearKnown: found[3] !== undefined };
}

function decade(found: RegExpExecArray): Atom {
  const [, , word, digit, noughties, teens] = found;
  const tens = noughties ? 10 : teens ? 11 : digit ? Number(digit) : DECADES.indexOf((word ?? '').toLowerCase()) + 5;
  const [low, high] = PARTS[(found[1] ?? '').toLowerCase()] ?? [0, 9];
  return atom(found, String(1900 + 10 * tens + low), String(1900 + 10 * tens + high));
}

/** Without it there is no month joined to another. */
const JOINED_MONTHS = /[a-z].? ?[-–—/] ?[ADFJMNOS][a-z]{2}/;

/** The dates of `sentence` (in plain characters) in these forms, in order; those without a year need `reference`. */
export function readWrittenDates(sentence: string, has: number, reference: Reference | null): Atom[] {
  const atoms: Atom[] = [];
  const add = (pattern: RegExp, read: (found: RegExpExecArray) => Atom | null) => {
    for (const found of allOf(pattern, sentence)) {
      const one = read(found);
      if (one && !atoms.some(other => other.start < one.end && one.start < other.end)) atoms.push(one);
    }
  };
  if (has & HAS.part && has & (HAS.month | HAS.year)) add(WEEK, found => week(found, reference));
  if (has & HAS.year) {
    add(YEAR_FIRST, yearFirst);
    if (has & HAS.joined) add(IN_DIGITS, inDigits);
  }
  if (has & HAS.month && JOINED_MONTHS.test(sentence)) add(MONTH_TO_MONTH, found => monthToMonth(found, reference));
  if (has & HAS.decade) add(DECADE, decade);
  return atoms;
}

inFigures.add(YEAR_FIRST);
