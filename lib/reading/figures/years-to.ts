/** Reads spans by their end: "the year to March 2025", "the six months ending June 2024". */

import { type Atom, isoMonth, MONTHS_PRINTED, monthFrom, type Reference } from './calendar.ts';
import { readNumberWords } from './number-words.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const UP_TO = new RegExp(
  '(?:\\b(?:in|over|for|during) )?\\bthe (?:fiscal |financial )?(year|half-year|(?:\\d{1,2}|[a-z]+) months) (?:to|ending|ended|up to|through|until)' +
    `(?: in| on)? (?:the end of |\\d{1,2} )?(${MONTHS_PRINTED})(?![a-z])\\.?(?:(?: \\d{1,2},?)? ((?:19|20)\\d\\d)\\b)?`,
  'g',
);

function months(words: string): number {
  if (words.endsWith('year')) return words === 'year' ? 12 : 6;
  const count = words.slice(0, words.indexOf(' '));
  return /^\d/.test(count) ? Number(count) : Number(readNumberWords(count, 0)?.value ?? 0);
}

/** The year of the last such month that is over. */
function lastYear(month: number, reference: Reference | null): number {
  return reference ? reference.year - (month >= reference.month ? 1 : 0) : 0;
}

/** The spans of `sentence` that are told by their length and their last month. */
export function readYearsTo(sentence: string, reference: Reference | null): Atom[] {
  const atoms: Atom[] = [];
  if (!/(?:year|months) (?:to|e|u|th)/.test(sentence)) return atoms;
  for (const found of sentence.matchAll(UP_TO)) {
    const length = months(found[1] ?? '');
    const month = MONTHS.indexOf((found[2] ?? '').slice(0, 3).toLowerCase()) + 1;
    if (length < 1 || month < 1 || (!found[3] && !reference)) continue;
    const year = found[3] ? Number(found[3]) : lastYear(month, reference);
    const from = monthFrom({ year, month, day: 1 }, 1 - length);
    const [start, end] = [found.index, found.index + found[0].length];
    atoms.push({ start, end, from, to: isoMonth(year, month), yearKnown: true, usable: true, range: true });
  }
  return atoms;
}
