/** Makes cues for a claim without any, from its own words: those of its question first, then those of its versions. */
import { stem, tokenize } from '../text.ts';
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

type Lexicon = Readonly<Record<string, readonly string[]>>;

/**
 * Gives for each claim of a pack the cues in its own words. The subjects that it is about must be named in the statement or
 * carried by its paragraph, headline or page. Where a figure is the point a word of the lexicon stands for all words of its
 * matter: the figure itself keeps such claims apart, others would be found everywhere (measured on our labelled sentences).
 */
export function ownWords(entities: readonly Entity[], lexicon: Lexicon): (claim: Claim) => OwnCues {
  const named = new Map(entities.map(entity => [entity.id, entity]));
  const matters = mattersOf(lexicon);
  return ({ kind, question, versions, about }) => {
    const subjects = about.filter(id => named.has(id));
    const names = subjects.flatMap(id => namesOf(named.get(id) as Entity));
    const isName = new Set(names.flatMap(name => tokenize(name).map(({ form }) => form)));
    const groups = (texts: readonly string[]) => {
      const words = texts
        .flatMap(text => tokenize(text).map(({ form }) => form))
        .filter(form => form.length > 1 && !STOP_WORDS.has(form) && !isName.has(form) && !/^\d/.test(form));
      return grouped(words, kind === 'figure' ? matters : new Map());
    };
    const asked = [...subjects.map(id => [`@${id}`]), ...groups([question])];
    const known = new Set(asked.flat());
    const told = groups(versions.map(({ text }) => text)).filter(group => !group.some(term => known.has(term)));
    return {
      need: [...asked, ...told.slice(0, FROM_VERSIONS)],
      core: asked.length,
      context: subjects.slice(0, SUBJECTS).map(id => [`@${id}`]),
    };
  };
}

/** By word stem: the lexicon's entries that have it as a single word. */
function mattersOf(lexicon: Lexicon): Map<string, string[]> {
  const matters = new Map<string, string[]>();
  for (const [name, terms] of Object.entries(lexicon))
    for (const term of new Set(terms.map(stem))) matters.set(term, [...(matters.get(term) ?? []), `#${name}`]);
  return matters;
}

/** A cue for each word, one for all words of the same matter. */
function grouped(words: readonly string[], matters: ReadonlyMap<string, string[]>): string[][] {
  const known = new Set<string>();
  return [...new Set(words)].flatMap(word => {
    const names = matters.get(stem(word)) ?? [];
    if (names.some(name => known.has(name))) return [];
    for (const name of names) known.add(name);
    return [[...names, word]];
  });
}

function namesOf({ name, names, adjectives = [] }: Entity): string[] {
  return [name, ...names, ...adjectives];
}
