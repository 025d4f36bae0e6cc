/** Finds the periods that a text names: chrono for calendar dates, our own rules for the rest. */

import { allDates, namedDates } from './dates-by-chrono.ts';
import { type Atom, atomOfDate, type Reference, referenceOf } from './figures/calendar.ts';
import { allOf, type Reading, readingOf } from './figures/normalise.ts';
import { joined } from './figures/spans-of-time.ts';
import { HAS, timesIn } from './figures/time-words.ts';
import { readWeekdays } from './figures/weekdays.ts';
import { readWrittenDates } from './figures/written-dates.ts';
import { readOwnAtoms } from './figures/year-parts.ts';
import { yearsInDigits } from './figures/year-words.ts';
import { readYearsTo } from './figures/years-to.ts';
import { inDates, inFigures } from './patterns.ts';
import { findSentences } from './sentences.ts';
import type { PeriodMention, Span } from './types.ts';

const MONTH = '\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)';
/** Chrono is run only for what it knows best, names of months and dates in digits, and only on the words around them. */
const CALENDAR = new RegExp(`${MONTH}|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}`, 'g');
/** More than the longest day of a month in words before its name, and the longest year behind it. */
const AROUND = 48;
/** Longer sentences are tables or noise, and chrono's time grows with them. A judgement. */
const LONGEST_SENTENCE = 4000;

const DIGITS = /\d[-/.][\dA-Z]/;

/** Chrono does not know "the night of 12 July". */
const TIME_OF_DAY = /\b(?:night|morning|evening|afternoon) of(?= \d)/g;
/** … and takes "8 July, 2,460 children" for the second of July, "the 9.1 of June" for its first, "April 14.8 million" for its 14th, and nothing of "June 340". */
const GROUPED = /\d{1,3}(?:,\d{3})+|(?<![.\d])\d+\.\d+(?![.\d])|\b\d{3}\b/g;
/** … and no "May" without an "in" ("in April and May", "up from May"): any of these shows that it is no name or verb. */
const OTHER_MAY =
  /\b(?:and|between|for|of|from|since|by|until|till|last|this|early|late|mid|through|during|over|before|after) May\b(?!'| [A-Z])/g;
/** … nor in a list of months ("April 144,200; May 118,900", "2.4% in June (May: 1.9%)"). */
const LISTED_MAY = /(?:[\dx]{2}[;,] |[a-z]{2}[a-z ]\()May(?=:? [$€£]?[\dx])/g;
const padded = (words: string) => 'x'.repeat(words.length);

/** The part of `sentence` from its first date to its last with what may belong to them, or null where it has none. */
function datedPart(sentence: string): Span | null {
  const places = allOf(CALENDAR, sentence);
  const first = places[0]?.index;
  const last = places.at(-1)?.index;
  if (first === undefined || last === undefined) return null;
  const end = sentence.indexOf(' ', last + AROUND);
  return { start: sentence.lastIndexOf(' ', Math.max(0, first - AROUND)) + 1, end: end < 0 ? sentence.length : end };
}

function calendarAtoms(sentence: string, reference: Reference | null): Atom[] {
  const part = datedPart(sentence);
  if (!part) return [];
  // Without a date of the page any day will do: results that rest on it are dropped.
  const day = reference ? new Date(reference.year, reference.month - 1, reference.day, 12) : new Date(2000, 0, 1, 12);
  let words = sentence.slice(part.start, part.end);
  // Looking for a few letters is many times faster than a pattern that needs them.
  if (words.includes(' of ')) words = words.replace(TIME_OF_DAY, padded);
  if (/\d[\d.,]/.test(words)) words = words.replace(GROUPED, padded);
  inDates.ready();
  const calendar = DIGITS.test(words) ? allDates : namedDates;
  const atoms: Atom[] = [];
  const read = () => {
    for (const { index, text, start, end } of calendar.parse(words, day)) {
      words = words.slice(0, index) + padded(text) + words.slice(index + text.length);
      const atom = atomOfDate(sentence, { index: part.start + index, text, start, end }, reference);
      if (atom) atoms.push(atom);
    }
  };
  read();
  if (!words.includes('May')) return atoms;
  const named = words.replace(OTHER_MAY, found => `${'in'.padEnd(found.length - 3)}May`).replace(LISTED_MAY, ' in May');
  if (named !== words) {
    words = named;
    read();
  }
  return atoms;
}

function overlap(one: Atom, other: Atom): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * The periods that `text` names, in order. `reference` is the ISO date of the page ("2025-07-15"); without it relative
 * dates ("last month") and dates without a year give nothing. Offsets cover the words with "since", "between" and the
 * like; `from` and `to` have the precision of the words, and null for an open end.
 */
export function findPeriods(
  text: string,
  reference: string | null,
  sentences: readonly Span[] = findSentences(text),
  reading: Reading = readingOf(text),
): PeriodMention[] {
  const now = referenceOf(reference);
  const mentions: PeriodMention[] = [];
  for (const { start, end } of sentences) {
    if (end - start > LONGEST_SENTENCE) continue;
    const printed = reading.plain.slice(start, end);
    let has = timesIn(printed, reading.lower.slice(start, end));
    if (!(has & HAS.time)) continue;
    const years = has & HAS.spelled ? yearsInDigits(printed) : null;
    if (years) has |= HAS.year;
    const sentence = years?.text ?? printed;
    const back = years?.back ?? ((place: number) => place);
    const taken = has & HAS.unit ? readYearsTo(sentence, now) : [];
    for (const more of [
      readWrittenDates(sentence, has, now),
      has & (HAS.month | HAS.joined) ? calendarAtoms(sentence, now) : [],
      now && has & HAS.weekday ? readWeekdays(sentence, now) : [],
    ])
      taken.push(...more.filter(one => !taken.some(other => overlap(one, other))));
    const own = readOwnAtoms(sentence, has, now, taken);
    for (const period of joined(
      sentence,
      [...taken, ...own].sort((a, b) => a.start - b.start),
      now ? (reference ?? '') : '',
    )) {
      mentions.push({
        start: start + back(period.start),
        end: start + back(period.end),
        from: period.from,
        to: period.to,
      });
    }
  }
  return mentions;
}

inFigures.add(CALENDAR, DIGITS, GROUPED, TIME_OF_DAY);
