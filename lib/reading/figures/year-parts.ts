/** Reads what chrono does not know: bare years, parts of a year, decades, and spans counted back from the page's date. */

import { inFigures } from '../patterns.ts';
import { type Atom, dayFrom, isoMonth, monthFrom, type Reference } from './calendar.ts';
import { isCitation } from './citations.ts';
import { allOf } from './normalise.ts';
import { countsSomething } from './nouns.ts';
import { count, readQuarters } from './quarters.ts';
import { HAS } from './time-words.ts';

/** Years of our calendar, and the Afghan and Iranian solar years 1380 to 1409. */
const YEAR = "((?:1[89]|20)\\d\\d|1(?:3[89]|40)\\d)(?![\\d%]|[,.]\\d|'?s\\b(?! [$€£]?\\d))";
const RELATIVE_YEAR =
  '(this|last|next|the previous|the current|the coming|the|that) (?:calendar |fiscal |financial )?year(?!s)';
const ANY_YEAR = `(?:(?:the )?(?:fiscal |financial |calendar |solar |Afghan |Persian )?(?:year )?(?:FY ?)?${YEAR}|${RELATIVE_YEAR})`;

/** First and last month of the named part. What "early", "mid" and "late" cover is a judgement: mid-2025 is June to July. */
const PARTS: [RegExp, number, number][] = [
  [/mid/i, 6, 7],
  [/(?:beginning|start)/i, 1, 1],
  [/early/i, 1, 4],
  [/late/i, 9, 12],
  [/end|close/i, 12, 12],
  [/first half|h1/i, 1, 6],
  [/(?:second|latter|other|last) half|h2/i, 7, 12],
  [/first quarter|q1/i, 1, 3],
  [/second quarter|q2/i, 4, 6],
  [/third quarter|q3/i, 7, 9],
  [/(?:fourth|last|final) quarter|q4/i, 10, 12],
  [/first three quarters/i, 1, 9],
  [/spring/i, 3, 5],
  [/summer/i, 6, 8],
  [/autumn|fall/i, 9, 11],
];

