/** Reads numbers written in words, from "two" to "three hundred and fifty thousand", and knows all words of numbers. */

import { at, endOf } from './normalise.ts';

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

const GAP = '(?: {1,2}|-)';
/** A hundred works inside a group ("three hundred thousand"), which the others multiply. */
const POWERS = SCALE_WORDS.replace('hundred|', '');
const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:${GAP}(?:${ONES.join('|')})(?![a-z]))?|${NUMBER_WORDS})(?![a-z])`;
/** "twenty-five hundred" as well; "and" joins only after a hundred: "twenty and five" are two numbers. */
const OPENING = `an?|${[...ONES, ...TEENS].join('|')}|(?:${TENS.join('|')})${GAP}(?:${ONES.join('|')})`;
const HUNDREDS = `(?:${OPENING})${GAP}hundred(?:${GAP}(?:and${GAP})?${BELOW_HUNDRED})?(?![a-z])`;
const GROUP = new RegExp(
  `(${HUNDREDS}|${BELOW_HUNDRED}|an?(?=${GAP}(?:${POWERS})(?![a-z])))((?:${GAP}(?:${POWERS})s?(?![a-z])){0,4})`,
  'y',
);
const JOINT = new RegExp(GAP, 'y');
const JOINT_AND = new RegExp(`${GAP}(?:and${GAP})?`, 'y');

/** The value of a group below a thousand. */
function groupValue(group: string): number {
  const small = SMALL.get(group);
  if (small !== undefined) return small;
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
 * A bare scale word without "a" or a number before it is none. Takes lower-case text.
 */
export function readNumberWords(lower: string, place: number): WordNumber | null {
  let total = 0n;
  let end = place;
  let last = Number.POSITIVE_INFINITY;
  while (last > 0) {
    // "and" goes on after thousands only ("a thousand and one"): "a million and two others" are two numbers.
    const from = end === place ? place : endOf(last === 3 ? JOINT_AND : JOINT, lower, end);
    if (end > place && from === end) break;
    const group = at(GROUP, lower, from);
    if (!group) break;
    const power = group[2] ? powerOf(group[2]) : 0;
    if (power >= last || (end > place && power === 0 && last > 3)) break;
    total += BigInt(groupValue(group[1] ?? '')) * 10n ** BigInt(power);
    end = from + group[0].length;
    last = power;
  }
  return end > place ? { value: total, scale: last >= 5 && Number.isFinite(last) ? last : 0, end } : null;
}
