/** Gives words that have no element of ours what an element has: a hand and a tint under the pointer, and the focus. */
import { followWords, type Words } from './placement';
import { selectThrough } from './select-through';
import { openAbove } from './top-layer';

export const OVERLAY_ELEMENT = 'daftar-overlay';

const STYLES = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; overflow: visible !important;
  inline-size: 0 !important; block-size: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  background: none !important; pointer-events: none !important; display: block !important; color-scheme: light dark }
span { position: fixed; border-radius: 2px; }
.hand span { cursor: pointer; pointer-events: auto; background: rgb(127 127 127 / .16); }
.ring { all: unset; display: block; font-size: 0; }
.ring span { outline: 2px solid currentColor; outline-offset: 2px; }
@media (forced-colors: active) { .ring span { outline-color: Highlight; } }
@media print { :host { display: none !important; } }
`;

/** Words with the id of their mark. */
export interface MarkedWords {
  id: string;
  reference: Words;
}

export interface Overlay {
  /** Lays a hand and a tint over words, until the pointer goes elsewhere; null takes them away. */
  pointAt(words: MarkedWords | null): void;
  /** Gives the focus to a button over words, with a ring around them. It goes when the focus does. */
  focus(words: MarkedWords, label: string): void;
  /** The mark under the pointer or with the focus, when an event is on the overlay; else null. */
  at(event: Event): string | null;
}

/**
 * Makes the overlay of a page: nothing stands in the page's tree as long as it is not needed.
 * @param change runs a change of ours so that the watch does not see it
 * @param signal on abort it goes
 */
export function createOverlay(document: Document, change: (run: () => void) => void, signal: AbortSignal): Overlay {
  const window = document.defaultView as Window & typeof globalThis;
  let pointed: { id: string; host: HTMLElement; controller: AbortController } | null = null;
  let focused: { id: string; host: HTMLElement; controller: AbortController } | null = null;
  let sheet: CSSStyleSheet | null = null;

  function open(words: MarkedWords) {
    sheet ??= new window.CSSStyleSheet();
    sheet.replaceSync(STYLES);
    return openAbove(document, OVERLAY_ELEMENT, sheet, words.reference.contextElement);
  }

  function draw(into: HTMLElement, { reference }: MarkedWords) {
    const boxes = reference.getClientRects().map(({ left, top, width, height }) => {
      const box = document.createElement('span');
      Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
      return box;
    });
    into.replaceChildren(...boxes);
  }

  const overlay: Overlay = {
    pointAt(words) {
      if (words?.id === pointed?.id) return;
      change(() => {
        pointed?.controller.abort();
        pointed?.host.remove();
        pointed = null;
        if (!words || signal.aborted) return;
        const { host, root } = open(words);
        const hand = document.createElement('div');
        hand.className = 'hand';
        root.append(hand);
        draw(hand, words);
        const controller = new AbortController();
        selectThrough(hand, controller.signal);
        pointed = { id: words.id, host, controller };
      });
    },
    focus(words, label) {
      focused?.controller.abort();
      if (signal.aborted) return;
      change(() => {
        const { host, root } = open(words);
        const controller = new AbortController();
        const own = { id: words.id, host, controller };
        const ring = document.createElement('button');
        ring.className = 'ring';
        ring.setAttribute('aria-label', label);
        ring.setAttribute('aria-haspopup', 'dialog');
        // As around elements: the colour of the words stands out from what is behind them.
        ring.style.color = window.getComputedStyle(words.reference.contextElement).color;
        root.append(ring);
        followWords(words.reference, ring, () => draw(ring, words), controller.signal);
        controller.signal.addEventListener('abort', () => {
          if (focused === own) focused = null;
          change(() => host.remove());
        });
        ring.focus({ preventScroll: true });
        focused = own;
        ring.addEventListener('blur', () => controller.abort(), { signal: controller.signal });
      });
    },
    at({ target }) {
      if (target === pointed?.host) return pointed?.id ?? null;
      return target === focused?.host ? (focused?.id ?? null) : null;
    },
  };

  const listen = { capture: true, passive: true, signal } as const;
  // What scrolls moves under it.
  for (const type of ['scroll', 'wheel', 'resize']) window.addEventListener(type, () => overlay.pointAt(null), listen);
  signal.addEventListener('abort', () => {
    overlay.pointAt(null);
    focused?.controller.abort();
  });
  return overlay;
}