const PART = new RegExp(
  `(?:the )?\\b((?:very )?(?:mid|early|late|middle)(?: |-)(?:in )?|(?:middle|beginning|start|end|close) of |(?:(?:first|second|latter|other|last|final|third|fourth) (?:half|quarter|(?:\\w+|\\d+) months|three quarters))(?: of)? |(?:spring|summer|autumn|fall|winter),?(?: of)? |[QH][1-4],?(?: of)? )${ANY_YEAR}`,
  'gi',
);
const DECADE = /(?:the )?(?:(early|mid|late)(?: |-))?(?:((?:1[89]|20)\d)0'?s|'(\d)0s)\b/gi;
const SPLIT = /(?<![\d/.,-])((?:1[89]|20)\d\d)(?:\/|–|—|-| [-–—] )((?:1[89]|20)\d\d|\d\d)(?![\d%/]|[,.]\d|-\d)/g;
const BARE = new RegExp(
  `(?<![\\d/$€£.,#-]|[A-Za-z]-|[.,]\\d{0,3}|\\b(?:UNSCR|[Rr]esolutions?|No\\.) )${YEAR}(?! (?:Sanctions )?Committee|\\/\\d|-\\d|[A-Za-z]{2})`,
  'g',
);
/** "FY25", "FY24-25": named by the year in which it ends, as others are. */
const SHORT_FISCAL = /\bFY ?(?:(\d\d)[-/])?(\d\d)(?![\d/-])/g;
/** "This winter" may be either side of the year; "2.8 per cent this year and 3.4 next" leaves a word out. */
const LAST_UNIT =
  /\b(?!this winter)(this|last|(?:the )?next|the previous|the following|the current|the coming) (?:calendar |fiscal |financial )?(year|month|week|quarter(?! of\b)|(?:spring|summer|autumn|winter)(?!'))(?!s|end|-)\b|(?<=\bthis year,? and [^;,]{1,40})\bnext(?=[.,;]|$)/gi;
const BACK =
  /\b(?:(?:over|in|during|within|for|across|throughout) )?(?:the )?(?:past|last|previous|preceding) (?:(few|several|couple of|\d{1,3}|[a-z]+(?:-[a-z]+)?) )?(years?|months?|weeks?|days?|decades?)\b/gi;
const AGO = /\b(an?|\d{1,3}|[a-z]+(?:-[a-z]+)?) (years?|months?|weeks?|days?|decades?) ago\b/gi;
/** "at today's rate" dates nothing. */
const DAY_WORD = /\b(yesterday|today(?!'s))\b/gi;
/** The last year that stands in digits before `place`, or null. */
function namedBefore(sentence: string, place: number): number | null {
  const named = allOf(NAMED, sentence.slice(0, place)).at(-1)?.[0];
  return named ? Number(named) : null;
}

/** The year that `word` means; "the" and "that" one is the last that the sentence named. */
function relativeYear(word: string, reference: Reference | null, before: string): number | null {
  const named = /^th(?:e|at)$/i.test(word) ? namedBefore(before, before.length) : null;
  if (named !== null) return named;
  if (!reference || /that/i.test(word)) return null;
  if (/last|previous/i.test(word)) return reference.year - 1;
  return /next|coming/i.test(word) ? reference.year + 1 : reference.year;
}

function atom(start: number, end: number, from: string, to: string): Atom {
  return { start, end, from, to, yearKnown: true, usable: true, range: false };
}

/** From one month of a year to another; a solar year begins in March, and its months with their last third in ours. */
function months(year: number, first: number, last: number): [string, string] {
  if (year >= 1800) return [isoMonth(year, first), isoMonth(year, last)];
  const march = { year: year + 621, month: 3, day: 21 };
  return [monthFrom(march, first - 1), monthFrom(march, last)];
}

function partOfYear(words: string, year: number): [string, string] | null {
  if (/winter/i.test(words)) return [isoMonth(year, 12), isoMonth(year + 1, 2)];
  const [, side, word] = /(first|last) (\w+) months/i.exec(words) ?? [];
  const length = side ? count(word) : null;
  if (length) return /first/i.test(side ?? '') ? months(year, 1, length) : months(year, 13 - length, 12);
  for (const [name, first, last] of PARTS) if (name.test(words)) return months(year, first, last);
  return /middle/i.test(words) ? months(year, 6, 7) : null;
}

/** So many units before the reference, at the unit's own precision. */
function before(reference: Reference, amount: number, unit: string): string {
  if (unit.startsWith('decade')) return String(reference.year - 10 * amount);
  if (unit.startsWith('year')) return String(reference.year - amount);
  if (unit.startsWith('month')) return monthFrom(reference, -amount);
  return dayFrom(reference, unit.startsWith('week') ? -7 * amount : -amount);
}

function nowLike(reference: Reference, unit: string): string {
  return before(reference, 0, unit);
}

/** Monday to Sunday of the week so many weeks after the reference's. */
function week(reference: Reference, weeks: number): [string, string] {
  const weekday = (new Date(Date.UTC(reference.year, reference.month - 1, reference.day)).getUTCDay() + 6) % 7;
  return [dayFrom(reference, 7 * weeks - weekday), dayFrom(reference, 7 * weeks - weekday + 6)];
}

function lastUnit(word: string, unit: string, reference: Reference): [string, string] {
  const step = /last|previous/i.test(word) ? -1 : /next|coming/i.test(word) ? 1 : 0;
  if (unit === 'week') return week(reference, step);
  if (unit === 'quarter') {
    const last = { ...reference, month: 3 * Math.ceil(reference.month / 3) };
    return [monthFrom(last, 3 * step - 2), monthFrom(last, 3 * step)];
  }
  const season = unit === 'year' || unit === 'month' ? null : partOfYear(unit, reference.year);
  if (season) {
    // The last one that is over since a month, the next one to begin, or this year's.
    const over = Number(season[step < 0 ? 1 : 0] < monthFrom(reference, Math.min(0, step)));
    const year = reference.year + (step > 0 ? over : step < 0 ? over - 1 : 0);
    return partOfYear(unit, year) ?? season;
  }
  const one = unit === 'year' ? String(reference.year + step) : monthFrom(reference, step);
  return [one, one];
}

const LONGEST_NAME = 40;

/**
 * The periods of `sentence` (in plain characters) by our own rules, outside of `taken`, sorted as they were found; those
 * that count from the page's date need `reference`.
 */
export function readOwnAtoms(sentence: string, has: number, reference: Reference | null, taken: Atom[]): Atom[] {
  const atoms: Atom[] = [];
  const free = (start: number, end: number): boolean =>
    ![...taken, ...atoms].some(one => one.start < end && start < one.end);
  const add = (start: number, end: number, period: [string, string] | null): void => {
    if (period && end - start <= LONGEST_NAME + 20 && free(start, end))
      atoms.push(atom(start, end, period[0], period[1]));
  };

  // Each pattern costs a walk over the sentence: none is run where its words are missing.
  const parts = has & HAS.part && has & (HAS.year | HAS.unit);
  for (const found of parts ? allOf(PART, sentence) : []) {
    const before = sentence.slice(0, found.index);
    const year = found[2] ? Number(found[2]) : relativeYear(found[3] ?? '', reference, before);
    if (year !== null) add(found.index, found.index + found[0].length, partOfYear(found[1] ?? '', year));
  }
  for (const found of has & HAS.decade ? allOf(DECADE, sentence) : []) {
    const first = found[2] ? Number(`${found[2]}0`) : 1900 + 10 * Number(found[3]);
    const part = (found[1] ?? '').toLowerCase();
    const [low, high] = part === 'early' ? [0, 3] : part === 'mid' ? [4, 6] : part === 'late' ? [7, 9] : [0, 9];
    add(found.index, found.index + found[0].length, [String(first + low), String(first + high)]);
  }
  for (const found of has & HAS.year && has & HAS.joined ? allOf(SPLIT, sentence) : []) {
    const [first, last] = [found[1] ?? '', found[2] ?? ''];
    const end = last.length === 2 ? first.slice(0, 2) + last : last;
    if (end > first) add(found.index, found.index + found[0].length, [first, end]);
  }
  for (const found of has & HAS.year ? allOf(SHORT_FISCAL, sentence) : []) {
    const years: [string, string] = [`20${found[1] ?? found[2]}`, `20${found[2]}`];
    add(found.index, found.index + found[0].length, years);
  }
  if (reference && has & HAS.quarter) readQuarters(sentence, reference, add);
  if (reference && has & (HAS.relative | HAS.near)) readRelative(sentence, has, reference, add);
  for (const found of has & HAS.year ? allOf(BARE, sentence) : []) {
    const year = found[1] ?? '';
    const end = found.index + found[0].length;
    const inYear = /(?:\b(?:in|since|until|year|the|of|for|by|from|during|before|after|to|and|late|early)|\() $/i.test(
      sentence.slice(0, found.index).slice(-8),
    );
    if (year < '1900' && !inYear) continue;
    const solar = year < '1500';
    if (solar && (countsSomething(sentence.toLowerCase(), end) || / of $/.test(sentence.slice(0, end - 4)))) continue;
    if (isCitation(sentence, end - year.length, end)) continue;
    if (!inYear && countsSomething(sentence.toLowerCase(), end)) continue;
    if (/^(?: ?%| ?per ?cent| (?:million|billion|thousand))/.test(sentence.slice(end, end + 10))) continue;
    const fiscal = /\b(?:FY ?|(?:fiscal|financial|calendar) year )$/i.exec(
      sentence.slice(0, end - year.length).slice(-16),
    );
    add(end - year.length - (fiscal ? fiscal[0].length : 0), end, solar ? months(Number(year), 1, 12) : [year, year]);
  }
  return atoms;
}

const NAMED = /\b(?:19|20)\d\d\b/g;
function readRelative(
  sentence: string,
  has: number,
  reference: Reference,
  add: (start: number, end: number, period: [string, string] | null) => void,
): void {
  for (const found of has & HAS.relative ? allOf(BACK, sentence) : []) {
    const unit = (found[2] ?? '').toLowerCase();
    // "last year" and "last week" are calendar years and weeks; "the past year" and "the last decade" count back.
    if (!found[1] && /last|previous|preceding/i.test(found[0]) && !unit.startsWith('decade')) continue;
    const vague = /few|several|couple/i.test(found[1] ?? '');
    const amount = vague ? null : count(found[1]);
    if (amount === null) continue;
    const fine = unit === 'year' && amount === 1 ? 'month' : unit;
    const from = fine === 'month' && unit === 'year' ? monthFrom(reference, -12) : before(reference, amount, unit);
    add(found.index, found.index + found[0].length, [from, nowLike(reference, fine)]);
  }
  for (const found of has & HAS.near ? allOf(AGO, sentence) : []) {
    const amount = count(found[1]);
    if (amount === null) continue;
    const then = before(reference, amount, (found[2] ?? '').toLowerCase());
    add(found.index, found.index + found[0].length, [then, then]);
  }
  for (const found of has & HAS.relative ? allOf(LAST_UNIT, sentence) : []) {
    // "in 2022 …, and the next year": reckoned from the year that stands before.
    const named = /^the (?:n|p|f)/i.test(found[1] ?? '') ? namedBefore(sentence, found.index) : null;
    const following = /following/i.test(found[1] ?? '');
    if (following && named === null) continue;
    if (named !== null && /^year$/i.test(found[2] ?? '')) {
      const one = String(named + (/previous/i.test(found[1] ?? '') ? -1 : 1));
      add(found.index, found.index + found[0].length, [one, one]);
      continue;
    }
    add(
      found.index,
      found.index + found[0].length,
      lastUnit(found[1] ?? 'next', (found[2] ?? 'year').toLowerCase(), reference),
    );
  }
  for (const found of has & HAS.near ? allOf(DAY_WORD, sentence) : []) {
    const day = dayFrom(reference, /yesterday/i.test(found[0]) ? -1 : 0);
    add(found.index, found.index + found[0].length, [day, day]);
  }
}

inFigures.add(PART, BARE, LAST_UNIT, BACK, SHORT_FISCAL);
