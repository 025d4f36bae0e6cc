/** Compiles claims into what matching needs: terms by number, what each is worth, and which claims a term calls up. */
import type { NameIndex } from '../entities.ts';
import { wholeOf } from '../measures.ts';
import { stem, tokenize } from '../text.ts';
import { buildTrie, type Trie } from '../trie.ts';
import type { Claim, ClaimKind, Cues, EntityKind, FigureKind, Pack } from '../types.ts';
import { callsOf, weigh } from './claim-weights.ts';
import { createGroups, createTerms } from './numbers.ts';
import { type OwnCues, ownWords } from './own-words.ts';

/** Term numbers; one of each group must be there. */
export type Groups = number[][];

/** One way to say a claim's matter. */
export interface Way {
  need: Groups;
  /** The numbers of these groups. */
  groups: number[];
  /** What each group is worth as evidence, in nats: the rarer its words are in the pack's own texts, the more. */
  weights: number[];
  /** What a statement must have of that, in nats: all of it for cues made by hand. */
  least: number;
}

export interface CompiledClaim {
  id: string;
  kind: ClaimKind;
  ways: Way[];
  /** The needed words stand within so many characters; null for anywhere in the sentence. */
  within: number | null;
  context: Groups;
  contextGroups: number[];
  not: number[];
  /** The number of the group that the terms of `not` make. */
  notGroup: number;
  values: { id: string; need: Groups; not: number[] }[];
  /** Whether the sources themselves speak of what is expected or possible: then a statement may do so too. */
  possible: boolean;
  measure: { kind: FigureKind; unit: string | null } | null;
  /** Stems of the nouns that may be counted. */
  counted: string[];
  plausible: [number, number];
  /** The year that the question is about, where the versions tell of no other; null for any time. */
  year: number | null;
  /** What its shares are of, in the counted unit; null where no source tells. */
  whole: number | null;
  /** Figure claims: the versions' values, in the claim's unit. */
  sourced: { low: number | null; high: number | null }[];
}

/** Plain data that can be stored as it is. */
export interface ClaimIndex {
  /** Stem sequences of the cue terms; a value is the term's number. */
  terms: Trie;
  /** Terms with a gap ("sent … home"): by the number of the first part, those of the second part and of the whole. */
  gaps: Map<number, { second: number; whole: number }[]>;
  /** The numbers of such parts, which no cue asks for by themselves. */
  parts: Set<number>;
  /** By entity position: the number of its "@" term, -1 where no cue asks for it. */
  entityTerms: Int32Array;
  /** By term: the position of the entity that an "@" term names, -1 for all other terms. */
  entityOfTerm: Int32Array;
  /** Ids of the entities by position, to tell a reader which one it was. */
  entityIds: string[];
  /** Their kinds, by position. */
  entityKinds: EntityKind[];
  claims: CompiledClaim[];
  /** By term: the claims to look at when it turns up are `called[callStarts[term]]` up to the next start. */
  callStarts: Uint32Array;
  called: Uint32Array;
  /** By term: the numbers of the groups that it is in are `groups[groupStarts[term]]` up to the next start. */
  groupStarts: Uint32Array;
  groups: Uint32Array;
  /** How many different groups of terms there are. */
  groupCount: number;
}

// A figure this far from all sourced ones is hardly about the same matter (a judgement; claims may narrow it).
const PLAUSIBLE_FACTOR = 8;
/** Without cues: how far a figure may be from the sourced ones (see `OWN_SHARE`, set with it). */
const OWN_FACTOR = 1.5;

/**
 * The words of a stance stand close together, in characters. On our labelled sentences 49 of 50 right marks on positions
 * lie within this, and of the wider ones two in five are wrong.
 */
const POSITION_WITHIN = 140;

/** A figure "in 2024" is none of another year. */
function yearOf({ kind, question, versions }: Claim): number | null {
  const year = /(?:in|of)(?: [A-Z][a-z]+)? (20\d\d)\b/.exec(question)?.[1];
  const ofIt = versions.every(
    ({ period }) => period?.from?.startsWith(year ?? '-') && period.to?.startsWith(year ?? '-'),
  );
  return kind === 'figure' && year && ofIt ? Number(year) : null;
}

function plausibleRange(claim: Claim): [number, number] {
  if (claim.cues?.plausible) return claim.cues.plausible;
  const own = claim.versions.flatMap(({ value }) => (value && !value.unit ? [value] : []));
  const ends = own.flatMap(({ low, high }) => [low, high]).filter(end => typeof end === 'number');
  const factor = claim.cues ? PLAUSIBLE_FACTOR : OWN_FACTOR;
  return [Math.min(...ends, Infinity) / factor, Math.max(...ends, 0) * factor];
}

