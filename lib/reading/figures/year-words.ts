/** Reads years in words, by writing them in digits for the other rules and keeping the way back to the text's own places. */

import { inFigures } from '../patterns.ts';
import { allOf } from './normalise.ts';
import { countsSomething } from './nouns.ts';
import { readNumberWords } from './number-words.ts';

/** What stands before a year: without it "two thousand" is a number like others. */
const MAY_BE_YEAR =
  /\b(?:in|of|year|since|from|until|till|to|by|during|before|after|and|between|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?|\d),? (?=(?:(?:seven|eigh|nine)teen|twenty)[ -][a-z]|(?:one|two) thousand\b)/g;
/** Behind a year a sentence goes on with a stop, or with words that no number counts. */
const BEHIND =
  /^(?:$|[^a-z\s-]|[ -]+(?:and|or|to|until|till|through|when|the|a|an|he|she|it|they|but|while|that|as|with|for|by|at|on|in)\b)/;

/** A sentence with its years in digits. */
export interface YearsInDigits {
  text: string;
  /** The place in the sentence itself of a place in `text`. */
  back(place: number): number;
}

/** The year in words at `place` of lower-case text ("nineteen ninety-nine", "two thousand and eighteen"), or null. */
function yearAt(lower: string, place: number): { year: number; end: number } | null {
  const first = readNumberWords(lower, place);
  if (!first) return null;
  let year = Number(first.value);
  let { end } = first;
  const rest = year >= 17 && year <= 20 && /[ -]/.test(lower[end] ?? '') ? readNumberWords(lower, end + 1) : null;
  if (rest && rest.value >= 10n && rest.value <= 99n) {
    year = 100 * year + Number(rest.value);
    end = rest.end;
  }
  if (year < 1700 || year > 2099 || countsSomething(lower, end)) return null;
  return BEHIND.test(lower.slice(end, end + 12)) ? { year, end } : null;
}

/** `sentence` with the years that it has in words in digits; null where it has none. */
export function yearsInDigits(sentence: string): YearsInDigits | null {
  const lower = sentence.toLowerCase();
  const shifts: { from: number; by: number }[] = [];
  let text = '';
  let done = 0;
  for (const { index, 0: before } of allOf(MAY_BE_YEAR, lower)) {
    const start = index + before.length;
    const found = start < done ? null : yearAt(lower, start);
    if (!found) continue;
    text += sentence.slice(done, start) + found.year;
    done = found.end;
    shifts.push({ from: text.length, by: done - text.length });
  }
  if (shifts.length === 0) return null;
  text += sentence.slice(done);
  return { text, back: place => place + (shifts.findLast(({ from }) => from <= place)?.by ?? 0) };
}

inFigures.add(MAY_BE_YEAR);
