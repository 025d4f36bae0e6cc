/** Recognises ages, which are numbers of years without a word of time ("aged 12", "her brother, 19, was shot"). */

import { LETTERS } from '../letters.ts';
import { inFigures } from '../patterns.ts';
import { before, endOf, endOfDigits, has, type Reading, wordBefore, wordsOf } from './normalise.ts';
import { pluralOf, unitOfNoun } from './nouns.ts';
import { NUMBER_WORDS } from './number-words.ts';

const AGE_BEFORE = new RegExp(
  `\\b(?:(?:ages?|aged)(?: of)?(?: (?:between|from|under|over|at least|up to)(?: the ages? of)?)?(?: (?:${NUMBER_WORDS}) (?:to|and|or))?|between the ages of|(?:young|old)er than|(?:children|girls|boys|women|men|people|those|adults|kids|youths?|anyone|everyone|persons?|infants|mothers|fathers|wives|brides|victims|workers|soldiers|recruits|fighters|migrants|refugees|returnees|passengers|teenagers|females|males|pupils|students|population|afghans|minors|patients|all of (?:them|whom)) (?:(?:who )?(?:are|is|was|were) )?(?:under|over|above|below|older than|younger than)(?: the age of)?|married (?:off )?(?:before|by|at|under)|turn|turned|turns|turning|(?:eld|old|young)est(?: (?:of (?:them|whom)|is|was))?) $`,
);
/** Its last words, and those of them that end much else: then the age itself must be named, or a superlative. */
const AGE_WORDS = new Set(
  'age ages aged of between from under over least to and or than above below before by at turn turned turns turning eldest oldest youngest is was them whom'.split(
    ' ',
  ),
);
const COMMON = new Set('of between from least to and or is was them whom'.split(' '));
const AGE_RANGE = /\d{1,3}(?: ?[-–—] ?| to | and (?:the other |another |a )?)\d{1,3}(?![\d%]|[,.]\d)|\d{1,3}/y;
const AGES = /\d{1,2}(?:, \d{1,2})+,? and \d{1,2}(?![\d%]|[,.]\d| of\b)/y;
const NO_AGE = /(?:%| per ?cent| million| thousand|,\d|\.\d|\d)/y;
const YEARS = /(?: months?| years?)(?: (?:to|and) \d{1,2})?(?: (?:months?|years?))?(?: old| of age)?/y;
const NAME_BEFORE = new RegExp(`[A-Z][${LETTERS}'-]+"?(?:,| \\()(?: (?:now|then|aged))? ?$`);
const APPOSED_BEFORE = /[a-z]{2}[a-rt-z], $/;
const APPOSED_BEHIND =
  /, (?!(?:mostly|mainly|all|including|of|or|many|some|most|among|up|down|with|in|on|at|by)\b)[a-z]/y;
const ALONE = /\d{1,2}(?=,(?!\d)|[;)]|\.(?: |$)|(?: and| who|-year))/y;
/** "his two sisters, 9 and 11, …" */
const APPOSED_LIST = /\d{1,2}(?:, \d{1,2})*,? and \d{1,2}(?=[,.;)](?!\d))/y;
const CHILDREN =
  /(?:(?:so|daught|sist|broth|cousi|boy|girl|twi|niec|nephew)(?:n|er|e)?s|children|women|men)(?:,| \() ?$/;
/** "in Herat (12), Kabul (8) and Kunduz (5)" counts by place. */
const NEXT_PLACE = /\)(?:,| and|, and) [A-Z]/y;
const LAST_PLACE = new RegExp(`\\)(?:,| and|, and) [A-Z][${LETTERS}-]* \\($`);

/** "she is nine, and sold", "he was 12 when they came" */
const SHE_IS =
  /\b(?:she|he|who|girl|boy|child|son|daughter|brother|sister) (?:is|was) (?:only |just |now |barely |already |then )?$/;
const SHE_IS_WORDS = wordsOf(SHE_IS.source);
/** "who died at 58, was", "married at 14" */
const LIFE_AT = /\b(?:died|wed|married|engaged|divorced|widowed|orphaned|retired|left school) at (?:just )?$/;
/** "At 73 he still walks" */
const HE_BEHIND = /,? (?:he|she) /y;
/** "19 of the 31 were under 18", "the average age of the dead was 24" */
const ADULT =
  /\b(?:(?:were|are) (?:under|over) (?:5|1[24568]|21)|(?:average|median|mean) age(?: of [a-z ]{1,24})? (?:was|is) \d\d?)$/;
