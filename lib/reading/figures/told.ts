/** Reads what a verb or a phrase around a number says that it counts, where no noun stands behind it. */

import { inFigures } from '../patterns.ts';
import type { Counted } from './counted.ts';
import { at, before, opensWith, type Reading, wordBefore, wordsOf } from './normalise.ts';
import { isPlural, unitOfNoun } from './nouns.ts';
import { HEDGES, PARTICIPLES, STOP, standsAlone } from './words.ts';

const WHOM = /\bof whom (?:(?:about|around|nearly|almost|some|only|just|at least) )?$/;
/** What is done to people. */
const HARM =
  'kill|wound|injur|buri|maim|displac|arrest|detain|execut|evacuat|deport|abduct|kidnapp|martyr|hospitali[sz]|behead|hang|flogg|lash|imprison|jail|vaccinat|repatriat|resettl|infect|rescu|trapp|captur|sentenc|orphan|treat|robb|expell|hir|recruit|crush|paralys|employ|releas|train|sack|dismiss|evict|poison|blind|acquitt';
const BECAME = new RegExp(
  `(?: (?:more|others?|of them|in all|people|were|are|was|have|has|had|be|been|being|to|may|could|remain(?:ed)?|also|now|still|later|already|went|gone|[a-z]+(?:ly|ed))){0,5} (?:(?:${HARM}|perish|drown|surviv|return|cross|malnourish|unemploy|faint|collaps|resign|escap|suffocat|starv|graduat|enrol|enroll|confess|gather|march|protest|appli|attend|walk|ralli|defect|queu|camp|witness|shelter|flock)ed|dead|died|dying|missing|homeless|hurt|held|fled|fleeing|starving|hungry|who|aboard|on board|(?:taken )?(?:to|in) (?:hospital|custody|prison|jail|hiding)|turned up|took part|lost their)\\b`,
  'y',
);
const KILLED_BEFORE = new RegExp(
  `\\b(?:(?:${HARM})(?:ed|ing|e?s|e)?|(?:toll(?: from [a-z0-9 ]{1,40}?)?|population|(?:deaths|dead)(?: (?:on|in|from|at|among) [a-z' ]{1,30}?)?|casualties|fatalities|injured|wounded|killed)(?: (?:of|to|at|from|was|is|has|had|stood|stands|rose|risen|rises|reache[ds]|passed|tops|topped|climb(?:s|ed)|(?:again|sharply|further)|numbered|since|now|already|so far)){0,4}|who(?: had| have)?(?: once)? number(?:ed|s)?|leav(?:ing|es)|left) ${HEDGES}$`,
);
/** The words that such a phrase ends with, but for what is done; "and" and "in" end no phrase. */
const KILLED_WORDS = wordsOf(`${KILLED_BEFORE.source} reached reaches climbs climbed numbers numbered leaving leaves`);
const HARM_WORD = new RegExp(`^(?:${HARM})`);

/** A toll far before its number: "the toll from the floods rose sharply again on Sunday to more than 200". */
const TOLL = new RegExp(
  `\\btoll (?:[^.;]|\\.\\d){0,120} (?:to|at|of|be|reached|tops|topped|passed|exceeded|surpassed) ${HEDGES}$`,
);
/** Groups of persons: "a family of five", "a crew of 22". */
const GROUP_BEFORE = new RegExp(
  `\\b(?:congregation|bands?|audience|gathering|jury|villages?|towns?|cit(?:y|ies)|hamlets?|queues?|mob|squad|garrison|famil(?:y|ies)|households?|crews?|gangs?|teams?|panels?|crowds?|part(?:y|ies)|groups?|staff|workforce|class|delegation|force|population|we (?:are|were)|migration)(?: (?:to the [a-z]+|of|to|from|at|has|had|have|is|was|now|grew|fell|rose|shrank|number(?:s|ing)|[a-z]+(?:ed|en|wn|unk))){0,4} ${HEDGES}$`,
);
/** "leaving 12 dead" tells people only with its second half, which `BECAME` reads. */
const LEFT_BEHIND = /(?:leav(?:ing|es)|left)(?: [a-z]+){0,3} $/;
const NUMBER_OF =
  /\bnumber of ((?:[A-Za-z-]*[^s ] ){0,4}?)([A-Za-z-]+s|people|women|children|men|troops|staff|personnel)(?![\w-])[^.;:]{0,90}$/;
