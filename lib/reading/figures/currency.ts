/** Knows currencies: signs and codes before a number, words and codes behind it, and which country a rupee is of. */

import { at, type Reading } from './normalise.ts';

export interface CurrencyMark {
  /** ISO 4217 code, or null where the text does not say which of several it is. */
  unit: string | null;
  start: number;
  end: number;
  /** 2 for cents and pence: they count hundredths. */
  hundredths: boolean;
}

const CODES =
  'USD EUR GBP AFN PKR INR IRR CNY JPY CHF SAR AED QAR KWD OMR TRY RUB CAD AUD NZD NOK SEK DKK UZS TJS TMT KZT KGS BDT LKR ' +
  'NPR MYR SGD HKD KRW IDR IQD JOD BHD YER SYP LBP EGP ILS PLN CZK HUF BRL MXN ZAR NGN KES';

const ALIASES = new Map<string, string>(
  Object.entries({ AFA: 'AFN', AFS: 'AFN', AF: 'AFN', AFG: 'AFN', AFGS: 'AFN', RMB: 'CNY', RM: 'MYR', SFR: 'CHF' }),
);

const SIGNS = new Map<string, string>(
  Object.entries({
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    '₹': 'INR',
    '؋': 'AFN',
    '₽': 'RUB',
    '₺': 'TRY',
    '₩': 'KRW',
    '₪': 'ILS',
    '৳': 'BDT',
    '₴': 'UAH',
    '﷼': 'rial',
    '₨': 'rupee',
  }),
);

/** Whose dollar, by the letters at the sign. */
const DOLLARS = new Map<string, string>(
  Object.entries({
    '': 'USD',
    US: 'USD',
    A: 'AUD',
    AU: 'AUD',
    C: 'CAD',
    CA: 'CAD',
    NZ: 'NZD',
    HK: 'HKD',
    S: 'SGD',
    SG: 'SGD',
  }),
);

/** Currencies that several countries have: the country words that tell, and the code. */
const SHARED = new Map<string, [RegExp, string][]>(
  Object.entries({
    rupee: [
      [/pakistan|islamabad|karachi|lahore|peshawar|quetta/, 'PKR'],
      [/\bindia|delhi|mumbai/, 'INR'],
      [/sri lanka|colombo/, 'LKR'],
      [/nepal|kathmandu/, 'NPR'],
    ],
    rial: [
      [/\biran|tehran/, 'IRR'],
      [/\boman|muscat/, 'OMR'],
      [/yemen|sanaa/, 'YER'],
      [/saudi|riyadh/, 'SAR'],
      [/qatar|doha/, 'QAR'],
    ],
    dinar: [
      [/\biraq|baghdad/, 'IQD'],
      [/kuwait/, 'KWD'],
      [/jordan|amman/, 'JOD'],
      [/bahrain/, 'BHD'],
      [/serbia/, 'RSD'],
      [/algeria/, 'DZD'],
      [/tunisia/, 'TND'],
      [/libya/, 'LYD'],
    ],
    dirham: [
      [/emirat|\buae\b|dubai|abu dhabi/, 'AED'],
      [/morocc/, 'MAD'],
    ],
    som: [
      [/kyrgyz/, 'KGS'],
      [/uzbek/, 'UZS'],
    ],
  }),
);

/** How far around a rupee its country is looked for before the whole text is asked. A judgement. */
const NEAR = 200;

function sharedUnit(reading: Reading, name: string, place: number): string | null {
  const countries = SHARED.get(name) ?? [];
  const around = reading.lower.slice(Math.max(0, place - NEAR), place + NEAR);
  const near = countries.filter(([country]) => country.test(around));
  if (near.length === 1) return near[0]?.[1] ?? null;
  if (near.length > 1) return null;
  const named = countries.filter(([country]) => country.test(countriesIn(reading)));
  return named.length === 1 ? (named[0]?.[1] ?? null) : null;
}

