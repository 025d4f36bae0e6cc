/** Brings a text to plain characters, one for one, so that the grammar needs ASCII only and offsets stay those of the page. */

import { lowered } from '../letters.ts';
import { inFigures } from '../patterns.ts';

/** A text as the grammar reads it: `plain` and `lower` are as long as the page's own text, unit for unit. */
export interface Reading {
  plain: string;
  lower: string;
  /** The names of countries with a shared currency that the text has, each once; found when first asked for. */
  countries?: string;
  /** The word that was asked for last by `wordBefore`, and the place that it ends before. */
  word?: { place: number; last: string };
}

const ODD = /[^\n -~]/g;

/** All one UTF-16 unit to one UTF-16 unit. */
const PLAIN = new Map<string, string>([
  ['٬', ','],
  ['،', ','],
  ['٫', '.'],
  ['٪', '%'],
  ['％', '%'],
  ['﹪', '%'],
  ['＄', '$'],
  ['﹩', '$'],
]);

function addAll(characters: string, as: string): void {
  for (const character of characters) PLAIN.set(character, as);
}

addAll('\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' ');
addAll('\r\v\f\u0085\u2028\u2029', '\n');
addAll('\u2010\u2011\u2212\ufe63\uff0d', '-');
addAll('\u2012\u2013', '–');
addAll('\u2014\u2015', '—');
addAll('\u2018\u2019\u02bc\u2032\uff07', "'");
addAll('\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02', '"');
for (const zero of [0x0660, 0x06f0, 0xff10]) {
  for (let digit = 0; digit < 10; digit += 1) PLAIN.set(String.fromCharCode(zero + digit), String(digit));
}

/**
 * The text in plain characters: Persian, Arabic and full-width digits as ASCII, all spaces as " ", all line breaks as
 * a line feed, hyphens, dashes, quotes and apostrophes in one form each. Always as long as `text`.
 */
export function normalise(text: string): string {
  return text.replace(ODD, character => PLAIN.get(character) ?? character);
}

/** The text made ready for the grammar. */
export function readingOf(text: string): Reading {
  const plain = normalise(text);
  return { plain, lower: lowered(plain) };
}

/** What a sticky pattern finds at a place, or null. */
export function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** The end of what a sticky pattern finds at a place; the place itself where it finds nothing. */
export function endOf(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex : place;
}

/**
 * Does one of these letters or signs stand at a place, over one space where there is one? Most of what may stand behind a
 * number is not there: a look at one letter spares the pattern.
 */
export function opensWith(letters: string, text: string, place: number): boolean {
  const sign = text.charAt(text[place] === ' ' ? place + 1 : place);
  return sign !== '' && letters.includes(sign);
}

/** Is this a digit of ASCII? */
export function isDigit(text: string, place: number): boolean {
  // Asked for beyond the end but once, the engine takes its slow way ever after.
  const code = place < text.length ? text.charCodeAt(place) : 0;
  return code >= 48 && code <= 57;
}

/** Is this a small letter of ASCII? */
export function smallAt(text: string, place: number): boolean {
  const code = place < text.length ? text.charCodeAt(place) : 0;
  return code >= 97 && code <= 122;
}

/** The end of the digits at a place; the place itself where none stand. */
export function endOfDigits(text: string, place: number): number {
  let end = place;
  while (isDigit(text, end)) end += 1;
  return end;
}

/** The end of the small letters of ASCII at a place; the place itself where none stand. */
export function endOfLetters(lower: string, place: number): number {
  let end = place;
  while (smallAt(lower, end)) end += 1;
  return end;
}

/** Does a sticky pattern find something at a place? */
export function has(pattern: RegExp, text: string, place: number): boolean {
  pattern.lastIndex = place;
  return pattern.test(text);
}

/** All that a pattern with `g` finds, as `matchAll` gives it, which makes the pattern anew for every text. */
export function allOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) all.push(found);
  return all;
}

/** The text right before a place, `size` units of it at most. */
export function before(text: string, place: number, size: number): string {
  return text.slice(Math.max(0, place - size), place);
}

const OPENING = ' .,(#№°"\'-';

/**
 * The word that ends right before `place`, over spaces, points and opening signs; empty where none does. A look at it
 * spares most places the long patterns of what may stand before a number. Rule after rule asks for the same place.
 */
export function wordBefore(reading: Reading, place: number): string {
  if (reading.word?.place !== place) reading.word = { place, last: lastWord(reading.lower, place) };
  return reading.word.last;
}

function lastWord(lower: string, place: number): string {
  let end = place;
  while (end > place - 4 && OPENING.includes(lower[end - 1] ?? '?')) end -= 1;
  let start = end;
  while (start > end - 16) {
    const code = lower.charCodeAt(start - 1);
    if (!(code >= 97 && code <= 122)) break;
    start -= 1;
  }
  return lower.slice(start, end);
}

/** All words in the source of a pattern, for `lastWord`: a word that is none of them cannot end its match. */
export function wordsOf(pattern: string): Set<string> {
  return new Set(pattern.match(/[a-z]+/g));
}

inFigures.add(ODD);
