/** One sentence with all that it offers to matching, from itself and from around it. */
import type { Figure, Span } from '../types.ts';
import type { ClaimIndex, CompiledClaim } from './claim-index.ts';
import type { Evidence } from './evidence.ts';
import type { BestWay, Told } from './ways.ts';

/** Where a cue was found. */
export type Carrier = 'sentence' | 'paragraph' | 'headline' | 'page';

/** What carried a context cue, and which entity it was; null where a word did. */
export interface Carried {
  carrier: Carrier;
  entity: string | null;
}

/** The evidence that a statement may lean on. */
export interface Context {
  headline: Evidence;
  page: Evidence;
  /** The year of the page; null when unknown. */
  year: number | null;
}

/** One sentence with all that it offers to matching. */
export interface Statement {
  index: ClaimIndex;
  text: string;
  span: Span;
  clauses: readonly Span[];
  evidence: Evidence;
  /** Entity terms that a pronoun of the sentence may stand for. */
  carried: Evidence;
  /** What its nouns for things told before let it lean on; null without such a noun. */
  told: Told | null;
  /** What the sentence before it offers: a figure that says what a source says may lean on it. */
  previous: Evidence;
  paragraph: Evidence;
  context: Context;
  figures: readonly (Figure & { position: number })[];
}

/** Where each context group of a claim is found, the nearest place first; null when one is found nowhere. */
export function carriersOf(claim: CompiledClaim, { index, evidence, paragraph, context }: Statement): Carried[] | null {
  const { contextGroups } = claim;
  const places: [Carrier, Evidence][] = [
    ['sentence', evidence],
    ['paragraph', paragraph],
    ['headline', context.headline],
    ['page', context.page],
  ];
  const carriers: Carried[] = [];
  for (const [i, group] of contextGroups.entries()) {
    const found = places.find(([, offered]) => offered.meets(group));
    if (!found) return null;
    const [carrier, offered] = found;
    const term = claim.context[i]?.find(one => offered.placesOf(one)) as number;
    carriers.push({ carrier, entity: entityOf(index, term) });
  }
  return carriers;
}

/** What the sentence before had to lend. */
export function lentTo({ carried }: BestWay, { index }: Statement): Carried[] {
  return carried.map(term => ({ carrier: 'paragraph', entity: entityOf(index, term) }));
}

/** The id of the entity that a term names; null for a word. */
function entityOf(index: ClaimIndex, term: number): string | null {
  return index.entityIds[index.entityOfTerm[term] as number] ?? null;
}
