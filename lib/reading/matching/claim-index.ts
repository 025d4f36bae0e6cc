/** Compiles claims into what matching needs: terms by number, and which claims a term calls up. */
import { stem, tokenize } from '../text.ts';
import { buildTrie, type Trie } from '../trie.ts';
import type { Claim, ClaimKind, Entity, FigureKind } from '../types.ts';

/** Term numbers; one of each group must be there. */
export type Groups = number[][];

export interface CompiledClaim {
  id: string;
  kind: ClaimKind;
  about: string[];
  need: Groups;
  context: Groups;
  not: number[];
  values: { id: string; need: Groups; not: number[] }[];
  /** Whether the sources themselves speak of what is expected or possible: then a statement may do so too. */
  possible: boolean;
  measure: { kind: FigureKind; unit: string | null } | null;
  /** Stems of the nouns that may be counted. */
  counted: string[];
  plausible: [number, number];
}

/** Plain data that can be stored as it is. */
export interface ClaimIndex {
  /** Stem sequences of the cue terms; a value is the term's number. */
  terms: Trie;
  /** By entity position: the number of its "@" term, -1 where no cue asks for it. */
  entityTerms: Int32Array;
  /** By term: 1 for an "@" term. */
  isEntityTerm: Uint8Array;
  claims: CompiledClaim[];
  /** By term: the claims to look at when it turns up are `called[callStarts[term]]` up to the next start. */
  callStarts: Uint32Array;
  called: Uint32Array;
}

// A figure this far from all sourced ones is hardly about the same matter (a judgement; claims may narrow it).
const PLAUSIBLE_FACTOR = 8;

function plausibleRange(claim: Claim): [number, number] {
  if (claim.cues.plausible) return claim.cues.plausible;
  const ends = claim.versions.flatMap(({ value }) => [value?.low, value?.high]).filter(end => typeof end === 'number');
  return [Math.min(...ends, Infinity) / PLAUSIBLE_FACTOR, Math.max(...ends, 0) * PLAUSIBLE_FACTOR];
}

// Whole words where a longer one is another matter ("mayor", "planes"), and with a capital "May" is a month.
const POSSIBLE_WORDS =
  /\b(?:(?:would|could|(?-i:may)|might|will|plan(?:s|ned|ning)?|hope[sd]?)\b|project|expect|forecast|estimate[sd]? to|predict|likely)/i;

function speaksOfPossible({ question, versions }: Claim): boolean {
  const speaking = versions.filter(({ text }) => POSSIBLE_WORDS.test(text)).length;
  return POSSIBLE_WORDS.test(question) || speaking * 2 >= versions.length;
}

/**
 * Compiles the claims of a pack.
 * @param entities give the "@" terms their numbers
 * @param subjects ids of the entities that are the pack's subject by themselves (its triggers): a context cue that asks
 *   for one of them is met by any, because a page that names Badghis or Muttaqi is a page on Afghanistan
 */
export function compileClaims(
  claims: readonly Claim[],
  entities: readonly Entity[],
  subjects: readonly string[] = [],
): ClaimIndex {
  const subjectTerms = subjects.map(id => `@${id}`);
  const widened = (group: string[]) =>
    group.some(term => subjectTerms.includes(term)) ? [...group, ...subjectTerms] : group;
  const numbers = new Map<string, number>();
  const entries: { tokens: string[]; value: number }[] = [];
  const termNumber = (term: string): number => {
    const tokens = term.startsWith('@') ? [] : tokenize(term).map(token => stem(token.form));
    const key = term.startsWith('@') ? term : tokens.join(' ');
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
      entries.push({ tokens, value: number });
    }
    return number;
  };
  const groups = (terms: readonly string[][] = []): Groups => terms.map(group => [...new Set(group.map(termNumber))]);

  const compiled = claims.map(
    (claim): CompiledClaim => ({
      id: claim.id,
      kind: claim.kind,
      about: claim.about,
      need: groups(claim.cues.need),
      context: groups(claim.cues.context?.map(widened)),
      not: (claim.cues.not ?? []).map(termNumber),
      values: (claim.values ?? []).map(({ id, need, not }) => ({
        id,
        need: groups(need),
        not: (not ?? []).map(termNumber),
      })),
      possible: speaksOfPossible(claim),
      measure: claim.measure ?? null,
      counted: (claim.cues.counted ?? []).map(noun => stem(tokenize(noun).at(-1)?.form ?? '')),
      plausible: plausibleRange(claim),
    }),
  );

  const calls: number[][] = Array.from({ length: numbers.size }, () => []);
  compiled.forEach((claim, i) => {
    for (const term of callingGroup(claim)) calls[term]?.push(i);
  });
  const callStarts = new Uint32Array(numbers.size + 1);
  calls.forEach((list, term) => {
    callStarts[term + 1] = (callStarts[term] as number) + list.length;
  });
  const isEntityTerm = new Uint8Array(numbers.size);
  for (const [term, number] of numbers) if (term.startsWith('@')) isEntityTerm[number] = 1;
  return {
    terms: buildTrie(entries),
    isEntityTerm,
    entityTerms: Int32Array.from(entities, entity => numbers.get(`@${entity.id}`) ?? -1),
    claims: compiled,
    callStarts,
    called: Uint32Array.from(calls.flat()),
  };
}

/** The needed group with the fewest terms: a statement without any of them cannot be about the claim. */
function callingGroup(claim: CompiledClaim): number[] {
  const ordered = [...claim.need].sort((a, b) => a.length - b.length);
  return ordered[0] ?? claim.values.flatMap(value => value.need[0] ?? []);
}
