/** Joins two quantities into a range ("between 40 and 44 million", "14-15%"), sharing scale and unit from the right. */

import { inFigures } from '../patterns.ts';
import { endOfDate } from './dates.ts';
import { scaled, times } from './decimal.ts';
import { at, before, endOf, endOfLetters, opensWith, type Reading } from './normalise.ts';
import { readQuantity } from './quantity.ts';
import { quantityValue } from './rounding.ts';
import type { Quantity } from './with-unit.ts';
import { HEDGES, standsAlone } from './words.ts';

const JOINT = new RegExp(
  `(?:-? (to|and|or|through) ${HEDGES}(?:an? (?=half|third|quarter))?| ?[-–—] ?)(?=[-\\da-z$€£¥₹؋.])`,
  'y',
);
const MEASURE = / ?(°?[a-z]{1,12})(?= (?:to|and) | ?[-–—] ?\d)/y;
/** Does a word stand at `place`, and behind it what may join two numbers? */
function isNearJoint(lower: string, place: number): boolean {
  const start = lower[place] === ' ' ? place + 1 : place;
  const end = endOfLetters(lower, lower[start] === '°' ? start + 1 : start);
  return end > start && opensWith('-–—ta', lower, end);
}
const MEASURE_ALONE = / ?(°?[a-z]{1,12})(?![a-z-])/y;
/** What may be a sign or code of money before the second number. */
const SIGN = /[A-Za-z]{0,3}\.?[^\w\s.,()-]? ?(?=[\d.])/y;
const BETWEEN_BEFORE = new RegExp(`\\bbetween ${HEDGES}$`);
/** The sentence tells of a change, so that what goes from one number to another is none of both. */
const CHANGE =
  /\b(?:r[oi]se|rising|f[ae]ll|dropp|drops?\b|increas|gr[eo]w|declin|cut|reduc|rais|doubl|tripl|went|gone|goes|up\b|down\b|jump|slash|shr[aiu]nk|decreas|surg|climb|soar|plung|plummet|tumbl|widen|lower|expand|slipp|eas(?:ed|ing)|mov(?:ed?|es|ing)\b|chang|extend|upgrad|revis|sw[eo]ll|improv|dwindl|downgrad|strengthen|weaken|appreciat|depreciat|boost|scal(?:ed|ing)|shift|halved)/;
const CHANGE_WINDOW = 110;
/** A change that leads straight to the number: "rose 5 to 20", "by 3 to 15". */
const STRAIGHT = new RegExp(
  `\\b(?:by|rose|fell|increased|grew|declined|dropped|jumped|climbed|surged|lost|loses|gained|gains|added|adds|shed|slipped|eased|rallied|sank|slid|dipped|advanced|tumbled|retreated|up|down) ${HEDGES}$`,
);
/** "by some 25 to 30 metres", "lost 10 to 15 kilos" */
const GROWN = /\b(?:by(?: [a-z]+)?|lost|gained|shed|put on) $/;
const FROM_BEFORE = new RegExp(` ?from ${HEDGES}$`);
/** "two or three" belong together, "10 or 1,000" hardly. A judgement. */
const MOST_APART = 4;
const NEAR_ENDS = 1.5;

/** Where the sentence of `place` opens, or a window of 110 units before it. */
export function leftOf(lower: string, place: number): string {
  const left = before(lower, place, CHANGE_WINDOW);
  return left.slice(Math.max(left.lastIndexOf('\n'), left.lastIndexOf('. '), left.lastIndexOf('; ')) + 1);
}

function isChange(reading: Reading, start: number, joint: string): boolean {
  if (joint !== 'to') return false;
  const left = leftOf(reading.lower, start);
  return STRAIGHT.test(left) || (FROM_BEFORE.test(left) && CHANGE.test(left));
}

