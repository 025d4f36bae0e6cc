/** Finds what a number counts: the head noun behind it over adjectives, or a verb or phrase that tells it is people. */

import { inFigures } from '../patterns.ts';
import { at, before, endOf, has, isDigit, opensWith, type Reading } from './normalise.ts';
import { type NounWord, nounWordAt } from './noun-words.ts';
import { isKnownNoun, isMeasure, isPlural, pluralOf, unitOfNoun } from './nouns.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { toldAround } from './told.ts';
import { HEDGES, PARTICIPLES, STOP, standsAlone } from './words.ts';

export interface Counted {
  noun: string | null;
  unit: string | null;
  /** Where the noun ends; the number's own end where no noun stands behind it. */
  end: number;
}

/** No head noun lies farther behind its number than this many words. A judgement. */
const MOST_WORDS = 8;

/** They may stand between a number and its noun although they stop a group elsewhere. */
const JOINING = new Set(['and', 'or']);

const OF = new RegExp(
  `(?: more)? of ${HEDGES}(?:(?:the|these|those|its|their|his|her|my|our|your|all|such|other) ){0,2}(?:(?:\\d[\\d,.]*(?: million| billion)?|${NUMBER_WORDS}) )?(?=[A-Za-z"'])`,
  'y',
);
const OF_PRONOUN = / of (?:them|those|which|(us|you|whom)|these|this|that|it)\b(?: (?:were|are|being|all|mostly))?,?/y;
const AREA =
  /[ -]?(?:(?:(sq)(?:uare|\.)?[ -]?|(cubic)[ -])(km|mi|(?:kilo)?met(?:re|er)s?|miles?|feet|foot)|(km2)|(km\/h)|°[cf]?|degrees? (?:celsius|fahrenheit))(?![a-z])/y;
/** "31C", "88F" */
const DEGREES = /[CF](?![A-Za-z0-9])/y;
const GLUED = /[a-z]{1,12}(?![a-z0-9])/y;

/** Figures of this kind are people. */
const SENIOR =
  /\b(?:senior|leading|prominent|key|political|opposition|religious|public|top|influential|well-known) figures$/;
const UNCLEAR = new Set('others ones times more thousands hundreds millions dozens series species'.split(' '));

/** "15-member", "900-kilometre": one noun in the singular, joined with a hyphen. */
function joined(reading: Reading, place: number): Counted | null {
  const token = nounWordAt(reading, place);
  if (!token?.hyphen || token.comma) return null;
  const first = token.word.split('-')[0] ?? '';
  const lower = first.toLowerCase();
  if (lower === 'strong') return { noun: null, unit: 'people', end: token.start + first.length };
  const plural = pluralOf(lower);
  return { noun: first, unit: unitOfNoun(plural), end: token.start + first.length };
}

const TIME_PLURALS = new Set('seconds minutes hours days weeks months years decades centuries'.split(' '));
/** A hyphen that stands for a dash: "12 families-totaling 70 individuals-were". */
const DASH = /^(families|individuals|persons|households|[a-z]{3,}ees)-(?:were|was|are|had|have|[a-z]+(?:ed|ing))$/;
/** No other head follows them. */
const CLOSED = new Set(['people', 'men', 'families']);
/** "a consortium of 35 teams calculates" */
const FINDS = /^(?:calculat|estimat|argu|believ|reckon|find|show|warn|suggest|think)e?s$/;
/** Nouns that are also adjectives: "Taliban suicide bombers". */
const ADJECTIVES = new Set(['taliban', 'chinese', 'afghan']);

/**
 * The head of the noun group at `place`: its first plural, or the last one of a chain ("rights violations"). Only where the
 * number is a `single` one may the head be a singular.
 */
