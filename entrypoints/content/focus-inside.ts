/** Keeps the focus in a dialog while the reader is in it. */
import { focusedIn } from '@/lib/page/closed-frame';

const FOCUSABLE = 'a[href], button, [tabindex="0"]';

/** Tab goes round inside: behind the last control the page would begin at a place the reader never was. */
export function goRound(event: KeyboardEvent, panel: HTMLElement): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(stop => stop.checkVisibility());
  const first = stops[0];
  const last = stops.at(-1);
  const at = focusedIn(panel);
  if (event.shiftKey && (at === first || at === panel)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first?.focus();
  }
}

/** When what had the focus is drawn no more, the dialog itself takes it: else the next key would be the page's. */
export function keepFocus(panel: HTMLElement, signal: AbortSignal): void {
  let entered = false;
  const observer = new MutationObserver(() => {
    if (entered && panel.ownerDocument.hasFocus() && !focusedIn(panel)) panel.focus({ preventScroll: true });
  });
  observer.observe(panel, { childList: true, subtree: true });
  panel.addEventListener('focusin', () => {
    entered = true;
  });
  panel.addEventListener('focusout', ({ target }) => {
    // Some browsers tell of a focus lost by removal, others do not: the reader has left only what is still there.
    queueMicrotask(() => {
      if ((target as Node).isConnected && !focusedIn(panel)) entered = false;
    });
  });
  signal.addEventListener('abort', () => observer.disconnect());
}
