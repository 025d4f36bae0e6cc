/** Judges where an element of ours could do harm: there a highlight is painted instead. */
import { isClaimed, MARK_ELEMENT } from './own-elements';
import type { Steps } from './slices';

const SVG_OR_MATH = /\/(?:svg|Math\/MathML)$/;
/** In such a parent a text node is laid out as a box of its own, and would become several. */
const BOXES = /flex|grid/;
/** A reader may see half a pixel, and what several marks beside each other move adds up. */
const TOO_FAR = 0.125;

/** Whether text in this parent can take an element at all, as far as can be told without trying. */
export function bearsElements(node: Text): boolean {
  const parent = node.parentElement;
  const window = node.ownerDocument.defaultView;
  if (!parent || !window || SVG_OR_MATH.test(parent.namespaceURI ?? '')) return false;
  if (isClaimed(node.ownerDocument, MARK_ELEMENT)) return false;
  return !BOXES.test(window.getComputedStyle(parent).display);
}

/**
 * What frameworks leave in the HTML that a server has rendered: React between texts and around what it waits for, Vue,
 * Svelte and Solid around fragments. Nothing in the page tells us when they have taken it over, which may be seconds after
 * it has loaded; one that then finds an element of ours throws all of it away.
 */
const SERVER_COMMENT = /^(?: ?|[$/][$?!~]?|\$[?!~]|\[!?|\]|!|#|\/|hk.*|(?:qwik|q:).*)$/;

/** Whether a framework may yet take over what a server has rendered. Looks at comments only, one a step. */
export function* walkForHydration(document: Document): Steps<boolean> {
  // No node iterator: that one would be told of each removal on the page until memory is collected.
  const comments = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) {
    if (SERVER_COMMENT.test(comment.nodeValue ?? '')) return true;
    yield;
  }
  return false;
}

/** So many elements on each side of ours are looked at: what moves the tenth moves the first as well. */
const NEIGHBOURS = 4;

/** The parent of a text node and the elements next to the node, which elements of ours may move. */
function around(node: Text): Element[] {
  const { parentElement } = node;
  if (!parentElement) return [];
  const found: Element[] = [parentElement];
  let before: Node = node;
  let after: Node = node;
  for (let i = 0; i < NEIGHBOURS; i++) {
    const previous = elementBeside(before, 'previousSibling');
    const next = elementBeside(after, 'nextSibling');
    if (previous) found.push(previous);
    if (next) found.push(next);
    before = previous ?? before;
    after = next ?? after;
  }
  return found;
}

/** The next element on one side that is not ours. */
function elementBeside(node: Node, side: 'previousSibling' | 'nextSibling'): Element | null {
  let at: Node | null = node[side];
  while (at && (at.nodeType !== 1 || (at as Element).localName === MARK_ELEMENT)) at = at[side];
  return at as Element | null;
}

/** The boxes of the elements that elements beside them may move. */
export function boxesAround(nodes: Iterable<Text>): Map<Element, DOMRect> {
  const boxes = new Map<Element, DOMRect>();
  for (const node of nodes)
    for (const element of around(node)) if (!boxes.has(element)) boxes.set(element, element.getBoundingClientRect());
  return boxes;
}

/** Whether anything around a text node stands elsewhere than before, by more than may be left. */
export function hasMoved(node: Text, before: ReadonlyMap<Element, DOMRect>): boolean {
  return around(node).some(element => {
    const then = before.get(element);
    if (!then) return false;
    const now = element.getBoundingClientRect();
    return (['x', 'y', 'width', 'height'] as const).some(side => Math.abs(now[side] - then[side]) >= TOO_FAR);
  });
}
