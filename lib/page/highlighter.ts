/** The painter that makes elements, with mark.js, and the guard that keeps them from harm and from doing any. */
import Mark, { type MarkOptions, type MarkRange } from 'mark.js/src/lib/mark.js';
import { MARK_ELEMENT } from './own-elements';
import type { Painter, PaintRange } from './painter';

/**
 * mark.js on one text node. Its own way to that node is an iterator of the whole document's, which lives until memory is
 * next collected and is told of each removal on the page meanwhile (measured: 300 of them make a removal several times as
 * slow). This one is nobody's, and serves for all nodes in turn.
 */
class NodeMark extends Mark {
  #options: MarkOptions | null = null;
  node: Text | null = null;

  override get iterator() {
    return {
      forEachNode: (_: number, each: (node: Text) => void, __: unknown, done: () => void) => {
        if (this.node) each(this.node);
        done();
      },
    };
  }

  /** mark.js sets its options anew with each call, and fills them in with its own: ours stay the same. */
  override get opt() {
    return super.opt;
  }
  override set opt(options) {
    if (options === this.#options) return;
    this.#options = options;
    super.opt = options;
  }

  /** What a painter is given is in order and does not overlap: it need not be sorted and checked. */
  override checkRanges(ranges: MarkRange[]) {
    return ranges;
  }
}

/** A range as mark.js asks for it, which it hands back to `each`. */
class GivenRange {
  readonly start: number;
  readonly length: number;
  readonly range: PaintRange;

  constructor(range: PaintRange) {
    this.start = range.start;
    this.length = range.end - range.start;
    this.range = range;
  }

  /** mark.js writes all ranges into a message of its log, whether anybody reads that or not. */
  toJSON() {
    return null;
  }
}

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
  const marker = new NodeMark(null);
  /** For each of our nodes the page's node that it belongs to. */
  const owners = new Map<Node, Text>();
  const options: MarkOptions = {
    element: MARK_ELEMENT,
    each(element, given) {
      element.removeAttribute('data-markjs');
      dress(element, (given as GivenRange).range);
    },
  };

  function takeOut(node: Text): void {
    const record = painted.get(node);
    if (!record) return;
    painted.delete(node);
    const { text, prefix, parent, parts } = record;
    for (const { node: own, inner } of parts) {
      owners.delete(own);
      owners.delete(inner);
    }
    const written = node.data !== prefix;
    if (!parts.some(part => isTaken(part, parent))) {
      for (const { node: own } of parts) if (own.parentNode === parent) own.parentNode.removeChild(own);
      // What the page has removed of ours it gets back as its own words: they were never ours to lose.
      if (!written) node.data = text;
      return;
    }
    // The page has made parts its own (a translator does): they stay where they are, without our elements around them.
    for (const { node: own } of parts) {
      if (own.nodeType === 1 && own.parentNode) (own as Element).replaceWith(...own.childNodes);
    }
  }

  const painter: Painter = {
    paint(node, ranges) {
      const parent = node.parentNode;
      if (!parent || painted.has(node) || ranges.length === 0 || signal.aborted) return;
      const text = node.data;
      const after = node.nextSibling;
      marker.node = node;
      marker.markRanges(
        ranges.map(range => new GivenRange(range)),
        options,
      );
      marker.node = null;
      const parts: Part[] = [];
      for (let part = node.nextSibling; part && part !== after; part = part.nextSibling) {
        const inner = (part.nodeType === 1 ? part.firstChild : part) as Text;
        parts.push({ node: part as Element | Text, inner, text: inner.data });
        owners.set(part, node);
        if (inner !== part) owners.set(inner, node);
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
