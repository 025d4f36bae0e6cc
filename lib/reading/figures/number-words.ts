/** Reads numbers written in words, from "two" to "three hundred and fifty thousand", and knows all words of numbers. */

import { endOfDigits, endOfLetters, isDigit } from './normalise.ts';

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The numbers that one word tells. */
export const SMALL = new Map<string, number>([
  ...['zero', ...ONES, ...TEENS].map((word, index): [string, number] => [word, index]),
  ...TENS.map((word, index): [string, number] => [word, 10 * index + 20]),
]);

/** Scale words as powers of ten. */
export const SCALES = new Map<string, number>(
  Object.entries({ hundred: 2, thousand: 3, lakh: 5, million: 6, crore: 7, billion: 9, trillion: 12, quadrillion: 15 }),
);

/** For patterns: the words that may open a number, and the scale words. */
export const NUMBER_WORDS = [...SMALL.keys()].join('|');
export const SCALE_WORDS = [...SCALES.keys()].join('|');

/** The names of the parts of a whole, and how many make one. */
export const PARTS = new Map<string, number>([
  ...Object.entries({ half: 2, halve: 2, quarter: 4, hundredth: 100, thousandth: 1000, millionth: 1e6 }),
  ...'third fourth fifth sixth seventh eighth ninth tenth'.split(' ').map((word, index) => [word, index + 3] as const),
]);

/** The word at `place`, up to the first sign that is no small letter; empty where none stands. */
export const wordAt = (lower: string, place: number): string => lower.slice(place, endOfLetters(lower, place));

/** The singular of a plural in -s, or the word itself. */
export const withoutS = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);

/** Behind a hyphen or up to three spaces at `place`; `place` itself where none stands. */
function behindGap(lower: string, place: number): number {
  if (lower[place] === '-') return place + 1;
  let end = place;
  while (end < place + 3 && lower[end] === ' ') end += 1;
  return end;
}

interface Small {
  value: number;
  end: number;
}

/** The number below a hundred at `place` ("seven", "twenty-five"), or null. */
export function smallNumberAt(lower: string, place: number): Small | null {
  const end = endOfLetters(lower, place);
  const value = SMALL.get(lower.slice(place, end));
  if (value === undefined) return null;
  const next = value >= 20 ? behindGap(lower, end) : end;
  const ones = next > end ? (SMALL.get(wordAt(lower, next)) ?? 0) : 0;
  return ones > 0 && ones < 10 ? { value: value + ones, end: endOfLetters(lower, next) } : { value, end };
}

/** Does a part of a whole stand at `place` ("two thirds")? */
function isPart(lower: string, place: number): boolean {
  const end = endOfLetters(lower, place);
  if (!SMALL.has(lower.slice(place, end)) || (lower[end] !== ' ' && lower[end] !== '-')) return false;
  const part = wordAt(lower, end + 1);
  return part.endsWith('s') && PARTS.has(part.slice(0, -1));
}

/** Behind the "and" at `place`, or `place` itself; "one hundred and two thirds" has its thirds. */
function behindAnd(lower: string, place: number): number {
  const next = wordAt(lower, place) === 'and' ? behindGap(lower, place + 3) : place;
  return next > place + 3 && !isPart(lower, next) ? next : place;
}

/**
 * The number below ten thousand at `place`: "three hundred and two", "twenty-five hundred" as well, or null. A hundred works
 * inside a group ("three hundred thousand"), which the other scale words multiply; an article counts only with one of them.
 */
function groupAt(lower: string, place: number): Small | null {
  const word = wordAt(lower, place);
  const article = word === 'a' || word === 'an';
  const opening = article ? { value: 1, end: place + word.length } : smallNumberAt(lower, place);
  if (!opening) return null;
  const { value, end } = opening;
  const next = behindGap(lower, end);
  const scale = next > end ? wordAt(lower, next) : '';
  if (scale !== 'hundred' || value === 0 || (value >= 20 && value % 10 === 0))
    return article && !SCALES.has(scale) ? null : opening;
  const hundred = next + scale.length;
  const rest = behindGap(lower, hundred);
  const more = rest > hundred ? smallNumberAt(lower, behindAnd(lower, rest)) : null;
  return { value: 100 * value + (more?.value ?? 0), end: more?.end ?? hundred };
}

