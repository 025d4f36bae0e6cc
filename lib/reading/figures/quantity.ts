/** Reads one quantity: a number, fraction or vague plural together with its currency sign, percent sign or word of time. */

import type { FigureKind } from '../types.ts';
import { readArticleTime } from './article-times.ts';
import { currencyBefore, currencyBehind } from './currency.ts';
import { DOLLARS } from './currency-names.ts';
import { type Decimal, decimalOf, scaled, times } from './decimal.ts';
import { digitsOfPart, partBehind, readFraction } from './fractions.ts';
import { at, endOf, type Reading } from './normalise.ts';
import { isMeasure } from './nouns.ts';
import { SCALE_WORDS, SCALES } from './number-words.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { durationAt, percentAt, TIME_WORDS, timeUnit } from './units.ts';
import { readVague } from './vague.ts';

export interface Quantity {
  start: number;
  end: number;
  /** Null: no unit of its own, so a count unless a range gives it one. */
  kind: FigureKind | null;
  unit: string | null;
  /** The number before `factor`; null for a vague plural, which has `vagueLow` in its place. */
  decimal: Decimal | null;
  vagueLow: number | null;
  /** How many of the unit one printed unit is (10 for decades, 12 for dozens). */
  factor: number;
  /** The power of ten of its scale word, 0 without one. */
  scale: number;
  /** Was it printed with a scale word or a decimal point, so that its last digit is a rounded one? */
  rounded: boolean;
  /** A fraction of a whole ("two-thirds"). */
  fraction: boolean;
  form: 'digits' | 'words';
  plainDigits: string | null;
  /** "420+": the value is a lower bound. */
  plus: boolean;
  /** Did a currency sign or code stand before the number? */
  signed: boolean;
  /** Was it printed in cents or pence? */
  hundredths: boolean;
  /** How far behind its end the words stand that say what it counts ("half" and "litre" of "half a litre"). */
  gap: number;
}

const BLANK = {
  kind: null,
  unit: null,
  decimal: null,
  vagueLow: null,
  factor: 1,
  scale: 0,
  rounded: false,
  fraction: false,
  form: 'words',
  plainDigits: null,
  plus: false,
  signed: false,
  hundredths: false,
  gap: 0,
} as const;

const DOLLAR_CODES = new Set(DOLLARS.values());
const OF_MONEY = / of(?: |-)/y;
const OF_TIME = new RegExp(` of ((?:${TIME_WORDS})s)(?![a-z])`, 'y');
const DOZEN = /[ -]dozens?(?![a-z])/y;
const A_DOZEN = /(?:an? )?dozen(?![a-z])/y;
const SCALE_BEHIND = new RegExp(`[ -]{1,2}(dozen|${SCALE_WORDS})s?(?![a-z])`, 'y');
const OF_A = /(?: of)? an?(?= )|(?:-of)?-an?(?=-)| of(?= [a-z]+s? )/y;
const WORD_BEHIND = /[ -](?:square |cubic )?([a-z]+)/y;
const CENTS = /,? (?:and )?(\d{1,2}) (?:cents?|pence)(?![a-z])/y;
/** "420+", "20-plus": the mark stands before the unit. */
export const PLUS = /(?: ?\+(?! ?\d)|-plus\b| plus(?= (?:years?|months?|people|million|billion|percent)\b))/y;

function readVagueQuantity(reading: Reading, place: number): Quantity | null {
  const vague = readVague(reading, place);
  if (!vague) return null;
  const quantity: Quantity = { ...BLANK, start: vague.start, end: vague.end, vagueLow: vague.low };
  const of = at(OF_MONEY, reading.lower, vague.end);
  // The currency word wants its space before it, which the pattern for "of" has already taken.
  const money = currencyBehind(reading, of ? vague.end + of[0].length - 1 : vague.end, true);
  if (money) return { ...quantity, end: money.end, kind: 'money', unit: money.unit };
  const time = at(OF_TIME, reading.lower, vague.end);
  if (time?.[1]) return { ...quantity, end: vague.end + time[0].length, kind: 'duration', unit: timeUnit(time[1])[0] };
  return quantity;
}

/** A part of a scale, of a unit or of a measure ("half a million", "a quarter of a mile", "1/2 hour"), or a share of a whole. */
function readFractionQuantity(reading: Reading, place: number): Quantity | null {
  const fraction = readFraction(reading, place);
  if (!fraction) return null;
  const { lower } = reading;
  const { part, whole, end } = fraction;
  const unitPlace = endOf(OF_A, lower, end);
  if (unitPlace > end || fraction.close) {
    const decimal = decimalOf(`0.${digitsOfPart(part, whole)}`);
    const base = { ...BLANK, start: place, end: unitPlace, decimal };
    const scale = at(SCALE_BEHIND, lower, unitPlace);
    if (scale?.[1]) {
      const power = SCALES.get(scale[1]) ?? 0;
      const factor = power ? 1 : 12;
      return withUnit(reading, {
        ...base,
        end: unitPlace + scale[0].length,
        decimal: scaled(decimal, power),
        factor,
        rounded: power > 0,
      });
    }
    const unit = withUnit(reading, base);
    if (unit?.kind) return unit;
    if (isMeasure(at(WORD_BEHIND, lower, unitPlace)?.[1] ?? '')) return { ...base, end, gap: unitPlace - end };
  }
  if (!fraction.share) return null;
  const decimal = decimalOf(String(Number(((100 * part) / whole).toPrecision(5))));
  return { ...BLANK, start: place, end, kind: 'share', unit: '%', decimal, fraction: whole <= 20 };
}

