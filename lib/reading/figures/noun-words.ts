/** Cuts the words behind a number out of a text, one at a time. */

import { endOfDigits, isDigit, type Reading, smallAt } from './normalise.ts';

/** A word of the group that a number counts, with what joins it to what stands before. */
export interface NounWord {
  word: string;
  /** The same in small letters. */
  lower: string;
  start: number;
  end: number;
  comma: boolean;
  hyphen: boolean;
  possessive: boolean;
}

/** So many parts of a compound at most: a chain of thousands is no word. */
const MOST_PARTS = 6;

function isLetter(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  const ascii = code | 32;
  return (ascii >= 97 && ascii <= 122) || (code >= 0xc0 && code <= 0x24f);
}

function isAscii(text: string, place: number): boolean {
  const code = text.charCodeAt(place) | 32;
  return code >= 97 && code <= 122;
}

/** The end of an abbreviation with points ("U.S."), or `start` where there are less than two of them. */
function endOfDotted(text: string, start: number): number {
  let end = start;
  while (isAscii(text, end) && text[end + 1] === '.') end += 2;
  return end > start + 2 ? end : start;
}

function endOfCompound(text: string, start: number): number {
  let end = start;
  while (isLetter(text, end)) end += 1;
  for (let parts = 1; end > start && parts < MOST_PARTS; parts += 1) {
    if ((text[end] !== '-' && text[end] !== "'") || !isLetter(text, end + 1)) break;
    end += 1;
    while (isLetter(text, end)) end += 1;
  }
  // "COVID-19", "F-16"
  return end > start && text[end] === '-' && isDigit(text, end + 1) ? endOfDigits(text, end + 1) : end;
}

/** The word that stands behind `place` over a space, a comma, a hyphen or an opening quote, or null. */
export function nounWordAt(reading: Reading, place: number): NounWord | null {
  const { plain, lower } = reading;
  // The closing quote of 'four million "illegal" migrants'.
  if (plain[place] === '"' && plain[place + 1] === ' ' && isLetter(plain, place - 1))
    return nounWordAt(reading, place + 1);
  const comma = plain[place] === ',';
  const hyphen = plain[place] === '-';
  let start = place + (comma ? 1 : 0);
  if (!hyphen && plain[start] !== ' ') return null;
  start += 1;
  const sign = plain[start];
  if (!hyphen && (sign === ' ' || (!comma && (sign === '"' || sign === "'")))) start += 1;
  const dotted = endOfDotted(plain, start);
  const end = dotted > start ? dotted : endOfCompound(plain, start);
  if (end === start) return null;
  const word = plain.slice(start, end);
  const quoted = plain[end] === "'" && plain[end + 1] === ' ' && smallAt(plain, end + 2);
  const possessive = quoted || word.endsWith("'s");
  return { word, lower: lower.slice(start, end), start, end: quoted ? end + 1 : end, comma, hyphen, possessive };
}
