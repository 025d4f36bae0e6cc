/** Recognises numbers that name what stands before them: "Article 23", "page 4", "Resolutions 2593 and 2721". */

import { inFigures } from '../patterns.ts';
import { before, endOf, has, isDigit, type Reading, wordBefore, wordsOf } from './normalise.ts';
import { countsSomething } from './nouns.ts';

const NOTES = '(?:\\([a-z0-9]{1,3}\\))*(?: \\((?:19|20)\\d\\d\\))?';
const CHAIN = new RegExp(`\\d+(?:[./]\\d+)*[a-z]?${NOTES}(?: ?[-–—] ?\\d+[a-z]?${NOTES})*`, 'y');
const PLURAL_CHAIN = new RegExp(
  `\\d+(?:\\.\\d+)*[a-z]?${NOTES}(?:(?: ?[-–—] ?|, and |, | and | or | to | & )\\d+(?:\\.\\d+)*[a-z]?${NOTES}(?![\\d,%]| (?:people|million|billion|per ?cent)))*`,
  'y',
);

const DIGITS = /\d{1,24}(?:\.\d{1,24})?/y;
/** A number behind one of these is its name. */
const LABELS =
  'resolution|article|page|p|pp|vol|volume|chapter|ch|section|sec|paragraph|para|annex|fig|box|footnote|route|highway|room|gate|district|zone|flight|decree|clause|grade|classe|category|version|episode|season|sector|schedule|ward|model|tel|telephone|phone|hotline|hotline on|magnitude|magnitude of|checkpoint|rule|court|row|track|kilometre|exit|runway|unscr|boeing|airbus|dial';
/** So it is behind these, if no noun follows it. */
const COMMON = 'no|note|part|phase|level|class|step|stage|type|number|item';
/** … and behind these, if they have a capital as well. */
const CAPITAL =
  'table|figure|unit|line|street|case|point|post|order|act|law|camp|house|block|document|under|mile|km|size|call|war|cell|mark';
const LABEL_BEFORE = new RegExp(
  `(?:^|[^a-z0-9])((?:${LABELS})|(${COMMON})|(${CAPITAL}))(s?)\\.?(?: (?:no|number)s?\\.?)? ?(?:#|№|n°)? ?$`,
);
const LABEL_WORDS = wordsOf(LABEL_BEFORE.source);
/** A part of a counted whole. */
const PART_BEHIND = / of (?:the|its|their|all|some) \d/y;
const PLURAL_BEHIND = / (?:are|were|have)\b/y;
const HARD_SIGNS = '#№§@_^\\';
/** "the top 10", "a Fortune 500 firm", "the Group of Seven" */
const SET_BEFORE =
  /\b(?:g|s&p|fortune|ftse|nikkei|dow|forbes|big|top|catch|world war|apollo|area|(?:group|gang) of|formula|square|radio|generation|day) $/;
const SET_WORDS = wordsOf(SET_BEFORE.source);

function isSet(reading: Reading, place: number, end: number): boolean {
  const { lower, plain } = reading;
  if (!SET_WORDS.has(wordBefore(reading, place)) || !SET_BEFORE.test(before(lower, place, 16))) return false;
  return plain.startsWith('Group', place - 9) || !countsSomething(lower, end);
}

function mayBeLabel(word: string): boolean {
  return word === '' || LABEL_WORDS.has(word) || (word.endsWith('s') && LABEL_WORDS.has(word.slice(0, -1)));
}

/** The label before the number from `place` to `end`, in small letters, or null. */
function labelBefore(reading: Reading, place: number, end: number): string | null {
  const { lower, plain } = reading;
  if (!mayBeLabel(wordBefore(reading, place))) return null;
  const start = Math.max(0, place - 24);
  const found = LABEL_BEFORE.exec(lower.slice(start, place));
  if (!found?.[1]) return null;
  const [whole, label, common, capital] = found;
  // "in Manogai district 64 of the 71 houses"
  if (has(PART_BEHIND, lower, end)) return null;
  // "who belong to the court 33 are African"
  if (has(PLURAL_BEHIND, lower, end)) return null;
  // "in part 12 people …", "the district of 12 villages"
  if ((common || capital) && countsSomething(lower, end)) return null;
  return capital && !/[A-Z]/.test(plain[start + found.index + whole.indexOf(label)] ?? '') ? null : label + found[4];
}

/** The end of a label's number with what is enumerated after it ("Articles 12, 13 and 14"), or `place` itself. */
export function endOfLabelled(reading: Reading, place: number): number {
  const { lower } = reading;
  if (place > 0 && HARD_SIGNS.includes(lower.charAt(place - 1))) return endOf(CHAIN, lower, place);
  const last = wordBefore(reading, place);
  if (!mayBeLabel(last) && !SET_WORDS.has(last)) return place;
  const end = endOf(DIGITS, lower, place);
  const label = labelBefore(reading, place, end);
  if (!label && !isSet(reading, place, end)) return place;
  if (lower[end] === ',' && isDigit(lower, end + 1) && !label?.startsWith('p')) return place;
  if (!label) return end;
  return endOf(/s$|^pp$/.test(label) ? PLURAL_CHAIN : CHAIN, lower, place);
}

/** Does the number in words from `place` to `end` name something ("Article Five", "the Big Three")? */
export function isLabelledInWords(reading: Reading, place: number, end: number): boolean {
  const { lower, plain } = reading;
  // "… in the district. Two people …"
  if (lower[place - 2] === '.') return false;
  if (labelBefore(reading, place, end) ? countsSomething(lower, end) : !isSet(reading, place, end)) return false;
  return !/\b(?:top|part|day|no) $/.test(before(lower, place, 5)) || /[A-Z]/.test(plain[place] ?? '');
}

inFigures.add(DIGITS, LABEL_BEFORE, SET_BEFORE);
