/** Reads spans of time that an article counts: "a decade", "within a week", "a year and a half". */

import type { Decimal } from './decimal.ts';
import { at } from './normalise.ts';
import { LONG_TIMES, TIME_WORDS, timeUnit } from './units.ts';

const ARTICLE_TIME = new RegExp(`(?:an?|(another)) (?:(${LONG_TIMES})|${TIME_WORDS})(?![a-z])`, 'y');
/** "a couple of weeks" */
const COUPLE = new RegExp(`a couple(?: of)? ((?:${TIME_WORDS})s)(?![a-z])`, 'y');
const AND_A_HALF = / and a half(?![a-z])/y;
const TIME_BOUND =
  /\b(?:nearly|almost|about|over|more than|less than|within|at least|up to|for|under|around|roughly|than|just over|just under|half|lasted|lasts|lasting|spent|spends?|spending|take|takes|took|once in) $/;
const SCORED = /\b(?:scor(?:ed|ing|es?)|hits?|made|struck|maiden|double) (?:\w+ )?$/;

export interface ArticleTime {
  end: number;
  unit: string;
  decimal: Decimal;
  /** How many of the unit one printed word is: 10 for a decade. */
  factor: number;
}

/** The duration at `place`; a week or a year is one only where the words around say how long something takes. */
export function readArticleTime(lower: string, place: number): ArticleTime | null {
  const couple = at(COUPLE, lower, place);
  if (couple?.[1]) {
    const [unit, factor] = timeUnit(couple[1]);
    return { end: place + couple[0].length, unit, decimal: { digits: 2n, exponent: 0 }, factor };
  }
  const found = at(ARTICLE_TIME, lower, place);
  if (!found) return null;
  const unit = timeUnit(found[0].replace(/^an(?:other)? |^a /, ''));
  const half = at(AND_A_HALF, lower, place + found[0].length);
  const end = place + found[0].length + (half ? half[0].length : 0);
  const left = lower.slice(Math.max(0, place - 24), place);
  const behind = lower.slice(end, end + 8);
  const bound =
    found[1] !== undefined ||
    /^(?:'s time|-long)/.test(behind) ||
    half !== null ||
    (TIME_BOUND.test(left) && !/^ (?:ago|earlier|before|when|in whi)/.test(behind)) ||
    (/hour|minute/.test(found[0]) && /^ (?:from |away)/.test(behind));
  if (found[2] ? SCORED.test(left) || /(?:once|twice|times|^|\d|illion) $/.test(left) : !bound) return null;
  return {
    end,
    unit: unit[0],
    decimal: half ? { digits: 15n, exponent: -1 } : { digits: 1n, exponent: 0 },
    factor: unit[1],
  };
}
