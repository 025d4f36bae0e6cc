/** Reads the unit words that make a number a share or a duration. */

import { at, type Reading } from './normalise.ts';

export interface UnitMark {
  unit: string;
  end: number;
  /** How many of the unit one of the printed word is: 10 for decades. */
  factor: number;
}

const PERCENT =
  /(?: {0,2}(?:%|٪)([- ]points?)?|(?: {1,2}|-)(?:(percentage(?: |-)points?|per ?cent(?:age)?(?: |-)points?|ppts?|pps?)|per ?cent|per-cent|percentage|pct|pc)|(?:pc|pct))(?![a-z0-9])/y;

/** The percent sign or word behind a number that ends at `place`, or null. */
export function percentAt(reading: Reading, place: number): UnitMark | null {
  const found = at(PERCENT, reading.lower, place);
  if (!found) return null;
  return { unit: found[1] || found[2] ? 'pp' : '%', end: place + found[0].length, factor: 1 };
}

const DURATION =
  /(?:(?: {1,2}|-)(?:(?:calendar|full|whole|consecutive|long|more|solid|straight|additional|working|business|further|successive|school|fiscal|academic|light|short) )?(years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds|secs?|decades?|century|centuries|fortnights?)|-(second)|(yrs?|hrs?))(?![a-z])/y;

const DURATIONS = new Map<string, [string, number]>(
  Object.entries({
    yr: ['year', 1],
    hr: ['hour', 1],
    min: ['minute', 1],
    sec: ['second', 1],
    decade: ['year', 10],
    century: ['year', 100],
    fortnight: ['week', 2],
  }),
);

/** A word of time as one of the seven units, with how many of them it is; null for any other word. */
export function timeUnit(word: string): [unit: string, factor: number] | null {
  const one = word === 'centuries' ? 'century' : word.replace(/s$/, '');
  if (/^(?:year|month|week|day|hour|minute|second)$/.test(one)) return [one, 1];
  return DURATIONS.get(one) ?? null;
}

/** "20-year-old" and "20 years of age" are ages. */
const AGE_BEHIND = /(?:-| )old\b(?! (?:war|conflict|insurgency|crisis|struggle))|(?: |')* ?of age\b|-olds?\b/y;

/** The word of time behind a number that ends at `place`, or null; `end` is -1 where it makes the number an age. */
export function durationAt(reading: Reading, place: number): UnitMark | null {
  const found = at(DURATION, reading.lower, place);
  const word = found?.[1] ?? found?.[2] ?? found?.[3];
  const unit = word ? timeUnit(word) : null;
  if (!found || !unit) return null;
  const end = place + found[0].length;
  AGE_BEHIND.lastIndex = end;
  return { unit: unit[0], end: AGE_BEHIND.test(reading.lower) ? -1 : end, factor: unit[1] };
}
