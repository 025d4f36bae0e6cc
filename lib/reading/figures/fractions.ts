/** Reads fractions: shares of a whole ("two-thirds of", "one in four") and parts of one ("half", "1/4", "and a half"). */

import { inFigures } from '../patterns.ts';
import { at, before, endOfLetters, has, type Reading } from './normalise.ts';
import { PARTS, SMALL, withoutS, wordAt } from './number-words.ts';
import { TIME_WORDS } from './units.ts';
import { HEDGES, standsAlone } from './words.ts';

/** A part of one, or a share of a whole if nothing that it could be a part of stands behind it. */
export interface Fraction {
  end: number;
  /** Is it a share of a whole, and no half litre and no "third term"? */
  share: boolean;
  part: number;
  whole: number;
  /** Was it written so that a unit may follow at once: "half litre", "1/4 inch", "quarter-hour"? */
  close: boolean;
}

/** In digits only what is hardly a date or a score: "3/4", "2/3". */
export const SLASHED = '(?:1/(?:[2-58]|10)|2/[35]|3/[458]|4/5|[57]/8)(?![\\d/])';
const SLASHED_PART = new RegExp(`${SLASHED}(?:rds?|ths?)?`, 'y');
const IN_GROUP =
  /([a-z]+|\d{1,2})[ -](?:in|out[ -]of|of(?=[ -]every))[ -](?:every[ -])?((?:an? |one )?hundred|an? thousand|100|1,?000|[a-z]+|\d{1,2})(?![a-z0-9]|[.,]\d)/y;
const EVERY = /every (second|third|fourth|fifth)(?= [a-z])/y;
/** "two in three attacks" counts the dead in attacks; of these nouns nobody gives shares so. A judgement. */
const NO_GROUP = new RegExp(
  `[- ](?:(?:attack|incident|province|district|operation|raid|strike|blast|match|game|round|phase|time|night|morning|evening|sunday|friday|season|${TIME_WORDS}|decade)(?:es|s)?|cities|places)\\b`,
  'y',
);

/** Behind a share without "of", besides what shows that no noun of its own follows. */
const GOES_ON = / (?:lower|higher|more|less|fewer|smaller|larger|of|cent|[a-z]{2,}ed)\b/y;
/** "half a hectare" */
const ARTICLE = / an? /y;
const HALF_OF = / (?:of|the|its|their|his|her|our|my|your|all|those|these|that|as)\b/y;
const YEAR_PART = / of (?:the )?(?:(?:[a-z]+ )?(?:year|century|decade)\b|(?:19|20)\d\d(?! [a-z]{4})|fy ?\d)/y;
const SEASON_BEFORE =
  /\b(?:first|second|third|fourth|last|next|this|that|final|opening|closing|former|other|each|either|better|early|later|previous|current|[a-z]+ern|top|bottom|in|into|one|past|q[1-4]) $/;
const DOING =
  / (?:live[ds]?|lack(?:ed)?|need(?:ed)?|say|said|face[ds]?|depend(?:ed)?|rely|relied|want(?:ed)?|are|were|have|had|cannot|could|do|did)\b/y;
/** Beside those of `SEASON_BEFORE`. */
const QUARTERS_BEFORE = /\b(?:the|these|those|all|for|over|of) $/;
const BOUND_BEFORE = new RegExp(
  `(?:^|[.!?"] |\\n|\\b(?:by|to|at|than|from|and|between|covers?|was|is|were|are|about|around|nearly|almost|over|under|below|above|roughly|approximately|least|only|just|some|estimated|even|got|gets?|lost|took|received) )${HEDGES}$`,
);

/** A part of one: its digits behind the point, six at most. */
export function digitsOfPart(part: number, whole: number): string {
  return String(Math.round((1e6 * part) / whole) / 1e6).slice(2);
}

/** The digits behind the point that "and a half" or "and two thirds" adds to a number that ends at `place`, and its end. */
export function partBehind(lower: string, place: number): { digits: string; end: number } | null {
  const found = lower.startsWith('and', place + 1) ? partAt(lower, place + 5) : null;
  if (
    !found ||
    (lower[place] !== ' ' && lower[place] !== '-') ||
    (lower[place + 4] !== ' ' && lower[place + 4] !== '-')
  )
    return null;
  const { part, whole, word, end } = found;
  if (/^ of\b/.test(lower.slice(end, end + 4))) return null;
  // "wounded three and a third was missing"
  if (part >= whole || (part === 1 && whole !== 2 && word !== 'quarter')) return null;
  return { digits: digitsOfPart(part, whole), end };
}

interface Part {
  part: number;
  whole: number;
  word: string;
  /** What tells how many parts: an article or a number; null where the part stands alone. */
  numerator: string | null;
  /** What stands between the two. */
  gap: string;
  end: number;
}

/** "half", "a third", "two thirds", in either number; null where none stands at `place`. */
function partAt(lower: string, place: number): Part | null {
  const first = wordAt(lower, place);
  const behind = place + first.length;
  const gap = lower.charAt(behind);
  if ((gap === ' ' || gap === '-') && (first === 'a' || first === 'an' || SMALL.has(first))) {
    const second = wordAt(lower, behind + 1);
    const word = withoutS(second);
    const whole = PARTS.get(word);
    if (whole)
      return { part: SMALL.get(first) ?? 1, whole, word, numerator: first, gap, end: behind + 1 + second.length };
  }
  const word = withoutS(first);
  const whole = PARTS.get(word);
  return whole ? { part: 1, whole, word, numerator: null, gap: '', end: behind } : null;
}