/** No number has more scale words in a row. */
const MOST_SCALES = 4;

/** The power of ten that the scale words behind a group give ("thousand million"), and their end. */
function scalesBehind(lower: string, place: number): { power: number; end: number } {
  let power = 0;
  let end = place;
  for (let count = 0; count < MOST_SCALES; count += 1) {
    const next = behindGap(lower, end);
    const word = next > end ? wordAt(lower, next) : '';
    const scale = SCALES.get(withoutS(word)) ?? 0;
    if (scale < 3) break;
    power += scale;
    end = next + word.length;
  }
  return { power, end };
}

/** The last digits of "9 hundred and 2". */
function lastDigitsAt(lower: string, place: number): Small | null {
  const end = endOfDigits(lower, place);
  if (end === place || end > place + 2 || lower[end] === '%') return null;
  if ((lower[end] === '.' || lower[end] === ',') && isDigit(lower, end + 1)) return null;
  return { value: Number(lower.slice(place, end)), end };
}

/** A comma joins what nobody would say alone ("twelve thousand, five hundred and sixty"). */
const COMMA = /, (?=[a-z]+[ -]hundred[ -]and[ -])/y;

/** Behind what joins a group to the one before it, and whether it is an "and"; null where nothing does. */
function behindJoint(lower: string, place: number): { end: number; and: boolean } | null {
  const next = behindGap(lower, place);
  if (next > place) {
    const end = behindAnd(lower, next);
    return { end, and: end > next };
  }
  COMMA.lastIndex = place;
  return lower[place] === ',' && COMMA.test(lower) ? { end: place + 2, and: false } : null;
}

/** "nineteen eighty-four" is a year: its end, or `place` itself where none stands. */
export function endOfYearInWords(lower: string, place: number): number {
  const end = endOfLetters(lower, place);
  const century = SMALL.get(lower.slice(place, end)) ?? 0;
  const next = century >= 18 && century <= 20 ? behindGap(lower, end) : end;
  const years = next > end ? smallNumberAt(lower, next) : null;
  return years && years.value >= 20 && lower[years.end] !== '-' ? years.end : place;
}

export interface WordNumber {
  value: bigint;
  /** The power of ten of the last scale word from a lakh up, or 0. */
  scale: number;
  end: number;
}

/**
 * The number in words at `place` ("a million", "two hundred and five", "fifty-one thousand"), or null.
 * A bare scale word without "a" or a number before it is none. Takes lower-case text. `power` is that of the scale word
 * of a number that ends at `place`, which the words then go on with ("2 million five hundred thousand").
 */
export function readNumberWords(lower: string, place: number, power?: number): WordNumber | null {
  let total = 0n;
  let end = place;
  let last = power ?? Number.POSITIVE_INFINITY;
  for (let opening = !power; last > 0; opening = false) {
    const joint = opening ? { end, and: false } : behindJoint(lower, end);
    if (!joint) break;
    const words = groupAt(lower, joint.end);
    const group = words ?? (last === 2 ? lastDigitsAt(lower, joint.end) : null);
    if (!group) break;
    const scales = words ? scalesBehind(lower, group.end) : { power: 0, end: group.end };
    const next = scales.power;
    // "a million and two others", "two million five": two numbers.
    const apart = last > 3 && Number.isFinite(last) && next < 3 && (joint.and || group.value < 100);
    if (next >= last || apart) break;
    total += BigInt(group.value) * 10n ** BigInt(next);
    end = scales.end;
    last = next;
  }
  return end > place ? { value: total, scale: last >= 5 && Number.isFinite(last) ? last : 0, end } : null;
}
