/** A quantity, and the currency, percent sign or word of time that stands behind its number. */

import { inFigures } from '../patterns.ts';
import type { FigureKind } from '../types.ts';
import { currencyBehind } from './currency.ts';
import { DOLLARS } from './currency-names.ts';
import { type Decimal, decimalOf, scaled } from './decimal.ts';
import { endOf, opensWith, type Reading } from './normalise.ts';
import { readNumeral } from './numeral.ts';
import { durationAt, inUnits, percentAt } from './units.ts';

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

/** Nothing but a place. */
export const BLANK = {
  kind: null,
  unit: null,
  decimal: null,
  vagueLow: null,
  factor: 1,
  scale: 0,
  fraction: false,
  form: 'words',
  plainDigits: null,
  plus: false,
  signed: false,
  hundredths: false,
  gap: 0,
} as const;

const DOLLAR_CODES = new Set(DOLLARS.values());
/** They have no hundredths. */
const WHOLE_ONLY = /^(?:JPY|KRW|VND|IDR|IRR)$/;
/** Up to what may open a number in digits or words. */
const NEXT = /,? (?:and )?(?=[\dotfsen])/y;
const CENTS = / ?(?:cents?|pence|penn(?:y|ies)|sens?|c|¢)(?![a-z])/y;
const AND_A_HALF = / and (?:a )?half(?![a-z])(?! (?:of|the|a|an|its|their)\b)/y;
/** "420+", "20-plus": the mark stands before the unit. */
const PLUS = /(?: ?\+(?! ?\d)|-plus\b| plus(?= (?:years?|months?|people|million|billion|percent)\b))/y;

/** The end of such a mark at `place`, or `place` itself. */
export function endOfPlus(lower: string, place: number): number {
  return opensWith('+-p', lower, place) ? endOf(PLUS, lower, place) : place;
}

/** The whole number below `limit` that goes on behind `place` ("5 dollars and 32 cents", "2 years, 3 months"), or null. */
function nextPart(reading: Reading, place: number, limit: number): { value: bigint; end: number } | null {
  const from = endOf(NEXT, reading.lower, place);
  const next = from > place ? readNumeral(reading, from) : null;
  if (!next || next.scale > 0 || next.decimal.exponent !== 0 || next.decimal.digits >= limit) return null;
  return { value: next.decimal.digits, end: next.end };
}

/** The sum with the cents that follow it. */
function withCents(reading: Reading, sum: Quantity): Quantity {
  if (sum.decimal?.exponent !== 0 || sum.hundredths || WHOLE_ONLY.test(sum.unit ?? '')) return sum;
  const cents = nextPart(reading, sum.end, 100);
  const end = cents ? endOf(CENTS, reading.lower, cents.end) : 0;
  if (!cents || end === cents.end) return sum;
  return { ...sum, decimal: { digits: sum.decimal.digits * 100n + cents.value, exponent: -2 }, end };
}

/** The span of time with the half or the smaller units that follow it ("2 years and a half", "1 year, 2 months"). */
function withRest(reading: Reading, span: Quantity): Quantity | null {
  const { decimal, factor } = span;
  if (decimal?.exponent !== 0) return span;
  const half = endOf(AND_A_HALF, reading.lower, span.end);
  if (half > span.end) return { ...span, decimal: decimalOf(`${decimal.digits}.5`), end: half };
  const next = factor === 1 ? nextPart(reading, span.end, 60) : null;
  const behind = next && durationAt(reading, next.end);
  const each = behind?.factor === 1 ? inUnits(span.unit ?? '', behind.unit) : 0;
  if (!next || !behind || each < 2 || each <= next.value) return span;
  // "2 years and 3 months old"
  if (behind.end < 0) return null;
  const digits = decimal.digits * BigInt(each) + next.value;
  return withRest(reading, { ...span, decimal: { digits, exponent: 0 }, unit: behind.unit, end: behind.end });
}

/** The quantity with what stands behind its number; null for an age. */
export function withUnit(reading: Reading, quantity: Quantity): Quantity | null {
  const end = endOfPlus(reading.lower, quantity.end);
  const base = end > quantity.end ? { ...quantity, plus: true } : quantity;
  const money = currencyBehind(reading, end, quantity.scale > 0 || quantity.vagueLow !== null);
  if (money) {
    // "$75 million CAD": the bare sign is no more than a guess.
    const told = base.kind !== 'money' || (base.unit === 'USD' && DOLLAR_CODES.has(money.unit ?? ''));
    const { hundredths } = money;
    const decimal = base.decimal && hundredths ? scaled(base.decimal, -2) : base.decimal;
    const unit = told ? money.unit : base.unit;
    return withCents(reading, { ...base, decimal, end: money.end, kind: 'money', unit, hundredths });
  }
  if (base.kind === 'money') return withCents(reading, base);
  const percent = percentAt(reading, end);
  if (percent) return { ...base, end: percent.end, kind: 'share', unit: percent.unit };
  const duration = durationAt(reading, end);
  if (!duration) return base;
  if (duration.end === -1) return null;
  const factor = base.factor * duration.factor;
  return withRest(reading, { ...base, end: duration.end, kind: 'duration', unit: duration.unit, factor });
}

inFigures.add(NEXT, AND_A_HALF, PLUS, WHOLE_ONLY);
