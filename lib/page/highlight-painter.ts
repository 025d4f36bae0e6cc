/** The painter that changes nothing in the page's tree: the CSS Custom Highlight API. */
import type { Painter, PaintRange } from './painter';

interface Painted {
  text: string;
  ranges: readonly PaintRange[];
  /** Where each range was put. */
  placed: { highlight: Highlight; range: AbstractRange }[];
}

/** A painter whose marks have no element: what stands at a place must be asked for. */
export interface HighlightPainter extends Painter {
  /** The range of a node that holds a place in it, or null. */
  rangeAt(node: Text, offset: number): PaintRange | null;
}

/** Whether a window knows the API: Chromium 105, Firefox 140 and later do. */
export function hasHighlights(window: Window & typeof globalThis): boolean {
  return typeof window.Highlight === 'function' && window.CSS?.highlights !== undefined;
}

/**
 * Makes the painter. Its ranges are static ones: live ranges tax every change of the page (measured: forty times the time
 * at 3,000 of them), and static ones that went stale are taken away by `mend`.
 * @param nameOf the registry's name for a mark's id; marks of one name look alike
 * @param signal on abort all marks are taken out
 */
export function createHighlightPainter(nameOf: (id: string) => string, signal: AbortSignal): HighlightPainter {
  const painted = new Map<Text, Painted>();
  /** Of each window, because every document has a registry of its own. */
  const highlights = new Map<Window & typeof globalThis, Map<string, Highlight>>();

  function highlightOf(window: Window & typeof globalThis, name: string): Highlight {
    const own = highlights.get(window) ?? new Map<string, Highlight>();
    highlights.set(window, own);
    const highlight = own.get(name) ?? new window.Highlight();
    own.set(name, highlight);
    // The registry is the page's as well: what it took out is put in again with the next mark.
    if (window.CSS.highlights.get(name) !== highlight) window.CSS.highlights.set(name, highlight);
    return highlight;
  }

  function takeOut(node: Text): void {
    for (const { highlight, range } of painted.get(node)?.placed ?? []) highlight.delete(range);
    painted.delete(node);
  }

  const painter: HighlightPainter = {
    paint(node, ranges) {
      const window = node.ownerDocument.defaultView;
      if (!window || !node.isConnected || painted.has(node) || ranges.length === 0 || signal.aborted) return;
      const placed = ranges.map(({ id, start, end }) => {
        const range = new window.StaticRange({
          startContainer: node,
          startOffset: start,
          endContainer: node,
          endOffset: end,
        });
        const highlight = highlightOf(window, nameOf(id));
        highlight.add(range);
        return { highlight, range };
      });
      painted.set(node, { text: node.data, ranges, placed });
    },

    clear: takeOut,

    clearAll() {
      painted.clear();
      for (const [window, own] of highlights)
        for (const [name, highlight] of own) {
          highlight.clear();
          if (window.CSS.highlights.get(name) === highlight) window.CSS.highlights.delete(name);
        }
      highlights.clear();
    },

    paints: node => painted.has(node),

    ownerOf: () => null,

    mend(records) {
      // What the page has cleared comes back when it next changes something: no clock of ours runs against it.
      for (const [window, own] of highlights)
        for (const [name, highlight] of own)
          if (window.CSS?.highlights.get(name) !== highlight) window.CSS?.highlights.set(name, highlight);
      const suspects = new Set<Text>();
      for (const { type, target } of records) if (type === 'characterData') suspects.add(target as Text);
      if (records.some(({ removedNodes }) => removedNodes.length > 0))
        for (const node of painted.keys()) if (!node.isConnected) suspects.add(node);
      const broken = [...suspects].filter(node => {
        const record = painted.get(node);
        return record && (!node.isConnected || node.data !== record.text);
      });
      for (const node of broken) takeOut(node);
      return broken;
    },

    rangeAt: (node, offset) =>
      painted.get(node)?.ranges.find(({ start, end }) => start <= offset && offset <= end) ?? null,
  };
  signal.addEventListener('abort', () => painter.clearAll(), { once: true });
  return painter;
}
