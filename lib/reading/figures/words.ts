/** Words that several rules know. */

import { endOfLetters, isDigit, smallAt } from './normalise.ts';
import { SCALES, SMALL } from './number-words.ts';

/**
 * Words that end a noun's group when no noun has come: prepositions, verbs, pronouns, conjunctions, numbers. A verb is
 * here where its form is that of a plural, or where an object is likely to follow it.
 */
export const STOP = new Set([
  ...SMALL.keys(),
  ...SCALES.keys(),
  ...(
    'in on at by for from to with without across during since after before between per than as that which who whose whom ' +
    'was were is are be been being has have had having will would could should can may might must shall not while when ' +
    'where because although though if so but nor yet this these those their his her its our my your they them he she it we ' +
    'you i there here into onto over under above below against through throughout about around within among amid until till ' +
    'despite toward towards upon off out up down via versus the a an every each all both either neither no any half ' +
    'do does did face faces faced need needs needed lack lacks require requires suffer suffers fled flee left lost ' +
    'took take takes made make makes hold held use uses saw see seek sought want wants went goes came come comes ' +
    'said say says told live lives lived remain remains remained died die dies got get gets gave give gives ' +
    'plus minus together altogether rather never ago later earlier including such only just also even now today yesterday tomorrow last next due ' +
    'fell rose grew dropped means shows includes sustained suffered received costs sells weighs lasts drive drives drove'
  ).split(' '),
]);

/** For patterns: what may stand before a number without saying what it counts ("some", "at least an estimated"). */
export const HEDGES =
  '(?:(?:about|around|nearly|almost|over|under|some|just|only|even|more than|less than|fewer than|at least|up to|close to|as (?:many|few|low|high|little|much) as|estimated|further|another|roughly|approximately|an?|the|all|then|perhaps|possibly|maybe) )*';

/** Can no noun of its own stand behind the number or share that ends at `place`: is it the end, or a stop word? */
export function standsAlone(lower: string, place: number): boolean {
  const start = lower[place] === ' ' ? place + 1 : place;
  if (start >= lower.length || '.,;:!?)"\n'.includes(lower.charAt(start))) return !isDigit(lower, start + 1);
  if (start === place || !smallAt(lower, start)) return false;
  const end = endOfLetters(lower, start);
  const word = lower.slice(start, end);
  return !isDigit(lower, end) && (word === 'and' || word === 'or' || STOP.has(word));
}

/** They count people alone ("12 wounded"), but end a group that has its noun ("12 people wounded"). */
export const PARTICIPLES = new Set('killed dead injured wounded hurt missing displaced'.split(' '));
