/** Shows marks on the page: as highlights at once, as elements where and when these do no harm. */
import { bearsElements, boxesAround, hasMoved } from '@/lib/page/harm';
import { createHighlightPainter, type HighlightPainter, hasHighlights } from '@/lib/page/highlight-painter';
import { createMarkPainter, MARK_ELEMENT } from '@/lib/page/highlighter';
import { createOverlay } from '@/lib/page/overlay';
import type { Painter, PaintRange } from '@/lib/page/painter';
import { waitForIdle } from '@/lib/page/slices';
import { type Looks, MARK_ATTRIBUTE } from './looks';
import { type Anchor, anchorOf, idsInOrder } from './places';

/** More elements than this make the page lay itself out for too long (measured: 36 to 50 ms for 300 on 1 MB). */
const MOST_ELEMENTS = 300;
/** Text nodes that get elements in one slice: with layout and paint it stays under eight milliseconds. A judgement. */
const PER_SLICE = 6;
/** A paragraph whose elements the page has taken out so often is left to highlights. A judgement. */
const MOST_FIGHTS = 3;

export interface Marks {
  /** Shows these ranges; those of nodes that are marked already stay as they are. */
  show(ranges: ReadonlyMap<Text, readonly PaintRange[]>): void;
  hide(nodes: Iterable<Text>): void;
  ownerOf: Painter['ownerOf'];
  mend: Painter['mend'];
  /** The mark under the pointer or, for a key, with the focus. */
  at(event: Event): Anchor | null;
  /** Gives highlights a hand and a tint under the pointer; elements have their own. */
  pointAt(anchor: Anchor | null): void;
  /** Moves the focus to a mark, without scrolling. */
  focus(id: string): void;
  /**
   * Moves the focus to the next mark (1) or to the one before (-1), of either kind, and scrolls it into view; after the
   * last one the first. Null where there is no mark.
   * @param from the mark to go on from; without it the first one in view, or before it the last above
   */
  nextMark(direction: 1 | -1, from?: string): Anchor | null;
}

/**
 * @param change runs a change of ours so that the watch does not see it
 * @param settled resolves when elements may be put in: frameworks have taken the page over by then
 */
