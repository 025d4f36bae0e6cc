/** Opens the popover by click, tap and key. Only trusted events on marks of our own making count. */
import type { Anchor } from './marks';
import type { Popover, Target } from './popover';

/** @param at the mark that an event is on, with what it opens */
export function openOnDemand(
  document: Document,
  at: (event: Event) => { anchor: Anchor; target: Target } | null,
  popover: Popover,
  signal: AbortSignal,
): void {
  const open = (event: Event) => {
    if (!event.isTrusted) return;
    const found = at(event);
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    popover.open(found.anchor, found.target);
  };
  document.addEventListener(
    'click',
    event => {
      // A click on a link is the page's: it goes where the author sent it. The keyboard still opens the mark inside.
      const isLink = (node: EventTarget) =>
        (node as Partial<Element>).localName === 'a' && (node as Element).hasAttribute('href');
      if (!event.composedPath().some(isLink)) open(event);
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'keydown',
    event => {
      if (event.key === 'Enter' || event.key === ' ') open(event);
    },
    { capture: true, signal },
  );
}
