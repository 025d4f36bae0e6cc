/** Joins dates into periods: "between A and B", "A to B", and open ends by "since", "until", "by" and the like. */

import { inFigures } from '../patterns.ts';
import type { Period, Span } from '../types.ts';
import { type Atom, daysAfter, withYear } from './calendar.ts';

const TO =
  /^(?: ?[-–—] ?|,? to | through | until | till | up to | up until | and until | to the | through to | to at least | until at least )(?:the )?(?:end of |the end of |early |late |mid-)?$/;
const AND = /^,? and (?:the )?(?:end of |early |late |mid-)?$/;
const BETWEEN = /\b(?:between|both in) (?:the )?(?:last |early |late |mid-|end of |start of )?$/i;
const FROM =
  /\b(?:from|since|starting(?: in| on| from)?|beginning(?: in| on)?|as of) (?:the )?(?:early |late |mid-|end of |start of |beginning of )?$/i;
const SINCE =
  /\b(?:(?:ever )?since(?: at least)?|(?:starting|beginning)(?: in| on| from)?|after|(?<!the )following|(?:years|months|weeks|days) from) (?:the )?(?:last |early |late |mid-|end of |start of |beginning of |month of |night of )?$/i;
/** "since the monsoon set in on June 26", "since the takeover in August 2021": the date is that of an event between. */
const SINCE_EVENT =
  /\bsince (?:[a-z(][a-z.'()-]* ){1,9}(?<!\b(?:was|were|is) )(?:in|on|of) (?:the )?(?:early |late |mid-)?$/i;
/** "Since going public, through a merger, in December 2020, the firm …" */
const SINCE_HEAD = /^(?:Ever since|Since) [^;\d]*\b(?:in|on|of) (?:the )?(?:early |late |mid-)?$/;
/** "From 2021" opens the end at the head of a clause or before "on"; "a report from 2021" is of that year. */
const FROM_HEAD = /(?:^|[,;:] )(?:and )?from (?:the )?(?:early |late |mid-)?$/i;
const ONWARDS = /^,? (?:onwards?|and (?:after|later)|forward)\b|^ on(?=[,.;)]|$)/;
const UNTIL =
  /\b(?:until|till|before|prior to|by|up to|up until|through|no later than|ahead of) (?:the )?(?:last |next )?(?:early |late |mid-|end of |start of |beginning of |close of )?$/i;
/** "until the drought of 2018" */
const UNTIL_EVENT = /\buntil (?:[a-z][a-z'-]* ){1,6}(?:in|on|of) (?:the )?$/i;
/** "in fiscal years 2022 and 2023" is one period of two years. */
const YEARS_BEFORE = /\byears $/i;
const YEAR_BEHIND = /^,? (?:of )?$/;
const DAY_BEFORE =
  /\b(?:between |from )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?( and | to | ?[-–—] ?| until | through )(?:the )?$/i;

/** "in the week to 12 July" */
const WEEK_TO = /\bweek (?:to|ending|ended)(?: on)? $/;

/** "two decades after the 2001 invasion" names another time than 2001. */
const RECKONED_BEFORE =
  /(?<!\d (?:[a-z]+ )?an? )\b(?:years?|months?|weeks?|days?|decades?|hours?|minutes?) (?:(?:after|before) (?:the )?|(?:after|before|since) (?:the )?(?!(?:dawn|noon|midnight|sunrise|dusk)\b)(?:[A-Za-z-]+ ){1,5})$/;
/** "the October 2023 earthquakes, which killed 1,480" */
const EVENT_BEHIND = /^ [a-z]+, (?:in )?which\b/;

interface Whole extends Span, Period {}

/** A date without its year takes it from the period behind it ("May to October 2020", "December 2024" over "November to"). */
function lent(first: Atom, second: Atom): Atom {
  if (first.yearKnown || !second.yearKnown) return first;
  const year = Number(second.from.slice(0, 4));
  const turns = first.from.slice(5, 7) > second.from.slice(5, 7) && second.from.length > 4;
  const known = turns ? year - 1 : year;
  return { ...first, from: withYear(first.from, known), to: withYear(first.to, known), yearKnown: true, usable: true };
}

/** "between June and October" in a July: both years are guesses, and the first one is brought before the second. */
function inOrder(first: Atom, second: Atom): Atom {
  if (first.yearKnown || second.yearKnown || first.from <= second.to) return first;
  const year = Number(first.from.slice(0, 4)) - 1;
  return { ...first, from: withYear(first.from, year), to: withYear(first.to, year) };
}

/**
 * "On 14 April 2024 33 died, and on 10 May more than 300": a date in a row with one of a past year is of that year. "The
 * following January" is the next one.
 */
function goneOn(atom: Atom, last: Atom | undefined, gap: string, behind: Atom | undefined): Atom {
  const next = /\bthe following $/.test(gap);
  // "in early 2020, 8,600 by July and 2,500 in January 2021"
  const between =
    last !== undefined &&
    behind?.yearKnown &&
    Math.min(last.to.length, behind.from.length) > 4 &&
    behind.from > withYear(atom.from, Number(last.to.slice(0, 4)));
  if (!last?.yearKnown || atom.yearKnown || !(next || between || /\band (?:(?:on|in) )?$/.test(gap))) return atom;
  const printed = Number(last.to.slice(0, 4));
  const year = next && withYear(atom.from, printed) <= last.to ? printed + 1 : printed;
  const from = withYear(atom.from, year);
  if (!next && ((!between && from.length !== last.to.length) || from < last.to || from > atom.from)) return atom;
  return { ...atom, from, to: withYear(atom.to, year), yearKnown: true };
}

/** "…, in the same months of 2023": the time named before, in that year. */
const SAME =
  /\bsame (?:[a-z]+ )?(?:period|time|months?|quarter|weeks?|half|stretch|days?|season),?(?: of| in)? (?:the )?$/;

function sameIn(year: Whole, last: Period | undefined, left: string): Whole {
  if (year.from?.length !== 4 || year.from !== year.to || !last?.from || !last.to || last.to.length < 5) return year;
  const years = Number(last.to.slice(0, 4)) - Number(year.from);
  if (years < 1 || !SAME.test(left)) return year;
  const back = (iso: string) => withYear(iso, Number(iso.slice(0, 4)) - years);
  return { ...year, from: back(last.from), to: back(last.to) };
}

/** "March last year", "15 August of this year", "June in 2017": month and year as one atom. */
function withYearsBehind(sentence: string, atoms: Atom[]): Atom[] {
  const result: Atom[] = [];
  for (const atom of atoms) {
    const last = result.at(-1);
    const gap = last ? sentence.slice(last.end, atom.start) : '';
    const year = atom.from.length === 4 && atom.from === atom.to;
    if (last && !last.yearKnown && year && (YEAR_BEHIND.test(gap) || gap === ' in ')) {
      const known = Number(atom.from);
      result[result.length - 1] = {
        ...last,
        end: atom.end,
        from: withYear(last.from, known),
        to: withYear(last.to, known),
        yearKnown: true,
        usable: true,
      };
    } else if (last?.endGuessed && year && YEAR_BEHIND.test(gap)) {
      result[result.length - 1] = { ...last, end: atom.end, to: withYear(last.to, Number(atom.from)) };
    } else result.push(atom);
  }
  return result;
}

/** "between 1 and 5 January 2025": the first day takes month and year from the second. */
function withFirstDay(sentence: string, atom: Atom): Atom {
  if (atom.from.length !== 10 || atom.from !== atom.to) return atom;
  const left = sentence.slice(Math.max(0, atom.start - 32), atom.start);
  if (WEEK_TO.test(left)) return { ...atom, from: daysAfter(atom.from, -6), range: true };
  const found = DAY_BEFORE.exec(left);
  const day = Number(found?.[1]);
  if (!found || !(day >= 1) || day >= Number(atom.from.slice(8))) return atom;
  // "on 5 and 6 July", but not "killed 5 and 12 July"
  const beside =
    day === Number(atom.from.slice(8)) - 1 && / on $/.test(sentence.slice(0, atom.start - found[0].length));
  if (found[2] === ' and ' && !beside && !/between/i.test(found[0])) return atom;
  return { ...atom, start: atom.start - found[0].length, from: atom.from.slice(0, 8) + String(day).padStart(2, '0') };
}

/** A date ahead of the page's day opens the end ("will pay from 20 July"); "a letter from 3 May" is of that day. */
const FROM_AHEAD = /\bfrom (?:the )?(?:early |late |mid-)?$/;

function opened(sentence: string, atom: Atom, today: string): Whole {
  const left = sentence.slice(Math.max(0, atom.start - 40), atom.start);
  if (atom.range) {
    const lead = BETWEEN.exec(left) ?? FROM.exec(left);
    return { start: atom.start - (lead ? lead[0].length : 0), end: atom.end, from: atom.from, to: atom.to };
  }
  // "after Monday's blast", "after Friday prayers": on that day.
  if (
    /after $/.test(left) &&
    atom.from.length === 10 &&
    /^(?:'s| prayers)/.test(sentence.slice(atom.end, atom.end + 8))
  )
    return { start: atom.start, end: atom.end, from: atom.from, to: atom.to };
  const onwards = ONWARDS.exec(sentence.slice(atom.end, atom.end + 16));
  const near =
    SINCE.exec(left) ?? FROM_HEAD.exec(left) ?? (today !== '' && atom.from >= today ? FROM_AHEAD.exec(left) : null);
  // A date may hold its own "on".
  const end = atom.start + (near || !sentence.startsWith('on ', atom.start) ? 0 : 3);
  const since = near ?? SINCE_EVENT.exec(sentence.slice(Math.max(0, atom.start - 90), end));
  if (since || onwards) {
    const start = since ? end - (since[0].length - since[0].search(/[a-z]/i)) : atom.start;
    return { start, end: atom.end + (onwards ? onwards[0].length : 0), from: atom.from, to: null };
  }
  if (sentence[atom.end] === ',' && sentence.includes('ince ') && SINCE_HEAD.test(sentence.slice(0, atom.start)))
    return { start: atom.start, end: atom.end, from: atom.from, to: null };
  const until = UNTIL.exec(left) ?? UNTIL_EVENT.exec(left);
  if (until) return { start: atom.start - until[0].length, end: atom.end, from: null, to: atom.to };
  return { start: atom.start, end: atom.end, from: atom.from, to: atom.to };
}

const IN = /\b(?:in|on|during|over|throughout|for|months of) $/i;

/** Are both single years, months or days, the second right behind the first? */
function areNeighbours(first: Atom, second: Atom): boolean {
  if (first.from !== first.to || second.from !== second.to || first.from.length !== second.from.length) return false;
  if (first.from.length === 10) return Date.parse(second.from) - Date.parse(first.from) === 86_400_000;
  if (first.from.length === 4) return Number(second.from) - Number(first.from) === 1;
  const months = (iso: string) => 12 * Number(iso.slice(0, 4)) + Number(iso.slice(5));
  return months(second.from) === months(first.from) + 1;
}

/** "between April 2 and 7, 2018": the second day behind the month. */
const SECOND_DAY =
  /^( and | to | ?[-–] ?)(\d{1,2})(?:,? ((?:19|20)\d\d))?(?![\d,.]*\d|%|(?:st|nd|rd|th)?(?: of)? [A-Z]| ?(?:per|people|million|billion))/;

function withSecondDay(sentence: string, atom: Atom): Atom {
  if (
    atom.from.length !== 10 ||
    atom.from !== atom.to ||
    !BETWEEN.test(sentence.slice(Math.max(0, atom.start - 24), atom.start))
  )
    return atom;
  const found = SECOND_DAY.exec(sentence.slice(atom.end, atom.end + 16));
  const day = Number(found?.[2]);
  if (!found || !(day > Number(atom.from.slice(8)) && day <= 31)) return atom;
  const from = found[3] ? withYear(atom.from, Number(found[3])) : atom.from;
  const to = from.slice(0, 8) + String(day).padStart(2, '0');
  return {
    ...atom,
    end: atom.end + found[0].length,
    from,
    to,
    range: true,
    yearKnown: atom.yearKnown || found[3] !== undefined,
  };
}

/**
 * The periods of a sentence from its dates, which must be sorted and free of overlap.
 * @param today the page's own ISO date, or empty where it is not known
 */
export function joined(sentence: string, dates: Atom[], today: string): Whole[] {
  const atoms = withYearsBehind(sentence, dates).map(atom => withSecondDay(sentence, withFirstDay(sentence, atom)));
  const periods: Whole[] = [];
  for (let index = 0; index < atoms.length; index += 1) {
    const atom = atoms[index];
    const next = atoms[index + 1];
    // A year that the date before it has taken in.
    if (!atom || atom.start < (periods.at(-1)?.end ?? 0)) continue;
    if (next) {
      const gap = sentence.slice(atom.end, next.start);
      const left = sentence.slice(Math.max(0, atom.start - 40), atom.start);
      const between = BETWEEN.exec(left);
      if (TO.test(gap) || (AND.test(gap) && (between || YEARS_BEFORE.test(left)))) {
        const first = inOrder(lent(atom, next), next);
        if (first.usable && next.usable && first.from.slice(0, next.to.length) <= next.to) {
          const lead = between ?? FROM.exec(left);
          const start = lead ? atom.start - lead[0].length : atom.start;
          periods.push({ start, end: next.end, from: first.from, to: next.to });
          index += 1;
          continue;
        }
      }
      // "in April and May" is one time of two months, as long as they are neighbours.
      const first = lent(atom, next);
      if (/^ and $/.test(gap) && IN.test(left) && first.usable && next.usable && areNeighbours(first, next)) {
        periods.push({ start: atom.start, end: next.end, from: first.from, to: next.to });
        index += 1;
        continue;
      }
      // "in March and in April 2025", "March, April and May 2025": the year is shared, the periods are not.
      if (/^(?:,| and| or|, and)(?: in)? $/.test(gap) && !atom.yearKnown && next.yearKnown)
        atoms[index] = lent(atom, next);
    }
    const one = atoms[index];
    const own = one && goneOn(one, atoms[index - 1], sentence.slice(atoms[index - 1]?.end ?? 0, one.start), next);
    if (own?.usable && EVENT_BEHIND.test(sentence.slice(own.end, own.end + 30)))
      periods.push({ start: own.start, end: own.end, from: own.from, to: own.to });
    else if (own?.usable && !RECKONED_BEFORE.test(sentence.slice(Math.max(0, own.start - 40), own.start))) {
      const left = sentence.slice(Math.max(0, own.start - 40), own.start);
      const whole = sameIn(opened(sentence, own, today), periods.at(-1), left);
      periods.push({ ...whole, start: Math.max(whole.start, periods.at(-1)?.end ?? 0) });
    }
  }
  return periods;
}

inFigures.add(SINCE, SINCE_EVENT, FROM_HEAD, ONWARDS, UNTIL, UNTIL_EVENT, RECKONED_BEFORE, EVENT_BEHIND, BETWEEN);