// Whole words where a longer one is another matter ("mayor", "planes"), and with a capital "May" is a month.
const POSSIBLE_WORDS =
  /\b(?:(?:would|could|(?-i:may)|might|will|plan(?:s|ned|ning)?|hope[sd]?)\b|project|expect|forecast|estimate[sd]? to|predict|likely)/i;

function speaksOfPossible({ question, versions }: Claim): boolean {
  const speaking = versions.filter(({ text }) => POSSIBLE_WORDS.test(text)).length;
  return POSSIBLE_WORDS.test(question) || speaking * 2 >= versions.length;
}

/** Compiles the claims of packs; `names` are those of all their entities, and give the "@" terms their numbers. */
export function compileClaims(
  packs: readonly Pick<Pack, 'claims' | 'pack' | 'entities'>[],
  names: NameIndex,
): ClaimIndex {
  const { numbers, entries, gaps, parts, termNumber } = createTerms();
  const { groupNumber, groupsByTerm } = createGroups();
  const withNumbers = (need: Groups) => ({ need, groups: need.map(groupNumber) });
  // A pack that brings no lexicon borrows the first that there is.
  const common = packs.find(({ pack }) => pack.lexicon)?.pack.lexicon ?? {};
  const claims = packs.flatMap(({ pack, claims: own, entities }, number) => {
    const { lexicon = common, triggers = [] } = pack;
    const numbered = (terms: readonly string[]) => [...new Set(terms.map(term => termNumber(term, lexicon, number)))];
    // A page that names Badghis or Muttaqi is a page on Afghanistan: a context that asks for the first subject takes any.
    const subjects = triggers.map(id => `@${id}`);
    const [main] = subjects;
    const widened = (group: string[]) => (main !== undefined && group.includes(main) ? [...group, ...subjects] : group);
    const wordsOf = ownWords(entities, lexicon);
    return own.map(claim => {
      const cues: Cues & Partial<OwnCues> = claim.cues ?? wordsOf(claim);
      const context = (cues.context ?? []).map(group => numbered(widened(group)));
      const not = numbered(cues.not ?? []);
      const ways = [cues.need, ...(cues.ways ?? [])].filter((need, i) => i === 0 || need.length > 0);
      return {
        id: claim.id,
        kind: claim.kind,
        ways: ways.map(
          (groups): Way => ({
            ...withNumbers(groups.map(numbered)),
            weights: [],
            least: cues.core ?? Number.POSITIVE_INFINITY,
          }),
        ),
        within: cues.within ?? (claim.kind === 'position' ? POSITION_WITHIN : null),
        context,
        contextGroups: context.map(groupNumber),
        not,
        notGroup: groupNumber(not),
        values: (claim.values ?? []).map(({ id, need, not = [] }) => ({
          id,
          need: need.map(numbered),
          not: numbered(not),
        })),
        possible: cues.possible ?? speaksOfPossible(claim),
        measure: claim.measure ?? null,
        counted: (cues.counted ?? []).map(noun => stem(tokenize(noun).at(-1)?.form ?? '')),
        plausible: plausibleRange(claim),
        year: yearOf(claim),
        whole: wholeOf(claim),
        sourced: claim.versions.flatMap(({ value }) =>
          value && !value.unit ? [{ low: value.low, high: value.high }] : [],
        ),
      } satisfies CompiledClaim;
    });
  });
  const entityTerms = Int32Array.from(names.entityIds, id => numbers.get(`@${id}`) ?? -1);
  const entityOfTerm = new Int32Array(numbers.size).fill(-1);
  entityTerms.forEach((term, position) => {
    if (term >= 0) entityOfTerm[term] = position;
  });
  const index = {
    terms: buildTrie(entries),
    gaps,
    parts,
    entityOfTerm,
    entityIds: names.entityIds,
    entityKinds: names.kinds,
    entityTerms,
    claims,
    callStarts: new Uint32Array(0),
    called: new Uint32Array(0),
    ...groupsByTerm(numbers.size),
  };
  weigh(
    index,
    names,
    packs.flatMap(pack => pack.claims),
  );
  return { ...index, ...callsOf(claims, numbers.size) };
}

/** The claims of these kinds that any of the terms calls up. */
export function calledBy(
  index: ClaimIndex,
  evidence: readonly { hits: readonly { term: number }[] }[],
  kinds: readonly ClaimKind[],
): CompiledClaim[] {
  const claims = new Set<CompiledClaim>();
  for (const { hits } of evidence)
    for (const { term } of hits)
      for (let at = index.callStarts[term] as number; at < (index.callStarts[term + 1] as number); at++) {
        const claim = index.claims[index.called[at] as number] as CompiledClaim;
        if (kinds.includes(claim.kind)) claims.add(claim);
      }
  return [...claims];
}
