/** Lets a sentence lean on what was said before it: "it", "they" and "the group" stand for entities named there. */
import { lowered, SMALL } from '../letters.ts';
import { onPages } from '../patterns.ts';
import type { EntityKind, Span } from '../types.ts';
import type { ClaimIndex } from './claim-index.ts';
import { Evidence, type TermHit } from './evidence.ts';
import type { PassageFindings } from './find-matches.ts';

// Possessives count at the beginning ("Its minister …") and with a word of rule ("Russia recognised their government"):
// elsewhere they belong to whoever the sentence itself names.
const RULE =
  'government|administration|regime|rule|rulers|leadership|authority|takeover|return\\s+to\\s+power|seizure\\s+of\\s+power|emirate';
const GROUPS: readonly EntityKind[] = ['group', 'organisation'];
const STATES: readonly EntityKind[] = ['state'];
const THINGS: readonly EntityKind[] = ['state', 'group', 'organisation', 'agreement', 'event'];
const SIDES: readonly EntityKind[] = ['state', 'group'];
const PERSONS: readonly EntityKind[] = ['person'];

/** Words that stand for something named before, with what they can stand for; "…, most of them" counts what its own sentence names. */
const ANAPHORS: readonly (readonly [RegExp, readonly EntityKind[]])[] = (
  [
    [`he|she|(?:his|her)\\s+(?:[${SMALL}-]+\\s+)?(?:${RULE}|office|post)`, PERSONS],
    ['the\\s+(?:country|nation)', STATES],
    ['the\\s+(?:group|movement|rulers|leadership|organisation|organization|agency)', GROUPS],
    [
      `it(?!\\s+t(?:ook|akes?)(?![${SMALL}]))|they|the\\s+(?:government|authorities|administration|regime|ministry|former|latter)|(?:its|their)\\s+(?:[${SMALL}-]+\\s+)?(?:${RULE})`,
      THINGS,
    ],
    [
      '(?:both|the\\s+two)\\s+(?:sides|countries|neighbours|neighbors|states|capitals|governments|parties)|the\\s+neighbou?rs|(?<!,\\s[^,]{1,24}\\sof\\s)them',
      SIDES,
    ],
    ['they|the\\s+(?:administration|former|latter)', PERSONS],
  ] as const
).map(([words, kinds]) => [new RegExp(`(?<![${SMALL}])(?:${words})(?![${SMALL}])`), kinds] as const);

const OPENING: readonly (readonly [RegExp, readonly EntityKind[]])[] = [
  [new RegExp(`^\\W*(?:his|her)(?![${SMALL}])`), PERSONS],
  [new RegExp(`^\\W*(?:its|their)(?![${SMALL}])`), THINGS],
  [new RegExp(`^\\W*(?:relations|ties|tensions|talks)(?![${SMALL}])(?!\\s+(?:between|with|among))`), SIDES],
];

/** Entities further back than the first two named are seldom what a pronoun means (a judgement). */
const ANTECEDENTS = 2;

/**
 * The entity terms that `sentence` may count as its own, where it has words that stand for something named before: those of
 * the first two mentions of the right kind, from the nearest text on that has any. They keep their places there.
 * @param before what the texts before offer, the nearest first: the sentence before, what that one was lent, the headline
 * @param kindOf the kind of entity that a term names; null for a word
 */
export function carriedTerms(
  text: string,
  sentence: Span,
  before: readonly (readonly TermHit[])[],
  kindOf: (term: number) => EntityKind | null,
): TermHit[] {
  const words = lowered(text.slice(sentence.start, sentence.end));
  const wanted = [...ANAPHORS, ...OPENING].flatMap(([pattern, kinds]) => (pattern.test(words) ? [kinds] : []));
  const carried = new Set<TermHit>();
  for (const kinds of wanted) {
    let left = ANTECEDENTS;
    for (const hits of before) {
      const mentions = hits.filter(({ term }) => kinds.includes(kindOf(term) as EntityKind));
      const places = [...new Set(mentions.map(({ start }) => start))].slice(0, left);
      for (const mention of mentions) if (places.includes(mention.start)) carried.add(mention);
      left -= places.length;
      if (left <= 0) break;
    }
  }
  return [...carried];
}

