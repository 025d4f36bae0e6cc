/** Reads a number in digits or words with its scale, without any unit. */

import { inFigures } from '../patterns.ts';
import { type Decimal, decimalOf, scaled } from './decimal.ts';
import { digitsOfPart } from './fractions.ts';
import { at, endOf, endOfDigits, has, isDigit, opensWith, type Reading } from './normalise.ts';
import { readNumberWords, SCALE_WORDS, SCALES, smallNumberAt, type WordNumber } from './number-words.ts';

export interface Numeral {
  start: number;
  end: number;
  decimal: Decimal;
  /** The power of ten that the scale word or suffix gave (6 for "3.8 million"), 0 without one. */
  scale: number;
  form: 'digits' | 'words';
  /** The digits as printed, of a plain run without separators ("2021"); else null. */
  plainDigits: string | null;
}

/** Longer runs of digits are no quantities but numbers of accounts, hashes and the like. A judgement. */
const LONGEST_RUN = 24;

/** "1 301" and "190, 000": a stray space, where nothing else can be meant. */
const MORE_GROUPS = /(?<!,\d{3})(?: \d{3}(?![\d,])){1,4}|(?:, ?\d{3})*, 000(?![\d,])/y;
const OPENS_GROUPS = /^[1-9]\d{0,2}(?:,\d{2,3})*$/;
const PLAIN_RUN = /^\d+$/;
const POINT = /^\d+\.\d+$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3}){2,}$/;
const COMMA_AS_POINT = /^\d{1,3},\d{1,2}$/;

/** The digits behind the point that a sign like "½" stands for, or nothing. */
function vulgarAt(lower: string, place: number): string {
  if (!(lower.charCodeAt(place) > 127)) return '';
  const [part, whole] = (lower[place] ?? '').normalize('NFKD').split('⁄').map(Number);
  return part && whole ? digitsOfPart(part, whole) : '';
}

/** "million", "lakh crore", "bn"; a single letter behind a space is a suffix of money only, as "b" and "t" always are. */
const SCALE = new RegExp(
  `(?:(?: {1,2}|-)?(${SCALE_WORDS})s?(?:[ -](${SCALE_WORDS})s?)?(?![a-z])|( ?)([kmbt]|[mbt]l?n|trn?)(?![a-z0-9]))`,
  'y',
);
const SUFFIXES = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['t', 12],
]);
/** "1.9m tall" is a height. */
const LENGTH_BEHIND = / ?(?:tall|wide|high|deep|long|away|above|below|apart|race|freestyle|hurdles|from)\b/y;

/** The end of a scale word or suffix behind digits, with its power of ten; power 0 where there is none. */
function scaleAt(lower: string, place: number, money: boolean): { end: number; power: number } {
  const found = opensWith('htlmcbqk- ', lower, place) ? at(SCALE, lower, place) : null;
  if (!found) return { end: place, power: 0 };
  const [whole, word = '', more = '', space, suffix = ''] = found;
  const end = place + whole.length;
  // "b", "t" and " m" are tons, bytes and metres without a currency.
  const doubtful = suffix.length === 1 && (space !== '' || suffix === 'b' || suffix === 't');
  const metres = suffix === 'm' && has(LENGTH_BEHIND, lower, end);
  if (!money && (doubtful || metres)) return { end: place, power: 0 };
  return { end, power: (SCALES.get(word) ?? 0) + (SCALES.get(more) ?? 0) + (SUFFIXES.get(suffix[0] ?? '') ?? 0) };
}

/** "7 3/4 per cent", "10 1/2 miles" */
const MIXED = / {1,2}([1-7])\/([2-8])(?![\d/])/y;

/**
 * The end of the run of digits at `place`, with the points and commas between them; `place` itself where none begins. A
 * loop and no pattern: a run of millions would overflow the stack of the regex engine.
 */
export function endOfRun(lower: string, place: number): number {
  let end = place;
  while (isDigit(lower, end) || (end > place && (lower[end] === '.' || lower[end] === ',') && isDigit(lower, end + 1)))
    end += 1;
  return end;
}

