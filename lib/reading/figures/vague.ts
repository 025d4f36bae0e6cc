/** Reads plurals that name an order of size only: "dozens", "tens of thousands", "several hundred". */

import { at, before, type Reading } from './normalise.ts';
import { SCALE_WORDS, SCALES } from './number-words.ts';

export interface Vague {
  end: number;
  /** The least that the words can mean: two of the named size. */
  low: number;
}

const SIZE = `dozen|${SCALE_WORDS}`;
const PLURAL = new RegExp(
  // "tens" says nothing alone, and "scores" is mostly a verb or a match's.
  `(tens(?= of [a-z]+s)|scores(?= of [a-z"'])|(?:${SIZE})s)(?:(?: of| upon| and) ((?:${SIZE})s))?(?![a-z-])`,
  'y',
);
const SEVERAL = new RegExp(
  `(?:several|a few|few|many|a couple(?: of)?)[ -](${SIZE})(?:[ -](${SCALE_WORDS}))?(?![a-z])`,
  'y',
);
/** "($ Millions)" heads a table. */
const HEADING_BEFORE = /(?:[$€£]|usd|\() ?$/;

function size(word = ''): number {
  const one = word.replace(/s$/, '');
  return { ten: 10, dozen: 12, score: 20 }[one] ?? 10 ** (SCALES.get(one) ?? 0);
}

/** The vague plural at `place`, or null. Its low bound is a plain two of its size: nobody says "millions" of one. */
export function readVague({ lower }: Reading, place: number): Vague | null {
  const found = at(SEVERAL, lower, place) ?? at(PLURAL, lower, place);
  if (!found || HEADING_BEFORE.test(before(lower, place, 5))) return null;
  // "thousands upon thousands" are thousands.
  const more = found[1] === found[2] ? 1 : size(found[2]);
  return { end: place + found[0].length, low: 2 * size(found[1]) * more };
}
