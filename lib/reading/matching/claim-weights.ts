/** Weighs the words of compiled claims by how rare they are, and tells which claims a word calls up. */
import type { NameIndex } from '../entities.ts';
import type { Claim, ClaimKind } from '../types.ts';
import type { ClaimIndex, CompiledClaim, Way } from './claim-index.ts';
import { readTerms } from './evidence.ts';
import { flattened } from './numbers.ts';

/** More of the versions' texts than this are not read to learn how rare words are. */
const TEXTS = 2000;
/**
 * Without cues: the share of a question's own words, by their worth, that a statement must have. Set so that of our
 * labelled sentences, read with the bundled cues taken away, nine in ten marks on figures and statuses are right; a
 * position's own words are too common for that.
 */
const OWN_SHARE: Record<ClaimKind, number> = { figure: 0.6, status: 0.65, event: 0.85, position: 1.2 };

/** The share of a way's least that a figure's own agreement with a source may stand in for; `find-matches` says when. */
export const MOST_FOR_VALUE = 0.4;

/** Fills in what each group is worth: the surprise of meeting one of its terms in a text of the pack. */
export function weigh(index: ClaimIndex, names: NameIndex, claims: readonly Claim[]): void {
  const all = claims.flatMap(({ versions }) => versions.map(({ text }) => text));
  const step = Math.max(1, Math.ceil(all.length / TEXTS));
  const texts = all.filter((_, i) => i % step === 0);
  const textsOf = new Map<number, number[]>();
  texts.forEach((text, i) => {
    for (const { term } of readTerms(names, index, text)) {
      const known = textsOf.get(term);
      if (!known) textsOf.set(term, [i]);
      else if (known.at(-1) !== i) known.push(i);
    }
  });
  const worth = (group: readonly number[]) => {
    const met =
      group.length === 1 ? textsOf.get(group[0] as number) : new Set(group.flatMap(term => textsOf.get(term) ?? []));
    const count = met instanceof Set ? met.size : (met?.length ?? 0);
    return -Math.log((count + 1) / (texts.length + 2));
  };
  const sum = (weights: readonly number[]) => weights.reduce((all, weight) => all + weight, 0);
  for (const { kind, ways } of index.claims)
    for (const way of ways) {
      way.weights = way.need.map(worth);
      // Until here `least` is how many groups are a question's own.
      const share = Number.isFinite(way.least) ? OWN_SHARE[kind] : 1;
      way.least = share * sum(way.weights.slice(0, way.least));
    }
}

/** Which claims to look at for each term: those that could still be met in part when their rarest groups are missing are left out. */
export function callsOf(claims: readonly CompiledClaim[], terms: number): Pick<ClaimIndex, 'callStarts' | 'called'> {
  const calls: number[][] = Array.from({ length: terms }, () => []);
  claims.forEach((claim, i) => {
    for (const term of new Set(claim.ways.flatMap(way => callingTerms(claim, way)))) calls[term]?.push(i);
  });
  const { starts, items } = flattened(calls);
  return { callStarts: starts, called: items };
}

/** The terms of the worthiest groups, as many of them as a statement cannot miss all and still have its least share. */
function callingTerms(claim: CompiledClaim, { need, weights, least }: Way): number[] {
  if (need.length === 0) return claim.values.flatMap(value => value.need[0] ?? []);
  const enough = claim.kind === 'figure' ? least * (1 - MOST_FOR_VALUE) : least;
  const ordered = need.map((group, i) => ({ group, weight: weights[i] ?? 0 })).sort((a, b) => b.weight - a.weight);
  const calling: number[] = [];
  let left = weights.reduce((sum, weight) => sum + weight, 0);
  for (const { group, weight } of ordered) {
    calling.push(...group);
    left -= weight;
    if (left < enough - 1e-9) break;
  }
  return calling;
}
