/** What a stretch of text offers to matching: the cue terms that stand in it, by number, with their places. */
import { type EntityMention, findEntities, type NameIndex } from '../entities.ts';
import { stem, type Token, tokenize } from '../text.ts';
import { findInTrie } from '../trie.ts';
import type { Span } from '../types.ts';
import type { ClaimIndex } from './claim-index.ts';

/** A cue term where it stands in the text. */
export interface TermHit extends Span {
  term: number;
}

/** What finding terms needs of the index. */
type TermIndex = Pick<ClaimIndex, 'terms' | 'gaps' | 'parts' | 'entityTerms'>;

/** Between the parts of "sent … home" stand this many characters at most: whom or what, with a figure (a judgement). */
const LONGEST_GAP = 48;

/** Which groups each term is in: those of a term are `groups[groupStarts[term]]` up to the next start. */
type GroupIndex = Pick<ClaimIndex, 'groupStarts' | 'groups' | 'groupCount'>;

/** The cue terms of one stretch of text. Which groups they meet is known at once; their places are put together when asked for. */
export class Evidence {
  readonly hits: readonly TermHit[];
  /** One bit for each group, sixteen to a number; a plain array, because a typed one of this size is made outside of the engine's own heap. */
  readonly #met: number[] | null;
  #places: ReadonlyMap<number, TermHit[]> | null = null;

  constructor({ groupStarts, groups, groupCount }: GroupIndex, hits: readonly TermHit[]) {
    this.hits = hits;
    this.#met = hits.length > 0 ? new Array<number>((groupCount >>> 4) + 1).fill(0) : null;
    if (!this.#met) return;
    for (const { term } of hits)
      for (let at = groupStarts[term] as number; at < (groupStarts[term + 1] as number); at++) {
        const group = groups[at] as number;
        this.#met[group >>> 4] = (this.#met[group >>> 4] as number) | (1 << (group & 15));
      }
  }

  /** Whether any term of a group is there. */
  meets(group: number): boolean {
    return this.#met !== null && ((this.#met[group >>> 4] as number) & (1 << (group & 15))) !== 0;
  }

  /** The places of a term, in order; undefined where it is not there. */
  placesOf(term: number): readonly TermHit[] | undefined {
    this.#places ??= gather(this.hits);
    return this.#places.get(term);
  }
}

/**
 * Finds all cue terms of a text, ordered by their start.
 * @param mentions the text's entity mentions; each also counts for the entity that it stands for ("Tehran" for Iran), and
 *   for those named inside it
 */
export function findTerms(
  names: NameIndex,
  index: TermIndex,
  tokens: readonly Token[],
  mentions: readonly EntityMention[],
): TermHit[] {
  const hits: TermHit[] = [];
  const stems = tokens.map(token => stem(token.form));
  const { values } = index.terms;
  for (const { from, to, first, last } of findInTrie(index.terms, stems)) {
    const start = (tokens[from] as Token).start;
    const end = (tokens[to - 1] as Token).end;
    for (let at = first; at < last; at++) hits.push({ term: values[at] as number, start, end });
  }
  for (const { position, inner, start, end } of mentions)
    for (const named of [position, ...inner]) {
      // A capital stands for its state, an office for a capital: three steps are more than any chain has, and end a ring.
      for (let at = named, steps = 0; at >= 0 && steps < 3; at = names.standsFor[at] ?? -1, steps++) {
        const term = index.entityTerms[at] ?? -1;
        if (term >= 0) hits.push({ term, start, end });
      }
    }
  // Nearly in order already: those of the trie are, and those of the mentions.
  hits.sort((a, b) => a.start - b.start);
  const bridged: TermHit[] = [];
  for (let i = 0; i < hits.length; i++) {
    const gaps = index.gaps.get((hits[i] as TermHit).term);
    if (gaps) bridged.push(...bridges(hits, i, gaps));
  }
  const whole = index.parts.size > 0 ? hits.filter(({ term }) => !index.parts.has(term)) : hits;
  return bridged.length > 0 ? [...whole, ...bridged].sort((a, b) => a.start - b.start) : whole;
}

/** The terms with a gap whose first part is hit number `i`. */
function bridges(hits: readonly TermHit[], i: number, gaps: readonly { second: number; whole: number }[]): TermHit[] {
  const { start, end } = hits[i] as TermHit;
  return gaps.flatMap(({ second, whole }) => {
    for (let j = i + 1; j < hits.length; j++) {
      const hit = hits[j] as TermHit;
      if (hit.start > end + LONGEST_GAP) break;
      if (hit.term === second && hit.start >= end) return [{ term: whole, start, end: hit.end }];
    }
    return [];
  });
}

/** The cue terms of a text that stands alone. */
export function readTerms(names: NameIndex, index: TermIndex, text: string): TermHit[] {
  const tokens = tokenize(text);
  return findTerms(names, index, tokens, findEntities(names, text, tokens));
}

/** Gathers hits by term. */
export function gather(hits: readonly TermHit[]): Map<number, TermHit[]> {
  const evidence = new Map<number, TermHit[]>();
  for (const hit of hits) {
    const places = evidence.get(hit.term);
    if (places) places.push(hit);
    else evidence.set(hit.term, [hit]);
  }
  return evidence;
}

/** Cuts a list ordered by `start` into one list for each of the ordered, non-overlapping `spans`, in one pass. */
export function distribute<T extends Span>(items: readonly T[], spans: readonly Span[]): T[][] {
  let next = 0;
  return spans.map(span => {
    const inside: T[] = [];
    for (; next < items.length && (items[next] as T).start < span.end; next++) {
      const item = items[next] as T;
      if (item.start >= span.start && item.end <= span.end) inside.push(item);
    }
    return inside;
  });
}
