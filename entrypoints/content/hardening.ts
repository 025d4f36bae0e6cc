/** Turns highlights into elements once the page has settled: slowly, and only where that does no harm. */
import { blockOf } from '@/lib/page/exclusions';
import { bearsElements, boxesAround, hasMoved, walkForHydration } from '@/lib/page/harm';
import type { Painter, PaintRange } from '@/lib/page/painter';
import { giveWay, inSlices, waitForIdle } from '@/lib/page/slices';
import type { Shown } from './shown';

/** More elements than this make the page lay itself out for too long (measured: 36 to 50 ms for 300 on 1 MB). */
const MOST_ELEMENTS = 300;
/**
 * Text nodes that get elements in one slice, as long as the page lays itself out quickly. A judgement. The first slice has
 * but one: how quickly that is nobody knows yet (measured: six take 30 ms, and 120 at a quarter of the speed).
 */
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

export interface Hardening {
  /**
   * Has ranges become elements, as far as they may.
   * @param ranges all ranges of their marks, those that are shown already too
   * @param fresh the nodes among theirs that have just been shown
   */
  add(ranges: ReadonlyMap<Text, readonly PaintRange[]>, fresh: Iterable<Text>): void;
  forget(node: Text): void;
  /** Notes which blocks the page has taken elements of ours out of: some pages do not want them. */
  countFights(records: readonly MutationRecord[]): void;
}

/**
 * @param highlights null where the browser has none: then every mark becomes an element
 * @param isOwn whether an element is one of ours
 * @param change runs a change of ours so that the watch does not see it
 * @param settled resolves when elements may be put in: frameworks have taken the page over by then
 */
export function createHardening(
  document: Document,
  shown: Shown,
  { elements, highlights }: { elements: Painter; highlights: Painter | null },
  isOwn: (node: Node) => boolean,
  change: (run: () => void) => void,
  settled: Promise<void>,
  signal: AbortSignal,
): Hardening {
  const window = document.defaultView as Window;
  const fights = new WeakMap<Element, number>();
  const waiting = new Set<Text>();
  /** The marks of which a part begins a node. */
  const soft = new Set<string>();
  /** The nodes that have elements, with how many, and how many that makes. */
  const hard = new Map<Text, number>();
  let made = 0;
  let hardening = false;
  let perSlice = 1;
  let slow = 0;

  function count(node: Text, elements: number) {
    made += elements - (hard.get(node) ?? 0);
    if (elements > 0) hard.set(node, elements);
    else hard.delete(node);
  }

  /**
   * The ranges of a node that can become elements. A mark that begins a node cannot, as long as there is another way: the
   * page's own node would be left empty there, and a page may clear empty nodes away. It stays one highlight in all its
   * parts, and so do the marks that share a node with a later part of it.
   */
  function bearing(node: Text): readonly PaintRange[] {
    const ranges = shown.rangesOf(node);
    if (!highlights) return ranges;
    const later = ranges[0]?.start === 0 ? ranges.slice(1) : ranges;
    return later.some(({ id }) => soft.has(id)) ? [] : later;
  }

  function toElements(node: Text) {
    const all = shown.rangesOf(node);
    const ranges = bearing(node);
    highlights?.clear(node);
    elements.paint(node, ranges);
    count(node, ranges.length);
    if (ranges.length < all.length) highlights?.paint(node, all.slice(0, 1));
  }

  function toHighlights(node: Text) {
    elements.clear(node);
    count(node, 0);
    highlights?.clear(node);
    highlights?.paint(node, shown.rangesOf(node));
  }

  /** The next nodes to get elements: what may not have any stays as it is. None is no end: others may still wait. */
  function nextSlice(): Text[] {
    const slice: Text[] = [];
    let looked = 0;
    let room = MOST_ELEMENTS - made;
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

  /** Whether elements must be left out on this page altogether. */
  async function isBarred(): Promise<boolean> {
    if (!highlights) return false;
    if (document.getElementsByTagName('*').length > MOST_OF_PAGE) return true;
    return inSlices(walkForHydration(document), () => giveWay(window), signal);
  }

  /** What has been taken back moves things too, and one mark may have hidden what another does: so it is asked again. */
  function takeBackWhatMoves(slice: readonly Text[], boxes: ReadonlyMap<Element, DOMRect>) {
    let left = slice;
    for (;;) {
      const moved = new Set(left.filter(node => hasMoved(node, boxes)));
      if (moved.size === 0) return;
      change(() => moved.forEach(toHighlights));
      left = left.filter(node => !moved.has(node));
    }
  }

  function hardenSlice(slice: readonly Text[]) {
    const start = performance.now();
    const boxes = highlights ? boxesAround(slice) : new Map<Element, DOMRect>();
    change(() => slice.forEach(toElements));
    takeBackWhatMoves(slice, boxes);
    const took = performance.now() - start;
    slow = took > TOO_LONG ? slow + 1 : 0;
    if (slow > 1 && highlights) waiting.clear();
    perSlice = took > SLICE ? Math.max(1, slice.length >> 1) : Math.min(PER_SLICE, perSlice + 1);
  }

  async function harden() {
    if (hardening) return;
    hardening = true;
    await settled.catch(() => {});
    if (await isBarred().catch(() => true)) waiting.clear();
    while (waiting.size > 0 && !signal.aborted) {
      await waitForIdle(window);
      const slice = nextSlice();
      if (slice.length > 0) hardenSlice(slice);
    }
    hardening = false;
  }

  return {
    add(ranges, fresh) {
      for (const [first] of ranges.values()) if (first?.start === 0) soft.add(first.id);
      for (const node of fresh) waiting.add(node);
      if (waiting.size > 0) void harden();
    },
    forget(node) {
      for (const { id } of shown.rangesOf(node)) soft.delete(id);
      waiting.delete(node);
      count(node, 0);
    },
    countFights(records) {
      const fought = new Set<Element>();
      for (const { target, removedNodes } of records)
        if (target.isConnected && [...removedNodes].some(isOwn)) fought.add(blockOf(target as Element));
      for (const block of fought) fights.set(block, (fights.get(block) ?? 0) + 1);
    },
  };
}
