/** Finds the figures in a text: one scan for digits and number words, and a parse at each of them. */

import { inFigures } from '../patterns.ts';
import type { Figure } from '../types.ts';
import { coordinated } from './coordinate.ts';
import { countedBy } from './counted.ts';
import { currencyBefore } from './currency.ts';
import { nextHit } from './hits.ts';
import { before, endOfLetters, has, isDigit, type Reading, readingOf } from './normalise.ts';
import { endOfNoFigure, isNamedInWords } from './not-figures.ts';
import { isMeasure } from './nouns.ts';
import { endOfYearInWords } from './number-words.ts';
import { endOfRun } from './numeral.ts';
import { isNoOne } from './ones.ts';
import { perBehind } from './per.ts';
import { bounded, qualifierBefore, qualifierBehind } from './qualifiers.ts';
import { readQuantity } from './quantity.ts';
import { readRange, signed } from './ranges.ts';
import { endOfAddress, endOfReference, type LastRun, newLines } from './references.ts';
import { quantityValue, roundingOf } from './rounding.ts';
import { endOfPlus, type Quantity } from './with-unit.ts';
import { STOP } from './words.ts';

/** Joined to a number with a hyphen, these make a kind or a manner, not a count ("two-state", "one-way"). */
const MANNER =
  /-(?:folds?|way|state|[a-z]+ed|tier|times?|step|track|off|stop|wheel|by|parent|star|line|party|on|size|front|thirds?|level|part|to-one|lane|phase|stage|shot|nil|sum|one|two|three|five|fifty|ten)\b/y;

/** "five times the old level" compares and does not count; "twice" and "double" are left alone as well. */
const MULTIPLE =
  /(?: |-)times (?:the|as|more|higher|larger|greater|bigger|lower|smaller|less|fewer|what|that|those|last|its|their|over)\b/y;

/** Counted as time is: "over six nights" means during them. */
const TIMES = /^(?:night|morning|evening|weekend|season|session|match|game|round)(?:e?s)$/;

/** "Britain lost 457 and Canada 158": the name stands in a row of names with their numbers. */
const IN_A_ROW =
  /(?:^| )(?:[a-z]+|[$€£]) ?\d[\d,.]*(?: [a-z]+)*(?:(?:[,;]| and|, (?:and|while|but)) (?:the )?[A-Z][\w-]* \d[\d,.]*)*(?:[,;]| and|, (?:and|while|but)) (?:(?:the|in|at|for) )?[A-Z][\w-]* $/;

