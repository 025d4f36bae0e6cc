/** Reads plurals that name an order of size only: "dozens", "tens of thousands", "several hundred". */

import { inFigures } from '../patterns.ts';
import { at, before, type Reading } from './normalise.ts';
import { SCALE_WORDS, SCALES } from './number-words.ts';
import { TIME_WORDS } from './units.ts';

export interface Vague {
  end: number;
  /** The least that the words can mean: two of the named size. */
  low: number;
  /** The unit of a span of time that is a vague plural itself. */
  unit?: string;
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
/** "for decades", "decades of war", "several decades": two of them at least. */
const DECADES = /((?:several|many|a few) )?decades(?![a-z-])( of\b)?/y;
/** The letters that these open with. */
const [DECADES_OPEN, SEVERAL_OPEN, PLURAL_OPEN] = ['dsma', 'safmc', 'tsdhlmcbq'];
/** "for several months": what lasts so long. */
const SPAN = new RegExp(`several (${TIME_WORDS})s(?![a-z-])`, 'y');
const LASTS_BEFORE = /\b(?:for|last(?:s|ed|ing)?|spen[dt]s?|t(?:ook|akes?|aken)|within) $/;
/** "($ Millions)" heads a table. */
const HEADING_BEFORE = /(?:[$€£]|usd|\() ?$/;

function size(word = ''): number {
  const one = word.replace(/s$/, '');
  return { ten: 10, dozen: 12, score: 20 }[one] ?? 10 ** (SCALES.get(one) ?? 0);
}

/** The vague plural at `place`, or null. Its low bound is a plain two of its size: nobody says "millions" of one. */
export function readVague({ lower }: Reading, place: number): Vague | null {
  const letter = lower.charAt(place);
  const decades = DECADES_OPEN.includes(letter) ? at(DECADES, lower, place) : null;
  if (decades && (decades[1] || decades[2] || lower.startsWith('for ', place - 4)))
    return { end: place + decades[0].length - (decades[2]?.length ?? 0), low: 20, unit: 'year' };
  const span = letter === 's' ? at(SPAN, lower, place) : null;
  if (span && LASTS_BEFORE.test(before(lower, place, 10)))
    return { end: place + span[0].length, low: 2, unit: span[1] };
  const several = SEVERAL_OPEN.includes(letter) ? at(SEVERAL, lower, place) : null;
  const found = several ?? (PLURAL_OPEN.includes(letter) ? at(PLURAL, lower, place) : null);
  if (!found || HEADING_BEFORE.test(before(lower, place, 5))) return null;
  // "thousands upon thousands" are thousands.
  const more = found[1] === found[2] ? 1 : size(found[2]);
  return { end: place + found[0].length, low: 2 * size(found[1]) * more };
}

inFigures.add(PLURAL, SEVERAL, DECADES, SPAN);
