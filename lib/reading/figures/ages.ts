/** Recognises ages, which are numbers of years without a word of time ("aged 12", "her brother, 19, was shot"). */

import { LETTERS } from '../letters.ts';
import { before, endOf, has, lastWord, type Reading, wordsOf } from './normalise.ts';
import { pluralOf, unitOfNoun } from './nouns.ts';
import { NUMBER_WORDS } from './number-words.ts';

const AGE_BEFORE = new RegExp(
  `\\b(?:(?:ages?|aged)(?: of)?(?: (?:between|from|under|over|at least|up to)(?: the ages? of)?)?(?: (?:${NUMBER_WORDS}) (?:to|and|or))?|between the ages of|(?:young|old)er than|(?:children|girls|boys|women|men|people|those|adults|kids|youths?|anyone|everyone|persons?|infants|teenagers|females|males|pupils|students|population|afghans|minors|patients|all of (?:them|whom)) (?:(?:who )?(?:are|is|was|were) )?(?:under|over|above|below|older than|younger than)(?: the age of)?|turn|turned|turns|turning|(?:eld|old|young)est(?: (?:of (?:them|whom)|is|was))?) $`,
);
const AGE_WORDS = wordsOf(AGE_BEFORE.source);
const AGE_RANGE = /\d{1,3}(?: ?[-–—] ?| to | and (?:the other |another |a )?)\d{1,3}(?![\d%]|[,.]\d)|\d{1,3}/y;
const NO_AGE = /(?:%| per ?cent| million| thousand|,\d|\.\d|\d)/y;
const YEARS = /(?: months?| years?)(?: (?:to|and) \d{1,2})?(?: (?:months?|years?))?(?: old| of age)?/y;
const NAME_BEFORE = new RegExp(`[A-Z][${LETTERS}'-]+"?(?:,| \\()(?: (?:now|then|aged))? ?$`);
const APPOSED_BEFORE = /[a-z]{2}[a-rt-z], $/;
const APPOSED_BEHIND =
  /, (?!(?:mostly|mainly|all|including|of|or|many|some|most|among|up|down|with|in|on|at|by)\b)[a-z]/y;
const ALONE = /\d{1,2}(?=,(?!\d)|[;)]|\.(?: |$)|(?: and| who|-year))/y;
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
const AGE_OF_WORDS = new Set(['of', 'about', 'around', 'nearly', 'just']);
const COUNTED_BEHIND =
  /[,.]?\d|%| (?:[a-z]+ )?[a-z]{2,}[^s ]s\b| (?:per|million|thousand|hundred|people|men|children)\b/y;
/** "a traveller of 29", "her daughter of about two": any person's word in the singular, but for those of a crowd. */
const PERSON_OF =
  /\b(?:an?|her|his|their|whose) (?:[a-z]+ )?(?!staff|crew|police|population)([a-z]+) of (?:(?:about|around|nearly|just) )?$/;
const NO_UNIT_BEHIND = /(?:[,.;)]|$)(?!\d)| (?:when|with|at the time|and (?:she|he|has|had))\b/y;

/** Do the words before `place` make an age of the number from there to `end`? */
export function isAge(lower: string, place: number, end: number): boolean {
  const last = lastWord(lower, place);
  if (last === 'at' && has(HE_BEHIND, lower, end)) return true;
  if ((last === 'at' || last === 'just') && LIFE_AT.test(before(lower, place, 32)) && has(NO_UNIT_BEHIND, lower, end))
    return true;
  if (SHE_IS_WORDS.has(last) && SHE_IS.test(before(lower, place, 24)) && has(NO_UNIT_BEHIND, lower, end)) return true;
  const person = AGE_OF_WORDS.has(last) ? PERSON_OF.exec(before(lower, place, 44))?.[1] : undefined;
  if (person && unitOfNoun(pluralOf(person)) === 'people' && !has(COUNTED_BEHIND, lower, end)) return true;
  return AGE_WORDS.has(last) && AGE_BEFORE.test(before(lower, place, 44)) && !has(NO_AGE, lower, end);
}

/** The end of the age in digits at `place`, or `place` itself. */
export function endOfAge({ lower, plain }: Reading, place: number): number {
  const end = endOf(AGE_RANGE, lower, place);
  if (end > place && isAge(lower, place, end)) return endOf(YEARS, lower, end);
  const alone = endOf(ALONE, lower, place);
  if (alone === place) return place;
  const left = before(plain, place, 30);
  if (APPOSED_BEFORE.test(left) && has(APPOSED_BEHIND, lower, alone)) return alone;
  if (!NAME_BEFORE.test(left)) return place;
  if (left.endsWith('(') && (has(NEXT_PLACE, plain, alone) || LAST_PLACE.test(left))) return place;
  // A child's to an old person's age; "Kabul, 35 people" has a noun behind and never gets here.
  return Number(lower.slice(place, alone)) >= 3 ? alone : place;
}
