/** Where what stands in a frame of the same origin is in the window around it. */
import { common, inSight } from './lines-of-words.ts';

/** What a frame shows its document in, in the coordinates of the window around it; `scale` is what CSS does to its size. */
interface FramePlace {
  room: DOMRect;
  scale: number;
}

function placeOf(frame: HTMLElement): FramePlace {
  const { left, top, width } = frame.getBoundingClientRect();
  const style = frame.ownerDocument.defaultView?.getComputedStyle(frame);
  const padding = (side: 'Left' | 'Top' | 'Right' | 'Bottom') =>
    Number.parseFloat(style?.[`padding${side}`] ?? '') || 0;
  const scale = width / (frame.offsetWidth || width) || 1;
  return {
    room: new DOMRect(
      left + (frame.clientLeft + padding('Left')) * scale,
      top + (frame.clientTop + padding('Top')) * scale,
      (frame.clientWidth - padding('Left') - padding('Right')) * scale,
      (frame.clientHeight - padding('Top') - padding('Bottom')) * scale,
    ),
    scale,
  };
}

const frameOf = (document: Document): HTMLElement | null =>
  (document.defaultView?.frameElement as HTMLElement | null | undefined) ?? null;

/**
 * The lines of an element as far as they can be seen (`inSight`), through the frames that it stands in, in the coordinates
 * of the window of `top`. Nothing where its frame has gone.
 */
export function inSightAcross(lines: readonly DOMRect[], element: Element, top: Document): DOMRect[] {
  const seen = inSight(lines, element);
  if (element.ownerDocument === top || seen.length === 0) return seen;
  const frame = frameOf(element.ownerDocument);
  if (!frame) return [];
  const { room, scale } = placeOf(frame);
  const moved = seen.flatMap(({ left, top: above, width, height }) => {
    const line = new DOMRect(room.left + left * scale, room.top + above * scale, width * scale, height * scale);
    return common(line, room) ?? [];
  });
  return inSightAcross(moved, frame, top);
}

/** A point of a document's window in the coordinates of the window of `top`; null where its frame has gone. */
export function pointAcross(
  { x, y }: { x: number; y: number },
  document: Document,
  top: Document,
): { x: number; y: number } | null {
  if (document === top) return { x, y };
  const frame = frameOf(document);
  if (!frame) return null;
  const { room, scale } = placeOf(frame);
  return pointAcross({ x: room.left + x * scale, y: room.top + y * scale }, frame.ownerDocument, top);
}
