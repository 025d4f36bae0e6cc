/** Recognises dates, years and times of day, which hold digits but are no figures. */

import { at, endOf, type Reading } from './normalise.ts';
import { countsSomething, isKnownNoun } from './nouns.ts';

const OUR_MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const MONTHS = `(?:(?:${OUR_MONTHS}|${OUR_MONTHS.toUpperCase()})\\.?|Hamal|Sa[wu]r|Jawza|Saratan|Asad|Sunbula|Mizan|Aqrab|Qaws|Jadi|Dalw[ah]?|Hoot|Hut|Muharram|Safar|Rajab|Sha'?ban|Rama[dz]an|Shawwal|Dhu al-Hijjah)`;
const ORDINAL = '(?:st|nd|rd|th)?';
const DAY = `\\d{1,2}${ORDINAL}`;
const JOINT = '(?: ?[-–—] ?| to (?:the )?| and (?:the )?| or | & |, | through )';

/** "15 August", "15-17 August 2021", "the 3rd and 4th of May", "12 and 13 Jan." */
const DAY_MONTH = new RegExp(
  `${DAY}(?:${JOINT}${DAY}){0,4}(?: |-)(?:of )?(?:${MONTHS})(?![A-Za-z])(?:,? (?:19|20)\\d\\d(?!\\d|,\\d))?`,
  'y',
);
const DAY_MONTH_SLASH = new RegExp(`${DAY}/${DAY} (?:${MONTHS})(?![A-Za-z])`, 'y');
const MONTH_BEFORE = new RegExp(`(?:^|[^A-Za-z])(?<!\\d (?:of )?)(?:${MONTHS}) (?:the )?$`);
/** A cheap look before the months are tried. */
const NAME_BEFORE = /[A-Z][A-Za-z'.-]* (?:the )?$/;
const YEAR_OF_MONTH = new RegExp(`(?:${MONTHS}),? $`);
const IN_MONTH_BEFORE = new RegExp(`[Ii]n (?:${MONTHS}) $`);
/** What may follow the day behind a month's name: more days, and the year. */
const MONTH_DAYS = new RegExp(
  `${DAY}(?:${JOINT}${DAY}(?![\\d%]|,\\d|\\.\\d| (?:per ?cent|million|billion|thousand|people)))*(?![\\d]|,\\d{3}|\\.\\d|%| ?(?:per ?cent|million|billion|thousand)\\b)(?:,? (?:1[89]|20)\\d\\d(?!\\d|,\\d))?`,
  'y',
);
const NUMERIC_DATE = /\d{1,4}[-–/.]\d{1,2}[-–/.]\d{2,4}(?!\d|,\d)|\d{4}-\d{2}-\d{2}(?:t[\d:.]+z?)?/y;
/** "5 p.m.", "17:30", "0600 GMT", and the first of two hours that share what follows ("from 6 to 9 p.m."). */
const CLOCK =
  /\d{1,2}(?:[:.]\d{2})*(?:(?: ?[-–—] ?| to | and )\d{1,2}(?:[:.]\d{2})?)? ?[ap]\.? ?m\b\.?|\d{1,2}(?:[:.]\d{2})? ?(?:o'? ?clock|gmt\b|utc\b)|\d{1,2}[:.]\d{2} ?(?:hrs|hours|local)\b|\d{1,3}:\d{1,3}(?::\d{2})?(?:\.\d+)?|\d{4} ?(?:gmt|utc|local time|hrs|hours)\b/y;
const DIGITS_ONLY = new RegExp(`${NUMERIC_DATE.source}|${CLOCK.source}`, 'y');
const WITH_MONTH = new RegExp(`${DAY_MONTH.source}|${DAY_MONTH_SLASH.source}`, 'y');
const DECADE = /(?:1[0-9]|20)\d0'?s\b|\d0'?s\b(?= |[.,;)])/y;
const ERA = /\d{1,4} ?(?:ad|bc|bce|ce|ah|sh|a\.d\.|b\.c\.)(?![a-z0-9])/y;
const ERA_BEFORE = /(?:a\.d\.|\bad|c\.|hijri|h\.s\.|\bah|\bsh|solar year|lunar year) $/i;
const SPLIT_YEAR =
  /(?:1[0-9]|20)\d\d(?:[/–—-](?:(?:1[0-9]|20)\d\d|\d\d)|(?: [–—-] | to | through | till | until | and )(?:1[0-9]|20)\d\d)(?![\d%]|,\d|\.\d)/y;
const HIJRI_SPLIT = /1[34]\d\d[/–-](?:1[34])?\d\d(?!\d)/y;
const YEAR = /(?:1[0-9]|20|21)\d\d(?!\d|,\d|\.\d|[a-z]{2})/y;
const MODERN = /^(?:19|20)/;

function window(reading: Reading, place: number, size: number): string {
  return reading.plain.slice(Math.max(0, place - size), place);
}

/** What says that a number is a year. */
const SAID_BEFORE =
  /(?:\b(?:in|since|until|till|during|early|late|mid|years?|the|fy|summer|spring|winter|autumn|budget (?:for|of)|plan (?:for|of)|year (?:for|of))|[(']|\d{4} ?[-–]) ?-?$/i;
/** So do these, where nothing follows that could be counted. */
const PERHAPS_BEFORE = /\b(?:from|by|before|after|around|to|through|between|end|start|circa) $/i;

/** "at least 2015 homes", "around 1950 families", but "more than 2019 levels" and "a row over 2014 elections". */
const COUNT_BEFORE =
  /\b(?:(at least|nearly|almost|as many as|total of|up to)|around|about|over|more than|some|roughly|approximately) $/i;
const HOMES = / (?:famil|home|house|village|mosque|shop|vehicle|building|animal)[a-z]*s\b/y;

/** Is the four-digit run at `place` a year? It is none where it plainly counts ("some 1987 soldiers", "2000 families"). */
function isYear(reading: Reading, place: number): boolean {
  const before = window(reading, place, 24);
  const bound = COUNT_BEFORE.exec(before);
  const counts =
    countsSomething(reading.lower, place + 4) ||
    (bound !== null && endOf(bound[1] ? / [a-z]{3,}s\b/y : HOMES, reading.lower, place + 4) > place + 4);
  const said = SAID_BEFORE.test(before);
  if (MODERN.test(reading.plain.slice(place, place + 2))) return !counts || said || YEAR_OF_MONTH.test(before);
  return !counts && (said || (PERHAPS_BEFORE.test(before) && !/[a-z]/.test(reading.lower[place + 5] ?? '')));
}

/** The end of the date, year or time of day at `place` (the first of a run of digits), or `place` itself. */
export function endOfDate(reading: Reading, place: number): number {
  const { lower, plain } = reading;
  const inDigits = endOf(DIGITS_ONLY, lower, place);
  if (inDigits > place) return inDigits;
  const named = endOf(WITH_MONTH, plain, place);
  if (named > place) return named;
  const before = window(reading, place, 20);
  if (NAME_BEFORE.test(before) && MONTH_BEFORE.test(before)) {
    const day = Number.parseInt(lower.slice(place, place + 3), 10);
    const end = endOf(MONTH_DAYS, lower, place);
    if (end > place && day <= 31) {
      const noun = at(/ (?:[a-z]+ )?([a-z]+)/y, lower, end);
      const counts = noun !== null && isKnownNoun(noun[1] ?? '') && IN_MONTH_BEFORE.test(before);
      if (!counts) return end;
    }
  }
  const long = /\d/.test(lower[place + 3] ?? '');
  const split = long ? Math.max(endOf(SPLIT_YEAR, lower, place), endOf(HIJRI_SPLIT, lower, place)) : place;
  if (split > place && !/^ ?(?:million|billion|percent|per cent)/.test(lower.slice(split, split + 9))) return split;
  const decade = Math.max(endOf(DECADE, lower, place), endOf(ERA, lower, place));
  if (decade > place) return decade;
  if (ERA_BEFORE.test(before)) return endOf(/\d+/y, lower, place);
  if (long && endOf(YEAR, lower, place) > place && isYear(reading, place)) return place + 4;
  return place;
}