function readPart({ lower }: Reading, place: number): Fraction | null {
  const found = partAt(lower, place);
  if (!found) return null;
  const { part, whole, word, numerator, gap, end } = found;
  if ((whole > 2 && !numerator) || part >= whole) return null;
  const left = before(lower, place, 24);
  const season = !numerator && SEASON_BEFORE.test(left);
  // The half-year is a time of the calendar, "a half-year" a length.
  const named = !numerator && lower.startsWith('-year', end);
  const close = whole === 2 ? !season && !named : word === 'quarter' && lower[end] === '-';
  return { end, part, whole, close, share: isShare() };

  function isShare(): boolean {
    if (lower[end] === '-') return /^-(?:majority|share|stake)/.test(lower.slice(end, end + 10));
    if (season || has(YEAR_PART, lower, end)) return false;
    if (has(whole === 2 ? HALF_OF : / (?:of|the)\b/y, lower, end)) return true;
    const bound = BOUND_BEFORE.test(left);
    // "two quarters" are of a year or a match, and "a half" is no share alone; people live, need and say.
    const doing =
      (part === 3 || numerator === 'one') &&
      !QUARTERS_BEFORE.test(left) &&
      !SEASON_BEFORE.test(left) &&
      (has(DOING, lower, end) || (bound && standsAlone(lower, end)));
    // "…, a third were women and half had fled"
    if (part === 1 && /[,;:(] $| and $/.test(left) && has(DOING, lower, end)) return true;
    if (!doing && (part > 1 ? word === 'quarter' && gap === ' ' : whole === 2 && numerator && !bound)) return false;
    if (part > 1 || numerator === 'one') return true;
    const compared = /^ (?:less|more|fewer|lower|higher|smaller|larger) than\b|^ (?:below|above)\b/.test(
      lower.slice(end, end + 14),
    );
    return (compared || bound) && goesOn(lower, end);
  }
}

function goesOn(lower: string, place: number): boolean {
  return at(GOES_ON, lower, place) !== null || (standsAlone(lower, place) && !at(ARTICLE, lower, place));
}

/** The number of "one in four", or NaN. */
function groupNumber(word: string): number {
  if (word.endsWith('hundred')) return 100;
  if (word.endsWith('thousand')) return 1000;
  return SMALL.get(word) ?? Number(word.replace(',', ''));
}

function readInGroup({ lower }: Reading, place: number): Fraction | null {
  const found = at(IN_GROUP, lower, place);
  if (!found?.[1] || !found[2]) return null;
  const [part, whole] = [groupNumber(found[1]), groupNumber(found[2])];
  const end = place + found[0].length;
  if (!(part < whole) || has(NO_GROUP, lower, end)) return null;
  return { end, part, whole, close: false, share: true };
}

/** "every second household": one in two of them. */
function readEvery({ lower }: Reading, place: number): Fraction | null {
  const found = at(EVERY, lower, place);
  const end = place + (found?.[0].length ?? 0);
  if (!found || has(NO_GROUP, lower, end)) return null;
  return { end, part: 1, whole: PARTS.get(found[1] ?? '') ?? 2, close: false, share: true };
}

function readSlashed({ lower }: Reading, place: number): Fraction | null {
  const found = at(SLASHED_PART, lower, place);
  if (!found) return null;
  const [part = 1, whole = 1] = found[0].split('/').map(Number.parseFloat);
  return { end: place + found[0].length, part, whole, close: true, share: true };
}

/** What the name of a part may open with. */
const PART_OPENS = 'hqtfsenm';

/** What stands behind digits that are a share ("9 out of 10", "2/3 of"): all others cost this one test. */
const NEAR_GROUP = /\d{1,2}(?:\/|[ -](?:in|out|of)[ -])/y;

/**
 * The fraction at `place`, or null: "two-thirds", "one in four", "half", "3/4". Ordinals and parts of a year or a match
 * ("a third term", "the first half") are no shares.
 */
export function readFraction(reading: Reading, place: number): Fraction | null {
  const code = reading.lower.charCodeAt(place);
  if (code < 48 || code > 57) {
    const { lower } = reading;
    if (lower[place] === 'e' && lower[place + 1] === 'v') return readEvery(reading, place);
    const next = lower.charAt(endOfLetters(lower, place) + 1);
    const group = next === 'i' || next === 'o' ? readInGroup(reading, place) : null;
    return group ?? (lower[place] === 'h' || PART_OPENS.includes(next) ? readPart(reading, place) : null);
  }
  if (!has(NEAR_GROUP, reading.lower, place)) return null;
  return readInGroup(reading, place) ?? readSlashed(reading, place);
}

inFigures.add(IN_GROUP, GOES_ON, YEAR_PART, SEASON_BEFORE, BOUND_BEFORE, NEAR_GROUP, NO_GROUP, ARTICLE, HALF_OF);