/** "taken at 17, 20 when he was freed and 34 when she died" */
const WHEN_BEHIND = / when(?:,| (?:he|she)\b)/y;
const AGE_OF_WORDS = new Set(['of', 'about', 'around', 'nearly', 'just']);
const COUNTED_BEHIND =
  /[,.]?\d|%| (?:[a-z]+ )?[a-z]{2,}[^s ]s\b| (?:per|million|thousand|hundred|people|men|children)\b/y;
/** "a traveller of 29", "her daughter of about two": any person's word in the singular, but for those of a crowd. */
const PERSON_OF =
  /\b(?:an?|her|his|their|whose) (?:[a-z]+ )?(?!staff|crew|police|population)([a-z]+) of (?:(?:about|around|nearly|just) )?$/;
const NO_UNIT_BEHIND = /(?:[,.;)]|$)(?!\d)| (?:when|with|at the time|and (?:she|he|has|had))\b/y;

/** Do the words before `place` make an age of the number from there to `end`? */
export function isAge(reading: Reading, place: number, end: number): boolean {
  const { lower } = reading;
  const last = wordBefore(reading, place);
  if (has(WHEN_BEHIND, lower, end) && /(?:,| and| was| at) $/.test(before(lower, place, 5))) return true;
  if (
    /^(?:under|over|was|is)$/.test(last) &&
    ADULT.test(before(lower, place, 44) + lower.slice(place, end)) &&
    has(NO_UNIT_BEHIND, lower, end)
  )
    return true;
  if (last === 'at' && has(HE_BEHIND, lower, end)) return true;
  if ((last === 'at' || last === 'just') && LIFE_AT.test(before(lower, place, 32)) && has(NO_UNIT_BEHIND, lower, end))
    return true;
  if (SHE_IS_WORDS.has(last) && SHE_IS.test(before(lower, place, 24)) && has(NO_UNIT_BEHIND, lower, end)) return true;
  const person = AGE_OF_WORDS.has(last) ? PERSON_OF.exec(before(lower, place, 44))?.[1] : undefined;
  if (person && unitOfNoun(pluralOf(person)) === 'people' && !has(COUNTED_BEHIND, lower, end)) return true;
  if (!AGE_WORDS.has(last)) return false;
  const left = before(lower, place, 44);
  if (COMMON.has(last) && !left.includes('age') && !left.includes('est ')) return false;
  return AGE_BEFORE.test(left) && !has(NO_AGE, lower, end);
}

/** The end of the age in digits at `place`, or `place` itself. */
export function endOfAge(reading: Reading, place: number): number {
  const { lower, plain } = reading;
  const last = wordBefore(reading, place);
  if (last === 'at' || SHE_IS_WORDS.has(last) || AGE_OF_WORDS.has(last) || AGE_WORDS.has(last)) {
    const end = Math.max(endOf(AGE_RANGE, lower, place), endOf(AGES, lower, place));
    if (end > place && isAge(reading, place, end)) return endOf(YEARS, lower, end);
  }
  const digits = endOfDigits(lower, place);
  const sign = lower.charAt(digits);
  if (sign === ' ' && lower[digits + 1] === 'w' && isAge(reading, place, digits)) return digits;
  const alone = ',;).- '.includes(sign) ? endOf(ALONE, lower, place) : place;
  const left = before(plain, place, 30);
  if (CHILDREN.test(left)) {
    const listed = endOf(APPOSED_LIST, lower, place);
    if (listed > place) return listed;
  }
  if (alone === place) return place;
  if (APPOSED_BEFORE.test(left) && has(APPOSED_BEHIND, lower, alone)) return alone;
  if (!NAME_BEFORE.test(left)) return place;
  if (left.endsWith('(') && (has(NEXT_PLACE, plain, alone) || LAST_PLACE.test(left))) return place;
  // A child's to an old person's age; "Kabul, 35 people" has a noun behind and never gets here.
  return Number(lower.slice(place, alone)) >= 3 ? alone : place;
}

inFigures.add(AGE_BEFORE, AGE_RANGE, ALONE, CHILDREN, PERSON_OF, AGES, NAME_BEFORE, APPOSED_BEFORE, SHE_IS);
