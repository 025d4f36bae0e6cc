/** Reads spans by their end: "the year to March 2025", "the six months ending June 2024", "the 13 weeks to 28 June". */

import {
  type Atom,
  daysAfter,
  isoDay,
  isoMonth,
  MONTHS_PRINTED,
  monthFrom,
  monthNumber,
  type Reference,
} from './calendar.ts';
import { allOf } from './normalise.ts';
import { readNumberWords } from './number-words.ts';

const UP_TO = new RegExp(
  '(?:\\b(?:in|over|for|during) )?\\bthe (?:fiscal |financial )?(year|half-year|quarter|(?:\\d{1,2}|[a-z]+) (?:months|weeks|years|days)) (?:to|ending|ended|up to|through|until)' +
    `(?: in| on)? (?:the end of |(\\d{1,2}) )?(${MONTHS_PRINTED})(?![a-z])\\.?(?: (\\d{1,2})(?!\\d|,\\d))?(?:,? ((?:19|20)\\d\\d)\\b)?`,
  'g',
);

/** "in the June quarter": the three months that end with it. */
const NAMED_QUARTER =
  /\b(?:(?:in|over|for|during) )?the (?:fiscal )?(March|June|September|December)(?: ((?:19|20)\d\d))?[ -]quarter\b/g;

function months(words: string): number {
  if (words.endsWith('year')) return words === 'year' ? 12 : 6;
  if (words === 'quarter') return 3;
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
  for (const found of /(?:er|ch|ne|\d)[ -]quarter/.test(sentence) ? allOf(NAMED_QUARTER, sentence) : []) {
    const month = monthNumber(found[1] ?? '');
    if (!found[2] && !reference) continue;
    const year = Number(found[2]) || lastYear(month, 31, reference);
    const [from, to] = [isoMonth(year, month - 2), isoMonth(year, month)];
    atoms.push({
      start: found.index,
      end: found.index + found[0].length,
      from,
      to,
      yearKnown: true,
      usable: true,
      range: true,
    });
  }
  if (!/(?:years?|months|weeks|days|quarter) (?:to|e|u|th)/.test(sentence)) return atoms;
  for (const found of allOf(UP_TO, sentence)) {
    const [words, span = '', dayBefore, name = '', dayBehind, printed] = found;
    const length = months(span);
    const month = monthNumber(name);
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
