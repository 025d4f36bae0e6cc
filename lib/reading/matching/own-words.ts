/** Makes cues for a claim without any, from its own words: those of its question first, then those of its versions. */
import { tokenize } from '../text.ts';
import type { Claim, Cues, Entity } from '../types.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Cues of which the first `core` groups are the question's; a statement need not have them all. */
export interface OwnCues extends Cues {
  core: number;
}

/** More words of the versions' texts are not taken: the first say what it is about. A judgement. */
const FROM_VERSIONS = 8;
/** More than two subjects are seldom named in one statement. */
const SUBJECTS = 2;

/**
 * Gives for each claim of a pack the cues in its own words. The subjects that it is about must be named in the statement or
 * carried by its paragraph, headline or page.
 */
export function ownWords(entities: readonly Entity[]): (claim: Claim) => OwnCues {
  const named = new Map(entities.map(entity => [entity.id, entity]));
  return ({ question, versions, about }) => {
    const subjects = about.filter(id => named.has(id));
    const names = subjects.flatMap(id => namesOf(named.get(id) as Entity));
    const isName = new Set(names.flatMap(name => tokenize(name).map(({ form }) => form)));
    const words = (text: string) =>
      tokenize(text)
        .map(({ form }) => form)
        .filter(form => form.length > 1 && !STOP_WORDS.has(form) && !isName.has(form) && !/^\d/.test(form));
    const asked = new Set(words(question));
    const told = [...new Set(versions.flatMap(({ text }) => words(text)))].filter(word => !asked.has(word));
    const first = [...subjects.map(id => [`@${id}`]), ...[...asked].map(word => [word])];
    return {
      need: [...first, ...told.slice(0, FROM_VERSIONS).map(word => [word])],
      core: first.length,
      context: subjects.slice(0, SUBJECTS).map(id => [`@${id}`]),
    };
  };
}

function namesOf({ name, names, adjectives = [] }: Entity): string[] {
  return [name, ...names, ...adjectives];
}