/**
 * For each of a passage's sentences: the entities that it may count as its own. Where a speech has several sentences, those
 * before the last count whoever is named behind it: "“Not an inch. We do not need it,” said the Taliban."
 * @param evidence what each sentence offers
 * @param before what the sentence before the passage offers
 */
export function carriedBySentence(
  index: ClaimIndex,
  { text, sentences, evidence, before }: Pick<PassageFindings, 'text' | 'sentences' | 'evidence' | 'before'>,
  headline: Evidence,
): Evidence[] {
  const kindOf = (term: number) => index.entityKinds[index.entityOfTerm[term] as number] ?? null;
  const speeches = findSpeeches(text);
  let lent: TermHit[] = [];
  return sentences.map((span, i) => {
    const previous = evidence[i - 1] ?? before;
    const speech = speeches.find(({ start, end }) => start < span.end && span.end < end);
    const last = speech ? sentences.findIndex(({ end }) => end > speech.end) : -1;
    const speaker =
      evidence[last]?.hits.filter(({ term, start }) => speech && kindOf(term) && start >= speech.end) ?? [];
    lent = [...speaker, ...carriedTerms(text, span, [previous.hits, lent, headline.hits], kindOf)];
    return new Evidence(index, lent);
  });
}

/** Whether the subject that opens a sentence is a pronoun. */
export const opensWithPronoun = (text: string, { start }: Span): boolean =>
  /^\W*(?:it|they|s?he)\s/i.test(text.slice(start, start + 8));

/** What stands between quotation marks; the marks are paired by sight, so that one that is never closed ends nowhere. */
const SPEECH = /“[^“”]+”|"[^"]+"/g;

/** Speeches of a text, marks included. */
function findSpeeches(text: string): Span[] {
  return [...text.matchAll(SPEECH)].map(({ 0: said, index }) => ({ start: index, end: index + said.length }));
}

/** Nouns for what was told before: "the swap", "this truce". */
const TOLD_NOUNS =
  'swap|exchange|deal|agreement|accord|truce|ceasefire|cease-fire|fighting|clash(?:es)?|violence|hostilities|strikes?|raids?|bombings?|shelling|attacks?|assault|shooting|bans?|restrictions|edicts?|decrees?|closures?|warrants?|demands?|threats?|refusal|rejection|recognition|pullout|evacuation|airlift|freeze|cuts?|cutoff|halt|suspension|sanctions|isolation|expulsions?|deportations?|returns|removals|talks|meetings?|visit|trip|rift|split|divisions?|canal|pipeline|treaty|bount(?:y|ies)|protests?|demonstrations?|rall(?:y|ies)|appointment|mediation|arrangement|decisions?|moves?|orders?|offices?|agency|watchdog|programmes?|programs?|schemes?';
const TOLD = new RegExp(
  `(?<![${SMALL}])(?:the|this|these|those|both)\\s+(${TOLD_NOUNS})(?![${SMALL}'’-])(?!\\s+(?:of|on|against|between|with|over|in|at|for|from|by|to|that|which)(?![${SMALL}]))`,
  'g',
);

/** The places of nouns in `sentence` that stand for an event or a measure told before it. */
export function toldBefore(text: string, sentence: Span): Span[] {
  const words = lowered(text.slice(sentence.start, sentence.end));
  return [...words.matchAll(TOLD)].map(({ 0: all, 1: noun = '', index }) => {
    const end = sentence.start + index + all.length;
    return { start: end - noun.length, end };
  });
}

for (const [pattern] of [...ANAPHORS, ...OPENING]) onPages.add(pattern);