function headAt(reading: Reading, place: number, single: boolean): Counted | null {
  let end = place;
  let head: NounWord | null = null;
  for (let count = 0; count < MOST_WORDS; count += 1) {
    let token = nounWordAt(reading, end);
    if (!token || (token.hyphen && count > 0)) break;
    const dash = token.lower.includes('-') ? DASH.exec(token.lower)?.[1]?.length : undefined;
    if (dash)
      token = { ...token, word: token.word.slice(0, dash), lower: token.lower.slice(0, dash), end: token.start + dash };
    // "eleven small, low-lying districts": a comma joins adjectives before the noun, nothing else.
    if (token.comma && (head || count === 0 || !/^[a-z]/.test(token.word))) break;
    const lower = token.lower;
    if (head) {
      if (isMeasure(head.word)) break;
      if (CLOSED.has(head.lower) || STOP.has(lower) || JOINING.has(lower)) break;
      if (token.possessive || FINDS.test(lower) || PARTICIPLES.has(lower) || !isPlural(token.word)) break;
      // "displaced people", "Taliban soldiers": a word that is also an adjective gives way to the next plural.
      head = token;
    } else if (JOINING.has(lower)) {
      const next = count > 0 ? nounWordAt(reading, token.end) : null;
      if (!next || STOP.has(next.lower)) break;
    } else if (STOP.has(lower) && !(count === 0 && /^(?:lives|such)$/.test(lower))) break;
    else if (!token.possessive && (isPlural(token.word) || (count === 0 && isMeasure(token.word)))) head = token;
    end = token.end;
  }
  // "28 more followed eight months later": a word of time is counted as a duration, or not at all.
  const name = head?.lower ?? '';
  if (!head || TIME_PLURALS.has(name)) return null;
  if (PARTICIPLES.has(name) || ADJECTIVES.has(name)) head = furtherHead(reading, head) ?? head;
  // "one police officer": the noun in the singular behind a word that is a plural elsewhere.
  const next = single ? nounWordAt(reading, head.end) : null;
  if (
    next &&
    !next.comma &&
    !next.hyphen &&
    !STOP.has(next.lower) &&
    !isPlural(next.word) &&
    isKnownNoun(pluralOf(next.word))
  ) {
    head = next;
  }
  const plural = isPlural(head.word) ? head.word : pluralOf(head.word);
  return { noun: head.word, unit: unitOfNoun(plural), end: head.end };
}

/** Behind a word that is noun and adjective at once, up to two more words may lead to the head ("Taliban suicide bombers"). */
function furtherHead(reading: Reading, head: NounWord): NounWord | null {
  let end = head.end;
  for (let count = 0; count < 3; count += 1) {
    const token = nounWordAt(reading, end);
    const lower = token?.lower ?? '';
    if (!token || token.comma || token.hyphen || token.possessive || STOP.has(lower) || JOINING.has(lower)) return null;
    if (isPlural(token.word)) return token;
    end = token.end;
  }
  return null;
}

const DECIMAL = /^\d+\.\d+$/;
const SINGLE = /^(?:one|1)$/;
/** "a family of seven pays" */
const GROUP_OF = /\b(?:family|household|crew|crowd|audience|jury|mob) of $/;
/** "742 (5.3%) undocumented Afghans", "three 6.3-magnitude shocks" */
const BETWEEN = / \(\d[^()\n]{0,20}\)(?= [a-z])| \d(?:\.\d)?[- ]magnitude(?= )/y;
const NOTHING_KNOWN = new Set(['pounds', 'dollars']);

/**
 * What the number from `start` to `end` counts. `vague` numbers ("dozens", "thousands") count what follows "of".
 * The noun is as the text has it, the unit one plain plural; both null where nothing is near.
 */
