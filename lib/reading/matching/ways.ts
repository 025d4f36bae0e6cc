/** Finds the way of saying a claim's matter that a statement comes nearest to. */
import type { Span } from '../types.ts';
import type { CompiledClaim, Groups } from './claim-index.ts';
import type { Evidence, TermHit } from './evidence.ts';

export interface BestWay {
  /** The worth of what the statement has, as a share of the least that it must have: 1 or more is enough. */
  share: number;
  /** That worth itself, in nats. */
  worth: number;
  /** Of each group that stands in the sentence itself: its places. */
  places: TermHit[][];
  /** The entity terms that a pronoun had to stand for. */
  carried: number[];
}

/** What a noun that stands for something told before ("the swap") lets a sentence lean on. */
export interface Told {
  nouns: readonly Span[];
  /** What the texts before it offer. */
  before: Evidence;
}

/** A rounding error must not cost a statement that has all. */
export const SLACK = 1e-9;

/**
 * The claim's ways that a statement meets in full, in the claim's order; where there is none, the one that it comes
 * nearest to; none at all when the sentence itself has no word of any.
 * @param carried terms that the sentence before may lend
 * @param fullOnly leaves out all that are not met in full, as early as that can be seen
 */
export function waysMet(
  claim: CompiledClaim,
  evidence: Evidence,
  carried: Evidence,
  fullOnly = false,
  told: Told | null = null,
): BestWay[] {
  const full: BestWay[] = [];
  let best: BestWay | null = null;
  for (const { need, groups, weights, least } of claim.ways) {
    if (need.length === 0) return [{ share: 1, worth: 0, places: [], carried: [] }];
    let worth = 0;
    let reachable = fullOnly ? weights.reduce((sum, weight) => sum + weight, SLACK) : Number.POSITIVE_INFINITY;
    const lent: number[] = [];
    const met: Groups = [];
    const before = told && told.nouns.length > 0 && isTold(need, groups, evidence, told.nouns) ? told.before : null;
    for (let i = 0; i < need.length && reachable >= least; i++) {
      const terms = need[i] as number[];
      const group = groups[i] as number;
      const weight = weights[i] ?? 0;
      if (evidence.meets(group)) met.push(terms);
      else if (carried.meets(group)) lent.push(terms.find(term => carried.placesOf(term)) as number);
      else if (before?.meets(group)) lent.push(terms.find(term => before.placesOf(term)) as number);
      else {
        reachable -= weight;
        continue;
      }
      worth += weight;
    }
    if (reachable < least) continue;
    const share = (worth + SLACK) / Math.max(least, SLACK);
    if (met.length === 0 || (before && lent.length > met.length) || (share < 1 && best && share <= best.share))
      continue;
    const places = placesOf(met, evidence) ?? [];
    if (share >= 1 && claim.kind === 'position' && !saysItself(need, places)) continue;
    const found = { share, worth, places, carried: lent };
    if (share >= 1) full.push(found);
    else best = found;
  }
  return full.length > 0 || !best ? full : [best];
}

/** Whether one of the nouns is among a way's words, or the sentence has several of these itself. */
function isTold(need: Groups, groups: readonly number[], evidence: Evidence, nouns: readonly Span[]): boolean {
  if (groups.filter(group => evidence.meets(group)).length > 1) return true;
  return groups.some(
    (group, i) =>
      evidence.meets(group) &&
      (need[i] as number[]).some(term =>
        evidence.placesOf(term)?.some(({ start, end }) => nouns.some(noun => start < noun.end && noun.start < end)),
      ),
  );
}

/** The places of each group's terms, or null when a group has none. */
export function placesOf(groups: Groups, evidence: Evidence): TermHit[][] | null {
  const places: TermHit[][] = [];
  for (const group of groups) {
    const found: TermHit[] = [];
    for (const term of group) found.push(...(evidence.placesOf(term) ?? []));
    if (found.length === 0) return null;
    places.push(found);
  }
  return places;
}

/** "No" and "an" before a word make no other word of it, "water" before "dispute" does: so many characters more. */
const ANOTHER_WORD = 4;

/** So many of a position's words stand in the sentence itself, whatever the texts before it lend (a judgement). */
const OWN_WORDS = 2;

/** Whether two places are of the same word, but for a small one beside it. */
function isSame(one: Span, other: Span): boolean {
  if (one.start >= other.end || other.start >= one.end) return false;
  const all = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  return all - Math.min(one.end - one.start, other.end - other.start) < ANOTHER_WORD;
}

/**
 * Whether each group can have a place of its own: a position is told from others by several words, and "unity" alone says
 * neither that there is some nor who lacks it, nor does "no foothold". What stands before may lend it the rest only where
 * the sentence has two of them itself: "Three others died in the blast" says nothing of how dangerous its authors are.
 */
function saysItself(need: Groups, groups: readonly TermHit[][]): boolean {
  if (groups.length < Math.min(OWN_WORDS, need.length)) return false;
  const taken: TermHit[] = [];
  const serve = (i: number): boolean =>
    i === groups.length ||
    (groups[i] as TermHit[]).some(hit => {
      if (taken.some(place => isSame(place, hit))) return false;
      taken.push(hit);
      if (serve(i + 1)) return true;
      taken.pop();
      return false;
    });
  return serve(0);
}
