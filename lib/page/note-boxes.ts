/** Shows passages that have notes: a box around each line, and a handle that opens the note. */
import { blockOf } from './exclusions.ts';
import { linesOf, sightOf } from './lines-of-words.ts';
import type { NodeRange } from './pieces.ts';
import { followWords } from './placement.ts';

/** A handle is hit this far from its middle, in CSS pixels: WCAG's 24 by pointer, 44 by finger. */
const REACH = { fine: 12, coarse: 22 };
const HALF_HANDLE = 9;
/** Boxes stand around the words, not on them. */
const MARGIN = 2;

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

  function show({ id, label, moved, parts }: BoxedPassage, gone: AbortSignal) {
    const ranges = liveRanges(parts, document);
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
    shown.push({ id, handle });
    const block = blockOf(context);
    const inSight = sightOf(block);
    const isRtl = document.defaultView?.getComputedStyle(context).direction === 'rtl';
    box.style.color = document.defaultView?.getComputedStyle(context).color ?? '';
    const words = ranges.map(String);
    const rects = () => ranges.flatMap(linesOf);
    const reference = {
      getClientRects: rects,
      getBoundingClientRect: () => ranges[0]?.getBoundingClientRect() ?? new DOMRect(),
      contextElement: block,
    };
    followWords(
      reference,
      box,
      () => {
        const isStale = ranges.some((range, i) => range.toString() !== words[i]);
        draw(lines, handle, isStale ? [] : inSight(rects()), isRtl, root.host.getBoundingClientRect());
        if (isStale) onStale();
      },
      gone,
    );
  }

  /** The handle that a pointer is on, the nearest one. */
  function at({ clientX, clientY, pointerType }: PointerEvent): Shown | null {
    const reach = pointerType === 'touch' ? REACH.coarse : REACH.fine;
    let nearest: Shown | null = null;
    let least = reach;
    for (const one of shown) {
      if (one.handle.hidden) continue;
      const { left, top, width, height } = one.handle.getBoundingClientRect();
      const far = Math.max(Math.abs(clientX - left - width / 2), Math.abs(clientY - top - height / 2));
      if (far > least) continue;
      least = far;
      nearest = one;
    }
    return nearest;
  }
  const listen = { capture: true, signal } as const;
  document.addEventListener(
    'click',
    event => {
      const found = event.isTrusted ? at(event as PointerEvent) : null;
      if (!found || event.composedPath()[0] === root.host || event.detail === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      open(found.id);
    },
    listen,
  );
  document.addEventListener(
    'pointermove',
    event => {
      const found = at(event);
      for (const { handle } of shown) handle.classList.toggle('hover', handle === found?.handle);
    },
    { ...listen, passive: true },
  );
  signal.addEventListener('abort', () => {
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
      for (const passage of passages) show(passage, controller.signal);
    },
  };
}

/**
 * Ranges that follow what happens to their text nodes: our own marks cut these, and the page's text stays what it was. One
 * for each tree; boxes in a frame would need a host there, which would tell the page that there is a note.
 */
function liveRanges(parts: readonly NodeRange[], document: Document): Range[] {
  const byRoot = Map.groupBy(
    parts.filter(({ node, end }) => node.ownerDocument === document && node.isConnected && end <= node.length),
    ({ node }) => node.getRootNode(),
  );
  return [...byRoot.values()].map(list => {
    const range = document.createRange();
    const [first, last] = [list[0], list.at(-1)];
    if (first) range.setStart(first.node, first.start);
    if (last) range.setEnd(last.node, last.end);
    return range;
  });
}

function draw(
  into: HTMLElement,
  handle: HTMLElement,
  lines: readonly DOMRect[],
  isRtl: boolean,
  origin: DOMRect,
): void {
  const [first] = lines;
  handle.hidden = !first;
  handle.style.display = first ? '' : 'none';
  if (first) {
    const left = (isRtl ? first.right : first.left) - HALF_HANDLE;
    const most = (into.ownerDocument.documentElement.clientWidth || left) - 2 * HALF_HANDLE;
    handle.style.left = `${Math.max(0, Math.min(left, most)) - origin.left}px`;
    handle.style.top = `${Math.max(0, first.top - HALF_HANDLE - MARGIN - origin.top)}px`;
  }
  const boxes = lines.map(({ left, top, width, height }) => {
    const line = into.ownerDocument.createElement('span');
    line.className = 'line';
    Object.assign(line.style, {
      left: `${left - origin.left - MARGIN}px`,
      top: `${top - origin.top - MARGIN}px`,
      width: `${width + 2 * MARGIN}px`,
      height: `${height + 2 * MARGIN}px`,
    });
    return line;
  });
  into.replaceChildren(...boxes);
}
