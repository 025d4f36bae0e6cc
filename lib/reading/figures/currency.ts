/** Reads the currency of a sum: a sign or code before the number, a word or code behind it. */

import { inFigures } from '../patterns.ts';
import { ALIASES, CODES, COUNTRY, DOLLARS, NAMES, SHARED, SIGNS } from './currency-names.ts';
import { at, before, endOfLetters, opensWith, type Reading } from './normalise.ts';

export interface CurrencyMark {
  /** ISO 4217 code, or null where the text does not say which of several it is. */
  unit: string | null;
  start: number;
  end: number;
  /** True for cents and pence: they count hundredths. */
  hundredths: boolean;
}

/** How far around a rupee its country is looked for before the whole text is asked. A judgement. */
const NEAR = 200;

/** The code of a shared name by the country that the text names nearest: around the sum, before it, or as the only one. */
function sharedUnit(reading: Reading, name: string, place: number): string | null {
  const countries = SHARED.get(name) ?? [];
  const named = (text: string) => countries.filter(([country]) => country.test(text));
  const left = before(reading.lower, place, NEAR);
  let told = named(left + reading.lower.slice(place, place + NEAR));
  if (told.length > 1) {
    // Of several the last one before the sum.
    const last = (country: RegExp) => [...left.matchAll(new RegExp(country, 'g'))].at(-1)?.index ?? -1;
    told = [told.reduce((one, other) => (last(other[0]) > last(one[0]) ? other : one))];
    return told[0] && last(told[0][0]) >= 0 ? told[0][1] : null;
  }
  if (told.length === 0) {
    reading.countries ??= [...new Set(reading.lower.match(COUNTRY))].join(' ');
    told = named(reading.countries);
  }
  return told.length === 1 ? (told[0]?.[1] ?? null) : null;
}

/** The currency of the last sign before `place`, for the cents of "NZ$2.58 a litre, 12 cents less". */
function lastDollar(reading: Reading, place: number): string {
  const signs = before(reading.plain, place, NEAR).match(/[A-Z]{0,3}\$|€/g);
  // "46 cents for it; the shop charges €1.35"
  const behind = /^[^.\n]{0,80}?(€|[A-Z]{0,3}\$)/.exec(reading.plain.slice(place, place + 84))?.[1];
  const sign = signs?.at(-1) ?? behind ?? '$';
  return sign === '€' ? 'EUR' : (DOLLARS.get(sign.slice(0, -1)) ?? 'USD');
}

const SIGN_LIST = [...SIGNS.keys()].join('');
const LEFT = new RegExp(
  `(?:^|[^A-Za-z0-9]|[a-z](?=\\$))((?:(?:U\\.S\\.|US) ?|AU|A|CA|[Cc] ?|NZ|(?:HK|hk) ?|SG|S)?\\$(?:US|A|C|NZ|HK)?|[${SIGN_LIST}]|Rs\\.?|rs\\.?|Afs?\\.?|AFs|Afgs?|RMB|RM|SFr|[KU]?T?Sh|Tk|Rp|${CODES.replaceAll(' ', '|')}) {0,2}$`,
);

function unitOfSign(reading: Reading, sign: string, place: number): string | null {
  if (sign.includes('$')) return DOLLARS.get(sign.replace(/[$. ]/g, '').toUpperCase()) ?? 'USD';
  const symbol = SIGNS.get(sign);
  if (symbol) return SHARED.has(symbol) ? sharedUnit(reading, symbol, place) : symbol;
  const code = sign.replace('.', '').toUpperCase();
  return code === 'RS' ? sharedUnit(reading, 'rupee', place) : (ALIASES.get(code) ?? code);
}

/** What a sign or code may end with; before a small letter only some may stand. */
const LAST_SIGNS = `$.${SIGN_LIST}`;
const LAST_LETTERS = 'fhkprs';
const BEFORE_LAST = 'AFRSTfgr';

/** May a sign or code of money end at `place`? */
function endsSign(plain: string, place: number): boolean {
  const sign = plain.charAt(place);
  if (LAST_LETTERS.includes(sign)) return BEFORE_LAST.includes(plain.charAt(place - 1));
  return (sign >= 'A' && sign <= 'Z') || LAST_SIGNS.includes(sign);
}

/** The sign or code right before `place` ("$", "US$", "Afs ", "PKR "), or null. Reads 12 units back at most. */
export function currencyBefore(reading: Reading, place: number): Omit<CurrencyMark, 'hundredths'> | null {
  const { plain } = reading;
  // "$-9.50"
  if (plain[place - 1] === '-' && '$€£'.includes(plain[place - 2] ?? ' ')) return currencyBefore(reading, place - 1);
  let last = place - 1;
  while (last > place - 3 && plain[last] === ' ') last -= 1;
  if (last < 0 || !endsSign(plain, last)) return null;
  const found = LEFT.exec(before(plain, place, 12));
  const sign = found?.[1];
  if (!found || !sign) return null;
  const start = place - (found[0].length - found[0].indexOf(sign));
  return { unit: unitOfSign(reading, sign, place), start, end: place };
}

