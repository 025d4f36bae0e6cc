/** The painter that makes elements, with mark.js, and the guard that keeps them from harm and from doing any. */
import Mark from 'mark.js';
import { MARK_ELEMENT } from './own-elements';
import type { Painter, PaintRange } from './painter';

/** What we put in: an element with its text, or the text between and behind elements. */
interface Part {
  node: Element | Text;
  /** The text node in an element, the node itself otherwise. */
  inner: Text;
  text: string;
}

interface Painted {
  /** The page's own text, and what of it its node has kept: all up to the first mark. */
  text: string;
  prefix: string;
  parent: Node;
  parts: Part[];
}

/**
 * Makes the painter. mark.js keeps the page's own text node in place as the (maybe empty) text before the first mark, so
 * that a framework that holds it stays valid; `mend` undoes the rest as soon as the page writes to it.
 * @param dress gives each new element its role and look
 * @param signal on abort all marks are taken out
 */
export function createMarkPainter(
  dress: (element: HTMLElement, range: PaintRange) => void,
  signal: AbortSignal,
): Painter {
  const painted = new Map<Text, Painted>();
  /** For each of our nodes the page's node that it belongs to. */
  const owners = new WeakMap<Node, Text>();

  function takeOut(node: Text): void {
    const record = painted.get(node);
    if (!record) return;
    painted.delete(node);
    const { text, prefix, parent, parts } = record;
    const written = node.data !== prefix;
    if (!parts.some(part => isTaken(part, parent))) {
      for (const { node: own } of parts) if (own.parentNode === parent) own.parentNode.removeChild(own);
      // What the page has removed of ours it gets back as its own words: they were never ours to lose.
      if (!written) node.data = text;
      return;
    }
    // The page has made parts its own (a translator does): they stay where they are, without our elements around them.
    for (const { node: own } of parts) {
      owners.delete(own);
      if (own.nodeType === 1 && own.parentNode) (own as Element).replaceWith(...own.childNodes);
    }
  }

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
      const parts: Part[] = [];
      for (let part = node.nextSibling; part && part !== after; part = part.nextSibling) {
        const inner = (part.nodeType === 1 ? part.firstChild : part) as Text;
        parts.push({ node: part as Element | Text, inner, text: inner.data });
        owners.set(part, node).set(inner, node);
      }
      painted.set(node, { text, prefix: node.data, parent, parts });
    },

    clear: takeOut,

    clearAll() {
      for (const node of [...painted.keys()]) takeOut(node);
    },

    paints: node => painted.has(node),

    ownerOf: node => owners.get(node) ?? null,

    mend(records) {
      const suspects = new Set<Text>();
      const parents = new Set<Node>();
      for (const { type, target } of records) {
        const owner = owners.get(target);
        if (owner) suspects.add(owner);
        if (type === 'characterData') suspects.add(target as Text);
        else parents.add(target);
      }
      for (const [node, { parent }] of painted) if (parents.has(parent) || !node.isConnected) suspects.add(node);
      const broken = [...suspects].filter(node => {
        const record = painted.get(node);
        return record && (!node.isConnected || isTouched(node, record));
      });
      for (const node of broken) takeOut(node);
      return broken;
    },
  };
  signal.addEventListener('abort', () => painter.clearAll(), { once: true });
  return painter;
}

/** Whether the page's node and our parts behind it are not as we left them. */
function isTouched(node: Text, { prefix, parent, parts }: Painted): boolean {
  if (node.data !== prefix || node.parentNode !== parent) return true;
  let before: Node = node;
  return parts.some(part => {
    if (before.nextSibling !== part.node || isRewritten(part)) return true;
    before = part.node;
    return false;
  });
}

/** Whether something else stands in a part than what we put in. */
function isRewritten({ node, inner, text }: Part): boolean {
  return inner.data !== text || (node !== inner && (node.firstChild !== inner || node.lastChild !== inner));
}

/** Whether the page uses a part for its own ends: it has rewritten it, or moved it to another place. */
function isTaken(part: Part, parent: Node): boolean {
  const { node } = part;
  return isRewritten(part) || (node.parentNode !== null && node.parentNode !== parent && node.isConnected);
}
