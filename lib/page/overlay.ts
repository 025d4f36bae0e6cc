/** Gives words that have no element of ours what an element has: a hand and a tint under the pointer, and the focus. */
import { goOnByTab } from './go-on-by-tab';
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
  /** Takes the focus away from its words, and the ring with it. */
  blur(): void;
  /** The mark under the pointer or with the focus, when an event's target or what has the focus is the overlay; else null. */
  at(target: EventTarget | null): string | null;
}

/**
 * Makes the overlay of a page: nothing stands in the page's tree as long as it is not needed. It opens in the document of
 * the words, which may be a frame's.
 * @param change runs a change of ours so that the watch does not see it
 * @param signal on abort it goes
 */
export function createOverlay(change: (run: () => void) => void, signal: AbortSignal): Overlay {
  let pointed: Laid | null = null;
  let focused: Laid | null = null;
  const sheets = new WeakMap<Document, CSSStyleSheet>();

  /** Opens a host over words; it goes when its controller is aborted. */
  function open({ id, reference }: MarkedWords, gone: () => void) {
    const { contextElement } = reference;
    const document = contextElement.ownerDocument;
    const window = document.defaultView as Window & typeof globalThis;
    const sheet = sheets.get(document) ?? new window.CSSStyleSheet();
    if (!sheets.has(document)) sheet.replaceSync(STYLES);
    sheets.set(document, sheet);
    const { host, root } = openAbove(document, OVERLAY_ELEMENT, sheet, contextElement);
    const controller = new AbortController();
    controller.signal.addEventListener('abort', () => {
      gone();
      change(() => host.remove());
    });
    return { document, window, root, own: { id, host, controller } };
  }

  const overlay: Overlay = {
    pointAt(words) {
      if (words?.id === pointed?.id) return;
      pointed?.controller.abort();
      if (!words || signal.aborted) return;
      change(() => {
        const { document, window, root, own } = open(words, () => {
          pointed = null;
        });
        const hand = document.createElement('div');
        hand.className = 'hand';
        root.append(hand);
        draw(hand, words);
        selectThrough(hand, own.controller.signal);
        // What scrolls moves under it.
        const listen = { capture: true, passive: true, signal: own.controller.signal } as const;
        for (const type of ['scroll', 'wheel', 'resize'])
          window.addEventListener(type, () => own.controller.abort(), listen);
        pointed = own;
      });
    },
    focus(words, label) {
      focused?.controller.abort();
      if (signal.aborted) return;
      change(() => {
        const { document, window, root, own } = open(words, () => {
          if (focused === own) focused = null;
        });
        const listen = { signal: own.controller.signal };
        const ring = document.createElement('button');
        ring.className = 'ring';
        ring.setAttribute('aria-label', label);
        ring.setAttribute('aria-haspopup', 'dialog');
        // As around elements: the colour of the words stands out from what is behind them.
        ring.style.color = window.getComputedStyle(words.reference.contextElement).color;
        root.append(ring);
        followWords(words.reference, ring, () => draw(ring, words), own.controller.signal);
        ring.focus({ preventScroll: true });
        focused = own;
        ring.addEventListener('keydown', event => goOnByTab(event, words.reference.contextElement), listen);
        ring.addEventListener('blur', () => own.controller.abort(), listen);
      });
    },
    blur: () => focused?.controller.abort(),
    at: target => [pointed, focused].find(laid => laid?.host === target)?.id ?? null,
  };
  signal.addEventListener('abort', () => {
    pointed?.controller.abort();
    focused?.controller.abort();
  });
  return overlay;
}

interface Laid {
  id: string;
  host: HTMLElement;
  controller: AbortController;
}

/** Draws a box over each line of the words. */
function draw(into: HTMLElement, { reference }: MarkedWords): void {
  const boxes = reference.getClientRects().map(({ left, top, width, height }) => {
    const box = into.ownerDocument.createElement('span');
    Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    return box;
  });
  into.replaceChildren(...boxes);
}
