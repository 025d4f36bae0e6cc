/** Recognises dates, years and times of day, which hold digits but are no figures. */

import { MONTHS_PRINTED } from './calendar.ts';
import { at, before, endOf, has, type Reading } from './normalise.ts';
import { countsSomething, isKnownNoun } from './nouns.ts';
import { qualifierBefore } from './qualifiers.ts';

const MONTHS = `(?:(?:${MONTHS_PRINTED}|${MONTHS_PRINTED.toUpperCase()})\\.?|Hamal|Sa[wu]r|Jawza|Saratan|Asad|Sunbula|Mizan|Aqrab|Qaws|Jadi|Dalw[ah]?|Hoot|Hut|Muharram|Rama[dz]an)`;
const ORDINAL = '(?:st|nd|rd|th)?';
const DAY = `\\d{1,2}${ORDINAL}`;
const JOINT = '(?: ?[-–—] ?| to (?:the )?| and (?:the )?| or | & |, | through )';

/** "15 August", "15-17 August 2021", "the 3rd and 4th of May", "12 and 13 Jan." */
const DAY_MONTH = new RegExp(
  `${DAY}(?:${JOINT}${DAY}){0,4}(?: |-)(?:of )?(?:${MONTHS})(?![A-Za-z])(?:,? (?:19|20)\\d\\d(?!\\d|,\\d))?`,
  'y',
);
const DAY_MONTH_SLASH = new RegExp(`${DAY}/${DAY} (?:${MONTHS})(?![A-Za-z])`, 'y');
/** Behind a comma a number is no day, but may be a year. */
const MONTH_BEFORE = new RegExp(`(?:^|[^A-Za-z])(?<!\\d (?:of )?)([Ii]n )?(?:${MONTHS})(,)? (?:the )?$`);
/** A cheap look before the months are tried. */
const NAME_BEFORE = /[A-Z][A-Za-z'.-]*,? (?:the )?$/;
/** What may follow the day behind a month's name: more days, and the year. */
const MONTH_DAYS = new RegExp(
  `${DAY}(?:${JOINT}${DAY}(?![\\d%]|,\\d|\\.\\d| (?:per ?cent|million|billion|thousand|people)))*(?![\\d]|,\\d{3}|\\.\\d|%| ?(?:per ?cent|million|billion|thousand)\\b)(?:,? (?:1[89]|20)\\d\\d(?!\\d|,\\d))?`,
  'y',
);
const NUMERIC_DATE = /\d{1,4}[-–/.]\d{1,2}[-–/.]\d{2,4}(?!\d|,\d)/y;
/** "5 p.m.", "17:30", "0600 GMT", and the first of two hours that share what follows ("from 6 to 9 p.m."). */
const CLOCK =
  /\d{1,2}(?:[:.]\d{2})*(?:(?: ?[-–—] ?| to | and )\d{1,2}(?:[:.]\d{2})?)? ?[ap]\.? ?m\b\.?|(?:\d{1,2}[:.]\d{2}|\d{4}) ?(?:gmt|utc|hrs|hours|local|in the (?:morning|afternoon|evening))\b|\d{1,2} ?(?:o'? ?clock|gmt\b|utc\b)|\d{1,3}:\d{1,3}(?::\d{2})?(?:\.\d+)?/y;
/** "the 6.14 from Leeds", "on Thursday from 17.30 to 18.45": times of day with a point, where nothing else can be meant. */
const TRAIN = `(?<=\\bthe )\\d{1,2}\\.[0-5]\\d(?= (?:from|to) (?!${MONTHS})[A-Z]| (?:train|bus|ferry|service)\\b)`;
const HOURS = `(?<=(?:day|daily|(?:${MONTHS})) (?:from|between) )\\d{1,2}\\.[0-5]\\d(?: to | and | ?[-–] ?)\\d{1,2}\\.[0-5]\\d(?![\\d%]| [a-z]+s\\b)`;
const WITH_MONTH = new RegExp([DAY_MONTH.source, DAY_MONTH_SLASH.source, TRAIN, HOURS].join('|'), 'y');
const DECADE = /(?:1[0-9]|20)\d0'?s\b|\d0'?s\b(?= |[.,;)])/y;
const ERA = /\d{1,4} ?(?:ad|bc|bce|ce|ah|sh|a\.d\.|b\.c\.)(?![a-z0-9])/y;
const DIGITS_ONLY = new RegExp([NUMERIC_DATE, CLOCK, DECADE, ERA].map(({ source }) => source).join('|'), 'y');
const ERA_BEFORE = /(?:a\.d\.|\bad|c\.|hijri|h\.s\.|\bah|\bsh|solar year|lunar year) $/i;
const SPLIT_YEAR =
  /(?:1[0-9]|20)\d\d(?:[/–—-](?:(?:1[0-9]|20)\d\d|\d\d)|(?: [–—-] | to | through | till | until | and )(?:1[0-9]|20)\d\d)(?![\d%]|,\d|\.\d)/y;
const YEAR = /(?:1[0-9]|20|21)\d\d(?!\d|,\d|\.\d|[a-z]{2})/y;
const MODERN = /^(?:19|20)/;

function monthBefore(left: string): RegExpExecArray | null {
  return NAME_BEFORE.test(left) ? MONTH_BEFORE.exec(left) : null;
}

/** What says that a number is a year. */
const SAID_BEFORE =
  /(?:\b(?:in|since|until|till|during|early|late|mid|years?|the|fy|summer|spring|winter|autumn|(?:start|end|beginning|half|quarter|months) of|budget (?:for|of)|plan (?:for|of)|year (?:for|of))|[(']|\d{4} ?[-–]) ?-?$/i;
/** So do these, where nothing follows that could be counted. */
const PERHAPS_BEFORE = /\b(?:from|for|by|before|after|around|to|through|between|end|start|circa) $/i;

/** "around 1950 families", but "more than 2019 levels" and "a row over 2014 elections". */
const HOMES = / (?:famil|home|house|village|mosque|shop|vehicle|building|animal)[a-z]*s\b/y;

/** Is the four-digit run at `place` a year? It is none where it plainly counts ("some 1987 soldiers", "2000 families"). */
function isYear(reading: Reading, place: number): boolean {
  const left = before(reading.plain, place, 24);
  const bound = qualifierBefore(reading, place, false);
  const counts =
    countsSomething(reading.lower, place + 4) ||
    (bound !== null &&
      endOf(/^(?:at|nearly)/.test(bound) ? / [a-z]{3,}s\b/y : HOMES, reading.lower, place + 4) > place + 4);
  const said = SAID_BEFORE.test(left);
  if (MODERN.test(reading.plain.slice(place, place + 2))) return !counts || said || monthBefore(left) !== null;
  return !counts && (said || (PERHAPS_BEFORE.test(left) && !/[a-z]/.test(reading.lower[place + 5] ?? '')));
}

/** The end of the date, year or time of day at `place` (the first of a run of digits), or `place` itself. */
export function endOfDate(reading: Reading, place: number): number {
  const { lower, plain } = reading;
  const inDigits = endOf(DIGITS_ONLY, lower, place);
  if (inDigits > place) return inDigits;
  const named = endOf(WITH_MONTH, plain, place);
  if (named > place) return named;
  const left = before(reading.plain, place, 20);
  const month = monthBefore(left);
  if (month && !month[2]) {
    const day = Number.parseInt(lower.slice(place, place + 3), 10);
    const end = endOf(MONTH_DAYS, lower, place);
    if (end > place && day <= 31) {
      const noun = at(/ (?:[a-z]+ )?([a-z]+)/y, lower, end);
      const counts = noun !== null && isKnownNoun(noun[1] ?? '') && month[1];
      if (!counts) return end;
    }
  }
  const long = /\d/.test(lower[place + 3] ?? '');
  const split = long ? endOf(SPLIT_YEAR, lower, place) : place;
  if (split > place && !/^ ?(?:million|billion|percent|per cent)/.test(lower.slice(split, split + 9))) return split;
  if (ERA_BEFORE.test(left)) return endOf(/\d+/y, lower, place);
  if (long && has(YEAR, lower, place) && isYear(reading, place)) return place + 4;
  return place;
}