const COUNTRY =
  /pakistan|islamabad|karachi|india|delhi|mumbai|sri lanka|nepal|\biran|tehran|\boman|yemen|saudi|qatar|\biraq|kuwait|jordan|bahrain|serbia|algeria|tunisia|libya|emirat|\buae\b|dubai|morocc|kyrgyz|uzbek/g;
const known = new WeakMap<Reading, string>();

/** The names of those countries that the text has, each once; found once for a text. */
function countriesIn(reading: Reading): string {
  let names = known.get(reading);
  if (names === undefined) {
    names = [...new Set(reading.lower.match(COUNTRY) ?? [])].join(' ');
    known.set(reading, names);
  }
  return names;
}

const LEFT = new RegExp(
  `(?:^|[^A-Za-z0-9])((?:(?:U\\.S\\.|US) ?|AU|A|CA|C|NZ|HK|SG|S)?\\$(?:US|A|C|NZ|HK)?|[€£¥₹؋₽₺₩₪৳₴﷼₨]|Rs\\.?|rs\\.?|Afs?\\.?|AFs|Afgs?|RMB|RM|SFr|${CODES.replaceAll(' ', '|')}) {0,2}$`,
);

function unitOfSign(reading: Reading, sign: string, place: number): string | null {
  if (sign.includes('$')) return DOLLARS.get(sign.replace(/[$. ]/g, '')) ?? 'USD';
  const symbol = SIGNS.get(sign);
  if (symbol) return SHARED.has(symbol) ? sharedUnit(reading, symbol, place) : symbol;
  const code = sign.replace('.', '').toUpperCase();
  return code === 'RS' ? sharedUnit(reading, 'rupee', place) : (ALIASES.get(code) ?? code);
}

const SIGN_CHARACTER = /[A-Za-z$€£¥₹؋₽₺₩₪৳₴﷼₨.]/;

/** The sign or code right before `place` ("$", "US$", "Afs ", "PKR "), or null. Reads 12 units back at most. */
export function currencyBefore(reading: Reading, place: number): CurrencyMark | null {
  const { plain } = reading;
  let last = place - 1;
  while (last > place - 3 && plain[last] === ' ') last -= 1;
  if (!SIGN_CHARACTER.test(plain[last] ?? ' ')) return null;
  const found = LEFT.exec(plain.slice(Math.max(0, place - 12), place));
  const sign = found?.[1];
  if (!found || !sign) return null;
  const start = place - (found[0].length - found[0].indexOf(sign));
  // "against the US $5 million" would cost the country its name, "US $5 million" in itself is one sign.
  return { unit: unitOfSign(reading, sign, place), start, end: place, hundredths: false };
}

const WHOSE =
  'u\\.s\\.|us|united states|american|canadian|australian|new zealand|hong kong|singapore|afghan|pakistani|pakistan|indian|sri lankan|nepali|nepalese|iranian|omani|yemeni|saudi|qatari|iraqi|kuwaiti|jordanian|bahraini|emirati|uae|moroccan|turkish|russian|chinese|japanese|british|egyptian|lebanese|syrian|sudanese|swiss|swedish|norwegian|danish|south korean|kazakh|kyrgyz|uzbek|tajik|turkmen|bangladeshi|malaysian';

const RIGHT = new RegExp(
  `(?: {1,2}|-)(?:(${WHOSE}) )?(dollars?|euros?|pounds? sterling|pounds?|sterling|afghanis?|afs|rupees?|rials?|riyals?|tomans?|tumans?|dinars?|dirhams?|yuan|renminbi|yen|roubles?|rubles?|liras?|won|francs?|kron(?:a|or|er|e)|kronur|somonis?|manats?|tenges?|soms?|takas?|ringgits?|cents?|pence|bucks|${CODES.toLowerCase().replaceAll(' ', '|')})(?![a-z0-9])`,
  'y',
);
const RIGHT_SIGN = / ?([€£؋₽₺])(?! ?\d)/y;

