/** Finds the places where a figure may begin: digits, signs of fractions, and words of numbers. */

import { endOfLetters } from './normalise.ts';
import { PARTS, SCALES, SMALL, wordAt } from './number-words.ts';
import { openingsOf, opensWord } from './openings.ts';
import { LONG_TIMES, TIME_WORDS } from './units.ts';

/** They are numbers by themselves. */
const NUMBERS = new Set([
  ...SMALL.keys(),
  ...'dozen dozens decades half tens scores'.split(' '),
  ...[...SCALES.keys()].map(word => `${word}s`),
]);
/** They count what stands behind them, "a" and "couple" over one more word, "every" only a part ("every second"). */
const COUNTING = new Set('a an every another several many few couple'.split(' '));
const TIMES = `${LONG_TIMES}|${TIME_WORDS}`.split('|');
const EVERY_PART = new Set('second third fourth fifth'.split(' '));
/** What they count. */
const COUNTED = new Set(['dozen', ...SCALES.keys(), ...PARTS.keys(), ...TIMES, ...TIMES.map(word => `${word}s`)]);

const OPENING = openingsOf([...NUMBERS, 'a ', ...COUNTING].map(word => [word, true]));
/** What an article may count: all others are the most frequent words of all. */
const BEHIND_ARTICLE = openingsOf([...COUNTED, 'few', 'couple'].map(word => [word, true]));

/** Does the word at `place` open a number? */
function opensNumber(lower: string, place: number): boolean {
  const end = endOfLetters(lower, place);
  let word = lower.slice(place, end);
  if (NUMBERS.has(word)) return true;
  if (!COUNTING.has(word) || lower[end] !== ' ') return false;
  let next = end + 1;
  if (word === 'every') return EVERY_PART.has(wordAt(lower, next));
  if (word === 'a' || word === 'an') {
    if (BEHIND_ARTICLE(lower, next).length === 0) return false;
    const second = wordAt(lower, next);
    if (word === 'a' && (second === 'few' || second === 'couple')) {
      word = second;
      next += second.length + 1;
    }
  }
  if (word === 'couple' && lower.startsWith('of ', next)) next += 3;
  return lower[next - 1] === ' ' && COUNTED.has(wordAt(lower, next));
}

/** "¼", "⅔" */
function isVulgar(code: number): boolean {
  return (code >= 0xbc && code <= 0xbe) || (code >= 0x2150 && code <= 0x215e);
}

/** The first place from `start` on where a figure may begin, or -1. Takes lower-case text. */
export function nextHit(lower: string, start: number): number {
  let place = start;
  while (place < lower.length) {
    const code = lower.charCodeAt(place);
    if (code >= 97 && code <= 122) {
      if (OPENING(lower, place).length > 0 && opensWord(lower, place) && opensNumber(lower, place)) return place;
      place = endOfLetters(lower, place);
    } else if ((code >= 48 && code <= 57) || isVulgar(code)) return place;
    else place += 1;
  }
  return -1;
}
