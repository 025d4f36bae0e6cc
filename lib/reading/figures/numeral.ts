/** Reads a number in digits or words with its scale, without any unit. */

import { type Decimal, decimalOf, scaled } from './decimal.ts';
import { at, endOf, type Reading } from './normalise.ts';
import { ONES, readNumberWords, SCALE_WORDS, SCALES, SMALL } from './number-words.ts';

export interface Numeral {
  start: number;
  end: number;
  decimal: Decimal;
  /** The power of ten that the scale word or suffix gave (6 for "3.8 million"), 0 without one. */
  scale: number;
  form: 'digits' | 'words' | 'vague';
  /** The digits as printed, of a plain run without separators ("2021"); else null. */
  plainDigits: string | null;
}

/** Longer runs of digits are no quantities but numbers of accounts, hashes and the like. A judgement. */
const LONGEST_RUN = 24;

const SPACED_GROUPS = /(?: \d{3}(?![\d,])){1,4}/y;
const STRAY_GROUP = /(?:, ?\d{3})*, 000(?![\d,])/y;
const PLAIN_RUN = /^\d+$/;
const POINT = /^\d+\.\d+$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3}){2,}$/;
const COMMA_AS_POINT = /^\d{1,3},\d{1,2}$/;

const VULGAR = new Map([
  ['½', '.5'],
  ['¼', '.25'],
  ['¾', '.75'],
]);

/** "million", "lakh crore", "bn"; a single letter behind a space is a suffix of money only, as "b" and "t" always are. */
const SCALE = new RegExp(
  `(?:(?: {1,2}|-)?(${SCALE_WORDS})s?(?:[ -](${SCALE_WORDS})s?)?(?![a-z])|( ?)([kmbt]|[mbt]l?n|trn)(?![a-z0-9]))`,
  'y',
);
const SUFFIXES = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['t', 12],
]);
/** "1.9m tall" is a height. */
const LENGTH_BEHIND = / ?(?:tall|wide|high|deep|long|away|above|below|apart|sprint|race|freestyle|hurdles|from)\b/y;

/** The end of a scale word or suffix behind digits, with its power of ten; power 0 where there is none. */
function scaleAt(lower: string, place: number, money: boolean): { end: number; power: number } {
  const found = at(SCALE, lower, place);
  if (!found) return { end: place, power: 0 };
  const [whole, word = '', more = '', space, suffix = ''] = found;
  const end = place + whole.length;
  // "b", "t" and " m" are tons, bytes and metres without a currency.
  const doubtful = suffix.length === 1 && (space !== '' || suffix === 'b' || suffix === 't');
  const metres = suffix === 'm' && endOf(LENGTH_BEHIND, lower, end) > end;
  if (!money && (doubtful || metres)) return { end: place, power: 0 };
  return { end, power: (SCALES.get(word) ?? 0) + (SCALES.get(more) ?? 0) + (SUFFIXES.get(suffix[0] ?? '') ?? 0) };
}

/** "7 3/4 per cent", "10 1/2 miles": only parts that end as decimals. */
const MIXED = / ([1357])\/([248])(?![\d/])/y;
/** "two point five million" */
const POINT_WORDS = new RegExp(` point((?: (?:${['zero', ...ONES].join('|')})(?![a-z-]))+)`, 'y');

function isDigit(lower: string, place: number): boolean {
  const code = lower.charCodeAt(place);
  return code >= 48 && code <= 57;
}

/**
 * The end of the run of digits at `place`, with the points and commas between them; `place` itself where none begins. A
 * loop and no pattern: a run of millions would overflow the stack of the regex engine.
 */
export function endOfRun(lower: string, place: number): number {
  let end = place;
  while (isDigit(lower, end) || (end > place && /[.,]/.test(lower[end] ?? '') && isDigit(lower, end + 1))) end += 1;
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
  if (PLAIN_RUN.test(run)) {
    const groups = run.length <= 3 && run[0] !== '0' ? at(SPACED_GROUPS, lower, end) : null;
    const stray = run.length <= 3 && run[0] !== '0' ? at(STRAY_GROUP, lower, end) : null;
    const more = stray ?? groups;
    if (more) {
      run += more[0].replace(/[ ,]/g, '');
      end += more[0].length;
    } else if (start === place) plainDigits = run;
  } else if (COMMA_GROUPS.test(run)) {
    const stray = run.includes('.') ? null : at(STRAY_GROUP, lower, end);
    run = run.replaceAll(',', '') + (stray ? stray[0].replace(/[ ,]/g, '') : '');
    end += stray ? stray[0].length : 0;
  } else if (POINT_GROUPS.test(run)) run = run.replaceAll('.', '');
  else if (COMMA_AS_POINT.test(run)) {
    const follows = scaleAt(lower, end, money).power > 0 || /^ ?(?:%|per ?cent)/.test(lower.slice(end, end + 9));
    if (!follows) return null;
    run = run.replace(',', '.');
  } else if (!POINT.test(run)) return null;
  const vulgar = VULGAR.get(lower[end] ?? '');
  const mixed = vulgar ? null : at(MIXED, lower, end);
  if ((vulgar || mixed) && !run.includes('.')) {
    run += vulgar ?? String(Number(mixed?.[1]) / Number(mixed?.[2])).slice(1);
    end += mixed ? mixed[0].length : 1;
    plainDigits = null;
  }
  const scale = scaleAt(lower, end, money);
  if (/[a-z]/.test(lower[scale.end] ?? '') && scale.power > 0) return null;
  return {
    start,
    end: scale.end,
    decimal: scaled(decimalOf(run), scale.power),
    scale: scale.power,
    form: 'digits',
    plainDigits: scale.power > 0 ? null : plainDigits,
  };
}

/**
 * The number at `place`: digits ("1,301", "20.7", "1.9m", "3.8 million", "12 lakh") or words ("two hundred and five",
 * "a million"), or null. `money` says that a currency sign stands before it, which lets "b", "t" and " m" be scales.
 * Does not read dozens, fractions and vague plurals.
 */
export function readNumeral(reading: Reading, place: number, money = false): Numeral | null {
  const { lower } = reading;
  if (isDigit(lower, place)) return readDigits(reading, place, money);
  const vulgar = VULGAR.get(lower[place] ?? '');
  if (vulgar) {
    const scale = scaleAt(lower, place + 1, money);
    const decimal = scaled(decimalOf(`0${vulgar}`), scale.power);
    return { start: place, end: scale.end, decimal, scale: scale.power, form: 'digits', plainDigits: null };
  }
  const words = readNumberWords(lower, place);
  if (!words) return null;
  const point = words.scale === 0 ? at(POINT_WORDS, lower, words.end) : null;
  if (point?.[1]) {
    const fraction = [...point[1].trim().split(' ')].map(word => SMALL.get(word)).join('');
    const scale = scaleAt(lower, words.end + point[0].length, money);
    const decimal = scaled(decimalOf(`${words.value}.${fraction}`), scale.power);
    return { start: place, end: scale.end, decimal, scale: scale.power, form: 'words', plainDigits: null };
  }
  if (/[a-z]/.test(lower[words.end] ?? '')) return null;
  let digits = words.value;
  let exponent = 0;
  // With a scale word the last printed digit is that of the scale: two million is 2 × 10^6.
  while (exponent < words.scale && digits !== 0n && digits % 10n === 0n) {
    digits /= 10n;
    exponent += 1;
  }
  return {
    start: place,
    end: words.end,
    decimal: { digits, exponent },
    scale: words.scale,
    form: 'words',
    plainDigits: null,
  };
}
