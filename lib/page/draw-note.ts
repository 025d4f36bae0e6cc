/** Draws one passage that has a note, in the coordinates of the host (`putNoteHost`). */

/** The handle's size, and how far it reaches over the line above and to the side of the first letter. */
const HANDLE = 14;
const ABOVE = 12;
const BESIDE = 3;
/** Handles of passages that begin at the same place stand in a row. */
const STEP = 24;
/**
 * Boxes stand a little above and below the words. To the sides they and the handles stay over them: what reaches out of the
 * page makes it scroll, and a page can tell that it does.
 */
const MARGIN = 2;

/** Draws a box around each line, and gives the first line. */
export function drawLines(into: HTMLElement, lines: readonly DOMRect[], origin: DOMRect): DOMRect | null {
  const boxes = lines.map(({ left, top, width, height }) => {
    const line = into.ownerDocument.createElement('span');
    line.className = 'line';
    Object.assign(line.style, {
      left: `${left - origin.left}px`,
      top: `${top - origin.top - MARGIN}px`,
      width: `${width}px`,
      height: `${height + 2 * MARGIN}px`,
    });
    return line;
  });
  into.replaceChildren(...boxes);
  return lines[0] ?? null;
}

/** Puts the handle on the corner where the first line begins, inside the page; without a line it goes. */
export function drawHandle(
  handle: HTMLElement,
  line: DOMRect | null,
  { isRtl, place }: { isRtl: boolean; place: number },
  origin: DOMRect,
): void {
  handle.hidden = !line;
  handle.style.display = line ? '' : 'none';
  if (!line) return;
  const corner = isRtl ? line.right - HANDLE + BESIDE - place * STEP : line.left - BESIDE + place * STEP;
  handle.style.left = `${Math.min(Math.max(0, corner), Math.max(0, line.right - HANDLE)) - origin.left}px`;
  handle.style.top = `${Math.max(0, line.top - ABOVE - origin.top)}px`;
}