/** Is a capitalised name before a bare number its owner ("Boeing 737", "Camp 12")? */
function isNamed(reading: Reading, quantity: Quantity): boolean {
  if (!quantity.plainDigits || quantity.plainDigits.length > 4) return false;
  const left = before(reading.plain, quantity.start, 64);
  const word = /([^\s]?) ?\b([A-Z][A-Za-z'-]*) $/.exec(left);
  if (!word?.[2] || /^[.!?"\n]?$/.test(word[1] ?? '')) return false;
  const name = word[2].toLowerCase();
  return (
    !STOP.has(name) &&
    !IN_A_ROW.test(left) &&
    !/^(?:some|nearly|another|of|and|least|kills?|killed|or|almost|march|april|may|june|july|august|[a-z]+(?:uary|ember|tober))$/.test(
      name,
    )
  );
}

/** "cut in two", "in their forties": small numbers without a noun. */
function isIdiom(lower: string, { start, form, scale, vagueLow }: Quantity): boolean {
  return form === 'words' && scale === 0 && vagueLow === null && lower.startsWith(' in ', start - 4);
}

function isPart(lower: string, start: number, end: number): boolean {
  if (lower.startsWith('first ', start - 6))
    return /months$|^ of /.test(lower.slice(end - 6, end)) || lower.startsWith(' of ', end);
  return lower.startsWith('last ', start - 5) && lower.startsWith(' of ', end);
}

/** The figure of a quantity on its own, or null where it turns out to be none. */
function finished(reading: Reading, text: string, quantity: Quantity, ends: [number, number] | null): Figure | null {
  const { start, end } = quantity;
  const { lower } = reading;
  // "in the first six months", "the last ten days of July": a time, no length.
  if (quantity.kind === 'duration' && isPart(lower, start, end)) return null;
  const kind = quantity.kind ?? 'count';
  if (quantity.form === 'words' && kind === 'count' && lower[end] === '-' && has(MANNER, lower, end)) return null;
  // "420+ attacks", "20 or so villages": the noun stands behind the qualifier.
  const behind = qualifierBehind(reading, end);
  const nounPlace = Math.max(endOfPlus(lower, end + quantity.gap), behind?.end ?? end);
  const counted = kind === 'count' ? countedBy(reading, start, nounPlace) : { noun: null, unit: null, end };
  if (!ends && isNoOne(lower, quantity, counted)) return null;
  if (kind === 'count') {
    if (lower.startsWith('times ', end + 1) && has(MULTIPLE, lower, end)) return null;
    if (!counted.unit && (isNamed(reading, quantity) || isIdiom(lower, quantity))) return null;
  }

  const after = behind ?? (counted.end > nounPlace ? qualifierBehind(reading, counted.end) : null);
  const leading = qualifierBefore(reading, start, kind === 'duration' || TIMES.test(counted.noun ?? ''));
  const later = after?.qualifier ?? (quantity.plus ? 'atLeast' : null);
  // "about 500 or more"
  const qualifier = (leading === 'about' ? later : null) ?? leading ?? later ?? 'exact';
  const rate = kind === 'money' || isMeasure(counted.noun ?? '');
  const figure: Figure = {
    start,
    end,
    text: text.slice(start, end),
    kind,
    unit: kind === 'count' ? counted.unit : quantity.unit,
    noun: counted.noun,
    value: null,
    low: null,
    high: null,
    qualifier,
    per:
      kind === 'duration'
        ? null
        : (perBehind(reading, counted.end, kind === 'money', rate) ??
          (counted.end > nounPlace ? null : perBehind(reading, end, kind === 'money', rate))),
    period: null,
  };
  if (ends) return Object.assign(figure, { low: ends[0], high: ends[1] });
  if (quantity.vagueLow !== null) return Object.assign(figure, { low: quantity.vagueLow, qualifier: 'atLeast' });
  const value = quantityValue(quantity);
  const rounding = roundingOf(quantity);
  if (value === null || !rounding || !Number.isFinite(value)) return null;
  if (value < 0) return Object.assign(figure, { value, ...rounding });
  return Object.assign(figure, bounded(value, rounding.low, rounding.high, qualifier), { value });
}

/**
 * The figures of a text, sorted and without overlap; never throws. Offsets are UTF-16 units of `text`, end exclusive, and
 * cover the number with its currency, scale, percent sign or word of time, not a qualifier. `period` is null:
 * `linkPeriods` fills it in.
 */
export function findFigures(text: string, reading: Reading = readingOf(text)): Figure[] {
  const { lower } = reading;
  const figures: Figure[] = [];
  const lines = newLines();
  const last: LastRun = { end: -1, address: false };
  let free = 0;
  let next = 0;
  for (let place = nextHit(lower, next); place >= 0; place = nextHit(lower, next)) {
    next = Math.max(
      endOfReference(reading, lines, place),
      endOfAddress(reading, last, place),
      endOfYearInWords(lower, place),
    );
    if (next > place) continue;
    const digits = isDigit(lower, place);
    const numberStart = digits && lower[place - 1] === '.' ? place - 1 : place;
    if (digits && !currencyBefore(reading, numberStart)) {
      next = endOfNoFigure(reading, place);
      if (next > place) continue;
    }
    const quantity = readQuantity(reading, place);
    if (!quantity || quantity.start < free) {
      next = Math.max(place + 1, digits ? endOfRun(lower, place) : endOfLetters(lower, place));
      continue;
    }
    next = quantity.end;
    if (!digits && isNamedInWords(reading, place, quantity.end)) continue;
    const range = readRange(reading, quantity);
    const whole = range?.whole ?? signed(reading, quantity);
    const figure = finished(reading, text, whole, range?.ends ?? null);
    if (figure) {
      figures.push(figure);
      free = figure.end;
    }
    next = Math.max(whole.end, place + 1);
  }
  return coordinated(reading, figures);
}

inFigures.add(TIMES);
