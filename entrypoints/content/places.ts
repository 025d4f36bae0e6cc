/** Where marks stand: for the popover, for the focus, and for going from one to the next. */
import { hostOf } from '@/lib/page/composed';
import type { Words } from '@/lib/page/placement';
import type { Part, Shown } from './shown';

/** What a popover can open beside. */
export interface Anchor {
  id: string;
  /** The mark's words, wherever they are painted now. */
  reference: Words;
  /** Whether it has an element of its own, which is focused and shows the pointer itself. */
  element: HTMLElement | null;
  text: string;
}

/**
 * The anchor of a mark, or null where it is not shown.
 * @param elementsOf the mark's elements that stand on the page; none where it is a highlight
 */
export function anchorOf(id: string, shown: Shown, elementsOf: (id: string) => HTMLElement[]): Anchor | null {
  const parts = shown.partsOf(id);
  const [first] = parts;
  const contextElement = first?.node.parentElement;
  if (!first || !contextElement) return null;
  let last: DOMRect[] = [];
  // Asked anew each time: a highlight becomes an element, the page moves things, and the mark may go.
  const getClientRects = () => {
    const elements = elementsOf(id);
    const rects =
      elements.length > 0
        ? elements.flatMap(element => [...element.getClientRects()])
        : shown.partsOf(id).flatMap(rectsOf);
    if (rects.length > 0) last = rects;
    return last;
  };
  const elements = elementsOf(id);
  const text = elements.length > 0 ? elements.map(({ textContent }) => textContent) : parts.map(textOf);
  return {
    id,
    reference: { getClientRects, getBoundingClientRect: () => around(getClientRects()), contextElement },
    element: elements[0] ?? null,
    text: text.join(''),
  };
}

/** All marks in the order of the page. */
export function idsInOrder(shown: Shown): string[] {
  const nodes = [...shown.nodes()].filter(node => node.isConnected);
  const lineages = new Map(nodes.map(node => [node, lineage(node)]));
  nodes.sort((a, b) => compareLineages(lineages.get(a) ?? [], lineages.get(b) ?? []));
  return nodes.flatMap(node =>
    shown
      .rangesOf(node)
      .filter(({ first }) => first)
      .map(({ id }) => id),
  );
}

/** A mark near the window's edge leaves no room beside it. At once: the reader has asked to be there. */
export function bringIntoView({ reference, element }: Anchor): void {
  const { contextElement } = reference;
  const { innerHeight } = contextElement.ownerDocument.defaultView as Window;
  const { top, bottom } = reference.getBoundingClientRect();
  if (top >= innerHeight * 0.1 && bottom <= innerHeight * 0.6) return;
  (element ?? contextElement).scrollIntoView({ behavior: 'instant', block: 'center', inline: 'nearest' });
  // A long paragraph in the middle of the window may have its mark outside of it.
  const moved = reference.getBoundingClientRect();
  if (moved.top < 0 || moved.bottom > innerHeight)
    contextElement.ownerDocument.defaultView?.scrollBy({ top: moved.top - innerHeight / 3, behavior: 'instant' });
}

/** Whether any of a mark's words is on screen. */
export function isInView(anchor: Anchor | null): boolean {
  if (!anchor) return false;
  const { contextElement } = anchor.reference;
  const height = contextElement.ownerDocument.defaultView?.innerHeight ?? 0;
  const isOn = ({ top, bottom }: DOMRect) => bottom > 0 && top < height;
  return contextElement.isConnected && anchor.reference.getClientRects().some(isOn);
}

const textOf = ({ node, range: { start, end } }: Part) => node.data.slice(start, end);

function rectsOf({ node, range: { start, end } }: Part): DOMRect[] {
  if (!node.isConnected || node.length < end) return [];
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()];
}

function around(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map(rect => rect.left));
  const top = Math.min(...rects.map(rect => rect.top));
  const right = Math.max(...rects.map(rect => rect.right));
  const bottom = Math.max(...rects.map(rect => rect.bottom));
  return rects.length > 0 ? new DOMRect(left, top, right - left, bottom - top) : new DOMRect();
}

/** The node's hosts and frames from the page inwards, and the node: two nodes part ways in one tree. */
function lineage(node: Node): Node[] {
  const host = hostOf(node);
  return host ? [...lineage(host), node] : [node];
}

function compareLineages(a: readonly Node[], b: readonly Node[]): number {
  const at = a.findIndex((node, i) => node !== b[i]);
  const [one, other] = [a[at], b[at]];
  if (!one || !other) return a.length - b.length;
  return one.compareDocumentPosition(other) & 4 ? -1 : 1;
}
