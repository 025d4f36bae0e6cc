/** Reads fractions: shares of a whole ("two-thirds of", "one in four") and parts of a scale ("half a million"). */

import type { FigureKind } from '../types.ts';
import { type Decimal, decimalOf, scaled, times } from './decimal.ts';
import { at, endOf, type Reading } from './normalise.ts';
import { NUMBER_WORDS, SCALE_WORDS, SCALES, SMALL } from './number-words.ts';
import { LONG_TIMES, TIME_WORDS, timeUnit } from './units.ts';
import { HEDGES, standsAlone } from './words.ts';

export interface Fraction {
  start: number;
  end: number;
  kind: FigureKind;
  unit: string | null;
  /** Shares: per cent to three decimals. */
  decimal: Decimal;
}

/** The names of the parts of a whole, from two parts up. */
const PARTS = 'half third quarter fifth sixth seventh eighth ninth tenth'.split(' ');
export const PART_WORDS = `${PARTS.join('|')}|fourth`;

const NUMBER = `${NUMBER_WORDS}|\\d{1,2}`;
const PART = new RegExp(`(?:(an?|${NUMBER_WORDS})( |-))?(${PART_WORDS}|halve)s?(?![a-z])`, 'y');
const OF_A = '(?: of an? |-of-an?-| an? |-an?-|-';
const OF_SCALE = new RegExp(`${OF_A}| )(dozen|${SCALE_WORDS})(?![a-z])`, 'y');
const OF_TIME = new RegExp(`${OF_A})(${TIME_WORDS}|${LONG_TIMES})(?![a-z])`, 'y');
const SLASHED = /(\d)\/(2|3|4|5|8|10)(?= of\b|(?:rds?|ths?)\b)/y;
const IN_GROUP = new RegExp(
  `(${NUMBER})[ -](?:in|out[ -]of)[ -](?:every[ -])?((?:an? |one )?hundred|an? thousand|100|1,?000|${NUMBER})(?![a-z0-9]|[.,]\\d)`,
  'y',
);
/** "two in three attacks" counts the dead in attacks; of these nouns nobody gives shares so. A judgement. */
const NO_GROUP = new RegExp(
  `(?:[- ](?:separate|different|other|more|consecutive))?[- ](?:(?:attack|incident|province|district|decade|operation|raid|strike|blast|explosion|location|match|game|round|phase|${TIME_WORDS})(?:es|s)?|cities|places)\\b`,
  'y',
);

/** Behind a share without "of", besides what shows that no noun of its own follows. */
const GOES_ON = / (?:lower|higher|more|less|fewer|smaller|larger|of|cent|[a-z]{2,}ed)\b/y;
/** "half a hectare" */
const ARTICLE = / an? /y;
const HALF_OF = / (?:of|the|its|their|his|her|our|my|your|all|those|these|that|as)\b/y;
const YEAR_PART =
  / of (?:the )?(?:(?:fiscal |financial |calendar )?year\b|(?:19|20)\d\d|fy ?\d|the (?:century|decade))/y;
const SEASON_BEFORE =
  /\b(?:first|second|third|fourth|last|next|this|that|final|opening|closing|latter|former|other|each|either|better|early|later|previous|current|[a-z]+ern|top|bottom|in|into|one|past|q[1-4]) $/;
const DOING =
  / (?:live[ds]?|lack(?:ed)?|need(?:ed)?|say|said|face[ds]?|depend(?:ed)?|rely|relied|want(?:ed)?|are|were|have|had|cannot|could|do|did)\b/y;
const QUARTERS_BEFORE = /\b(?:the|these|those|all|in|for|over|first|last|next|past|previous|other|of) $/;
const BOUND_BEFORE = new RegExp(
  `(?:^|[.!?"] |\\n|\\b(?:by|to|at|than|from|and|covers?|was|is|were|are|about|around|nearly|almost|over|under|below|above|roughly|approximately|least|only|just|some|estimated|even) )${HEDGES}$`,
);

/** Per cent, to three decimals. */
function share(part: number, whole: number): Decimal {
  return { digits: BigInt(Math.round((part * 100_000) / whole)), exponent: -3 };
}

