/** Tells from the words alone which claims on figures a passage can be about: only for these are its figures worth reading. */
import { type ClaimIndex, type CompiledClaim, calledBy } from './claim-index.ts';
import { MOST_FOR_VALUE } from './claim-weights.ts';
import type { Evidence } from './evidence.ts';
import type { PassageFindings } from './find-matches.ts';
import type { Context } from './statement.ts';
import { SLACK } from './ways.ts';

/**
 * By sentence: the claims on figures that it could meet together with the one before it and with the entities that it may
 * count as its own. There may be some that it does not meet in the end, but none that it meets is left out: a sentence has
 * nothing else to lean on.
 */
export function figureClaims(
  index: ClaimIndex,
  { evidence, carried, before, passage }: Pick<PassageFindings, 'evidence' | 'carried' | 'before' | 'passage'>,
  context: Context,
): CompiledClaim[][] {
  return evidence.map((own, i) => {
    const previous = evidence[i - 1] ?? before;
    const offered = [own, previous, carried[i] as Evidence];
    return calledBy(index, offered, ['figure']).filter(
      claim => couldMeet(claim, offered) && isCarried(claim, passage, context),
    );
  });
}

/** Whether these words are enough of any way, where a figure stands in for the rest. */
function couldMeet({ ways }: CompiledClaim, offered: readonly Evidence[]): boolean {
  return ways.some(({ groups, weights, least }) => {
    let worth = SLACK;
    groups.forEach((group, i) => {
      if (offered.some(evidence => evidence.meets(group))) worth += weights[i] ?? 0;
    });
    return worth >= least * (1 - MOST_FOR_VALUE);
  });
}

function isCarried({ contextGroups }: CompiledClaim, passage: Evidence, { headline, page }: Context): boolean {
  return contextGroups.every(group => passage.meets(group) || headline.meets(group) || page.meets(group));
}
