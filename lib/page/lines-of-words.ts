/** Where words stand on the screen: the boxes of their lines, as far as they can be seen. */
import { getOverflowAncestors } from '@floating-ui/dom';
import { OWN_HOSTS } from './own-elements.ts';

/** The text nodes that a range reaches into, each with its part; those of scripts have no boxes. */
function* partsOf(range: Range): Generator<Range> {
  const { commonAncestorContainer: around, startContainer, endContainer } = range;
  const document = around.ownerDocument ?? (around as Document);
  const walker = document.createTreeWalker(around, 4);
  walker.currentNode = startContainer;
  let node = startContainer.nodeType === 3 ? startContainer : walker.nextNode();
  for (; node && (range.intersectsNode(node) || range.comparePoint(node, 0) < 0); node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const part = document.createRange();
    part.setStart(node, node === startContainer ? range.startOffset : 0);
    part.setEnd(node, node === endContainer ? range.endOffset : (node as Text).length);
    yield part;
  }
}

/** The boxes of a range's words, one for each line of each block, in the order of the page, in the window's coordinates. */
export function linesOf(range: Range): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const part of partsOf(range))
    for (const rect of part.getClientRects()) {
      if (rect.width === 0 || rect.height === 0) continue;
      const last = lines.at(-1);
      if (last && isOneLine(last, rect)) lines[lines.length - 1] = union(last, rect);
      else lines.push(rect);
    }
  return lines;
}

/** Parts of one line overlap for half of their height and follow each other without a column between them. */
function isOneLine(a: DOMRect, b: DOMRect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return shared > Math.min(a.height, b.height) / 2 && gap < Math.max(a.height, b.height);
}

function union(a: DOMRect, b: DOMRect): DOMRect {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}

/** The part of two boxes that is in both, or null. */
export function common(a: DOMRect, b: DOMRect): DOMRect | null {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  const [width, height] = [Math.min(a.right, b.right) - left, Math.min(a.bottom, b.bottom) - top];
  return width > 0 && height > 0 ? new DOMRect(left, top, width, height) : null;
}

/**
 * The lines of an element as far as they can be seen: those in or near the window that their containers have not scrolled
 * away and that nothing of the page covers.
 */
export function inSight(lines: readonly DOMRect[], element: Element): DOMRect[] {
  const document = element.ownerDocument;
  const window = document.defaultView as Window;
  const near = new DOMRect(0, -window.innerHeight, window.innerWidth, 3 * window.innerHeight);
  const close = lines.flatMap(line => common(line, near) ?? []);
  if (close.length === 0) return [];
  // The page's own scrolling moves the lines with everything else.
  const isBox = (one: unknown): one is Element =>
    (one as Node).nodeType === 1 && one !== document.body && one !== document.documentElement;
  const containers = getOverflowAncestors(element)
    .filter(isBox)
    .map(container => container.getBoundingClientRect());
  return close.flatMap(line => {
    const part = containers.reduce<DOMRect | null>((rest, box) => rest && common(rest, box), line);
    return part && !isCovered(part, element) ? [part] : [];
  });
}

/** Whether something else of the page is in front of an element's line; not known of what is outside of the window. */
function isCovered({ left, top, width, height }: DOMRect, element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const there = root.elementFromPoint(left + width / 2, top + height / 2);
  return there !== null && !element.contains(there) && !there.contains(element) && !there.matches(OWN_HOSTS);
}
