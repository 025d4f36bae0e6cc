/** Shows marks on the page: as highlights at once, as elements where and when these do no harm. */
import { bearsElements, boxesAround, hasMoved } from '@/lib/page/harm';
import { createHighlightPainter, type HighlightPainter, hasHighlights } from '@/lib/page/highlight-painter';
import { createMarkPainter, MARK_ELEMENT } from '@/lib/page/highlighter';
import type { Painter, PaintRange } from '@/lib/page/painter';
import { waitForIdle } from '@/lib/page/slices';
import { type Looks, MARK_ATTRIBUTE } from './looks';

/** More elements than this make the page lay itself out for too long (measured: 36 to 50 ms for 300 on 1 MB). */
const MOST_ELEMENTS = 300;
/** Text nodes that get elements in one slice, as long as the page lays itself out quickly. A judgement. */
const PER_SLICE = 6;
/** Text nodes whose styles are asked for in one slice. */
const MOST_LOOKED_AT = 60;
/** Milliseconds that a slice may take with the layout that it makes; longer ones are followed by smaller ones. */
const SLICE = 4;
/** A page that takes so long for one text node is not asked for another: highlights stay. */
const TOO_LONG = 3 * SLICE;
/** A paragraph whose elements the page has taken out so often is left to highlights. A judgement. */
const MOST_FIGHTS = 3;

/** What a popover can open beside. */
export interface Anchor {
  id: string;
  /** An element, or what can be measured like one. */
  reference: Element | (Pick<Range, 'getBoundingClientRect' | 'getClientRects'> & { contextElement: Element });
  /** The element that has or holds the mark. */
  holder: Element;
}

export interface Marks {
  /** Shows these ranges; those of nodes that are marked already stay as they are. */
  show(ranges: ReadonlyMap<Text, readonly PaintRange[]>): void;
  hide(nodes: Iterable<Text>): void;
  ownerOf: Painter['ownerOf'];
  mend: Painter['mend'];
  /** The mark under the pointer or, for a key, with the focus. */
  at(event: Event): Anchor | null;
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
  const own = new WeakSet<Element>();
  const elements = createMarkPainter((element, { id, first }) => {
    own.add(element);
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
  let perSlice = PER_SLICE;

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

  /** The next nodes to get elements: what may not have any stays as it is. None is no end: others may still wait. */
  function nextSlice(): Text[] {
    const slice: Text[] = [];
    let looked = 0;
    let room = MOST_ELEMENTS - [...hard.values()].reduce((sum, count) => sum + count, 0);
    for (const node of waiting) {
      const { length } = shown.get(node)?.ranges ?? [];
      const fought = (node.parentElement && fights.get(node.parentElement)) ?? 0;
      waiting.delete(node);
      if (length === 0 || length > room || fought >= MOST_FIGHTS || !bearsElements(node)) continue;
      slice.push(node);
      room -= length;
      if (slice.length >= perSlice || ++looked >= MOST_LOOKED_AT) break;
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
      if (slice.length === 0) continue;
      const start = performance.now();
      const boxes = highlights ? boxesAround(slice) : new Map<Element, DOMRect>();
      change(() => slice.forEach(toElements));
      const moved = slice.filter(node => hasMoved(node, boxes));
      if (moved.length > 0) change(() => moved.forEach(toHighlights));
      const took = performance.now() - start;
      if (took > TOO_LONG && slice.length === 1 && highlights) waiting.clear();
      perSlice = took > SLICE ? Math.max(1, slice.length >> 1) : Math.min(PER_SLICE, perSlice + 1);
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
        // The page has only taken our elements out: it does not want them.
        if (record && parent && node.isConnected && node.data === record.text)
          fights.set(parent, (fights.get(parent) ?? 0) + 1);
        forget(node);
      }
      return broken;
    },
    at(event) {
      const [target] = event.composedPath();
      if (!(target instanceof window.Node)) return null;
      const element = (target.nodeType === 1 ? (target as Element) : target.parentElement)?.closest(MARK_ELEMENT);
      if (element && own.has(element))
        return { id: element.getAttribute(MARK_ATTRIBUTE) ?? '', reference: element, holder: element };
      return highlights && 'clientX' in event ? highlightAt(highlights, event as MouseEvent, target) : null;
    },
  };
}

/** The highlighted mark at the pointer: the nearest place in the text is asked for, and then whether the pointer is on it. */
function highlightAt(highlights: HighlightPainter, { clientX, clientY }: MouseEvent, target: Node): Anchor | null {
  const document = target.ownerDocument ?? (target as Document);
  const root = target.getRootNode();
  const shadowRoots = root.nodeType === 11 ? [root as ShadowRoot] : [];
  const place = document.caretPositionFromPoint?.(clientX, clientY, { shadowRoots });
  const node = place?.offsetNode;
  if (!place || node?.nodeType !== 3 || !node.parentElement) return null;
  const found = highlights.rangeAt(node as Text, place.offset);
  if (!found) return null;
  const range = document.createRange();
  range.setStart(node, found.start);
  range.setEnd(node, found.end);
  const isOn = ({ left, right, top, bottom }: DOMRect) =>
    left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
  if (![...range.getClientRects()].some(isOn)) return null;
  const contextElement = node.parentElement;
  const reference = {
    getBoundingClientRect: () => range.getBoundingClientRect(),
    getClientRects: () => range.getClientRects(),
    contextElement,
  };
  return { id: found.id, reference, holder: contextElement };
}