const SIGN_BEFORE = /(?:(?:^ ?|[^\d\s][ (]|[(\n])([-–+])|(?<!\bor )\b(?:minus|negative) )$/;
/** Behind the joint of a range there is nothing else that it could be. */
const MINUS_BEHIND = /(?:-|minus |negative )?/y;

/** The quantity with the sign that stands before it ("-9.7 percent", "negative 9 percent", "+7%"). */
export function signed(reading: Reading, quantity: Quantity): Quantity {
  const { start, end, form, kind, decimal } = quantity;
  // Most numbers stand behind another letter: this spares them the pattern.
  if (!decimal || !'-–+se'.includes(reading.lower[start - 1]?.trim() || (reading.lower[start - 2] ?? '?')))
    return quantity;
  const found = SIGN_BEFORE.exec(before(reading.lower, start, 10));
  if (!found) return quantity;
  if (found[1] && form === 'words') return quantity;
  if (found[1] === '+')
    return kind === 'share' || (kind === null && quantity.plainDigits === null)
      ? { ...quantity, start: start - 1 }
      : quantity;
  // "tested negative 12 times" has no minus, a share has.
  const negative = found[0].startsWith('negative');
  if (negative && kind !== 'share' && !standsAlone(reading.lower, end)) return quantity;
  return { ...quantity, start: start - (found[1] ? 1 : found[0].length), decimal: times(decimal, -1) };
}

/** The number without its scale, for comparing ends that share one. */
function mantissa(quantity: Quantity): number {
  return quantity.decimal ? Number(quantity.decimal.digits) * 10 ** (quantity.decimal.exponent - quantity.scale) : 0;
}

/** `first` with what it leaves to `second`: scale, sign, unit; null where the two do not go together. */
function shared(first: Quantity, second: Quantity): Quantity | null {
  let left = first;
  if (left.kind === null || (left.kind === 'money' && left.signed)) {
    const open = left.scale === 0 && left.decimal !== null && mantissa(left) < 1000;
    if (open && second.scale > 0 && mantissa(left) < mantissa(second) && left.decimal) {
      left = { ...left, decimal: scaled(left.decimal, second.scale), scale: second.scale };
    }
  }
  if (left.kind === null && second.kind !== null) {
    if (second.kind === 'money' && second.signed) return null;
    // "7.5 to 10 cents"
    const decimal = left.decimal && second.hundredths ? scaled(left.decimal, -2) : left.decimal;
    return { ...left, decimal, kind: second.kind, unit: second.unit, factor: second.factor };
  }
  if (left.kind === null && left.factor === 1 && second.factor > 1) return { ...left, factor: second.factor };
  return left;
}

/**
 * The range that begins with `first`, or null where no second end follows. The result has `first`'s start, the second's
 * end and unit; `ends` are the two values.
 */
export function readRange(reading: Reading, first: Quantity): { whole: Quantity; ends: [number, number] } | null {
  if (!first.decimal || first.plus) return null;
  const { lower, plain } = reading;
  // "44 kg to 50 kg": what is counted may stand at both ends.
  const measure = first.kind === null && isNearJoint(lower, first.end) ? at(MEASURE, lower, first.end) : null;
  const jointPlace = first.end + (measure?.[0].length ?? 0);
  const joint = opensWith('-–—toa', lower, jointPlace) ? at(JOINT, lower, jointPlace) : null;
  if (!joint) return null;
  const word = joint[1] ?? '-';
  const minusPlace = jointPlace + joint[0].length;
  const place = joint[1] ? endOf(MINUS_BEHIND, lower, minusPlace) : minusPlace;
  if (word === '-' && joint[0].includes(' ') && joint[0] !== ' – ' && joint[0] !== ' - ') return null;
  const { start } = signed(reading, first);
  const between = BETWEEN_BEFORE.test(before(lower, start, 36));
  if (word === 'and' && !between) return null;
  const sign = at(SIGN, plain, place);
  const numberPlace = place + (sign ? sign[0].length : 0);
  if (numberPlace === place && endOfDate(reading, place) > place) return null;
  const second = readQuantity(reading, numberPlace);
  if (!second?.decimal || second.start < first.end) return null;
  if (measure && (second.kind !== null || at(MEASURE_ALONE, lower, second.end)?.[1] !== measure[1])) return null;
  if (numberPlace > place && second.start > place) return null;
  const left = shared(first, second);
  if (!left) return null;
  const kind = second.kind ?? left.kind;
  if (left.kind !== kind || (second.kind === null && left.kind !== null && !left.signed)) return null;
  const unit = second.kind === null ? left.unit : second.unit;
  if (kind !== null && left.unit !== unit) return null;
  let low = (quantityValue(left) ?? 0) * (start < first.start ? -1 : 1);
  let high = (quantityValue(second) ?? 0) * (place > minusPlace ? -1 : 1);
  if (high < 0) [low, high] = [high, low];
  if (low >= high) return null;
  if (word === 'or' && (first.kind !== null || high > low * MOST_APART)) return null;
  // "dropped by 25 to 30 metres" is a range, "rose by 3 to 15" a change: near ends that share one unit are of one measure.
  const near = first.kind === null && high <= low * NEAR_ENDS && GROWN.test(leftOf(lower, first.start));
  // Points of per cent are themselves a change: "up by 8 to 11 percentage points" can only be a range.
  if (!between && !near && unit !== 'pp' && isChange(reading, first.start, word)) return null;
  return { whole: { ...second, start, kind, unit, signed: left.signed }, ends: [low, high] };
}

inFigures.add(JOINT, MEASURE, SIGN, BETWEEN_BEFORE, SIGN_BEFORE, MINUS_BEHIND);
