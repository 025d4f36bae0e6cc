/** Keeps what has been read of the page: which passages, from which text nodes, and what was marked in them. */
import type { OverviewItem } from '@/lib/messaging';
import type { PaintRange } from '@/lib/page/painter';
import type { PagePassage } from '@/lib/page/passages';
import type { Laid } from './laid';

/** A passage that has been read. */
export interface Entry {
  text: string;
  block: Element;
  /** The page's text nodes that it stands in. */
  nodes: Set<Text>;
  /** All that can be marked in it, hidden or not. */
  laid: Laid[];
  ranges: Map<Text, PaintRange[]>;
  statements: OverviewItem[];
  entities: string[];
}

export interface Book {
  /** Enters a passage that is about to be read. */
  enter(passage: PagePassage): Entry;
  /** The entry of a passage that stands there with just the same text in the same nodes; else null. */
  entryOf(passage: PagePassage): Entry | null;
  /** The entries that have any node of a passage. */
  entriesAt(passage: PagePassage): Entry[];
  /** The entries of blocks that are gone from the page. */
  gone(): Entry[];
  remove(entry: Entry): void;
  /** All entries, in no order. */
  all(): Iterable<Entry>;
  /** How many statements all entries have. */
  countStatements(): number;
  /** All statements in the order of the page. */
  statements(): OverviewItem[];
}

/** @param ownerOf the page's text node that a node of ours belongs to, null for the page's own */
export function createBook(ownerOf: (node: Node) => Text | null): Book {
  const entries = new Set<Entry>();
  // No WeakMap: entries hold their nodes anyway, and tens of thousands of weak keys make the collector stop the page
  // (measured: 140 ms on a page of 1 MB).
  const byNode = new Map<Text, Entry>();
  const nodesOf = ({ parts }: PagePassage) => {
    const nodes = new Set<Text>();
    for (const part of parts) if (typeof part === 'object') nodes.add(ownerOf(part) ?? part);
    return nodes;
  };
  const known = (node: Text): Entry | null => byNode.get(node) ?? null;
  return {
    enter(passage) {
      const { text, block } = passage;
      const entry = { text, block, nodes: nodesOf(passage), laid: [], ranges: new Map(), statements: [], entities: [] };
      entries.add(entry);
      for (const node of entry.nodes) byNode.set(node, entry);
      return entry;
    },
    entryOf(passage) {
      const nodes = nodesOf(passage);
      const [first] = nodes;
      const entry = first ? known(first) : null;
      if (!entry || entry.text !== passage.text || entry.nodes.size !== nodes.size) return null;
      return [...nodes].every(node => entry.nodes.has(node)) ? entry : null;
    },
    entriesAt: passage => [...new Set([...nodesOf(passage)].flatMap(node => known(node) ?? []))],
    gone: () => [...entries].filter(({ block }) => !block.isConnected),
    remove(entry) {
      entries.delete(entry);
      for (const node of entry.nodes) if (byNode.get(node) === entry) byNode.delete(node);
    },
    all: () => entries,
    countStatements() {
      let count = 0;
      for (const { statements } of entries) count += statements.length;
      return count;
    },
    statements: () =>
      [...entries]
        .filter(({ statements }) => statements.length > 0)
        .sort((a, b) => {
          // Asked of the second, which mostly is the earlier one: browsers look for a sibling from there to the end.
          const position = b.block.compareDocumentPosition(a.block);
          return position === 0 ? 0 : position & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
        })
        .flatMap(({ statements }) => statements),
  };
}