function readDigits(reading: Reading, place: number, money: boolean): Numeral | null {
  const { lower } = reading;
  let start = place;
  let end = endOfRun(lower, place);
  if (end === place || end - place > LONGEST_RUN) return null;
  let run = lower.slice(place, end);
  if (lower[place - 1] === '.' && PLAIN_RUN.test(run) && !/[\w.)]/.test(lower[place - 2] ?? ' ')) {
    start = place - 1;
    run = `0.${run}`;
  }
  let plainDigits: string | null = null;
  const joint = lower[end] === ' ' ? isDigit(lower, end + 1) : lower[end] === ',';
  const more = joint && OPENS_GROUPS.test(run) ? endOf(MORE_GROUPS, lower, end) : end;
  if (more > end || (run.includes(',') && COMMA_GROUPS.test(run))) {
    run = (run + lower.slice(end, more)).replace(/[ ,]/g, '');
    end = more;
  } else if (PLAIN_RUN.test(run)) {
    if (start === place) plainDigits = run;
  } else if (POINT_GROUPS.test(run)) run = run.replaceAll('.', '');
  else if (COMMA_AS_POINT.test(run)) {
    const follows = scaleAt(lower, end, money).power > 0 || /^ ?(?:%|per ?cent)/.test(lower.slice(end, end + 9));
    if (!follows) return null;
    run = run.replace(',', '.');
  } else if (!POINT.test(run)) return null;
  const mixed = lower[end] === ' ' ? at(MIXED, lower, end) : null;
  const [, part = 0, whole = 0] = mixed?.map(Number) ?? [];
  const fraction = part < whole ? digitsOfPart(part, whole) : vulgarAt(lower, end);
  if (fraction && !run.includes('.')) {
    run += `.${fraction}`;
    end += part < whole && mixed ? mixed[0].length : 1;
    plainDigits = null;
  }
  const scale = scaleAt(lower, end, money || (run.includes('.') && /^ ?[bk]/.test(lower.slice(end, end + 2))));
  if (scale.power > 0 && /[a-z]/.test(lower[scale.end] ?? '')) return null;
  const numeral = withScale(start, run, scale, 'digits', scale.power > 0 ? null : plainDigits);
  if (run.includes('.')) return numeral;
  if (scale.power === 0) return (plainDigits && withPoint(lower, numeral, run, money)) || numeral;
  const rest = readNumberWords(lower, scale.end, scale.power);
  if (!rest) return numeral;
  const value = BigInt(run) * 10n ** BigInt(scale.power) + rest.value;
  return { ...numeral, end: rest.end, ...wholeOf({ ...rest, value }) };
}

function withScale(
  start: number,
  run: string,
  scale: { end: number; power: number },
  form: 'digits' | 'words',
  plainDigits: string | null,
): Numeral {
  return { start, end: scale.end, decimal: scaled(decimalOf(run), scale.power), scale: scale.power, form, plainDigits };
}

/** With a scale word the last printed digit is that of the scale: two million is 2 × 10^6. */
function wholeOf({ value, scale }: WordNumber): { decimal: Decimal; scale: number } {
  let digits = value;
  let exponent = 0;
  while (exponent < scale && digits !== 0n && digits % 10n === 0n) {
    digits /= 10n;
    exponent += 1;
  }
  return { decimal: { digits, exponent }, scale };
}

/** "two point five million", "4 point 2" */
const POINT_WORD = ' point';
const NO_END = /^(?:[a-z-]|[.,]\d)/;

/** The number with what "point" and more words or digits add to it, or null. */
function withPoint(lower: string, numeral: Numeral, run: string, money: boolean): Numeral | '' | null {
  if (!lower.startsWith(POINT_WORD, numeral.end)) return null;
  let fraction = '';
  let end = numeral.end + POINT_WORD.length;
  while (lower[end] === ' ') {
    const digits = endOfDigits(lower, end + 1);
    const small =
      digits > end + 1 ? { value: lower.slice(end + 1, digits), end: digits } : smallNumberAt(lower, end + 1);
    if (!small || NO_END.test(lower.slice(small.end, small.end + 2))) break;
    fraction += small.value;
    end = small.end;
  }
  return fraction && withScale(numeral.start, `${run}.${fraction}`, scaleAt(lower, end, money), numeral.form, null);
}

/**
 * The number at `place`: digits ("1,301", "20.7", "1.9m", "3.8 million", "12 lakh") or words ("two hundred and five",
 * "a million"), or null. `money` says that a currency sign stands before it, which lets "b", "t" and " m" be scales.
 * Does not read dozens, fractions and vague plurals.
 */
export function readNumeral(reading: Reading, place: number, money = false): Numeral | null {
  const { lower } = reading;
  if (isDigit(lower, place)) return readDigits(reading, place, money);
  const vulgar = vulgarAt(lower, place);
  if (vulgar) return withScale(place, `0.${vulgar}`, scaleAt(lower, place + 1, money), 'digits', null);
  const words = readNumberWords(lower, place);
  if (!words) return null;
  const numeral: Numeral = { start: place, end: words.end, ...wholeOf(words), form: 'words', plainDigits: null };
  const point = words.scale === 0 && withPoint(lower, numeral, String(words.value), money);
  return point || (/[a-z]/.test(lower[words.end] ?? '') ? null : numeral);
}

inFigures.add(PLAIN_RUN, POINT, COMMA_GROUPS, POINT_GROUPS, COMMA_AS_POINT, SCALE, MIXED, MORE_GROUPS, OPENS_GROUPS);