function partOfScale({ lower }: Reading, part: number, whole: number, place: number): Omit<Fraction, 'start'> | null {
  if (100 % whole !== 0) return null;
  const amount = decimalOf(String(part / whole));
  const scale = at(OF_SCALE, lower, place);
  if (scale?.[1]) {
    const dozens = decimalOf(String((12 * part) / whole));
    const decimal = scale[1] === 'dozen' ? dozens : scaled(amount, SCALES.get(scale[1]) ?? 0);
    return { end: place + scale[0].length, kind: 'count', unit: null, decimal };
  }
  const time = at(OF_TIME, lower, place);
  if (!time?.[1]) return null;
  const [unit, factor] = timeUnit(time[1]);
  return { end: place + time[0].length, kind: 'duration', unit, decimal: times(amount, factor) };
}

function readPart(reading: Reading, place: number): Fraction | null {
  const { lower } = reading;
  const found = at(PART, lower, place);
  const word = found?.[3];
  if (!found || !word) return null;
  const whole = PARTS.indexOf(word.replace('halve', 'half').replace('fourth', 'quarter')) + 2;
  const numerator = found[1];
  const part = SMALL.get(numerator ?? '') ?? 1;
  const end = place + found[0].length;
  if ((whole > 2 && !numerator) || part >= whole) return null;
  const scale = whole === 2 || whole === 4 ? partOfScale(reading, part, whole, end) : null;
  if (scale) return { start: place, ...scale };
  const asShare: Fraction = { start: place, end, kind: 'share', unit: '%', decimal: share(part, whole) };
  if (lower[end] === '-') return /^-(?:majority|share|stake)/.test(lower.slice(end, end + 10)) ? asShare : null;
  const before = lower.slice(Math.max(0, place - 24), place);
  if (endOf(YEAR_PART, lower, end) > end || (!numerator && SEASON_BEFORE.test(before))) return null;
  const ofWhole = endOf(whole === 2 ? HALF_OF : / (?:of|the)\b/y, lower, end) > end;
  if (ofWhole) return asShare;
  // "two quarters" are of a year or a match, and "a half" is no share alone; people live, need and say.
  const doing = part === 3 && endOf(DOING, lower, end) > end && !QUARTERS_BEFORE.test(before);
  if (!doing && (part > 1 ? whole === 4 && found[2] === ' ' : whole === 2 && numerator)) return null;
  if (part > 1 || numerator === 'one') return asShare;
  const compared = /^ (?:less|more|fewer|lower|higher|smaller|larger) than\b/.test(lower.slice(end, end + 14));
  return (compared || BOUND_BEFORE.test(before)) && goesOn(lower, end) ? asShare : null;
}

function goesOn(lower: string, place: number): boolean {
  return at(GOES_ON, lower, place) !== null || (standsAlone(lower, place) && !at(ARTICLE, lower, place));
}

function groupNumber(word: string): number {
  const small = /^\d/.test(word) ? Number(word.replace(',', '')) : SMALL.get(word);
  return small ?? (word.endsWith('hundred') ? 100 : 1000);
}

function readInGroup({ lower }: Reading, place: number): Fraction | null {
  const slashed = at(SLASHED, lower, place);
  const found = slashed ?? at(IN_GROUP, lower, place);
  if (!found?.[1] || !found[2]) return null;
  const [part, whole] = [groupNumber(found[1]), groupNumber(found[2])];
  const end = place + found[0].length;
  if (part >= whole || (!slashed && endOf(NO_GROUP, lower, end) > end)) return null;
  return { start: place, end, kind: 'share', unit: '%', decimal: share(part, whole) };
}

/** What stands behind digits that are a share ("9 out of 10", "2/3 of"): all others cost this one test. */
const NEAR_GROUP = /^\d{1,2}(?:\/|[ -](?:in|out)[ -])/;

/**
 * The fraction at `place`, or null: a share of a whole in per cent, a count ("half a million", "half a dozen") or a
 * duration ("half a century"). Ordinals and parts of a year or a match ("a third term", "the first half") are none.
 */
export function readFraction(reading: Reading, place: number): Fraction | null {
  const code = reading.lower.charCodeAt(place);
  if (code < 48 || code > 57) return readInGroup(reading, place) ?? readPart(reading, place);
  return NEAR_GROUP.test(reading.lower.slice(place, place + 10)) ? readInGroup(reading, place) : null;
}
