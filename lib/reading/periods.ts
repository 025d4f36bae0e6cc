/** Finds the periods that a text names: chrono for calendar dates, our own rules for the rest. */

import { Chrono, casual } from 'chrono-node/en';
import { type Atom, atomOfDate, type Reference, referenceOf } from './figures/calendar.ts';
import { normalise } from './figures/normalise.ts';
import { joined } from './figures/spans-of-time.ts';
import { readWeekdays } from './figures/weekdays.ts';
import { readWrittenDates } from './figures/written-dates.ts';
import { readOwnAtoms } from './figures/year-parts.ts';
import { readYearsTo } from './figures/years-to.ts';
import { findSentences } from './sentences.ts';
import type { PeriodMention, Span } from './types.ts';

/** A sentence without a year, a month or a word of time costs this one test. */
const TIME =
  /(?:1[89]|20)\d\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|\b(?:[Yy]ear|[Mm]onth|[Ww]eek|[Dd]ecade|[Qq]uarter|Q[1-4]\b|[- ]quarter|[Yy]esterday|[Tt]oday|ago|[Pp]ast)|day\b|\d0s\b|(?:fifties|sixties|seventies|eighties|nineties)\b/;
/** Chrono is run only for what it knows best: names of months and dates in digits. */
const CALENDAR =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/;
/** Longer sentences are tables or noise, and chrono's time grows with them. A judgement. */
const LONGEST_SENTENCE = 4000;

/** Chrono with the parsers that read one of these: its times of day and relative dates would only cost time. */
function chronoFor(probes: string[]): Chrono {
  const reads = (parser: Chrono['parsers'][number]) => {
    const one = new Chrono({ parsers: [parser], refiners: [] });
    return probes.some(probe => one.parse(probe).some(({ start }) => start.isCertain('month')));
  };
  return new Chrono({ parsers: casual.parsers.filter(reads), refiners: casual.refiners });
}

const NAMED = ['12 March 2024', 'March 12, 2024', 'March 2024'];
const inNames = chronoFor(NAMED);
const inNamesAndDigits = chronoFor([...NAMED, '2024-03-12', '12/03/2024', '2024/03/12', '3/2024']);
const DIGITS = /\d[-/.][\dA-Z]/;

/** Chrono does not know "the night of 12 July". */
const TIME_OF_DAY = /\b(?:night|morning|evening|afternoon) of(?= \d)/g;
/** … and takes "8 July, 2,460 children" for the second of July. */
const GROUPED = /\d{1,3}(?:,\d{3})+/g;
/** … and no "May" without an "in" ("in April and May"). */
const AND_MAY = /\band May\b/;
const padded = (words: string) => 'x'.repeat(words.length);

function calendarAtoms(sentence: string, reference: Reference | null): Atom[] {
  if (!CALENDAR.test(sentence)) return [];
  const atoms: Atom[] = [];
  // Without a date of the page any day will do: results that rest on it are dropped.
  const day = reference ? new Date(reference.year, reference.month - 1, reference.day, 12) : new Date(2000, 0, 1, 12);
  const calendar = DIGITS.test(sentence) ? inNamesAndDigits : inNames;
  let left = sentence;
  for (const result of calendar.parse(sentence.replace(TIME_OF_DAY, padded).replace(GROUPED, padded), day)) {
    const atom = atomOfDate(sentence, result, reference);
    if (atom) atoms.push(atom);
    left = left.slice(0, result.index) + padded(result.text) + left.slice(result.index + result.text.length);
  }
  for (const result of AND_MAY.test(left) ? calendar.parse(left.replace(AND_MAY, 'in  May'), day) : []) {
    const atom = atomOfDate(sentence, result, reference);
    if (atom) atoms.push(atom);
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
): PeriodMention[] {
  if (!TIME.test(text)) return [];
  const plain = normalise(text);
  const now = referenceOf(reference);
  const mentions: PeriodMention[] = [];
  for (const { start, end } of sentences) {
    if (end - start > LONGEST_SENTENCE) continue;
    const sentence = plain.slice(start, end);
    if (!TIME.test(sentence)) continue;
    const taken = readYearsTo(sentence, now);
    for (const more of [
      readWrittenDates(sentence, now),
      calendarAtoms(sentence, now),
      now ? readWeekdays(sentence, now) : [],
    ])
      taken.push(...more.filter(one => !taken.some(other => overlap(one, other))));
    const own = readOwnAtoms(sentence, now, taken);
    for (const period of joined(
      sentence,
      [...taken, ...own].sort((a, b) => a.start - b.start),
    )) {
      mentions.push({ start: start + period.start, end: start + period.end, from: period.from, to: period.to });
    }
  }
  return mentions;
}