const WORDS = new Map<string, string>(
  Object.entries({
    euro: 'EUR',
    sterling: 'GBP',
    'pound sterling': 'GBP',
    afghani: 'AFN',
    af: 'AFN',
    yuan: 'CNY',
    renminbi: 'CNY',
    yen: 'JPY',
    rouble: 'RUB',
    ruble: 'RUB',
    lira: 'TRY',
    franc: 'CHF',
    somoni: 'TJS',
    manat: 'TMT',
    tenge: 'KZT',
    taka: 'BDT',
    ringgit: 'MYR',
    won: 'KRW',
    buck: 'USD',
    pence: 'GBP',
  }),
);

/** The code by the adjective, for names of money that several countries share. */
const BY_COUNTRY = new Map<string, string>(
  Object.entries({
    'canadian dollar': 'CAD',
    'australian dollar': 'AUD',
    'new zealand dollar': 'NZD',
    'hong kong dollar': 'HKD',
    'singapore dollar': 'SGD',
    'pakistani rupee': 'PKR',
    'pakistan rupee': 'PKR',
    'indian rupee': 'INR',
    'sri lankan rupee': 'LKR',
    'nepali rupee': 'NPR',
    'nepalese rupee': 'NPR',
    'iranian rial': 'IRR',
    'omani rial': 'OMR',
    'yemeni rial': 'YER',
    'saudi rial': 'SAR',
    'qatari rial': 'QAR',
    'iraqi dinar': 'IQD',
    'kuwaiti dinar': 'KWD',
    'jordanian dinar': 'JOD',
    'bahraini dinar': 'BHD',
    'emirati dirham': 'AED',
    'uae dirham': 'AED',
    'moroccan dirham': 'MAD',
    'egyptian pound': 'EGP',
    'lebanese pound': 'LBP',
    'syrian pound': 'SYP',
    'sudanese pound': 'SDG',
    'british pound': 'GBP',
    'swedish krona': 'SEK',
    'norwegian krona': 'NOK',
    'danish krona': 'DKK',
    'kyrgyz som': 'KGS',
    'uzbek som': 'UZS',
  }),
);

function singular(word: string): string {
  if (/^kron/.test(word)) return 'krona';
  if (word === 'riyal' || word === 'riyals') return 'rial';
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/**
 * The currency word, code or sign behind a number that ends at `place` (" dollars", "-dollar", " Pakistani rupees",
 * " AFN"), or null. Pounds without "British", "sterling" or a scale before them are a weight. `large` says that the
 * number has a scale.
 */
export function currencyBehind(reading: Reading, place: number, large: boolean): CurrencyMark | null {
  const sign = at(RIGHT_SIGN, reading.plain, place);
  if (sign?.[1]) {
    return { unit: SIGNS.get(sign[1]) ?? null, start: place, end: place + sign[0].length, hundredths: false };
  }
  const found = at(RIGHT, reading.lower, place);
  if (!found?.[2]) return null;
  const end = place + found[0].length;
  const mark = { start: place, end, hundredths: false };
  const word = found[2];
  if (/^[a-z]{3}$/.test(word) && CODES.includes(word.toUpperCase())) {
    // Codes are written in capitals: "20 try" is no Turkish lira.
    if (reading.plain.slice(end - 3, end) !== word.toUpperCase()) return null;
    return { ...mark, unit: word.toUpperCase() };
  }
  const name = singular(word);
  const whose = (found[1] ?? '').replaceAll('.', '');
  if (name === 'cent') return { ...mark, unit: 'USD', hundredths: true };
  if (name === 'pence') return { ...mark, unit: 'GBP', hundredths: true };
  if (name === 'dollar') return { ...mark, unit: BY_COUNTRY.get(`${whose} dollar`) ?? 'USD' };
  const told = BY_COUNTRY.get(`${whose} ${name}`);
  if (told) return { ...mark, unit: told };
  if (name === 'pound') return large ? { ...mark, unit: 'GBP' } : null;
  if (name === 'toman' || name === 'tuman' || name === 'krona') return { ...mark, unit: null };
  if (SHARED.has(name)) return { ...mark, unit: sharedUnit(reading, name, place) };
  if (name === 'won' && !large) return null;
  return { ...mark, unit: WORDS.get(name) ?? null };
}
