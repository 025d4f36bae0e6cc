/** Reads plurals that name an order of size only: "dozens", "tens of thousands", "several hundred". */

import { at, endOf, type Reading } from './normalise.ts';

export interface Vague {
  start: number;
  end: number;
  /** The least that the words can mean: two of the named size. */
  low: number;
}

const SIZES = new Map<string, number>(
  Object.entries({
    ten: 10,
    dozen: 12,
    score: 20,
    hundred: 100,
    thousand: 1e3,
    lakh: 1e5,
    million: 1e6,
    crore: 1e7,
    billion: 1e9,
    trillion: 1e12,
  }),
);

const PLURAL =
  /(tens|dozens|scores|hundreds|thousands|lakhs|millions|crores|billions|trillions)(?:(?: of| upon| and) (dozens|hundreds|thousands|lakhs|millions|crores|billions|trillions))?(?![a-z])/y;
const SEVERAL =
  /(?:several|a few|few|many|a couple(?: of)?)(?: |-)(dozen|hundred|thousand|lakh|million|crore|billion|trillion)(?:(?: |-)(thousand|million|billion|crore))?(?![a-z])/y;
const OF_NAME = / of (?=[a-z"'])/y;

function size(word: string | undefined): number {
  return word === undefined ? 1 : (SIZES.get(word.replace(/s$/, '')) ?? 1);
}

/** The vague plural at `place`, or null. Its low bound is a plain two of its size: nobody says "millions" of one. */
export function readVague(reading: Reading, place: number): Vague | null {
  const { lower } = reading;
  const several = at(SEVERAL, lower, place);
  if (several) {
    return { start: place, end: place + several[0].length, low: 2 * size(several[1]) * size(several[2]) };
  }
  // "($ Millions)" heads a table.
  if (/(?:[$€£]|usd|\() ?$/.test(lower.slice(Math.max(0, place - 5), place))) return null;
  const plural = at(PLURAL, lower, place);
  if (!plural?.[1]) return null;
  const end = place + plural[0].length;
  // "tens" says nothing alone, and "scores" is mostly a verb or a match's.
  if (plural[1] === 'tens' && !plural[2]) return null;
  if (plural[1] === 'scores' && !plural[2] && endOf(OF_NAME, lower, end) === end) return null;
  if (/-$/.test(lower.slice(end, end + 1))) return null;
  const same = plural[1] === plural[2];
  return { start: place, end, low: 2 * size(plural[1]) * (same ? 1 : size(plural[2])) };
}
