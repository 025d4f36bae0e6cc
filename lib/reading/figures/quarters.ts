/** Reads quarters and halves of a year that are named without one ("in the first quarter", "2,300 in the first"). */

import { inFigures } from '../patterns.ts';
import { isoMonth, type Reference } from './calendar.ts';
import { allOf } from './normalise.ts';
import { readNumberWords } from './number-words.ts';

/** "in the first quarter", "second-quarter profit": the last one that is over, or runs, on the page's day. */
const QUARTER =
  /\b(?:(?:in|for|over|during|of) )?(?:the )?(first|second|third|fourth|final)(?: |-)quarter(?! (?:of|final|century|mile))\b|\bQ([1-4])\b(?! ?(?:19|20)\d\d)|\b(?:the )?(first|second)(?: |-)half(?= (?:sales|profits?|results|revenues?|earnings|losse?s?|exports|imports|figures)\b|[,.;]| (?:from|compared)\b)|\b(?:in|over|during|for) the first (\w+) months(?! (?:of|after|since)\b)|\b(?:the (half)-year(?! to\b)|in the (first|second|third|fourth)(?=[.,;]| and\b))/gi;
/** The last part of a year that is named, with its year, and how far back it may stand. A judgement. */
const AGAIN_WITHIN = 120;
const PART_AGAIN = /\b(quarter|half)(?: of ((?:19|20)\d\d))?\b(?!.*\b(?:quarter|half)\b)/;
const QUARTERS = ['first', 'second', 'third', 'fourth'];

/** The number that `word` gives in digits or in words, one where it is absent or an article; null where it is none. */
export function count(word: string | undefined): number | null {
  if (word === undefined || /^an?$/i.test(word)) return 1;
  if (/^\d+$/.test(word)) return Number(word);
  const number = readNumberWords(word.toLowerCase(), 0);
  return number && number.end === word.length ? Number(number.value) : null;
}

/** A match has quarters too: in a sentence on sport none is read. */
const SPORT =
  /\b(?:points|scored|basketball|rebounds|touchdown|yards|goals?|halftime|half-time|lead by|led \d+-\d+)\b/i;

/**
 * Gives `add` the quarters and halves of a year that `sentence` names without one, with their first and last month: the
 * last ones that are over, or run, on the day of `reference`.
 */
export function readQuarters(
  sentence: string,
  reference: Reference,
  add: (start: number, end: number, period: [string, string] | null) => void,
): void {
  if (SPORT.test(sentence)) return;
  for (const found of allOf(QUARTER, sentence)) {
    const [words, quarter, digit, ordinal, length, halfYear, again] = found;
    // "2,300 in the first" is of the quarter or half of a year that stands before it.
    const named = again ? PART_AGAIN.exec(sentence.slice(Math.max(0, found.index - AGAIN_WITHIN), found.index)) : null;
    if (again && !named) continue;
    const half =
      ordinal ?? (halfYear && (reference.month > 6 ? 'first' : 'second')) ?? (named?.[1] === 'half' ? again : '');
    let [first, months] = half ? [/first/i.test(half) ? 1 : 7, 6] : [1, length ? count(length) : 3];
    if (!half && !length) {
      const word = (quarter ?? again ?? '').toLowerCase();
      first = 3 * (digit ? Number(digit) : word === 'final' ? 4 : QUARTERS.indexOf(word) + 1) - 2;
    }
    const year = Number(named?.[2]) || reference.year - Number(first > reference.month);
    if (months)
      add(found.index, found.index + words.length, [isoMonth(year, first), isoMonth(year, first + months - 1)]);
  }
}

inFigures.add(QUARTER, SPORT);
