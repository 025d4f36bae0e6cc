/** Tells by one walk over a sentence which kinds of words of time it has, so that a rule is tried only where it may find something. */

import { inFigures } from '../patterns.ts';
import { endOfDigits, endOfLetters, isDigit, smallAt } from './normalise.ts';
import { openingsOf, opensWord } from './openings.ts';

/** What a sentence may have; a sum of them is what it has. */
export const HAS = {
  /** Something without which no period is told. */
  time: 1,
  year: 2,
  month: 4,
  /** "this", "last", "next", "past" and the like. */
  relative: 8,
  /** What names a part of a year, month or decade. */
  part: 16,
  quarter: 32,
  /** "today", "yesterday", "ago". */
  near: 64,
  weekday: 128,
  /** Two numbers with a dash, a stroke or a point between. */
  joined: 256,
  decade: 512,
  /** Words of a number that may be a year. */
  spelled: 1024,
  /** "year", "month", "weeks", "days", "quarter". */
  unit: 2048,
} as const;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const { time, year, month, relative, part, quarter, near, weekday, decade, spelled, unit } = HAS;
const OPENING = openingsOf<number>([
  ...MONTHS.map(name => [name, time | month] as const),
  ...list('year month', time | unit),
  ...list('months', part | quarter),
  ...list('week', time | part),
  ...list('weeks days', unit),
  ...list('fy', time | year),
  ...list('weekend', weekday),
  ...list('decade', time),
  ...list('quarter', time | part | quarter | unit),
  ...list('half', part | quarter),
  ...list('today yesterday ago', time | near),
  ...list('past', time | relative),
  ...list('this last next previous current coming preceding', relative),
  ...list('spring summer autumn winter', time | part),
  ...list('mid early late middle beginning start end close three fall ten', part),
  ...list('fifties sixties seventies eighties nineties noughties', time | decade),
  ...list('twenty', time | spelled | decade),
  ...list('eighteen nineteen', time | spelled),
  ...list('seventeen', spelled),
  ...list('thousand', spelled | decade),
]);

function list(words: string, bits: number): (readonly [string, number])[] {
  return words.split(' ').map(word => [word, bits] as const);
}

/** Years of our calendar, and the Afghan and Iranian solar years 1380 to 1409. */
const YEAR = /(?:1[89]|20)\d\d|1(?:3[89]|40)\d/;
const JOINT = /^ ?[-–—/.] ?[\da-z]/;
const DECADE_BEHIND = /^'?s\b/;
const BEFORE = /\b(?:first|second|\w*o|\w*ne) $/;

function ofWord(plain: string, lower: string, place: number, end: number): number {
  let bits = 0;
  for (const [word, meaning] of OPENING(lower, place)) {
    // A month has its capital: "may", "march" and "second" stand for much else.
    if (meaning & month ? plain.charCodeAt(place) < 97 : lower.startsWith(word, place)) bits |= meaning;
  }
  if (lower.startsWith('day', end - 3)) bits |= 'nseir'.includes(lower.charAt(end - 4)) ? time | weekday : time;
  // "Q2", "H1"
  if (end === place + 1 && isDigit(lower, end)) bits |= lower[place] === 'q' ? time | part | quarter : part;
  // "the first half", "two thousand": a half and a thousand alone are no times.
  if (bits & (quarter | spelled) && BEFORE.test(lower.slice(Math.max(0, place - 8), place))) bits |= time;
  return bits;
}

function ofNumber(lower: string, place: number, end: number): number {
  let bits = end - place >= 4 && YEAR.test(lower.slice(place, end)) ? HAS.time | HAS.year : 0;
  if (' -–—/.'.includes(lower.charAt(end)) && JOINT.test(lower.slice(end, end + 4))) bits |= HAS.joined;
  if (lower[end - 1] === '0' && DECADE_BEHIND.test(lower.slice(end, end + 3))) bits |= time | decade;
  return bits;
}

/** The sum of what the sentence has of `HAS`; takes it in plain characters, and the same in small letters. */
export function timesIn(plain: string, lower: string): number {
  let bits = 0;
  let place = 0;
  while (place < lower.length) {
    if (smallAt(lower, place)) {
      const end = endOfLetters(lower, place);
      if (opensWord(lower, place)) bits |= ofWord(plain, lower, place, end);
      place = end;
    } else if (isDigit(lower, place)) {
      const end = endOfDigits(lower, place);
      bits |= ofNumber(lower, place, end);
      place = end;
    } else place += 1;
  }
  return bits;
}

inFigures.add(YEAR, JOINT, DECADE_BEHIND, BEFORE);
