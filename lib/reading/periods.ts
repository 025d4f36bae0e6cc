/** Finds the periods that a text names, and links figures to theirs: chrono for calendar dates, our own rules for the rest. */

import { casual } from 'chrono-node/en';
import { type Atom, atomOfDate, type Reference, referenceOf } from './figures/calendar.ts';
import { normalise } from './figures/normalise.ts';
import { joined } from './figures/spans-of-time.ts';
import { readOwnAtoms } from './figures/year-parts.ts';
import { findSentences } from './sentences.ts';
import type { Figure, PeriodMention, Span } from './types.ts';

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

/** A period this near to the sentence's first letter opens it ("Between January and May 2025, …"). A judgement. */
const OPENING = 24;

/** What makes a period behind a figure the one that it is compared with: "19% more than in 2023", "fell 5% from 2022". */
const COMPARED = /\b(?:than|below|above|compared|against|from|versus|vs)\b[^,;]{0,24}$/;
/** A figure of an earlier time takes no period from before it: "35% in August, up from 28% a year earlier". */
const EARLIER_BEFORE = /(?:\bfrom|compared (?:with|to)|against|versus) (?:about |nearly |some |just |around |over )?$/;
const EARLIER_BEHIND =
  /^[^.,;]{0,20} (?:a|one|two|three|the) (?:years?|months?|decades?|weeks?) (?:earlier|ago|before)\b/;

function periodOf(
  text: string,
  figure: Figure,
  figures: Figure[],
  periods: PeriodMention[],
  sentence: Span,
): PeriodMention | null {
  const clear = (from: number, to: number): boolean =>
    !figures.some(other => other !== figure && other.kind === figure.kind && other.start >= from && other.end <= to);
  const outside = periods.filter(period => period.end <= figure.start || period.start >= figure.end);
  const after = outside.find(period => period.start >= figure.end);
  const compared =
    after !== undefined && COMPARED.test(text.slice(Math.max(figure.end, after.start - 60), after.start));
  if (after && !compared && clear(figure.end, after.start)) return after;
  const left = text.slice(Math.max(sentence.start, figure.start - 40), figure.start);
  if (EARLIER_BEFORE.test(left) || EARLIER_BEHIND.test(text.slice(figure.end, figure.end + 40))) return null;
  const opening = outside.find(period => period.start - sentence.start <= OPENING && period.end <= figure.start);
  const before = outside.filter(period => period.end <= figure.start).at(-1);
  const reference =
    before !== undefined && COMPARED.test(text.slice(Math.max(sentence.start, before.start - 30), before.start));
  if (before && !reference && clear(before.end, figure.start)) return before;
  return opening ?? null;
}

/**
 * The figures with their periods: the nearest one after the figure in its sentence with no figure of the same kind
 * between, else the nearest before under the same condition, else one that opens the sentence. Takes sorted lists and
 * changes none of them.
 */
export function linkPeriods(text: string, sentences: Span[], figures: Figure[], periods: PeriodMention[]): Figure[] {
  let nextSentence = 0;
  let firstPeriod = 0;
  let firstFigure = 0;
  return figures.map(figure => {
    while ((sentences[nextSentence]?.end ?? Number.POSITIVE_INFINITY) < figure.end) nextSentence += 1;
    const sentence = sentences[nextSentence];
    if (!sentence || sentence.start > figure.start) return figure;
    while ((periods[firstPeriod]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) firstPeriod += 1;
    while ((figures[firstFigure]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) firstFigure += 1;
    const here = within(periods, firstPeriod, sentence.end);
    // "two years ago" is a duration and a period at once: it dates others, not itself.
    if (here.some(({ start, end }) => start < figure.end && figure.start < end)) return figure;
    if (here.length === 0) return figure;
    const period = periodOf(text, figure, within(figures, firstFigure, sentence.end), here, sentence);
    return period ? { ...figure, period: { from: period.from, to: period.to } } : figure;
  });
}

/** No sentence of prose holds more; a table without line breaks may, and is cut off so that time stays linear. */
const MOST_IN_SENTENCE = 64;

function within<T extends Span>(all: T[], first: number, end: number): T[] {
  const here: T[] = [];
  for (let index = first; index < all.length && here.length < MOST_IN_SENTENCE; index += 1) {
    const one = all[index];
    if (!one || one.start >= end) break;
    here.push(one);
  }
  return here;
}
