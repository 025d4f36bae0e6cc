/** Reads fractions: shares of a whole ("two-thirds of", "one in four") and parts of a scale ("half a million"). */

import type { FigureKind } from '../types.ts';
import { type Decimal, decimalOf, scaled, times } from './decimal.ts';
import { at, endOf, type Reading } from './normalise.ts';
import { SCALES } from './number-words.ts';
import { timeUnit } from './units.ts';

export interface Fraction {
  start: number;
  end: number;
  kind: FigureKind;
  unit: string | null;
  /** Shares: per cent to three decimals. */
  decimal: Decimal;
}

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const PARTS = new Map<string, number>(
  Object.entries({
    half: 2,
    halve: 2,
    third: 3,
    quarter: 4,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    twentieth: 20,
    hundredth: 100,
  }),
);

const NUMBER = `${SMALL.slice(1).join('|')}|\\d{1,2}`;
const PART =
  /(?:(an?|one|two|three|four|five|six|seven|eight|nine)( |-))?(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?|hundredths?)(?![a-z])/y;
const OF_SCALE =
  /(?: of an? |-of-an?-| an? |-an?-|-| )(dozen|hundred|thousand|million|billion|trillion|lakh|crore)(?![a-z])/y;
const OF_TIME = /(?: of an? |-of-an?-| an? |-an?-|-)(century|decade|year|month|week|day|hour|minute)(?![a-z])/y;
const SLASHED = /(\d)\/(\d{1,2})(?= of\b|(?:rds?|ths?)\b)/y;
const IN_GROUP = new RegExp(
  `(${NUMBER})(?: |-)(?:in|out(?: |-)of)(?: |-)(?:every(?: |-))?(${NUMBER}|fifteen|twenty|fifty|hundred|(?:a|one) hundred|100|1,?000|a thousand)(?![a-z0-9.,]\\d|[a-z0-9])`,
  'y',
);
/** "two in three attacks" counts the dead in attacks; of these nouns nobody gives shares so. A judgement. */
const NO_GROUP =
  /(?:[- ](?:separate|different|other|more|consecutive))?[- ](?:attacks?|incidents?|provinces?|districts?|days?|weeks?|months?|years?|decades?|hours?|minutes?|cities|operations?|raids?|strikes?|blasts?|explosions?|locations?|places|phases|rounds|stages|bombings?|clashes|matches|games)\b/y;

