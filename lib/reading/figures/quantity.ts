/** Reads one quantity: a number, fraction or vague plural together with its currency sign, percent sign or word of time. */

import { inFigures } from '../patterns.ts';
import { readArticleTime } from './article-times.ts';
import { currencyBefore } from './currency.ts';
import { decimalOf, scaled, times } from './decimal.ts';
import { digitsOfPart, partBehind, readFraction } from './fractions.ts';
import { at, before, endOf, type Reading } from './normalise.ts';
import { isMeasure } from './nouns.ts';
import { SCALE_WORDS, SCALES } from './number-words.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { readVague } from './vague.ts';
import { BLANK, type Quantity, withUnit } from './with-unit.ts';

const OF = / of(?=[ -])/y;
const DOZEN = /[ -]dozens?(?![a-z])/y;
const A_DOZEN = /(?:an? )?(?=dozen(?![a-z]))/y;
const SCALE_BEHIND = new RegExp(`[ -]{1,2}(dozen|${SCALE_WORDS})s?(?![a-z])`, 'y');
const OF_A = /(?: of)? an?(?= )|(?:-of)?-an?(?=-)| of(?= [a-z]+s? )/y;
const WORD_BEHIND = /[ -](?:square |cubic )?([a-z]+)/y;
/** A vague plural with its unit ("millions of dollars", "dozens of years"). */
function readVagueQuantity(reading: Reading, place: number): Quantity | null {
  const vague = readVague(reading, place);
  if (!vague) return null;
  const quantity: Quantity = { ...BLANK, start: place, end: vague.end, vagueLow: vague.low };
  if (vague.unit) return { ...quantity, kind: 'duration', unit: vague.unit };
  const whole = withUnit(reading, { ...quantity, end: endOf(OF, reading.lower, vague.end) });
  return whole?.kind ? whole : quantity;
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
        scale: power,
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
function completed(reading: Reading, numeral: Numeral): { numeral: Numeral; factor: number } {
  const { lower } = reading;
  let { end, decimal, scale } = numeral;
  let factor = 1;
  const dozens = scale === 0 && lower[end + 1] === 'd' ? endOf(DOZEN, lower, end) : end;
  if (dozens > end) {
    end = dozens;
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
  }
  const plainDigits = part || factor > 1 ? null : numeral.plainDigits;
  return { numeral: { ...numeral, end, decimal, scale, plainDigits }, factor };
}

/**
 * The quantity whose number, fraction or vague plural begins at `place`, or null (also for an age). Its start takes in a
 * currency sign to the left.
 */
export function readQuantity(reading: Reading, place: number): Quantity | null {
  const { lower } = reading;
  const code = lower.charCodeAt(place);
  const digits = code >= 48 && code <= 57;
  const dozen = lower[place] === 'a' || lower[place] === 'd' ? at(A_DOZEN, lower, place) : null;
  // A bare dozen is one in "the dozen or so groups" only.
  if (dozen?.[0] === '' && !/\bthe $/.test(before(lower, place, 5)) && !lower.startsWith(' or so', place + 5)) {
    return null;
  }
  if (!dozen) {
    const other = (digits ? null : readVagueQuantity(reading, place)) ?? readFractionQuantity(reading, place);
    if (other) return other;
    const time = digits ? null : readArticleTime(reading, place);
    if (time) return withUnit(reading, { ...BLANK, ...time, start: place });
  }
  let numeral: Numeral | null;
  const start = digits && lower[place - 1] === '.' ? place - 1 : place;
  const sign = currencyBefore(reading, start);
  if (dozen) {
    // Up to the space before the word, as behind any other number of dozens.
    numeral = {
      start: place,
      end: place + dozen[0].length - 1,
      decimal: { digits: 1n, exponent: 0 },
      scale: 0,
      form: 'words',
      plainDigits: null,
    };
  } else numeral = readNumeral(reading, place, sign !== null);
  if (!numeral) return null;
  const whole = completed(reading, numeral);
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
    form,
    plainDigits: sign ? null : plainDigits,
    signed: sign !== null,
  });
}

inFigures.add(DOZEN, A_DOZEN, SCALE_BEHIND, OF_A, WORD_BEHIND);
