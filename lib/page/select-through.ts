/** Lets a reader select the text under a cover of ours as if the cover were not there. */

/** A press that moves less is a click. A judgement. */
const SLACK = 4;

/**
 * Takes presses on `cover` for the text below it: a drag selects, a second press takes the word, a third the whole block.
 * (A cover that is taken away while it is pressed swallows the press in Chromium.) Clicks stay clicks.
 */
export function selectThrough(cover: HTMLElement, signal: AbortSignal): void {
  const document = cover.ownerDocument;
  const window = document.defaultView as Window;

  function caretAt({ clientX, clientY }: MouseEvent): [Node, number] | null {
    cover.style.visibility = 'hidden';
    const caret = document.caretPositionFromPoint?.(clientX, clientY);
    cover.style.visibility = '';
    return caret ? [caret.offsetNode, caret.offset] : null;
  }

  function press(event: MouseEvent) {
    const selection = document.getSelection();
    const start = caretAt(event);
    if (event.button !== 0 || !event.isTrusted || !selection || !start) return;
    event.preventDefault();
    const { anchorNode, anchorOffset } = selection;
    if (event.shiftKey && anchorNode) selection.setBaseAndExtent(anchorNode, anchorOffset, ...start);
    else selection.collapse(...start);
    if (event.detail === 2) {
      selection.modify('move', 'backward', 'word');
      selection.modify('extend', 'forward', 'word');
    } else if (event.detail > 2 && start[0].parentElement) selection.selectAllChildren(start[0].parentElement);

    const released = new AbortController();
    const listen = { capture: true, signal: AbortSignal.any([signal, released.signal]) };
    let dragged = false;
    const drag = (move: MouseEvent) => {
      dragged ||= Math.hypot(move.clientX - event.clientX, move.clientY - event.clientY) >= SLACK;
      const end = dragged ? caretAt(move) : null;
      if (end) selection.setBaseAndExtent(...start, ...end);
    };
    window.addEventListener('mousemove', drag, listen);
    window.addEventListener(
      'mouseup',
      () => {
        released.abort();
        if (dragged) swallowClick();
      },
      listen,
    );
  }

  /** Who has selected something has not clicked. The click comes at once after the release or not at all. */
  function swallowClick() {
    const swallow = (click: MouseEvent) => click.stopImmediatePropagation();
    window.addEventListener('click', swallow, { capture: true, signal });
    window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
  }
  cover.addEventListener('mousedown', press, { signal });
}
