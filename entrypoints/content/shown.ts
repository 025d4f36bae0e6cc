/** Which marks are shown, and where: by the page's text nodes, and by mark. */
import type { PaintRange } from '@/lib/page/painter';

/** A part of a mark: its range in one of the page's text nodes. */
export interface Part {
  node: Text;
  range: PaintRange;
}

export interface Shown {
  /** Enters the ranges of a node that has none yet. */
  add(node: Text, ranges: readonly PaintRange[]): void;
  remove(node: Text): void;
  nodes(): Iterable<Text>;
  /** The ranges of a node, in order; empty where it has none. */
  rangesOf(node: Text): readonly PaintRange[];
  /** The parts of a mark, in the order they came in, which is that of the page. */
  partsOf(id: string): readonly Part[];
}

export function createShown(): Shown {
  const byNode = new Map<Text, readonly PaintRange[]>();
  const byMark = new Map<string, Part[]>();
  const shown: Shown = {
    add(node, ranges) {
      shown.remove(node);
      byNode.set(node, ranges);
      for (const range of ranges) {
        const parts = byMark.get(range.id);
        if (parts) parts.push({ node, range });
        else byMark.set(range.id, [{ node, range }]);
      }
    },
    remove(node) {
      for (const { id } of byNode.get(node) ?? []) {
        const left = byMark.get(id)?.filter(part => part.node !== node) ?? [];
        if (left.length > 0) byMark.set(id, left);
        else byMark.delete(id);
      }
      byNode.delete(node);
    },
    nodes: () => byNode.keys(),
    rangesOf: node => byNode.get(node) ?? [],
    partsOf: id => byMark.get(id) ?? [],
  };
  return shown;
}
