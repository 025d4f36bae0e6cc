/** Finds the periods that a text names: chrono for calendar dates, our own rules for the rest. */

import { casual } from 'chrono-node/en';
import { type Atom, atomOfDate, type Reference, referenceOf } from './figures/calendar.ts';
import { normalise } from './figures/normalise.ts';
import { joined } from './figures/spans-of-time.ts';
import { readOwnAtoms } from './figures/year-parts.ts';
import { findSentences } from './sentences.ts';
import type { PeriodMention } from './types.ts';

/** A sentence without a year, a month or a word of time costs this one test. */
const TIME =
  /(?:1[89]|20)\d\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|\b(?:[Yy]ear|[Mm]onth|[Ww]eek|[Dd]ecade|[Yy]esterday|[Tt]oday|ago|[Pp]ast)|'\d0s/;
/** Chrono is run only for what it knows best: names of months and dates in digits. */
const CALENDAR =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/;
/** Longer sentences are tables or noise, and chrono's time grows with them. A judgement. */
const LONGEST_SENTENCE = 4000;

function calendarAtoms(sentence: string, reference: Reference | null): Atom[] {
  if (!CALENDAR.test(sentence)) return [];
  const atoms: Atom[] = [];
  // Without a date of the page any day will do: results that rest on it are dropped.
  const day = reference ? new Date(reference.year, reference.month - 1, reference.day, 12) : new Date(2000, 0, 1, 12);
  for (const result of casual.parse(sentence, day)) {
    const atom = atomOfDate(sentence, result, reference);
    if (atom) atoms.push(atom);
  }
  return atoms;
}

/**
 * The periods that `text` names, in order. `reference` is the ISO date of the page ("2025-07-15"); without it relative
 * dates ("last month") and dates without a year give nothing. Offsets cover the words with "since", "between" and the
 * like; `from` and `to` have the precision of the words, and null for an open end.
 */
export function findPeriods(text: string, reference: string | null): PeriodMention[] {
  if (!TIME.test(text)) return [];
  const plain = normalise(text);
  const now = referenceOf(reference);
  const mentions: PeriodMention[] = [];
  for (const { start, end } of findSentences(plain)) {
    if (end - start > LONGEST_SENTENCE) continue;
    const sentence = plain.slice(start, end);
    if (!TIME.test(sentence)) continue;
    const calendar = calendarAtoms(sentence, now);
    const own = readOwnAtoms(sentence, now, calendar);
    for (const period of joined(
      sentence,
      [...calendar, ...own].sort((a, b) => a.start - b.start),
    )) {
      mentions.push({ start: start + period.start, end: start + period.end, from: period.from, to: period.to });
    }
  }
  return mentions;
}
