/** Lets a sentence lean on the one before it: "it", "they" and "the group" stand for entities named there. */
import { lowered, SMALL } from '../letters.ts';
import { onPages } from '../patterns.ts';
import type { Span } from '../types.ts';
import type { TermHit } from './evidence.ts';

// Words that stand for something named before. Possessives count at the beginning ("Its minister …") and with a word of
// rule ("Russia recognised their government"): elsewhere they belong to whoever the sentence itself names.
const RULE =
  'government|administration|regime|rule|rulers|leadership|authority|takeover|return\\s+to\\s+power|seizure\\s+of\\s+power|emirate';
const STANDS_FOR = new RegExp(
  `^\\W*(?:its|their|his|her)(?![${SMALL}])|(?<![${SMALL}])(?:it|they|he|she|the\\s+(?:group|movement|country|nation|government|authorities|administration|regime|ministry|rulers|leadership|former|latter|organisation|organization|agency)|(?:its|their)\\s+(?:[${SMALL}-]+\\s+)?(?:${RULE}))(?![${SMALL}])`,
);

/** Entities further back than the first two named are seldom what a pronoun means (a judgement). */
const ANTECEDENTS = 2;

/**
 * The entity terms of `previous` that `sentence` may count as its own: those of the first two mentions, where the
 * sentence has a word that stands for something named before. They keep their places in the previous sentence.
 */
export function carriedTerms(
  text: string,
  sentence: Span,
  previous: readonly TermHit[],
  isEntityTerm: (term: number) => boolean,
): TermHit[] {
  const mentions = previous.filter(({ term }) => isEntityTerm(term));
  if (mentions.length === 0 || !STANDS_FOR.test(lowered(text.slice(sentence.start, sentence.end)))) return [];
  const places = [...new Set(mentions.map(({ start }) => start))].slice(0, ANTECEDENTS);
  return mentions.filter(({ start }) => places.includes(start));
}

onPages.add(STANDS_FOR);
