/** Opens the popover by click, tap and key. Only trusted events on marks of our own making count. */
import type { Target } from '@/components/Panel';
import type { Anchor } from './places';
import type { Popover } from './popover';

/** A mark with what it opens. */
export interface Found {
  anchor: Anchor;
  target: Target;
}

/**
 * @param at the mark that an event is on
 * @param step goes on from a mark to the next one, or to the one before
 */
export function openOnDemand(
  document: Document,
  at: (event: Event) => Found | null,
  popover: Popover,
  step: (direction: 1 | -1, from: string) => void,
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
      // A click on a link is the page's: it goes where the author sent it. The keyboard still opens the mark inside. Who
      // has just selected something, with the pointer or by a long press, has not clicked.
      if (!isOnLink(event) && document.getSelection()?.isCollapsed !== false) open(event);
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'mousedown',
    event => {
      if (event.isTrusted && event.button === 0) letSelect(at(event)?.anchor.element ?? null);
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'keydown',
    event => {
      if (event.key === 'Enter' || event.key === ' ') open(event);
      const direction = stepOf(event);
      const found = direction && event.isTrusted ? at(event) : null;
      if (!direction || !found) return;
      event.preventDefault();
      event.stopPropagation();
      step(direction, found.anchor.id);
    },
    { capture: true, signal },
  );
}

/**
 * Lets a press on a mark begin a selection within it: Chromium selects nothing by a drag that stays inside of what a press
 * gives the focus. Once the browser has judged the press, the mark takes the focus again.
 */
function letSelect(element: HTMLElement | null): void {
  if (!element?.hasAttribute('tabindex')) return;
  element.removeAttribute('tabindex');
  setTimeout(() => {
    element.tabIndex = 0;
  });
}

/** Whether an event is on a link of the page. */
export function isOnLink(event: Event): boolean {
  const isLink = (node: EventTarget) =>
    (node as Partial<Element>).localName === 'a' && (node as Element).hasAttribute('href');
  return event.composedPath().some(isLink);
}

/** The direction that a key goes from mark to mark, or null: Alt with an arrow, which no browser and few pages use. */
export function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 1 | -1 | null {
  if (!altKey || ctrlKey || metaKey || shiftKey) return null;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null;
}
