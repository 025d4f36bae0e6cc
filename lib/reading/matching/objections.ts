/** Tells what speaks against a claim that a statement has the words for. */
import { CAPITALS, LETTERS } from '../letters.ts';
import type { Figure, Span } from '../types.ts';
import type { CompiledClaim } from './claim-index.ts';
import { clauseOf, deniedBy, isSupposed, possibleBy } from './clauses.ts';
import type { TermHit } from './evidence.ts';
import { nearest } from './mark-span.ts';
import type { Statement } from './statement.ts';

/** Whether a word that rules the claim out stands in the figure's own clause: another clause may be about another matter. */
export function isRuledOut(claim: CompiledClaim, { clauses, evidence, span }: Statement, figure: Span): boolean {
  if (!evidence.meets(claim.notGroup)) return false;
  const clause = clauseOf(clauses, figure) ?? span;
  return claim.not.some(term =>
    evidence.placesOf(term)?.some(place => place.start < clause.end && place.end > clause.start),
  );
}

/**
 * Whether a word that rules the claim out stands near what met its cues: in their clauses, and as near as the needed words
 * must be to one another. A colleague's title far off does not make a minister another, and what is told in another clause
 * is another matter.
 */
export function isRuledOutNear(
  { not, notGroup, within }: CompiledClaim,
  { clauses, evidence }: Statement,
  stretch: Span,
): boolean {
  if (!evidence.meets(notGroup)) return false;
  const own = clauses.filter(({ start, end }) => start < stretch.end && end > stretch.start);
  const reach = within ?? Number.POSITIVE_INFINITY;
  const near = {
    start: Math.max(own[0]?.start ?? stretch.start, stretch.start - reach),
    end: Math.min(own.at(-1)?.end ?? stretch.end, stretch.end + reach),
  };
  return not.some(term => evidence.placesOf(term)?.some(({ start, end }) => start < near.end && end > near.start));
}

/**
 * Whether a word that speaks against a status stands in a clause of the words that assert it: who said so, or what else is
 * told, is another clause.
 */
export function isContradicted(
  not: readonly number[],
  { clauses, evidence }: Statement,
  words: readonly Span[],
): boolean {
  const asserting = new Set(words.map(word => clauseOf(clauses, word)));
  return not.some(term => evidence.placesOf(term)?.some(place => asserting.has(clauseOf(clauses, place))));
}

/**
 * Whether a figure is told for another year than the one that the claim asks for. Without a year of its own it may be of
 * the page's year or of any before, but of none to come.
 */
export function isOfOtherYear({ year }: CompiledClaim, { context }: Statement, { period }: Figure): boolean {
  if (year === null) return false;
  if (!period) return context.year !== null && context.year < year;
  const [from, to] = [Number(period.from?.slice(0, 4) ?? year), Number(period.to?.slice(0, 4) ?? year)];
  return year < from || year > to;
}

/**
 * The words of a claim whose denial or modality is that of a figure: the one beside it ("will not return equipment worth
 * 7 billion" does not deny the worth), and what is said of it behind ("1.5 million Afghans in Iran could be deported").
 */
export function governedWith(figure: Span, places: readonly TermHit[][], { index, clauses }: Statement): Span[] {
  if (places.length === 0) return [];
  const clause = clauseOf(clauses, figure);
  const words = places.map(hits => nearest(hits, figure));
  const behind = words.filter(
    word =>
      word.start >= figure.end && (index.entityOfTerm[word.term] as number) < 0 && clauseOf(clauses, word) === clause,
  );
  return [nearest(words, figure), ...behind];
}

/**
 * Whether any of the governed words is only possible, planned or denied, where the claim is about what is. A denial or a
 * plan that is itself among the claim's words is what the claim is about.
 */
export function isUnreal(
  claim: CompiledClaim,
  { text, clauses, span }: Statement,
  governed: readonly Span[],
  words: readonly Span[],
): boolean {
  const isOwn = (by: Span) => words.some(({ start, end }) => start < by.end && by.start < end);
  return governed.some(word => {
    const clause = clauseOf(clauses, word) ?? span;
    const by = deniedBy(text, clause, word) ?? (claim.possible ? null : possibleBy(text, clause, word));
    return by !== null && !isOwn(by);
  });
}

/** Whether any of the words stands under an "if". */
export function isOnlySupposed({ text, clauses, span }: Statement, words: readonly Span[]): boolean {
  return words.some(word => isSupposed(text, clauseOf(clauses, word) ?? span, word));
}

/** A name in a sentence, but for its first word and what dates it. */
const NAME = new RegExp(
  `(?<=[${LETTERS}\\d,;:’'”"] )(?!(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October|Mr|Ms|Mrs)[${CAPITALS}][${LETTERS}]+`,
  'g',
);

/** Whether a sentence names somebody or something that no cue knows: then it speaks of a matter of its own. */
export function namesOthers({ text, span, evidence }: Statement): boolean {
  const known = evidence.hits;
  return [...text.slice(span.start, span.end).matchAll(NAME)].some(({ index }) => {
    const place = span.start + index;
    return !known.some(({ start, end }) => start <= place && place < end);
  });
}
