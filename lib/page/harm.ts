/** Judges where an element of ours could do harm: there a highlight is painted instead. */

import { MARK_ELEMENT } from './highlighter';
import { isClaimed } from './own-elements';

const SVG_OR_MATH = /\/(?:svg|Math\/MathML)$/;
/** In such a parent a text node is laid out as a box of its own, and would become several. */
const BOXES = /flex|grid/;
/** Half a pixel is what a reader may see. */
const SEEN = 0.5;

/** Whether text in this parent can take an element at all, as far as can be told without trying. */
export function bearsElements(node: Text): boolean {
  const parent = node.parentElement;
  const window = node.ownerDocument.defaultView;
  if (!parent || !window || SVG_OR_MATH.test(parent.namespaceURI ?? '')) return false;
  if (isClaimed(node.ownerDocument, MARK_ELEMENT)) return false;
  return !BOXES.test(window.getComputedStyle(parent).display);
}

/** The boxes of the elements that elements beside them may move: their parent and their siblings. */
export function boxesAround(nodes: Iterable<Text>): Map<Element, DOMRect> {
  const boxes = new Map<Element, DOMRect>();
  for (const { parentElement } of nodes) {
    if (!parentElement || boxes.has(parentElement)) continue;
    for (const element of [parentElement, ...parentElement.children])
      boxes.set(element, element.getBoundingClientRect());
  }
  return boxes;
}

/** Whether anything around a text node stands elsewhere than before, by what a reader may see. */
export function hasMoved(node: Text, before: ReadonlyMap<Element, DOMRect>): boolean {
  const parent = node.parentElement;
  if (!parent) return false;
  return [parent, ...parent.children].some(element => {
    const then = before.get(element);
    if (!then) return false;
    const now = element.getBoundingClientRect();
    return (['x', 'y', 'width', 'height'] as const).some(side => Math.abs(now[side] - then[side]) >= SEEN);
  });
}
