/** Recognises numbers that name rather than count: designations, labels, ages, scores, ordinals, notes and enumerations. */

import { inFigures } from '../patterns.ts';
import { endOfAge, isAge } from './ages.ts';
import { endOfDate } from './dates.ts';
import { SLASHED } from './fractions.ts';
import { endOfLabelled, isLabelledInWords } from './labels.ts';
import { at, before, endOf, endOfDigits, has, isDigit, opensWith, type Reading } from './normalise.ts';
import { countsSomething, hasUnit, isMeasure } from './nouns.ts';
import { endOfRun } from './numeral.ts';

// The bounds keep hostile runs of a million groups off the regex engine's stack.
const REST_OF_WORD = /[a-z0-9]*(?:[-/][a-z0-9]+|\.\d+){0,40}/y;
const PHONE_REST = /[\d ().-]*\d/y;
/** "F-16", "COVID-19", "S/2024", "2025/2213", "Table I.1", "top-10"; two hyphens are a dash. */
const NAME_BEFORE = /(?:[A-Za-z_@#\\]|[A-Za-z0-9)]-|(?:[A-Za-z]|\d{4})\/|[A-Za-z]\.)$/;
const SIGN_BEFORE = /[$€£][A-Za-z]*$/;

/** What is no figure by its own form. One pattern is faster than one after the other. */
const FORMS = new RegExp(
  [
    /\d{1,2}-\d{1,2}(?: \([\d-]{1,5}\))?(?:, \d{1,2}-\d{1,2}(?: \([\d-]{1,5}\))?)+(?![\d%])/, // "6-4, 3-6, 7-6 (10-8)"
    /\d{1,3}(?:-? (?:to|and|or) | ?[-–] ?)\d{1,3}[- ]years?[- ]olds?\b/, // "6- to 12-year-olds"
    /\d+(?:,\d{3}){0,6}(?:st|nd|rd|th)(?![a-z])(?:[- ]century)?/,
    /\d{3}\)? ?[-. ]?\d{3}[-. ]\d{4}(?!\d)|\d{3,4}[- ]\d{6,7}(?!\d)/, // telephones
    /\d+-to-\d+(?= job|-| margin| ratio)|\d(?:\.\d)?[ -]magnitude|\d+ ?\+ ?\d+|\d{1,2}[x×]\d{1,3}|\d+x\b/,
    /\d+ ?\(\d{1,3}(?:[-–]\d{1,3})?\)(?:[,:] ?(?:pp?\. ?)?\d+(?:[-–]\d+)?)?/, // "15(1), 195-202"
    /\d(?:\.\d)? on the (?:[a-z]+ ){0,2}(?:magnitude |richter )?scale/,
    /\d{2,3} for \d(?= declared\b|[.,;)](?!\d))/, // "427 for 6 declared"
    /\d+[a-z]{1,3}\d+[a-z0-9]*|\d+-[a-z](?![a-z])/,
    /(?!\d{1,3}(?:\.\d{3}){2,6}(?![\d.]))\d+(?:\.\d+){2,40}|\d+(?:-\d+){2,40}|\d+\/\d{3,}(?:\/\d+){0,40}/,
    new RegExp(`(?!${SLASHED})\\d{1,3}/\\d{1,3}(?:/\\d{1,4})?(?!\\d)`),
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);
/** What may stand over a space behind the first digits of such a form ("to", "and", "or", "on", "magnitude", "for"). */
const BEHIND_FORM = '0123456789.-–+(taomf';
/** "+49,000" */
const COUNT_BEHIND_PLUS = /^\d{1,3}(?:,\d{3})+(?!\d|,\d)/;
/** "117 Moscow Road" */
const ADDRESS = /\d{1,5}[A-Z]? (?:[A-Z][\w'.-]* ){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Square)\b/y;

/** Notes, enumerations and citations: what stands before them, and what they are. */
const MARKS: [RegExp, RegExp][] = [
  [/[[{*]$/, /\d{1,3}(?:(?:[,;] ?|[-–])\d{1,3})*(?=\])/y],
  [/[{^*]$/, /\d+/y],
  [/[a-z)"'][.,;:!?]["')]*$|[a-z]["')]+$/, /\d{1,3}(?= |\n|$)/y],
  [/(?:^|\n) {0,8}[([]?$/, /\d{1,3}(?:[.)\]:](?= |\n|$)|\)(?=[ .]))/y],
  [/(?:[:;,.]|\band|\bor|\n|^) ?\($/, /\d{1,2}\)(?= [a-z])/y],
  [/(?:(?:19|20)\d\d[a-z]?: ?|\b(?:pp?|para|ch|vol|no)\. ?)$/, /\d{1,4}(?:[-–]\d{1,4})?(?=\))/y],
];

const SCORE = /\d{1,3}[-–]\d{1,3}(?:[-–/]\d{1,3})?(?!\d|[,.]\d|%)/y;
const SCORE_WORDS =
  /\b(?:won|wins?|beat|defeat|lost|loss|loses|victory|scor|match|drew|draw|led|leads?|trail|thrash|vot(?:ed?|es|ing)|ruled|ruling|decision|series|innings|final|penalt|wicket|runs)/;

/** "638 per 100,000 births": the divisor belongs to the figure before it. */
const DIVISOR_BEFORE = /\b(?:per|(?:for|of|in) every) $/;
const UNIT_BEHIND = / ([a-z]+)/y;
const WORD_BEFORE = /[a-z,] $/;

function endOfMark({ lower }: Reading, place: number): number {
  // Behind a word and a space, as most numbers are, there is none.
  const spaced = lower[place - 1] === ' ';
  const last = lower.charAt(place - 2);
  if (spaced && last !== 'r' && last !== 'y' && (last === ',' || (last >= 'a' && last <= 'z'))) return place;
  const left = before(lower, place, 12);
  if (spaced && DIVISOR_BEFORE.test(left)) {
    const end = endOfRun(lower, place);
    // "for every 1,000 kilometres" tells a length besides.
    return left.endsWith('every ') && isMeasure(at(UNIT_BEHIND, lower, end)?.[1] ?? '') ? place : end;
  }
  if (WORD_BEFORE.test(left)) return place;
  for (const [opening, mark] of MARKS) {
    const end = opening.test(left) ? endOf(mark, lower, place) : place;
    if (end > place) return end;
  }
  return place;
}

function endOfName({ lower, plain }: Reading, place: number): number {
  const sign = plain.charAt(place - 1);
  if (sign > ' ') {
    const left = before(plain, place, 6);
    if (NAME_BEFORE.test(left) && !SIGN_BEFORE.test(left)) return endOf(REST_OF_WORD, lower, place);
  }
  const phone =
    (sign === '+' &&
      !COUNT_BEHIND_PLUS.test(lower.slice(place, place + 16)) &&
      !hasUnit(lower, endOfRun(lower, place))) ||
    (lower[place] === '0' && sign !== '.' && isDigit(lower, place + 1) && lower[place + 2] !== ':');
  return phone ? endOf(PHONE_REST, lower, place) : place;
}

/** Does what stands behind the first digits allow one of the `FORMS`? */
function mayBeForm(lower: string, digits: number, sign: string): boolean {
  if (sign === ' ') return BEHIND_FORM.includes(lower.charAt(digits + 1));
  // Of those with a comma there are ordinals only ("1,000th").
  if (sign === ',') return isDigit(lower, digits + 1) && 'snrt'.includes(lower.charAt(endOfRun(lower, digits + 1)));
  return sign === '.' ? isDigit(lower, digits + 1) : !'%;:\n"\''.includes(sign);
}

function endOfForm({ lower, plain }: Reading, place: number): number {
  const digits = endOfDigits(lower, place);
  const sign = lower.charAt(digits);
  const next = plain.charAt(sign === ' ' ? digits + 1 : digits);
  const address = next >= 'A' && next <= 'Z' ? endOf(ADDRESS, plain, place) : place;
  return mayBeForm(lower, digits, sign) ? Math.max(address, endOf(FORMS, lower, place)) : address;
}

function endOfScore({ lower }: Reading, place: number): number {
  const joint = lower[endOfDigits(lower, place)];
  const end = joint === '-' || joint === '–' ? endOf(SCORE, lower, place) : place;
  if (end === place) return place;
  const [first = 0, second = 0] = lower.slice(place, end).split(/[-–/]/).map(Number);
  const falls = first >= second;
  const scaled = lower[end] === '-' || hasUnit(lower, end);
  if (scaled && !falls) return place;
  if (falls && !scaled && !/^(?:m|bn|k|tn)\b/.test(lower.slice(end, end + 3))) return end;
  const sentence = before(lower, place, 70);
  return SCORE_WORDS.test(sentence.slice(sentence.lastIndexOf('. ') + 1)) && !countsSomething(lower, end) ? end : place;
}

/**
 * The end of what stands at `place` (the first of a run of digits) and is no figure, or `place` itself. A currency sign
 * before the digits must have been ruled out.
 */
export function endOfNoFigure(reading: Reading, place: number): number {
  for (const rule of [endOfName, endOfMark, endOfDate, endOfLabelled, endOfAge, endOfForm, endOfScore]) {
    const end = rule(reading, place);
    if (end > place) return end;
  }
  return place;
}

const NAME_BEHIND = /-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b| o'? ?clock| [ap]\.m\b/y;
/** "Five Eyes", "Three Gorges": names where the number has a capital. */
const PROPER_BEHIND = / (?:Eyes|Gorges|Pillars|Stars|Day War|Years'? War|Nations|Points)\b/y;
const NO_COUNT_BEFORE = /[a-z]-$|\b(?:mother|father|parent)s? of $/;

/** Does the number in words from `place` to `end` name something ("Article Five", "the Big Three", "twenty-first")? */
export function isNamedInWords(reading: Reading, place: number, end: number): boolean {
  const { lower, plain } = reading;
  return (
    (opensWith('-oap', lower, end) && has(NAME_BEHIND, lower, end)) ||
    (/[A-Z]/.test(plain[place] ?? '') && has(PROPER_BEHIND, plain, end)) ||
    ((lower[place - 1] === '-' || lower.startsWith('of ', place - 3)) &&
      NO_COUNT_BEFORE.test(before(lower, place, 12))) ||
    isLabelledInWords(reading, place, end) ||
    isAge(reading, place, end)
  );
}

inFigures.add(FORMS, DIVISOR_BEFORE, WORD_BEFORE, NAME_BEHIND, PROPER_BEHIND, NO_COUNT_BEFORE);
