/** Reads what a figure is counted by: "a day", "per capita", "each month", "annually". */

import { inFigures } from '../patterns.ts';
import { at, endOfLetters, has, type Reading } from './normalise.ts';
import { TIME_WORDS } from './units.ts';

const TIMES = `${TIME_WORDS}|second(?! (?:${TIME_WORDS}|night)\\b)|night|fortnight|quarter|decade`;
const THINGS =
  'person|head|square met(?:re|er)|piece|kilogram|kilo|kg|litre|liter|barrel|tonne|ton|gallon|ounce|acre|hectare|sack|bag|bottle|household|family|share|seat|dose|meal|box|bushel|kilowatt-hour|kilowatt|unit of electricity|pupil|patient|student|worker|unit|quintal';
const DIRECT = new RegExp(
  `(?: each)?,? (?:an? (${THINGS})(?![a-z-])|(?:an?|each|every|per|a single) (${TIMES})(?![a-z-])(?! (?:later|ago|earlier|prior|in which|of|after(?! (?:19|20)\\d\\d))\\b))`,
  'y',
);
const PER =
  /(?: each)?,?(?: |-)(?:per)(?: |-)(?!cent)(?:(\d[\d,]*|hundred|thousand|million|one million) ((?!(?:is|are|was|were|in|on|and|or|by|to|at|for)\b)[a-z]+(?: births)?)|((?:square |cubic )?[a-z]+(?:-hour)?))/y;
/** "4,200 euros a house" */
const PRICED = new RegExp(
  ` an? (?!(?:${TIMES}|time|record|century|while|lot)\\b)([a-z]+(?:-[a-z]+)?)(?=[.;:)]|,(?! an? )|$| (?:in|from|at|and|but|on|by|after|before|since|than|against|this|last|to|would|will|was|were|is|had|must|should)\\b)`,
  'y',
);
const EVERY = /,? for every ([a-z]+)\b/y;
const SLASH = new RegExp(
  `/ ?(${TIMES}|${THINGS}|yr|oz|bbl|(?:\\d[\\d,]*) (?:live births|people|population|births))\\b`,
  'y',
);
const ADVERB =
  /,? (?:on an? )?(annual|year|dai|week|month|hour|quarter|night)(?:l?ly(?! [a-z]+(?:ed|ing)\b)|(?:l?ly)? basis)\b/y;
/** Some words may stand between, where they say what the sum is in or what was done ("in cash a week", "was paid per family"). */
const BETWEEN =
  / (?:(?:is|are|was|were) [a-z]+(?= an? )|(?:in|of|worth of|on) (?!an? |each |every )(?:the )?[a-z-]+(?: (?!an? |per |each |every )[a-z-]+){0,2}?(?<! in| within| over| for| after| under| about| nearly| just| than)(?= (?:an?|per|each|every) )|(?!(?:for|in|after|within|over|per|each|every|an?) )[a-z'-]+(?: (?!(?:per|each|every|for|in|after|within|over) )[a-z'-]+){0,4}?(?= (?:(?:per|each|every) (?!cent)|(?:daily|weekly|monthly|annually|yearly)\b)))/y;

const NAMES: Record<string, string> = {
  capita: 'person',
  head: 'person',
  people: 'person',
  annum: 'year',
  yr: 'year',
  oz: 'ounce',
  bbl: 'barrel',
  annual: 'year',
  dai: 'day',
  diem: 'day',
  liter: 'litre',
  ton: 'tonne',
  'square meter': 'square metre',
  kilo: 'kg',
  kilogram: 'kg',
};

/** "killed three a day before the vote" is reckoned; "3,000 barrels a day before the war" and "900 a day before 2023" are rates. */
const RECKONED =
  / (?:before|since) (?!(?:19|20)\d\d|(?:(?:early|mid|late)[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/y;

function direct({ lower }: Reading, place: number, rate: boolean): string | null {
  let start = lower[place] === ',' ? place + 1 : place;
  if (lower[start] === ' ' || lower[start] === '-') start += 1;
  // The first word tells which of the patterns may find something: mostly none.
  const word = lower.slice(start, endOfLetters(lower, start));
  let found: RegExpExecArray | null = null;
  if (lower[start] === '/') found = at(SLASH, lower, place);
  else if (FIRST_WORDS.has(word)) {
    const per = word === 'per' || word === 'each' ? at(PER, lower, place) : null;
    if (per?.[1]) return `${per[1]} ${per[2]}`;
    found = at(DIRECT, lower, place);
    if (!rate && found?.[2] && has(RECKONED, lower, place + found[0].length)) found = null;
    found ??= at(EVERY, lower, place) ?? at(ADVERB, lower, place);
    if (!found && per?.[3]) return NAMES[per[3]] ?? per[3];
  } else if (word.endsWith('ly')) found = at(ADVERB, lower, place);
  const by = found?.[1] ?? found?.[2];
  return by ? (NAMES[by] ?? by) : null;
}

/** A divisor opens with one of these, a stroke or an adverb; the last ones are of "on an annual basis" without its "on". */
const FIRST_WORDS = new Set('a an each every per for on annual year week month hour quarter night'.split(' '));

/** A divisor over some words has one of these, and stands no farther than so: most figures cost this one look. */
const ANY = / (?:per|each|every|an?) |ly\b/;
const REACH = 96;

/**
 * What stands behind a figure as its divisor, from `place` (the end of the figure or of its noun), or null; a sum of
 * `money` is counted by any thing. `rate` says that it may be one at any time: a sum, or so much of a measure.
 */
export function perBehind(reading: Reading, place: number, money: boolean, rate: boolean): string | null {
  const found = direct(reading, place, rate) ?? (money ? at(PRICED, reading.lower, place)?.[1] : null);
  if (found) return found;
  if (reading.lower[place] !== ' ' || !ANY.test(reading.lower.slice(place, place + REACH))) return null;
  const between = at(BETWEEN, reading.lower, place);
  return between ? direct(reading, place + between[0].length, rate) : null;
}

inFigures.add(DIRECT, PRICED, EVERY, ADVERB, BETWEEN, ANY, RECKONED);
