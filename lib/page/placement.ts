/** Keeps the popover beside its mark: above or below the line, inside the window, through scrolling and zooming. */
import { autoUpdate, computePosition, hide, inline, type Middleware, offset, shift, size } from '@floating-ui/dom';
import { focusedIn } from './closed-frame';

/** What something can be placed beside: words, which may stand on several lines. */
export interface Words {
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRect[];
  /** The page's element that holds them, with whose containers they scroll. */
  contextElement: Element;
}

/** Space between the words and the popover, and between the popover and the window's edge, in CSS pixels. */
export const GAP = 8;
/** With so much room below the line it goes there; with less to where there is more. It grows when all is asked for. */
const ENOUGH = 360;
/** With less room than this on both sides (a small window, a high zoom) it takes the window's lower edge instead. */
const TOO_LITTLE = 200;
// Both are judgements.

/**
 * Places `floating` (which must be `position: fixed`) beside the words and keeps it there until `signal` is aborted. It
 * chooses above or below when it opens and keeps to that side, and it never shrinks by scrolling: it goes with the text like
 * a part of it. While its words are scrolled out of their container or the window, it hides.
 */
export function keepBeside(words: Words, floating: HTMLElement, signal: AbortSignal): void {
  const window = floating.ownerDocument.defaultView as Window;
  let side: 'top' | 'bottom' | 'edge' | null = null;
  let most = 0;
  let focused: HTMLElement | null = null;

  const choose: Middleware = {
    name: 'side',
    fn({ rects, placement }) {
      if (!side) {
        const above = rects.reference.y - 2 * GAP;
        const below = window.innerHeight - rects.reference.y - rects.reference.height - 2 * GAP;
        if (Math.max(above, below) < TOO_LITTLE) side = 'edge';
        else side = below >= Math.max(ENOUGH, rects.floating.height) || below >= above ? 'bottom' : 'top';
      }
      return side !== 'top' || placement === 'top' ? {} : { reset: { placement: 'top' } };
    },
  };
  const limit = size({
    padding: GAP,
    apply({ availableHeight }) {
      const whole = window.innerHeight - 2 * GAP;
      most = side === 'edge' ? whole : Math.max(most, availableHeight, TOO_LITTLE);
      floating.style.maxBlockSize = `${Math.floor(Math.min(most, whole))}px`;
    },
  });

  const placeNow = async () => {
    const { x, y, middlewareData } = await computePosition(words, floating, {
      strategy: 'fixed',
      placement: side === 'top' ? 'top' : 'bottom',
      middleware: [inline(), choose, offset(GAP), shift({ padding: GAP }), limit, hide()],
    });
    if (signal.aborted) return;
    const top = side === 'edge' ? window.innerHeight - floating.offsetHeight - GAP : y;
    floating.style.left = `${Math.round(x)}px`;
    floating.style.top = `${Math.round(top)}px`;
    show(middlewareData.hide?.referenceHidden !== true);
  };

  const place = () =>
    placeNow().catch(error => {
      // Without a window there is nothing to measure: the page has taken the frame away.
      if (floating.ownerDocument.defaultView) throw error;
    });

  /** What is hidden loses the focus; it gets it back, unless the reader has put it elsewhere. */
  function show(visible: boolean) {
    const { style } = floating;
    if (visible === (style.visibility !== 'hidden')) return;
    if (!visible) focused = focusedIn(floating);
    style.visibility = visible ? '' : 'hidden';
    if (visible && floating.ownerDocument.hasFocus() && !focusedIn(floating)) focused?.focus({ preventScroll: true });
  }

  // Zooming is a resize: there is more or less room, so the choice is made anew.
  const reset = () => {
    side = null;
    most = 0;
  };
  window.addEventListener('resize', reset, { signal });
  const stop = autoUpdate(words, floating, place);
  signal.addEventListener('abort', () => {
    stop();
    show(true);
  });
}

/** Calls `draw` now and whenever words may stand elsewhere on the screen, until `signal` is aborted. */
export function followWords(words: Words, drawn: HTMLElement, draw: () => void, signal: AbortSignal): void {
  signal.addEventListener('abort', autoUpdate(words, drawn, draw));
}
