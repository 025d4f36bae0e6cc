/** Tells from the words alone whether a passage can be about a claim on a figure: only then are its figures worth reading. */
import { type ClaimIndex, type CompiledClaim, MOST_FOR_VALUE, type Way } from './claim-index.ts';
import type { TermHit } from './evidence.ts';
import type { Context } from './statement.ts';
import { hasAny, SLACK } from './ways.ts';

/**
 * Whether any claim on a figure could be met with all that a passage says. It may be true where no sentence meets one, but
 * is never false where one does: a sentence has no more than its passage and what stands before it.
 * @param hits the passage's cue terms
 * @param before those of the sentence before the passage, which its first may lean on
 */
export function areFiguresNeeded(
  index: ClaimIndex,
  hits: readonly TermHit[],
  before: readonly TermHit[],
  context: Context,
): boolean {
  const own = new Set(hits.map(({ term }) => term));
  const all = new Set(own);
  for (const { term } of before) all.add(term);
  const looked = new Set<number>();
  for (const term of all)
    for (let at = index.callStarts[term] as number; at < (index.callStarts[term + 1] as number); at++) {
      const position = index.called[at] as number;
      if (looked.has(position)) continue;
      looked.add(position);
      const claim = index.claims[position] as CompiledClaim;
      if (claim.kind === 'figure' && claim.ways.some(way => couldMeet(way, all)) && isCarried(claim, own, context))
        return true;
    }
  return false;
}

/** Whether these words are enough of a way, where a figure stands in for the rest. */
function couldMeet({ need, weights, least }: Way, terms: ReadonlySet<number>): boolean {
  const worth = need.reduce((sum, group, i) => (hasAny(terms, group) ? sum + (weights[i] ?? 0) : sum), 0);
  return worth + SLACK >= least * (1 - MOST_FOR_VALUE);
}

function isCarried({ context: groups }: CompiledClaim, own: ReadonlySet<number>, { headline, page }: Context): boolean {
  return groups.every(group => hasAny(own, group) || hasAny(headline, group) || hasAny(page, group));
}
