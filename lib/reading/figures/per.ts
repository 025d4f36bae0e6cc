/** Reads what a figure is counted by: "a day", "per capita", "each month", "annually". */

import { at, type Reading } from './normalise.ts';

const TIMES = 'second|minute|hour|day|night|week|fortnight|month|quarter|year|decade';
const DIRECT = new RegExp(
  `(?: each)?(?:,? an? (${TIMES}|person|head|piece|kilogram|kilo|kg|litre|liter|barrel|tonne|ton|gallon|ounce|acre|hectare|sack|bag|bottle|bushel|household|family|share|seat|dose|vote|meal|plot|ride|ticket)|,? (?:each|every|per|a single) (${TIMES}))(?![a-z-])(?! (?:after|before|later|ago|earlier|since|prior|in which|of)\\b)`,
  'y',
);
const PER =
  /(?: each)?,?(?: |-)(?:per)(?: |-)(?!cent)(?:(\d[\d,]*|hundred|thousand|million|one million) ([a-z]+(?: births)?)|([a-z]+))/y;
const EVERY = /,? for every ([a-z]+)\b/y;
const SLASH = /\/ ?(day|week|month|year|hour|yr|person|kg|litre|liter|barrel|tonne|ton|household|family)\b/y;
const ADVERB = /,? (?:on an? )?(annual|year|dai|week|month|hour|quarter|night)l?ly(?! [a-z]+(?:ed|ing)\b)\b/y;
const BASIS = /,? on an? (annual|yearly|daily|weekly|monthly) basis/y;
/** Some words may stand between, where they say what the sum is in or what was done ("in cash a week", "was paid per family"). */
const BETWEEN =
  / (?:(?:in|of|worth of|on) (?!an? |the |each |every )[a-z-]+(?: (?!an? |per |each |every )[a-z-]+){0,2}?(?= (?:an?|per|each|every) )|(?!(?:for|in|after|within|over|per|each|every|an?) )[a-z'-]+(?: (?!(?:per|each|every|for|in|after|within|over) )[a-z'-]+){0,4}?(?= (?:(?:per|each|every) (?!cent)|(?:daily|weekly|monthly|annually|yearly)\b)))/y;

const NAMES = new Map<string, string>(
  Object.entries({
    capita: 'person',
    head: 'person',
    piece: 'piece',
    person: 'person',
    people: 'person',
    annum: 'year',
    yr: 'year',
    annual: 'year',
    yearly: 'year',
    dai: 'day',
    daily: 'day',
    weekly: 'week',
    monthly: 'month',
    liter: 'litre',
    ton: 'tonne',
    kilo: 'kg',
    kilogram: 'kg',
    diem: 'day',
    night: 'night',
  }),
);

function direct(reading: Reading, place: number): string | null {
  const { lower } = reading;
  const found = at(DIRECT, lower, place) ?? at(SLASH, lower, place);
  const word = found?.[1] ?? found?.[2];
  if (word) return NAMES.get(word) ?? word;
  const adverb = at(ADVERB, lower, place) ?? at(BASIS, lower, place);
  if (adverb?.[1]) return NAMES.get(adverb[1]) ?? adverb[1];
  const per = at(PER, lower, place);
  if (per) return per[1] ? `${per[1]} ${per[2]}` : (NAMES.get(per[3] ?? '') ?? per[3] ?? null);
  const every = at(EVERY, lower, place);
  return every?.[1] ?? null;
}

/** Without one of these words near by there is no divisor: most figures cost this one test. */
const ANY = /\b(?:per|each|every|an?|annum|capita)\b|ly\b|\//;
const REACH = 64;

/** What stands behind a figure as its divisor, from `place` (the end of the figure or of its noun), or null. */
export function perBehind(reading: Reading, place: number): string | null {
  if (!ANY.test(reading.lower.slice(place, place + REACH))) return null;
  const found = direct(reading, place);
  if (found) return found;
  const between = at(BETWEEN, reading.lower, place);
  return between ? direct(reading, place + between[0].length) : null;
}
