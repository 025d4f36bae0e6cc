/** The page as its reader sees it: open shadow roots and the documents of same-origin frames stand in their places. */

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

/** The element around another as rendered: out of the slot, the shadow root or the frame that it stands in. */
export function parentAcross(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const around = element.parentNode as { host?: Element; defaultView?: Window | null } | null;
  return around?.host ?? (around?.defaultView?.frameElement as Element | null | undefined) ?? null;
}