/** A dozen or "and a half" that belongs to the number. */
function completed(reading: Reading, numeral: Numeral, dozens: boolean): { numeral: Numeral; factor: number } {
  const { lower } = reading;
  let { end, decimal, scale } = numeral;
  let factor = dozens ? 12 : 1;
  const dozen = scale === 0 && !dozens ? at(DOZEN, lower, end) : null;
  if (dozen) {
    end += dozen[0].length;
    factor = 12;
  }
  const part = decimal.exponent >= 0 ? partBehind(lower, end) : null;
  if (part) {
    decimal = scaled(decimalOf(`${decimal.digits}.${part.digits}`), decimal.exponent);
    end = part.end;
    const more = scale === 0 && factor === 1 ? at(SCALE_BEHIND, lower, end) : null;
    if (more?.[1]) {
      scale = SCALES.get(more[1]) ?? 0;
      decimal = scaled(decimal, scale);
      end += more[0].length;
    }
    return { numeral: { ...numeral, end, decimal, scale, plainDigits: null }, factor };
  }
  return { numeral: { ...numeral, end, decimal, scale, plainDigits: factor > 1 ? null : numeral.plainDigits }, factor };
}

/** The quantity with the currency, percent sign or word of time that stands behind it. */
function withUnit(reading: Reading, quantity: Quantity): Quantity | null {
  const plus = at(PLUS, reading.lower, quantity.end);
  const end = quantity.end + (plus ? plus[0].length : 0);
  const base = plus ? { ...quantity, plus: true } : quantity;
  const money = currencyBehind(reading, end, quantity.scale > 0 || quantity.vagueLow !== null);
  if (money) {
    const decimal = base.decimal && money.hundredths ? scaled(base.decimal, -2) : base.decimal;
    const cents = !money.hundredths && base.decimal?.exponent === 0 ? at(CENTS, reading.lower, money.end) : null;
    if (cents && base.decimal) {
      // "4 dollars 50 cents"
      const whole = { digits: base.decimal.digits * 100n + BigInt(cents[1] ?? 0), exponent: -2 };
      return {
        ...base,
        decimal: whole,
        rounded: true,
        end: money.end + cents[0].length,
        kind: 'money',
        unit: money.unit,
      };
    }
    // "$75 million CAD": the bare sign is no more than a guess.
    const told = base.kind !== 'money' || (base.unit === 'USD' && DOLLAR_CODES.has(money.unit ?? ''));
    const unit = told ? money.unit : base.unit;
    return { ...base, decimal, end: money.end, kind: 'money', unit, hundredths: money.hundredths };
  }
  if (base.kind === 'money') return base;
  const percent = percentAt(reading, end);
  if (percent) return { ...base, end: percent.end, kind: 'share', unit: percent.unit };
  const duration = durationAt(reading, end);
  if (duration?.end === -1) return null;
  if (duration) {
    return { ...base, end: duration.end, kind: 'duration', unit: duration.unit, factor: base.factor * duration.factor };
  }
  return base;
}

/**
 * The quantity whose number, fraction or vague plural begins at `place`, or null (also for an age). Its start takes in a
 * currency sign to the left.
 */
export function readQuantity(reading: Reading, place: number): Quantity | null {
  const { lower } = reading;
  const code = lower.charCodeAt(place);
  const digits = code >= 48 && code <= 57;
  const dozen = digits ? null : at(A_DOZEN, lower, place);
  // A bare dozen is one in "the dozen or so groups" only.
  if (
    dozen?.[0] === 'dozen' &&
    !/\bthe $/.test(lower.slice(Math.max(0, place - 5), place)) &&
    !lower.startsWith(' or so', place + 5)
  ) {
    return null;
  }
  if (!digits && !dozen) {
    const other = readVagueQuantity(reading, place) ?? readFractionQuantity(reading, place);
    if (other) return other;
    const time = readArticleTime(lower, place);
    if (time) return { ...BLANK, ...time, start: place, kind: 'duration' };
  } else if (digits) {
    const fraction = readFractionQuantity(reading, place);
    if (fraction) return fraction;
  }
  let numeral: Numeral | null;
  const start = digits && lower[place - 1] === '.' ? place - 1 : place;
  const sign = currencyBefore(reading, start);
  if (dozen) {
    numeral = {
      start: place,
      end: place + dozen[0].length,
      decimal: { digits: 1n, exponent: 0 },
      scale: 0,
      form: 'words',
      plainDigits: null,
    };
  } else numeral = readNumeral(reading, place, sign !== null);
  if (!numeral) return null;
  const whole = completed(reading, numeral, dozen !== null);
  const { scale, end, form, plainDigits } = whole.numeral;
  const decimal = sign && sign.end < start ? times(whole.numeral.decimal, -1) : whole.numeral.decimal;
  return withUnit(reading, {
    ...BLANK,
    start: sign ? sign.start : numeral.start,
    end,
    kind: sign ? 'money' : null,
    unit: sign ? sign.unit : null,
    decimal,
    factor: whole.factor,
    scale,
    rounded: scale > 0 || decimal.exponent < 0,
    form,
    plainDigits: sign ? null : plainDigits,
    signed: sign !== null,
  });
}