/** "Shelters repaired, May 2025: 611" */
const LABEL =
  /(?:^|[.;\n•·–—-] ?)(?:[A-Z][a-z]+ )??([A-Za-z]+)(?: [a-z]+(?:ed|en|t|ing))?(?:,? (?:in )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d)?: $/;
/** "complaints are running at 1,900 a week", "limits applications to 250 a day": what such a verb puts a number on. */
const PUT_ON = new RegExp(
  `\\b(?:([a-z]{3,}s)(?: (?:about|against|from|by|for) (?:[a-z]+ ){0,3}[a-z]+)?(?: (?:are|were|was|has|had|have|now|been)){0,3} (?:running at|standing at|stood at|total(?:l?ed|l?ing)|numbered)|(?:limit|cap|restrict)(?:s|ed|ing)? ([a-z]{3,}s) (?:to|at)) ${HEDGES}$`,
);
const PUT_WORDS = wordsOf(`at to totaled totalled totaling totalling numbered ${HEDGES}`);
/** "3,208 were households headed by women" */
const WERE = / (?:were|are)(?: (?:mostly|all|mainly|also))? ([a-z]+)(?= |[.,;)]|$)/y;
const BEFORE_WINDOW = 160;
const NEAR_BEFORE = 80;

/** What a verb or a phrase says around a number without a noun: people killed, a death toll, "the number of schools". */
export function toldAround(reading: Reading, start: number, end: number): Counted | null {
  const left = before(reading.lower, start, BEFORE_WINDOW);
  if (left.includes(' whom ', left.length - 24) && WHOM.test(left)) return { noun: null, unit: 'people', end };
  const became = at(BECAME, reading.lower, end);
  if (became) return { noun: null, unit: 'people', end };
  const were = opensWith('wa', reading.lower, end) ? at(WERE, reading.lower, end)?.[1] : undefined;
  if (were && !STOP.has(were) && !PARTICIPLES.has(were) && isPlural(were))
    return { noun: were, unit: unitOfNoun(were), end };
  const near = left.slice(-NEAR_BEFORE);
  const last = wordBefore(reading, start);
  // "Rescue 1122" is a service.
  const name = last.endsWith('e') && /[A-Z]/.test(reading.plain.charAt(start - 1 - last.length));
  const harmed = KILLED_WORDS.has(last) || (/[segd]$/.test(last) && !name && HARM_WORD.test(last));
  if (harmed && KILLED_BEFORE.test(near) && !LEFT_BEHIND.test(near)) return { noun: null, unit: 'people', end };
  if (left.includes('toll ') && TOLL.test(left)) return { noun: null, unit: 'people', end };
  if (standsAlone(reading.lower, end) && GROUP_BEFORE.test(near)) return { noun: null, unit: 'people', end };
  const label = left.endsWith(': ') ? LABEL.exec(before(reading.plain, start, BEFORE_WINDOW))?.[1] : undefined;
  if (label && isPlural(label)) return { noun: label, unit: unitOfNoun(label.toLowerCase()), end };
  const put = PUT_WORDS.has(last) && standsAlone(reading.lower, end) ? PUT_ON.exec(near) : null;
  const number = left.includes('number of ') ? NUMBER_OF.exec(left.slice(left.lastIndexOf('\n') + 1)) : null;
  for (const noun of [put?.[1] ?? put?.[2], number?.[2]])
    if (noun && isPlural(noun) && !STOP.has(noun)) return { noun, unit: unitOfNoun(noun), end };
  return null;
}

inFigures.add(BECAME, KILLED_BEFORE, HARM_WORD, GROUP_BEFORE, PUT_ON, WERE, NUMBER_OF);