export function countedBy(reading: Reading, start: number, numberEnd: number): Counted {
  const behind = reading.lower[numberEnd + 1] ?? '';
  const end = behind === '(' || isDigit(behind, 0) ? endOf(BETWEEN, reading.lower, numberEnd) : numberEnd;
  // A space and a letter, as nearly always, or something that is glued to the number.
  const spaced = reading.lower[end] === ' ';
  // "hundreds of square miles"
  const unitPlace = reading.lower.startsWith(' of ', end) ? end + 3 : end;
  const area = opensWith('sckd°-', reading.lower, unitPlace) ? at(AREA, reading.lower, unitPlace) : null;
  if (area) {
    const noun = reading.plain.slice(unitPlace, unitPlace + area[0].length).replace(/^[ -]/, '');
    return { noun, unit: areaUnit(area), end: unitPlace + area[0].length };
  }
  const glued = spaced ? null : at(GLUED, reading.lower, end);
  if (glued && (isMeasure(glued[0]) || /^(?:kwh|mph)$/.test(glued[0])))
    return { noun: glued[0], unit: unitOfNoun(glued[0]), end: end + glued[0].length };
  if (!spaced && has(DEGREES, reading.plain, end)) return { noun: null, unit: 'degrees', end: end + 1 };
  const compound = spaced ? null : joined(reading, end);
  if (compound) return compound;
  if (reading.lower.startsWith('of ', start - 3) && GROUP_OF.test(before(reading.lower, start, 14)))
    return { noun: null, unit: 'people', end };
  const ofBehind = reading.lower.startsWith(' of ', end);
  const pronoun = ofBehind ? at(OF_PRONOUN, reading.lower, end) : null;
  if (pronoun) {
    // "11 of them women"
    const told = nounWordAt(reading, end + pronoun[0].length);
    if (told && unitOfNoun(told.word) === 'people') return { noun: told.word, unit: 'people', end };
    // "seven of us", "six of whom"
    if (pronoun[1]) return { noun: null, unit: 'people', end };
    return toldAround(reading, start, end + pronoun[0].length) ?? { noun: null, unit: null, end };
  }
  // "two more of the injured"
  const of = ofBehind || reading.lower.startsWith(' more of ', end) ? at(OF, reading.lower, end) : null;
  // The noun's first word needs its space before it, so the search starts one unit early.
  const single = SINGLE.test(reading.lower.slice(start, numberEnd));
  const head = headAt(reading, of ? end + of[0].length - 1 : end, single);
  const decimal = DECIMAL.test(reading.lower.slice(start, numberEnd));
  if (head?.noun && !(decimal && PARTICIPLES.has(head.noun))) {
    const told = UNCLEAR.has(head.noun) ? toldAround(reading, start, end) : null;
    if (head.noun === 'figures' && SENIOR.test(reading.lower.slice(end, head.end))) return { ...head, unit: 'people' };
    return told ?? head;
  }
  const next = nounWordAt(reading, end);
  if (next && !next.comma && !next.hyphen && isKnownNoun(pluralOf(next.word)) && !STOP.has(next.lower)) {
    // "one soldier", "1.5 million metric ton", but not "20 fewer"
    if (
      !NOTHING_KNOWN.has(next.word) &&
      !(decimal && PARTICIPLES.has(next.lower)) &&
      (single || !next.word.endsWith('er') || isMeasure(next.word))
    ) {
      return { noun: next.word, unit: unitOfNoun(pluralOf(next.word)), end: next.end };
    }
  }
  // "one of 6.0 killed 2,200" is no part of a person.
  const around = toldAround(reading, start, end);
  const told = around?.unit === 'people' && decimal ? null : around;
  // "2 rifles, 1 motorcycle": any noun may follow a one in digits.
  if (
    told ||
    !next ||
    reading.lower[start] !== '1' ||
    !single ||
    STOP.has(next.lower) ||
    !standsAlone(reading.lower, next.end)
  )
    return told ?? { noun: null, unit: null, end };
  return { noun: next.word, unit: unitOfNoun(pluralOf(next.word)), end: next.end };
}

function areaUnit([, square, cubic, length, km2, speed]: RegExpExecArray): string {
  if (length) return `${square ? 'square' : cubic} ${unitOfNoun(length)}`;
  if (speed) return 'kilometres per hour';
  return km2 ? 'square kilometres' : 'degrees';
}

inFigures.add(OF, OF_PRONOUN, AREA, GLUED, SINGLE, GROUP_OF, FINDS, DECIMAL);
