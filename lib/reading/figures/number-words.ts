/** Reads numbers written in words, from "two" to "three hundred and fifty thousand", and knows all words of numbers. */

import { at } from './normalise.ts';

export const ONES = 'one two three four five six seven eight nine'.split(' ');
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
export const PART_WORDS = [...PARTS.keys()].join('|');

const GAP = '(?: {1,3}|-)';
/** "one hundred and two thirds" has its thirds. */
const AND = `and${GAP}(?!(?:${NUMBER_WORDS})[ -](?:${PART_WORDS})s(?![a-z]))`;
/** A hundred works inside a group ("three hundred thousand"), which the others multiply. */
const POWERS = SCALE_WORDS.replace('hundred|', '');
export const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:${GAP}(?:${ONES.join('|')})(?![a-z]))?|${NUMBER_WORDS})(?![a-z])`;
/** "twenty-five hundred" as well; "and" joins only after a hundred: "twenty and five" are two numbers. */
const OPENING = `an?|${[...ONES, ...TEENS].join('|')}|(?:${TENS.join('|')})${GAP}(?:${ONES.join('|')})`;
const HUNDREDS = `(?:${OPENING})${GAP}hundred(?:${GAP}(?:${AND})?${BELOW_HUNDRED})?(?![a-z])`;
const GROUP = new RegExp(
  `(${HUNDREDS}|${BELOW_HUNDRED}|an?(?=${GAP}(?:${POWERS})(?![a-z])))((?:${GAP}(?:${POWERS})s?(?![a-z])){0,4})`,
  'y',
);
/** "9 hundred and 2" */
const LAST_DIGITS = /(\d{1,2})()(?![\d%]|[.,]\d)/y;
/** A comma joins what nobody would say alone ("twelve thousand, five hundred and sixty"). */
const JOINT = new RegExp(`${GAP}(${AND})?|, (?=[a-z]+[ -]hundred[ -]and[ -])`, 'y');

/** "nineteen eighty-four" is a year. */
export const YEAR_IN_WORDS = new RegExp(
  `(?:eighteen|nineteen|twenty)${GAP}(?:${TENS.join('|')})(?:${GAP}(?:${ONES.join('|')}))?(?![a-z-])`,
  'y',
);

/** The value of a group below a thousand. */
export function groupValue(group: string): number {
  const small = SMALL.get(group) ?? Number(group);
  if (small >= 0) return small;
  let value = 0;
  for (const word of group.split(/[ -]+/))
    value = word === 'hundred' ? (value || 1) * 100 : value + (SMALL.get(word) ?? 0);
  return value || (group.startsWith('a') ? 1 : 0);
}

function powerOf(scales: string): number {
  let power = 0;
  for (const word of scales.split(/[ -]+/)) power += SCALES.get(word.replace(/s$/, '')) ?? 0;
  return power;
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
    const joint = opening ? null : at(JOINT, lower, end);
    if (!opening && !joint) break;
    const from = end + (joint?.[0].length ?? 0);
    const group = at(GROUP, lower, from) ?? (last === 2 ? at(LAST_DIGITS, lower, from) : null);
    if (!group) break;
    const next = group[2] ? powerOf(group[2]) : 0;
    const value = groupValue(group[1] ?? '');
    // "a million and two others", "two million five": two numbers.
    const apart = last > 3 && Number.isFinite(last) && next < 3 && (joint?.[1] !== undefined || value < 100);
    if (next >= last || apart) break;
    total += BigInt(value) * 10n ** BigInt(next);
    end = from + group[0].length;
    last = next;
  }
  return end > place ? { value: total, scale: last >= 5 && Number.isFinite(last) ? last : 0, end } : null;
}
