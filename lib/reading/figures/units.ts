/** Reads the unit words that make a number a share or a duration. */

import { inFigures } from '../patterns.ts';
import { at, has, opensWith, type Reading } from './normalise.ts';

export interface UnitMark {
  unit: string;
  end: number;
  /** How many of the unit one of the printed word is: 10 for decades. */
  factor: number;
}

const PERCENT =
  /(?: {0,2}%([- ]points?)?|(?: {1,2}|-)(?:((?:percentage|per ?cent(?:age)?)[ -]points?|ppts?|pps?)|per[ -]?cent|percentage|pct|pc)|pc|pct)(?![a-z0-9])/y;

/** The percent sign or word behind a number that ends at `place`, or null. */
export function percentAt(reading: Reading, place: number): Omit<UnitMark, 'factor'> | null {
  const found = opensWith('%p- ', reading.lower, place) ? at(PERCENT, reading.lower, place) : null;
  return found && { unit: found[1] || found[2] ? 'pp' : '%', end: place + found[0].length };
}

/** For patterns: the words of time that an article or a number counts. */
export const TIME_WORDS = 'year|month|week|day|hour|minute';
export const LONG_TIMES = 'decade|century|fortnight';

const DURATION = new RegExp(
  `(?:(?: {1,2}|-)(?:(?:calendar|full|whole|consecutive|long|more|straight|working|business|further|successive|school|fiscal) )?((?:${TIME_WORDS}|${LONG_TIMES}|yr|hr|min)s?|centuries|seconds|secs?|h)|-(second)|((?:${TIME_WORDS}|yr|hr|min|sec)s?|h)| (second)(?= ?(?:[.,;:)]|$)| (?:of|before|after|later|behind)\\b))(?![a-z])`,
  'y',
);

const LONGER = new Map<string, [string, number]>([
  ['yr', ['year', 1]],
  ['hr', ['hour', 1]],
  ['h', ['hour', 1]],
  ['min', ['minute', 1]],
  ['sec', ['second', 1]],
  ['decade', ['year', 10]],
  ['century', ['year', 100]],
  ['fortnight', ['week', 2]],
]);

/** A word of time, in the singular or plural, as one of the seven units, with how many of them it is. */
export function timeUnit(word: string): [unit: string, factor: number] {
  const one = word.replace(/ies$/, 'y').replace(/s$/, '');
  return LONGER.get(one) ?? [one, 1];
}

const SECONDS: Record<string, number> = {
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};

/** How many of the smaller unit are in one of the larger; 0 where that is no whole number. */
export function inUnits(larger: string, smaller: string): number {
  if (larger === 'year' && smaller === 'month') return 12;
  const many = (SECONDS[larger] ?? 1) / (SECONDS[smaller] ?? 1);
  return Number.isInteger(many) ? many : 0;
}

/** "20-year-old" and "20 years of age" are ages. */
const AGE_BEHIND = /[ -]olds?\b(?! (?:war|conflict|crisis))|[ ']* ?of age\b/y;

/** The word of time behind a number that ends at `place`, or null; `end` is -1 where it makes the number an age. */
export function durationAt({ lower }: Reading, place: number): UnitMark | null {
  const found = opensWith('cfwlmsbydh- ', lower, place) ? at(DURATION, lower, place) : null;
  if (!found) return null;
  const [unit, factor] = timeUnit(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '');
  const end = place + found[0].length;
  return { unit, end: opensWith("-o'a", lower, end) && has(AGE_BEHIND, lower, end) ? -1 : end, factor };
}

inFigures.add(PERCENT, DURATION, AGE_BEHIND);
