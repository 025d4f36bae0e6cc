/** Reads spans by their end: "the year to March 2025", "the six months ending June 2024", "the 13 weeks to 28 June". */

import { type Atom, daysAfter, isoDay, isoMonth, MONTHS_PRINTED, monthFrom, type Reference } from './calendar.ts';
import { allOf } from './normalise.ts';
import { readNumberWords } from './number-words.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const UP_TO = new RegExp(
  '(?:\\b(?:in|over|for|during) )?\\bthe (?:fiscal |financial )?(year|half-year|(?:\\d{1,2}|[a-z]+) (?:months|weeks|years|days)) (?:to|ending|ended|up to|through|until)' +
    `(?: in| on)? (?:the end of |(\\d{1,2}) )?(${MONTHS_PRINTED})(?![a-z])\\.?(?:(?: (\\d{1,2}),?)? ((?:19|20)\\d\\d)\\b)?`,
  'g',
);

function months(words: string): number {
  if (words.endsWith('year')) return words === 'year' ? 12 : 6;
  const count = words.slice(0, words.indexOf(' '));
  const many = /^\d/.test(count) ? Number(count) : Number(readNumberWords(count, 0)?.value ?? 0);
  return words.endsWith('years') ? 12 * many : many;
}

/** The year of the last such month, or day of it, that is over. */
function lastYear(month: number, day: number, reference: Reference | null): number {
  if (!reference) return 0;
  const over = month < reference.month || (month === reference.month && day <= reference.day);
  return reference.year - Number(!over);
}

/** The spans of `sentence` that are told by their length and their last month. */
export function readYearsTo(sentence: string, reference: Reference | null): Atom[] {
  const atoms: Atom[] = [];
  if (!/(?:years?|months|weeks|days) (?:to|e|u|th)/.test(sentence)) return atoms;
  for (const found of allOf(UP_TO, sentence)) {
    const [words, span = '', dayBefore, name = '', dayBehind, printed] = found;
    const length = months(span);
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    const days = span.endsWith('weeks') ? 7 : Number(span.endsWith('days'));
    const last = Number(dayBefore ?? dayBehind);
    if (length < 1 || (!printed && !reference) || (days && !last)) continue;
    const year = printed ? Number(printed) : lastYear(month, last || 31, reference);
    const to = days ? isoDay(year, month, last) : isoMonth(year, month);
    const from = days ? daysAfter(to, 1 - days * length) : monthFrom({ year, month, day: 1 }, 1 - length);
    const [start, end] = [found.index, found.index + words.length];
    atoms.push({ start, end, from, to, yearKnown: true, usable: true, range: true });
  }
  return atoms;
}
