/** The page as its reader sees it: open shadow roots and the documents of same-origin frames stand in their places. */
import type { Steps } from './slices.ts';

/** Chrome's own parser nests no deeper; what a script nests deeper is left, well before the stack ends. */
export const DEEPEST = 512;

const FRAMES = new Set(['iframe', 'frame']);

/** Whether an element shows a document of its own. */
export const isFrame = (element: Element): boolean => FRAMES.has(element.localName);

/** What a frame shows, or null where the browser keeps it from us: another origin, a sandbox, nothing loaded yet. */
function bodyOfFrame(frame: Element): Element | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument?.body ?? null;
  } catch {
    return null;
  }
}

/** Calls `visit` with each child as rendered. A light child that its host's shadow tree has no slot for is not. */
export function eachChild(element: Element, visit: (child: Node) => void): void {
  if (isFrame(element)) {
    const body = bodyOfFrame(element);
    if (body) visit(body);
    return;
  }
  const { shadowRoot } = element;
  if (!shadowRoot && element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    // An empty slot shows its own content.
    if (assigned.length > 0) {
      for (const node of assigned) visit(node);
      return;
    }
  }
  for (let child = (shadowRoot ?? element).firstChild; child; child = child.nextSibling) visit(child);
}

/** What is inside an element that a walk goes into: what is handed down, and what is to be done behind it. */
export interface Inside<P> {
  place: P;
  leave?: () => void;
  /** Whether its kind can have neither a shadow root nor a document of its own, so that nobody need ask for them. */
  isPlain?: boolean;
}

/** So many nodes are visited from one pause to the next. */
const PER_STEP = 32;

/**
 * Walks through an element in the order of the page. The children of an element are listed when the walk goes into it: a
 * page that changes in a pause takes no way away, and the watch tells of what it has added.
 * @param read called with each text node and what its element hands down
 * @param enter called with each element; gives what is inside, or null to leave it out. `depth` is one for root's children
 */
export function* walkThrough<P>(
  root: Element,
  place: P,
  read: (node: Text, place: P) => void,
  enter: (element: Element, place: P, depth: number) => Inside<P> | null,
): Steps<void> {
  const open: { children: readonly Node[]; next: number; inside: Inside<P> }[] = [];
  open.push({ children: childrenOf(root), next: 0, inside: { place } });
  for (let at = open.at(-1), steps = 1; at; at = open.at(-1), steps++) {
    if (steps % PER_STEP === 0) yield;
    const child = at.children[at.next++];
    if (!child) {
      open.pop();
      at.inside.leave?.();
      continue;
    }
    const type = child.nodeType;
    if (type === 3) read(child as Text, at.inside.place);
    else if (type === 1) {
      const inside = enter(child as Element, at.inside.place, open.length);
      if (!inside) continue;
      const only = inside.isPlain ? onlyChildOf(child) : null;
      // What most elements hold: a text node and nothing else.
      if (only?.nodeType === 3) {
        read(only as Text, inside.place);
        inside.leave?.();
      } else
        open.push({
          children: inside.isPlain ? listChildren(child) : childrenOf(child as Element),
          next: 0,
          inside,
        });
    }
  }
}

function onlyChildOf(node: Node): Node | null {
  const first = node.firstChild;
  return first?.nextSibling ? null : first;
}

function listChildren(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function childrenOf(element: Element): Node[] {
  const { localName } = element;
  if (localName !== 'slot' && !FRAMES.has(localName) && !element.shadowRoot) return listChildren(element);
  const children: Node[] = [];
  eachChild(element, child => children.push(child));
  return children;
}

/** The element that a node's whole tree stands in: its shadow root's host, or its document's frame; null for the page itself. */
export function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  const host = root.nodeType === 11 ? (root as ShadowRoot).host : (root as Document).defaultView?.frameElement;
  return host ?? null;
}

/** What has the focus in a document: in its open shadow roots and same-origin frames too. Null where nothing in particular. */
export function focusAcross(document: Document): Element | null {
  let at: Element | null = null;
  for (let next = document.activeElement; next; next = innerFocus(next)) at = next;
  return at === null || at === at.ownerDocument.body || at === at.ownerDocument.documentElement ? null : at;
}

/** The document that has the focus: that of the innermost frame of the same origin in which it is. */
export function focusedDocument(document: Document): Document {
  let found = document;
  for (let next = document.activeElement; next; next = innerFocus(next)) found = next.ownerDocument;
  return found;
}

function innerFocus(element: Element): Element | null {
  if (!isFrame(element)) return element.shadowRoot?.activeElement ?? null;
  try {
    return (element as HTMLIFrameElement).contentDocument?.activeElement ?? null;
  } catch {
    return null;
  }
}

/** The element around another as rendered: out of the slot, the shadow root or the frame that it stands in. */
export function parentAcross(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? hostOf(element);
}

/** Whether an element has a place in what is rendered: a light child that its host's shadow tree has no slot for has none. */
export function isRendered(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentAcross(at))
    if (at.parentElement?.shadowRoot && !at.assignedSlot) return false;
  return true;
}

/** Whether an element lies in another or is it, through shadow roots and frames too. */
export function containsAcross(outer: Element, element: Element): boolean {
  if (outer.contains(element)) return true;
  const host = hostOf(element);
  return host !== null && containsAcross(outer, host);
}
