/** Shows marks on the page: as highlights at once, as elements where and when these do no harm. */
import { focusAcross } from '@/lib/page/composed';
import { createHighlightPainter, type HighlightPainter, hasHighlights } from '@/lib/page/highlight-painter';
import { createMarkPainter } from '@/lib/page/highlighter';
import { createOverlay } from '@/lib/page/overlay';
import { MARK_ELEMENT } from '@/lib/page/own-elements';
import type { Painter, PaintRange } from '@/lib/page/painter';
import { createHardening } from './hardening';
import { type Looks, MARK_ATTRIBUTE } from './looks';
import { type Anchor, anchorOf, bringIntoView, idsInOrder, isInView } from './places';
import { createShown } from './shown';

export interface Marks {
  /** Shows these ranges; those of nodes that are marked already stay as they are. */
  show(ranges: ReadonlyMap<Text, readonly PaintRange[]>): void;
  hide(nodes: Iterable<Text>): void;
  ownerOf: Painter['ownerOf'];
  mend: Painter['mend'];
  /** The mark under the pointer or, for a key, with the focus. */
  at(event: Event): Anchor | null;
  /** The mark that has the focus. */
  focused(): Anchor | null;
  /** Takes the focus away from it. */
  blur(): void;
  /** Gives highlights a hand and a tint under the pointer; elements have their own. */
  pointAt(anchor: Anchor | null): void;
  /** Moves the focus to a mark, without scrolling; where it has gone, to the nearest one, so that no place is lost. */
  focus(anchor: Anchor): void;
  /**
   * Moves the focus to the next mark (1) or to the one before (-1), of either kind, and scrolls it into view; after the
   * last one the first. Null where there is no mark.
   * @param from the mark to go on from; without it the first one in view, or before it the last above
   */
  nextMark(direction: 1 | -1, from?: string): Anchor | null;
  /** Moves the focus to a mark and scrolls it into view. Null where it is not shown, or folded away. */
  goTo(id: string): Anchor | null;
  /** The ids of the marks on screen, in the order of the page. */
  inView(): string[];
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
  const overlay = createOverlay(change, signal);
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

  const shown = createShown();
  const isOwn = (node: Node) => own.has(node as Element);
  const painters = { elements, highlights };
  const hardening = createHardening(document, shown, painters, isOwn, change, settled, signal);

  /** Once a node's marks are taken away: what is left of them anywhere is kept, and nothing else of the page's. */
  function forget(node: Text) {
    hardening.forget(node);
    for (const { id } of shown.rangesOf(node)) {
      const left = elementsOf(id);
      if (left.length > 0) byId.set(id, left);
      else byId.delete(id);
    }
    shown.remove(node);
  }

  return {
    show(ranges) {
      const fresh: Text[] = [];
      for (const [node, list] of ranges) {
        if (elements.paints(node) || highlights?.paints(node)) continue;
        shown.add(node, list);
        highlights?.paint(node, list);
        fresh.push(node);
      }
      hardening.add(ranges, fresh);
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
      hardening.countFights(records);
      const broken = new Set([...elements.mend(records), ...(highlights?.mend(records) ?? [])]);
      for (const node of broken) {
        highlights?.clear(node);
        forget(node);
      }
      return [...broken];
    },
    at(event) {
      const onOverlay = overlay.at(event.target);
      if (onOverlay !== null) return anchorOf(onOverlay, shown, elementsOf);
      // By its type and not by its class, because a node of a frame is of another window's class.
      const [target] = event.composedPath() as Node[];
      if (!target?.nodeType) return null;
      const element = (target.nodeType === 1 ? (target as Element) : target.parentElement)?.closest(MARK_ELEMENT);
      const id = (element && own.get(element)) ?? pointedId(event, target);
      return id ? anchorOf(id, shown, elementsOf) : null;
    },
    focused() {
      const element = focusAcross(document);
      const id = element && (own.get(element) ?? overlay.at(element));
      return id ? anchorOf(id, shown, elementsOf) : null;
    },
    blur() {
      const element = focusAcross(document);
      if (element && own.has(element)) (element as HTMLElement).blur();
      else overlay.blur();
    },
    pointAt: anchor => overlay.pointAt(anchor && !anchor.element ? anchor : null),
    focus(anchor) {
      if (!anchorOf(anchor.id, shown, elementsOf)) focus(nearestTo(anchor));
      else focus(anchor.id);
    },
    nextMark(direction, from) {
      const ids = idsInOrder(shown);
      for (let step = 1, start = startOf(ids, direction, from); step <= ids.length; step++) {
        const anchor = goTo(ids[(start + direction * step + ids.length * 2) % ids.length] ?? '');
        if (anchor) return anchor;
      }
      return null;
    },
    goTo,
    inView: () => idsInOrder(shown).filter(id => isInView(anchorOf(id, shown, elementsOf))),
  };

  function goTo(id: string): Anchor | null {
    const anchor = anchorOf(id, shown, elementsOf);
    // What is folded away cannot be gone to.
    if (!anchor || anchor.reference.getClientRects().length === 0) return null;
    bringIntoView(anchor);
    focus(id);
    return anchor;
  }

  function pointedId(event: Event, target: Node): string | null {
    return highlights && 'clientX' in event ? highlightAt(highlights, event as MouseEvent, target) : null;
  }

  function focus(id: string | null) {
    const anchor = id === null ? null : anchorOf(id, shown, elementsOf);
    if (anchor?.element) anchor.element.focus({ preventScroll: true });
    else if (anchor) overlay.focus(anchor, anchor.text);
  }

  function nearestTo({ reference }: Anchor): string | null {
    const { left, top } = reference.getBoundingClientRect();
    const far = (id: string) => {
      const rect = anchorOf(id, shown, elementsOf)?.reference.getBoundingClientRect();
      return rect ? Math.hypot(rect.left - left, rect.top - top) : Number.POSITIVE_INFINITY;
    };
    const distances = new Map(idsInOrder(shown).map(id => [id, far(id)]));
    return [...distances].sort(([, a], [, b]) => a - b)[0]?.[0] ?? null;
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
