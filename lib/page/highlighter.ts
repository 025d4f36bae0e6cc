/** Paints marks into the page and takes them out again, leaving exactly the nodes and the text that were there. */
import Mark from 'mark.js';
import type { Span } from '@/lib/reading/types';

/** Our own element name: a page's rules for `mark` or `span` do not reach it, and we know ours. */
export const MARK_ELEMENT = 'daftar-mark';

/** A range of one text node to mark. */
export interface PaintRange extends Span {
  id: string;
  /** False for the further parts of a mark that spans several nodes: one mark is one stop for the keyboard. */
  first: boolean;
}

/** What both ways of marking have in common. Ranges of one node must be in order and must not overlap. */
export interface Painter {
  /** Marks ranges of one text node. A node that is marked already, or is gone from the page, is left alone. */
  paint(node: Text, ranges: readonly PaintRange[]): void;
  /** Whether a node was put in by painting, text between the marks included. */
  owns(node: Node): boolean;
  /** Takes the marks of one node away. */
  clear(node: Text): void;
  clearAll(): void;
}

interface Painted {
  /** The node's own text before marking. */
  text: string;
  /** What we put in after the node: our elements, and the rest of the text between and behind them. */
  parts: ChildNode[];
}

/**
 * The painter that makes elements, with mark.js. mark.js keeps the page's own text node in place as the (maybe empty)
 * text before the first mark, so that a framework that holds it stays valid.
 * @param dress gives each new element its role and look
 * @param signal on abort all marks are taken out
 */
export function createMarkPainter(
  dress: (element: HTMLElement, range: PaintRange) => void,
  signal: AbortSignal,
): Painter {
  const painted = new Map<Text, Painted>();
  const ours = new WeakSet<Node>();

  const painter: Painter = {
    paint(node, ranges) {
      const parent = node.parentNode;
      if (!parent || painted.has(node) || ranges.length === 0 || signal.aborted) return;
      const text = node.data;
      const after = node.nextSibling;
      // mark.js asks for start and length, and hands our own object back to `each`.
      const given = ranges.map(range => ({ ...range, length: range.end - range.start }));
      // Given a text node as its context, mark.js looks at that node alone: its cost no longer depends on the page.
      new Mark(node as unknown as HTMLElement).markRanges(given, {
        element: MARK_ELEMENT,
        each: (element: Element, range: unknown) => {
          element.removeAttribute('data-markjs');
          dress(element as HTMLElement, range as PaintRange);
        },
      });
      const parts: ChildNode[] = [];
      for (let part = node.nextSibling; part && part !== after; part = part.nextSibling) {
        parts.push(part);
        ours.add(part);
      }
      painted.set(node, { text, parts });
    },

    owns: node => ours.has(node) || (node.parentNode !== null && ours.has(node.parentNode)),

    clear(node) {
      const record = painted.get(node);
      if (!record) return;
      painted.delete(node);
      // A part that the page moved or changed has become the page's own and stays.
      const untouched = record.parts.every(part => part.parentNode === node.parentNode);
      const now = node.data + record.parts.map(part => part.textContent).join('');
      for (const part of record.parts) if (part.parentNode === node.parentNode) part.remove();
      if (untouched && now === record.text) node.data = record.text;
    },

    clearAll() {
      for (const node of [...painted.keys()]) painter.clear(node);
    },
  };
  signal.addEventListener('abort', () => painter.clearAll(), { once: true });
  return painter;
}
