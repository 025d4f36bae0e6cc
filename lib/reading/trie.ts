/**
 * A dictionary of token sequences as flat typed arrays: it can be stored as one record, restored without building, and
 * finds all entries of a text in one pass, whatever their number (measured against other forms in the design's anchors).
 */

/** Open-addressing table of edges: (parent node, token hash) leads to a child node. All arrays have one length. */
export interface Trie {
  parents: Uint32Array;
  /** Two independent 32-bit hashes of the edge's token; together they make a chance collision negligible. */
  firstHashes: Uint32Array;
  secondHashes: Uint32Array;
  /** 0 marks an empty slot: node 0 is the root and nobody's child. */
  children: Uint32Array;
  /** By node: where its values start in `values`; a node's values end where the next node's start. */
  valueStarts: Uint32Array;
  values: Uint32Array;
}

/** One entry found: tokens `from` to `to` (exclusive); the values that were put in under it stand at `first` up to `last` in the trie's. */
export interface TrieHit {
  from: number;
  to: number;
  first: number;
  last: number;
}

function hash(token: string, seed: number): number {
  // FNV-1a with a final mix (Appleby's): short and good enough for words.
  let h = seed;
  for (let i = 0; i < token.length; i++) {
    h ^= token.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return h >>> 0;
}

const FIRST_SEED = 0x811c9dc5;
const SECOND_SEED = 0x9747b28c;

function slotOf(parent: number, firstHash: number, mask: number): number {
  let h = Math.imul(parent, 0x9e3779b1) ^ firstHash;
  h ^= h >>> 16;
  return (Math.imul(h, 0x85ebca6b) >>> 0) & mask;
}

/** Builds a trie; the same sequence may stand there several times with different values. Empty sequences are left out. */
export function buildTrie(entries: { tokens: string[]; value: number }[]): Trie {
  const edges: Map<string, number>[] = [new Map()];
  const valuesOf: number[][] = [[]];
  for (const { tokens, value } of entries) {
    if (tokens.length === 0) continue;
    let node = 0;
    for (const token of tokens) {
      const from = edges[node] as Map<string, number>;
      let child = from.get(token);
      if (child === undefined) {
        child = edges.length;
        edges.push(new Map());
        valuesOf.push([]);
        from.set(token, child);
      }
      node = child;
    }
    valuesOf[node]?.push(value);
  }
  // At most half full, so that a miss ends after a step or two.
  let size = 16;
  while (size < edges.length * 2) size *= 2;
  const trie: Trie = {
    parents: new Uint32Array(size),
    firstHashes: new Uint32Array(size),
    secondHashes: new Uint32Array(size),
    children: new Uint32Array(size),
    valueStarts: new Uint32Array(edges.length + 1),
    values: Uint32Array.from(valuesOf.flat()),
  };
  let start = 0;
  valuesOf.forEach((values, node) => {
    trie.valueStarts[node] = start;
    start += values.length;
  });
  trie.valueStarts[edges.length] = start;
  edges.forEach((from, parent) => {
    for (const [token, child] of from) {
      const first = hash(token, FIRST_SEED);
      let slot = slotOf(parent, first, size - 1);
      while (trie.children[slot] !== 0) slot = (slot + 1) & (size - 1);
      trie.parents[slot] = parent;
      trie.firstHashes[slot] = first;
      trie.secondHashes[slot] = hash(token, SECOND_SEED);
      trie.children[slot] = child;
    }
  });
  return trie;
}

/** The values of an entry that was found. */
export const valuesOf = (trie: Trie, { first, last }: TrieHit): Uint32Array => trie.values.subarray(first, last);

/** The second hash is made only where the first one fits: most tokens begin no entry. */
function childOf(trie: Trie, parent: number, first: number, token: string): number {
  const mask = trie.children.length - 1;
  let slot = slotOf(parent, first, mask);
  for (;;) {
    const child = trie.children[slot] as number;
    if (child === 0) return 0;
    if (
      trie.firstHashes[slot] === first &&
      trie.parents[slot] === parent &&
      trie.secondHashes[slot] === hash(token, SECOND_SEED)
    )
      return child;
    slot = (slot + 1) & mask;
  }
}

/**
 * Finds every entry in a token sequence, shorter and overlapping ones included, ordered by `from`, then by length.
 * Time is linear in the tokens: an entry's own length bounds the steps from each.
 */
export function findInTrie(trie: Trie, tokens: readonly string[]): TrieHit[] {
  const hits: TrieHit[] = [];
  const hashes = new Uint32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) hashes[i] = hash(tokens[i] as string, FIRST_SEED);
  for (let from = 0; from < tokens.length; from++) {
    let node = 0;
    for (let at = from; at < tokens.length; at++) {
      node = childOf(trie, node, hashes[at] as number, tokens[at] as string);
      if (node === 0) break;
      const first = trie.valueStarts[node] as number;
      const last = trie.valueStarts[node + 1] as number;
      if (last > first) hits.push({ from, to: at + 1, first, last });
    }
  }
  return hits;
}
