/** Shows passages that have notes: a box around each line, and a handle that opens the note. */
import { drawHandle, drawLines } from './draw-note.ts';
import { blockOf } from './exclusions.ts';
import { inSightAcross, pointAcross } from './frame-places.ts';
import { linesOf } from './lines-of-words.ts';
import type { NodeRange } from './pieces.ts';
import { followWords } from './placement.ts';

/** A handle is hit this far from its middle, in CSS pixels: WCAG's 24 by pointer, 44 by finger. */
const REACH = { fine: 12, coarse: 22 };
/** A passage to be shown. */
export interface BoxedPassage {
  id: string;
  /** What its handle does, for screen readers. */
  label: string;
  /** Whether its words have changed or stand elsewhere: its boxes are dashed. */
  moved: boolean;
  parts: readonly NodeRange[];
}

export interface NoteBoxes {
  /** Shows these passages and no others, in their order. */
  show(passages: readonly BoxedPassage[]): void;
}

interface Shown {
  id: string;
  handle: HTMLButtonElement;
  draw(): void;
}

/**
 * Handles take no pointer, which would tell the page where they are: a press is looked up among them. Keys reach them as
 * the buttons that they are, behind the page's own.
 * @param root the shadow root of the host (`putNoteHost`); what is shown in it is no mutation of the page
 * @param open opens a note
 * @param onStale told when a passage's words are no longer what they were as it was shown
 * @param signal on abort all boxes go
 */
export function createNoteBoxes(
  root: ShadowRoot,
  label: string,
  open: (id: string) => void,
  onStale: () => void,
  signal: AbortSignal,
): NoteBoxes {
  const document = root.ownerDocument;
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', label);
  root.append(group);
  let controller = new AbortController();
  let shown: Shown[] = [];

  function show({ id, label, moved, parts }: BoxedPassage, place: number, gone: AbortSignal) {
    const ranges = liveRanges(parts);
    const context = parts[0]?.node.parentElement;
    if (ranges.length === 0 || !context) return;
    const box = document.createElement('div');
    box.classList.toggle('moved', moved);
    const handle = document.createElement('button');
    handle.type = 'button';
    handle.setAttribute('aria-label', label);
    handle.addEventListener('click', event => event.isTrusted && open(id), { signal: gone });
    const lines = document.createElement('div');
    box.append(lines, handle);
    group.append(box);
    const block = blockOf(context);
    const isRtl = context.ownerDocument.defaultView?.getComputedStyle(context).direction === 'rtl';
    for (const range of ranges) listenIn(range.startContainer.ownerDocument as Document);
    const words = ranges.map(String);
    const rects = () => ranges.flatMap(linesOf);
    const reference = {
      getClientRects: rects,
      getBoundingClientRect: () => ranges[0]?.getBoundingClientRect() ?? new DOMRect(),
      contextElement: block,
    };
    const draw = () => {
      const isStale = ranges.some((range, i) => range.toString() !== words[i]);
      const origin = root.host.getBoundingClientRect();
      const inside = drawLines(lines, isStale ? [] : inSightAcross(rects(), block, document), origin);
      drawHandle(handle, inside, { isRtl, place }, origin);
      if (isStale) onStale();
    };
    shown.push({ id, handle, draw });
    followWords(reference, box, draw, gone);
  }

  /** The handle that a pointer is on, the nearest one. */
  function at({ clientX, clientY, pointerType }: PointerEvent, from: Document): Shown | null {
    const point = pointAcross({ x: clientX, y: clientY }, from, document);
    if (!point) return null;
    const reach = pointerType === 'touch' ? REACH.coarse : REACH.fine;
    let nearest: Shown | null = null;
    let least = reach;
    for (const one of shown) {
      if (one.handle.hidden) continue;
      const { left, top, width, height } = one.handle.getBoundingClientRect();
      const far = Math.max(Math.abs(point.x - left - width / 2), Math.abs(point.y - top - height / 2));
      if (far > least) continue;
      least = far;
      nearest = one;
    }
    return nearest;
  }
  // What opens, closes or moves something over the words: followers of the words themselves do not notice.
  let frame = 0;
  const drawSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      for (const { draw } of shown) draw();
    });
  };
  const listen = { capture: true, signal } as const;
  const listened = new WeakSet<Document>();
  /** A frame's events are told in its own document only. */
  function listenIn(whole: Document) {
    if (listened.has(whole)) return;
    listened.add(whole);
    whole.addEventListener(
      'click',
      event => {
        const found = event.isTrusted ? at(event as PointerEvent, whole) : null;
        if (!found || event.composedPath()[0] === root.host || event.detail === 0) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        open(found.id);
      },
      listen,
    );
    whole.addEventListener(
      'pointermove',
      event => {
        const found = at(event, whole);
        for (const { handle } of shown) handle.classList.toggle('hover', handle === found?.handle);
      },
      { ...listen, passive: true },
    );
    for (const type of ['click', 'keyup', 'toggle', 'transitionend', 'animationend'])
      whole.addEventListener(type, drawSoon, { ...listen, passive: true });
  }
  listenIn(document);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    controller.abort();
    group.remove();
  });

  return {
    show(passages) {
      controller.abort();
      controller = new AbortController();
      shown = [];
      group.replaceChildren();
      if (signal.aborted) return;
      passages.forEach((passage, i) => {
        const [first] = passage.parts;
        const isBesides = ({ parts: [other] }: BoxedPassage) =>
          other?.node === first?.node && other?.start === first?.start;
        show(passage, passages.slice(0, i).filter(isBesides).length, controller.signal);
      });
    },
  };
}

/**
 * Ranges that follow what happens to their text nodes: our own marks cut these, and the page's text stays what it was. One
 * for each tree. What stands in a frame is drawn in the page's own host: one in the frame would tell that there is a note.
 */
function liveRanges(parts: readonly NodeRange[]): Range[] {
  const byRoot = Map.groupBy(
    parts.filter(({ node, end }) => node.ownerDocument.defaultView && node.isConnected && end <= node.length),
    ({ node }) => node.getRootNode(),
  );
  return [...byRoot.values()].flatMap(list => {
    const [first, last] = [list[0], list.at(-1)];
    const range = first?.node.ownerDocument.createRange();
    if (!range) return [];
    if (first) range.setStart(first.node, first.start);
    if (last) range.setEnd(last.node, last.end);
    return range;
  });
}
