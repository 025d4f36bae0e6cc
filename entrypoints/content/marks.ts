/** Shows marks on the page: as highlights at once, as elements where and when these do no harm. */
import { focusAcross } from '@/lib/page/composed';
import { blockOf } from '@/lib/page/exclusions';
import { bearsElements, boxesAround, hasMoved, mayHydrate } from '@/lib/page/harm';
import { createHighlightPainter, type HighlightPainter, hasHighlights } from '@/lib/page/highlight-painter';
import { createMarkPainter } from '@/lib/page/highlighter';
import { createOverlay } from '@/lib/page/overlay';
import { MARK_ELEMENT } from '@/lib/page/own-elements';
import type { Painter, PaintRange } from '@/lib/page/painter';
import { waitForIdle } from '@/lib/page/slices';
import { type Looks, MARK_ATTRIBUTE } from './looks';
import { type Anchor, anchorOf, bringIntoView, idsInOrder, isInView } from './places';

/** More elements than this make the page lay itself out for too long (measured: 36 to 50 ms for 300 on 1 MB). */
const MOST_ELEMENTS = 300;
/** Text nodes that get elements in one slice, as long as the page lays itself out quickly. A judgement. */
const PER_SLICE = 6;
/** Text nodes whose styles are asked for in one slice. */
const MOST_LOOKED_AT = 60;
/** Milliseconds that a slice may take with the layout that it makes; longer ones are followed by smaller ones. */
const SLICE = 4;
/** A page that takes so long for a slice is not asked for another: highlights stay. */
const TOO_LONG = 8 * SLICE;
/** Pages of more elements than this take so long by far (measured: 50 to 120 ms), whatever changes on them. */
const MOST_OF_PAGE = 10_000;
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

  const shown = new Map<Text, readonly PaintRange[]>();
  const fights = new WeakMap<Element, number>();
  const waiting = new Set<Text>();
  /** The marks of which a part begins a node. */
  const soft = new Set<string>();
  /** The nodes that have elements, with how many. */
  const hard = new Map<Text, number>();
  let hardening = false;
  let perSlice = PER_SLICE;
  let slow = 0;

  function forget(node: Text) {
    for (const { id } of shown.get(node) ?? []) soft.delete(id);
    shown.delete(node);
    waiting.delete(node);
    hard.delete(node);
  }

  /**
   * The ranges of a node that can become elements. A mark that begins a node cannot, as long as there is another way: the
   * page's own node would be left empty there, and a page may clear empty nodes away. It stays one highlight in all its
   * parts, and so do the marks that share a node with a later part of it.
   */
  function bearing(node: Text): readonly PaintRange[] {
    const ranges = shown.get(node) ?? [];
    if (!highlights) return ranges;
    const later = ranges[0]?.start === 0 ? ranges.slice(1) : ranges;
    return later.some(({ id }) => soft.has(id)) ? [] : later;
  }

  function toElements(node: Text) {
    const all = shown.get(node) ?? [];
    const ranges = bearing(node);
    highlights?.clear(node);
    elements.paint(node, ranges);
    hard.set(node, ranges.length);
    if (ranges.length < all.length) highlights?.paint(node, all.slice(0, 1));
  }

  function toHighlights(node: Text) {
    elements.clear(node);
    hard.delete(node);
    highlights?.clear(node);
    highlights?.paint(node, shown.get(node) ?? []);
  }

  /** The next nodes to get elements: what may not have any stays as it is. None is no end: others may still wait. */
  function nextSlice(): Text[] {
    const slice: Text[] = [];
    let looked = 0;
    let room = MOST_ELEMENTS - [...hard.values()].reduce((sum, count) => sum + count, 0);
    for (const node of waiting) {
      const { length } = bearing(node);
      const fought = (node.parentElement && fights.get(blockOf(node.parentElement))) ?? 0;
      waiting.delete(node);
      if (length === 0 || length > room || fought >= MOST_FIGHTS || !bearsElements(node)) continue;
      slice.push(node);
      room -= length;
      if (slice.length >= perSlice || ++looked >= MOST_LOOKED_AT) break;
    }
    return slice;
  }

  /** Notes which blocks the page has taken elements of ours out of: some pages do not want them. */
  function countFights(records: readonly MutationRecord[]) {
    const fought = new Set<Element>();
    for (const { target, removedNodes } of records)
      if (target.isConnected && [...removedNodes].some(node => own.has(node as Element)))
        fought.add(blockOf(target as Element));
    for (const block of fought) fights.set(block, (fights.get(block) ?? 0) + 1);
  }

  async function harden() {
    if (hardening) return;
    hardening = true;
    await settled.catch(() => {});
    const isBig = document.getElementsByTagName('*').length > MOST_OF_PAGE;
    if (highlights && (isBig || mayHydrate(document))) waiting.clear();
    while (waiting.size > 0 && !signal.aborted) {
      await waitForIdle(window);
      const slice = nextSlice();
      if (slice.length === 0) continue;
      const start = performance.now();
      const boxes = highlights ? boxesAround(slice) : new Map<Element, DOMRect>();
      change(() => slice.forEach(toElements));
      const moved = slice.filter(node => hasMoved(node, boxes));
      if (moved.length > 0) change(() => moved.forEach(toHighlights));
      const took = performance.now() - start;
      slow = took > TOO_LONG ? slow + 1 : 0;
      if (slow > 1 && highlights) waiting.clear();
      perSlice = took > SLICE ? Math.max(1, slice.length >> 1) : Math.min(PER_SLICE, perSlice + 1);
    }
    hardening = false;
  }

  return {
    show(ranges) {
      for (const list of ranges.values()) if (list[0]?.start === 0) soft.add(list[0].id);
      for (const [node, list] of ranges) {
        if (elements.paints(node) || highlights?.paints(node)) continue;
        shown.set(node, list);
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
      countFights(records);
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
    else if (anchor) overlay.focus(anchor, `${anchor.text}: compared by Daftar`);
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
