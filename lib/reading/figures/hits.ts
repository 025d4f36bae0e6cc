/** Finds the places where a figure may begin: digits, signs of fractions, and words of numbers. */

import { endOfLetters, has } from './normalise.ts';
import { NUMBER_WORDS, PART_WORDS, SCALE_WORDS } from './number-words.ts';
import { openingsOf, opensWord } from './openings.ts';
import { LONG_TIMES, TIME_WORDS } from './units.ts';

const WORDS = new RegExp(
  `(?:every (?:second|third|fourth|fifth)|(?:an?|a few|a couple(?: of)?|another|several|many|few|couple(?: of)?) (?:dozen|${SCALE_WORDS}|${PART_WORDS}|(?:${LONG_TIMES}|${TIME_WORDS})s?)|${NUMBER_WORDS}|dozens?|decades|half|tens|scores|(?:${SCALE_WORDS})s)(?![a-z])`,
  'y',
);
const OPENING = openingsOf(
  `a |an|another|every|several|many|few|couple|${NUMBER_WORDS}|dozen|decades|half|tens|scores|${SCALE_WORDS}`
    .split('|')
    .map(word => [word, true]),
);

/** What an article may count: all others are the most frequent words of all. */
const BEHIND_ARTICLE = openingsOf(
  `dozen|few|couple|${SCALE_WORDS}|${PART_WORDS}|${LONG_TIMES}|${TIME_WORDS}`.split('|').map(word => [word, true]),
);

function mayOpen(lower: string, place: number): boolean {
  const [first] = OPENING(lower, place);
  if (!first || !opensWord(lower, place)) return false;
  const article = lower[place + 1] === ' ' ? 2 : lower[place + 2] === ' ' ? 3 : 0;
  return article === 0 || BEHIND_ARTICLE(lower, place + article).length > 0;
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
      if (mayOpen(lower, place) && has(WORDS, lower, place)) return place;
      place = endOfLetters(lower, place);
    } else if ((code >= 48 && code <= 57) || isVulgar(code)) return place;
    else place += 1;
  }
  return -1;
}