/** A country's adjective: "U.S.", "Afghan", "Sri Lankan", "New Zealand". */
const WHOSE =
  'u\\.s\\.|us|uae|(?:united|hong|new|saudi|sri|south) ?[a-z]*|pakistan|singapore|dutch|[a-z]+(?:an|i|ese|ish|ss|z|kh|[ei]k|men)';

const RIGHT = new RegExp(
  `(?: {0,2}|-)(?:(${WHOSE}) )?(pounds? sterling|(?:${[...NAMES.keys(), ...SHARED.keys()].join('|')}|riyal|toman|tuman|cent)s?|penn(?:y|ies)|kron(?:or|er|e)|kronur|${CODES.toLowerCase().replaceAll(' ', '|')})(?![a-z0-9])`,
  'y',
);
const RIGHT_SIGN = new RegExp(` ?([${SIGN_LIST}¢]|(?:US|AU?|CA?|NZ|HK|SG?)?\\$|RMB?|Rs)(?![A-Za-z]| {0,2}\\d)`, 'y');

const RIGHT_SIGNS = `${SIGN_LIST}¢$UACNHSR`;

/** The words that `RIGHT` ends with, and those that open a country's name of two words. */
const NAME_WORDS = new Set([
  ...[...NAMES.keys(), ...SHARED.keys(), 'riyal', 'toman', 'tuman', 'cent'].flatMap(name => [name, `${name}s`]),
  ...CODES.toLowerCase().split(' '),
  ...'penny pennies kronor kroner krone kronur u united hong new saudi sri south'.split(' '),
]);

/** Is one of the two words behind a number that ends at `place` a currency's, or does a country's name open there? */
function mayBeName(lower: string, place: number): boolean {
  let start = place;
  while (start < place + 2 && (lower[start] === ' ' || lower[start] === '-')) start += 1;
  const end = endOfLetters(lower, start);
  if (NAME_WORDS.has(lower.slice(start, end))) return true;
  return lower[end] === ' ' && NAME_WORDS.has(lower.slice(end + 1, endOfLetters(lower, end + 1)));
}

/** A currency's name in the singular behind a space: an adjective where a plural follows. */
const plain = (name: string) => /^ (?:[a-z.]+ )?(?:dollar|euro|rupee|afghani|pound|rial|rouble|ruble|yuan)$/.test(name);
const OF_COUNTED = /^ [a-z-]{3,}s\b/;

function singular(word: string): string {
  if (word.endsWith('sterling')) return 'sterling';
  if (word.startsWith('kron')) return 'krona';
  if (word.startsWith('penn')) return 'pence';
  const one = word === 'pence' ? word : word.replace(/s$/, '');
  return one === 'riyal' ? 'rial' : one;
}

/** The code of a currency by its name and the country's adjective before it. */
function unitOfName(reading: Reading, name: string, whose: string, place: number, large: boolean): string | null {
  const told = whose ? (SHARED.get(name) ?? []).find(([country]) => country.test(whose)) : undefined;
  if (told) return told[1];
  if (name === 'dollar') return 'USD';
  if (name === 'cent') return lastDollar(reading, place);
  if (name === 'pound') return sharedUnit(reading, name, place) ?? (large ? 'GBP' : null);
  return SHARED.has(name) ? sharedUnit(reading, name, place) : (NAMES.get(name) ?? null);
}

/**
 * The currency word, code or sign behind a number that ends at `place` (" dollars", "-dollar", " Pakistani rupees",
 * " AFN"), or null. Pounds without a country, "sterling" or a scale before them are a weight. `large` says that the
 * number has a scale.
 */
export function currencyBehind(reading: Reading, place: number, large: boolean): Omit<CurrencyMark, 'start'> | null {
  const sign = opensWith(RIGHT_SIGNS, reading.plain, place) ? at(RIGHT_SIGN, reading.plain, place) : null;
  if (sign) {
    const hundredths = sign[1] === '¢';
    const unit = hundredths ? lastDollar(reading, place) : unitOfSign(reading, sign[1] ?? '', place);
    return { unit, end: place + sign[0].length, hundredths };
  }
  const found = mayBeName(reading.lower, place) ? at(RIGHT, reading.lower, place) : null;
  const word = found?.[2];
  if (!found || !word) return null;
  const end = place + found[0].length;
  const mark = { end, hundredths: false };
  if (word.length === 3 && CODES.includes(word.toUpperCase())) {
    // Codes are written in capitals: "20 try" is no Turkish lira.
    return reading.plain.slice(end - 3, end) === word.toUpperCase() ? { ...mark, unit: word.toUpperCase() } : null;
  }
  // "32 dollar auctions"
  if (!large && plain(found[0]) && OF_COUNTED.test(reading.lower.slice(end, end + 24))) return null;
  const name = singular(word);
  const unit = unitOfName(reading, name, found[1] ?? '', place, large);
  if ((name === 'pound' && unit === null) || (name === 'won' && !large && !/korea|seoul/.test(reading.lower)))
    return null;
  return { ...mark, unit, hundredths: name === 'cent' || name === 'pence' };
}

inFigures.add(LEFT, RIGHT, RIGHT_SIGN);
