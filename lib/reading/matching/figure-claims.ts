/** Tells from the words alone which claims on figures a passage can be about: only for these are its figures worth reading. */
import type { Span } from '../types.ts';
import { type ClaimIndex, type CompiledClaim, MOST_FOR_VALUE, type Way } from './claim-index.ts';
import { distribute, type TermHit } from './evidence.ts';
import type { Context } from './statement.ts';
import { hasAny, SLACK } from './ways.ts';

type Terms = ReadonlySet<number>;

/**
 * By sentence: the claims on figures that it could meet together with the one before it. There may be some that it does not
 * meet in the end, but none that it meets is left out: a sentence has nothing else to lean on.
 * @param hits the passage's cue terms
 * @param before those of the sentence before the passage, which its first may lean on
 */
export function figureClaims(
  index: ClaimIndex,
  { sentences, hits, before }: { sentences: readonly Span[]; hits: readonly TermHit[]; before: readonly TermHit[] },
  context: Context,
): CompiledClaim[][] {
  const passage = termsOf(hits);
  let previous = before;
  return distribute(hits, sentences).map(own => {
    const terms = termsOf(previous);
    for (const { term } of own) terms.add(term);
    previous = own;
    return calledBy(index, terms).filter(claim => couldMeet(claim, terms) && isCarried(claim, passage, context));
  });
}

const termsOf = (hits: readonly TermHit[]) => new Set(hits.map(({ term }) => term));

function calledBy(index: ClaimIndex, terms: Terms): CompiledClaim[] {
  const claims = new Set<CompiledClaim>();
  for (const term of terms)
    for (let at = index.callStarts[term] as number; at < (index.callStarts[term + 1] as number); at++) {
      const claim = index.claims[index.called[at] as number] as CompiledClaim;
      if (claim.kind === 'figure') claims.add(claim);
    }
  return [...claims];
}

/** Whether these words are enough of any way, where a figure stands in for the rest. */
function couldMeet({ ways }: CompiledClaim, terms: Terms): boolean {
  return ways.some(({ need, weights, least }: Way) => {
    const worth = need.reduce((sum, group, i) => (hasAny(terms, group) ? sum + (weights[i] ?? 0) : sum), SLACK);
    return worth >= least * (1 - MOST_FOR_VALUE);
  });
}

function isCarried({ context: groups }: CompiledClaim, passage: Terms, { headline, page }: Context): boolean {
  return groups.every(group => hasAny(passage, group) || hasAny(headline, group) || hasAny(page, group));
}
