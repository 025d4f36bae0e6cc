/** Reads spans of time that an article counts: "a decade", "within a week", "a year and a half". */

import { inFigures } from '../patterns.ts';
import type { Decimal } from './decimal.ts';
import { at, before, type Reading } from './normalise.ts';
import { qualifierBefore } from './qualifiers.ts';
import { LONG_TIMES, TIME_WORDS } from './units.ts';

const ARTICLE_TIME = new RegExp(`(?:an?|(another))(?= ((${LONG_TIMES})|${TIME_WORDS})(?![a-z]))`, 'y');
/** "a couple of weeks" */
const COUPLE = new RegExp(`(?:a )?couple(?: of)?(?= (?:${TIME_WORDS})s(?![a-z]))`, 'y');
const TIME_BOUND = /\b(?:within|for|than|half|last(?:ed|s|ing)|spent|spends?|spending|take|takes|took|once in) $/;
const SCORED = /\b(?:scor(?:ed|ing|es?)|hits?|made|struck|maiden|double) (?:\w+ )?$/;

/**
 * What counts the span of time at `place` and where it ends, right before the word of time; null where an article does
 * not count: a week or a year is a span only where the words around say how long something takes.
 */
export function readArticleTime(reading: Reading, place: number): { end: number; decimal: Decimal } | null {
  const { lower } = reading;
  if (lower[place] !== 'a' && lower[place] !== 'c') return null;
  const couple = at(COUPLE, lower, place);
  if (couple) return { end: place + couple[0].length, decimal: { digits: 2n, exponent: 0 } };
  const found = at(ARTICLE_TIME, lower, place);
  if (!found) return null;
  const [article, another, word = '', long] = found;
  const end = place + article.length;
  const left = before(lower, place, 24);
  const behind = lower.slice(end + 1 + word.length, end + 12 + word.length);
  const bound =
    another !== undefined ||
    /^(?:'s time|-long| and (?:a )?half)/.test(behind) ||
    (!/^(?:'s (?!time)| (?:ago|earlier|before|when|in whi))/.test(behind) &&
      (TIME_BOUND.test(left) || qualifierBefore(reading, place, true))) ||
    (/hour|minute/.test(word) && /^ (?:from |away)/.test(behind));
  if (long ? SCORED.test(left) || /(?:once|twice|times|^|\d|illion) $/.test(left) : !bound) return null;
  return { end, decimal: { digits: 1n, exponent: 0 } };
}

inFigures.add(ARTICLE_TIME, COUPLE, TIME_BOUND);