export function createMarks(
  document: Document,
  looks: Looks,
  change: (run: () => void) => void,
  settled: Promise<void>,
  signal: AbortSignal,
): Marks {
  const window = document.defaultView as Window & typeof globalThis;
  /** Of each element of ours its id, because the page can write another one on it. */
  const own = new WeakMap<Element, string>();
  const byId = new Map<string, HTMLElement[]>();
  const elementsOf = (id: string) => byId.get(id)?.filter(element => element.isConnected) ?? [];
  const overlay = createOverlay(document, change, signal);
  const elements = createMarkPainter((element, { id, first }) => {
    own.set(element, id);
    byId.set(id, [...elementsOf(id), element]);
    element.setAttribute(MARK_ATTRIBUTE, id);
    if (!first) return;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-haspopup', 'dialog');
    element.tabIndex = 0;
  }, signal);
  const highlights = hasHighlights(window) ? createHighlightPainter(looks.nameOf, signal) : null;

  const shown = new Map<Text, { text: string; ranges: readonly PaintRange[] }>();
  const fights = new WeakMap<Element, number>();
  const waiting = new Set<Text>();
  /** The nodes that have elements, with how many. */
  const hard = new Map<Text, number>();
  let hardening = false;

  function forget(node: Text) {
    shown.delete(node);
    waiting.delete(node);
    hard.delete(node);
  }

  function toElements(node: Text) {
    const ranges = shown.get(node)?.ranges ?? [];
    highlights?.clear(node);
    elements.paint(node, ranges);
    hard.set(node, ranges.length);
  }

  function toHighlights(node: Text) {
    elements.clear(node);
    hard.delete(node);
    highlights?.paint(node, shown.get(node)?.ranges ?? []);
  }

  /** The next nodes to get elements: what may not have any stays as it is. */
  function nextSlice(): Text[] {
    const slice: Text[] = [];
    let room = MOST_ELEMENTS - [...hard.values()].reduce((sum, count) => sum + count, 0);
    for (const node of waiting) {
      const { length } = shown.get(node)?.ranges ?? [];
      const fought = (node.parentElement && fights.get(node.parentElement)) ?? 0;
      waiting.delete(node);
      if (length === 0 || length > room || fought >= MOST_FIGHTS || !bearsElements(node)) continue;
      slice.push(node);
      room -= length;
      if (slice.length >= PER_SLICE) break;
    }
    return slice;
  }

  async function harden() {
    if (hardening) return;
    hardening = true;
    await settled.catch(() => {});
    while (waiting.size > 0 && !signal.aborted) {
      await waitForIdle(window);
      const slice = nextSlice();
      const boxes = highlights ? boxesAround(slice) : new Map<Element, DOMRect>();
      change(() => slice.forEach(toElements));
      const moved = slice.filter(node => hasMoved(node, boxes));
      if (moved.length > 0) change(() => moved.forEach(toHighlights));
    }
    hardening = false;
  }

  return {
    show(ranges) {
      for (const [node, list] of ranges) {
        if (elements.paints(node) || highlights?.paints(node)) continue;
        shown.set(node, { text: node.data, ranges: list });
        highlights?.paint(node, list);
        waiting.add(node);
      }
      void harden();
    },
    hide(nodes) {
      change(() => {
        for (const node of nodes) {
          elements.clear(node);
          highlights?.clear(node);
          forget(node);
        }
      });
    },
    ownerOf: elements.ownerOf,
    mend(records) {
      const broken = [...elements.mend(records), ...(highlights?.mend(records) ?? [])];
      for (const node of broken) {
        const record = shown.get(node);
        const parent = node.parentElement;
        // The page has only taken our elements out, with our words or without them: it does not want them.
        if (record && parent && node.isConnected && record.text.startsWith(node.data))
          fights.set(parent, (fights.get(parent) ?? 0) + 1);
        forget(node);
      }
      return broken;
    },
    at(event) {
      const onOverlay = overlay.at(event);
      if (onOverlay !== null) return anchorOf(onOverlay, shown, elementsOf);
      // By its type and not by its class, because a node of a frame is of another window's class.
      const [target] = event.composedPath() as Node[];
      if (!target?.nodeType) return null;
      const element = (target.nodeType === 1 ? (target as Element) : target.parentElement)?.closest(MARK_ELEMENT);
      const id = (element && own.get(element)) ?? pointedId(event, target);
      return id ? anchorOf(id, shown, elementsOf) : null;
    },
    pointAt: anchor => overlay.pointAt(anchor && !anchor.element ? anchor : null),
    focus,
    nextMark(direction, from) {
      const ids = idsInOrder(shown);
      for (let step = 1, start = startOf(ids, direction, from); step <= ids.length; step++) {
        const id = ids[(start + direction * step + ids.length * 2) % ids.length] ?? '';
        const anchor = anchorOf(id, shown, elementsOf);
        // What is folded away cannot be gone to.
        if (!anchor || anchor.reference.getClientRects().length === 0) continue;
        bringIntoView(anchor);
        focus(id);
        return anchor;
      }
      return null;
    },
  };

  function pointedId(event: Event, target: Node): string | null {
    return highlights && 'clientX' in event ? highlightAt(highlights, event as MouseEvent, target) : null;
  }

  function focus(id: string) {
    const anchor = anchorOf(id, shown, elementsOf);
    if (anchor?.element) anchor.element.focus({ preventScroll: true });
    else if (anchor) overlay.focus(anchor, `${anchor.text}: compared by Daftar`);
  }

  /** The index to go on from: that of a mark, or of the one just before where the window begins. */
  function startOf(ids: readonly string[], direction: 1 | -1, from: string | undefined): number {
    const known = from === undefined ? -1 : ids.indexOf(from);
    if (known >= 0) return known;
    const below = ids.findIndex(
      id => (anchorOf(id, shown, elementsOf)?.reference.getBoundingClientRect().top ?? -1) >= 0,
    );
    const first = below < 0 ? ids.length : below;
    return direction === 1 ? first - 1 : first;
  }
}

/** A mark near the window's edge leaves no room beside it. At once: the reader has asked to be there. */
function bringIntoView({ reference, element }: Anchor): void {
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

/** The highlighted mark at the pointer: the nearest place in the text is asked for, and then whether the pointer is on it. */
function highlightAt(highlights: HighlightPainter, { clientX, clientY }: MouseEvent, target: Node): string | null {
  const document = target.ownerDocument ?? (target as Document);
  const root = target.getRootNode();
  const shadowRoots = root.nodeType === 11 ? [root as ShadowRoot] : [];
  const place = document.caretPositionFromPoint?.(clientX, clientY, { shadowRoots });
  const node = place?.offsetNode;
  if (!place || node?.nodeType !== 3) return null;
  const found = highlights.rangeAt(node as Text, place.offset);
  if (!found) return null;
  const range = document.createRange();
  range.setStart(node, found.start);
  range.setEnd(node, found.end);
  const isOn = ({ left, right, top, bottom }: DOMRect) =>
    left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
  return [...range.getClientRects()].some(isOn) ? found.id : null;
}