/** Behind a share without "of": the sentence's verb, a preposition, or its end. */
const GOES_ON =
  / ?(?:$|[.,;:!?)"\n]|(?:of|were|are|is|was|have|has|had|live|lives|said|say|do|did|lack|face|need|since|in|by|from|to|and|or|lower|higher|more|less|fewer|smaller|larger|that|this|between|during|over|who|which|as|on|compared|after|before|came|come|cent|below|above|under|over|fail(?:ed)?|went|go|got|[a-z]{2,}ed)\b)/y;
const HALF_OF = / (?:of|the|its|their|his|her|our|my|your|all|those|these|that|as)\b/y;
const YEAR_PART =
  / of (?:the )?(?:(?:fiscal |financial |calendar )?year\b|(?:19|20)\d\d\b|fy ?\d|19\d\ds|the (?:century|decade))/y;
const SEASON_BEFORE =
  /\b(?:first|second|third|fourth|last|next|this|that|final|opening|closing|latter|former|other|each|either|better|early|later|previous|current|northern|southern|eastern|western|top|bottom|in|into|one|past|q[1-4]) $/;
const BOUND_BEFORE =
  /(?:\b(?:by|to|at|than|nearly|almost|over|about|around|roughly|least|under|below|above|only|just|approximately|some|an estimated|up to|more than|less than|close to|even|cover|covers|and|from|was|is|were|are)) $/;

/** Per cent, to three decimals. */
function share(part: number, whole: number): Decimal {
  return { digits: BigInt(Math.round((part * 100_000) / whole)), exponent: -3 };
}

function partOfScale(reading: Reading, part: number, whole: number, place: number): Omit<Fraction, 'start'> | null {
  if (100 % whole !== 0) return null;
  const amount = decimalOf(String(part / whole));
  const scale = at(OF_SCALE, reading.lower, place);
  if (scale?.[1]) {
    const end = place + scale[0].length;
    if (scale[1] === 'dozen')
      return { end, kind: 'count', unit: null, decimal: decimalOf(String((12 * part) / whole)) };
    return {
      end,
      kind: 'count',
      unit: null,
      decimal: scaled(amount, scale[1] === 'hundred' ? 2 : (SCALES.get(scale[1]) ?? 0)),
    };
  }
  const time = at(OF_TIME, reading.lower, place);
  const unit = time?.[1] ? timeUnit(time[1]) : null;
  if (!time || !unit) return null;
  const end = place + time[0].length;
  return { end, kind: 'duration', unit: unit[0], decimal: times(amount, unit[1]) };
}

function readPart(reading: Reading, place: number): Fraction | null {
  const { lower } = reading;
  const found = at(PART, lower, place);
  const word = found?.[3];
  if (!found || !word) return null;
  const whole = PARTS.get(word === 'halves' ? 'half' : word.replace(/s$/, '')) ?? 1;
  const numerator = found[1];
  const part = !numerator || /^an?$/.test(numerator) ? 1 : SMALL.indexOf(numerator);
  const end = place + found[0].length;
  const before = lower.slice(Math.max(0, place - 24), place);
  if (whole > 2 && !numerator) return null;
  if (part >= whole) return null;
  const scale = whole === 2 || whole === 4 ? partOfScale(reading, part, whole, end) : null;
  if (scale) return { start: place, ...scale };
  if (lower[end] === '-') return isMajority(lower, end) ? asShare() : null;
  if (endOf(YEAR_PART, lower, end) > end || (!numerator && SEASON_BEFORE.test(before))) return null;
  const ofWhole = endOf(whole === 2 ? HALF_OF : / (?:of|the)\b/y, lower, end) > end;
  if (whole === 4 && part > 1 && found[2] === ' ' && !ofWhole) return null;
  if (part > 1 || numerator === 'one' || ofWhole) return whole === 2 && numerator && !ofWhole ? null : asShare();
  const compared = /^ (?:less|more|fewer|lower|higher|smaller|larger) than\b/.test(lower.slice(end, end + 14));
  const bound = compared || BOUND_BEFORE.test(before) || /(?:^|[.!?"] |\n)$/.test(before);
  return bound && endOf(GOES_ON, lower, end) > end ? asShare() : null;

  function asShare(): Fraction {
    return { start: place, end, kind: 'share', unit: '%', decimal: share(part, whole) };
  }
}

function isMajority(lower: string, place: number): boolean {
  return /^-(?:majority|share|stake)/.test(lower.slice(place, place + 10));
}

function groupNumber(word: string): number {
  if (/^\d/.test(word)) return Number(word.replace(',', ''));
  const small = SMALL.indexOf(word);
  if (small > 0) return small;
  if (word === 'fifteen') return 15;
  if (word === 'twenty') return 20;
  if (word === 'fifty') return 50;
  return word.endsWith('hundred') ? 100 : 1000;
}

function readInGroup(reading: Reading, place: number): Fraction | null {
  const { lower } = reading;
  const slashed = at(SLASHED, lower, place);
  if (slashed?.[1] && slashed[2]) {
    const [part, whole] = [Number(slashed[1]), Number(slashed[2])];
    if (part >= whole || !/^(?:2|3|4|5|8|10)$/.test(slashed[2])) return null;
    return { start: place, end: place + slashed[0].length, kind: 'share', unit: '%', decimal: share(part, whole) };
  }
  const found = at(IN_GROUP, lower, place);
  if (!found?.[1] || !found[2]) return null;
  const part = groupNumber(found[1]);
  const whole = groupNumber(found[2]);
  const end = place + found[0].length;
  if (part >= whole || (endOf(NO_GROUP, lower, end) > end && part > 0)) return null;
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
