/** Follows the pointer: a hand over highlights and, if the reader wants it, the popover once it rests on a mark. */
import type { Marks } from './marks';
import { type Found, isOnLink } from './open-on-demand';
import type { Popover } from './popover';

/** Milliseconds without movement that make a rest: who only passes by wants nothing. A judgement. */
const REST = 400;
/** Milliseconds to find the way from the mark to the popover and back. A judgement. */
const GRACE = 300;

/**
 * @param at the mark that an event is on
 * @param wanted whether a rest opens the popover
 */
export function openOnRest(
  document: Document,
  at: (event: Event) => Found | null,
  marks: Pick<Marks, 'pointAt'>,
  popover: Popover,
  wanted: () => boolean,
  signal: AbortSignal,
): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let place = '';

  function leave() {
    leaving ??= setTimeout(() => {
      leaving = undefined;
      popover.closeRested();
    }, GRACE);
  }
  function stay() {
    clearTimeout(leaving);
    leaving = undefined;
  }
  const stopRest = () => clearTimeout(rest);

  function move(event: PointerEvent) {
    // Scrolling sends moves of a pointer that stands still: they open nothing.
    const here = `${event.screenX} ${event.screenY}`;
    if (!event.isTrusted || event.pointerType !== 'mouse' || here === place) return;
    place = here;
    stopRest();
    // Who drags selects something.
    if (event.buttons !== 0) return;
    const found = at(event);
    marks.pointAt(found && !isOnLink(event) ? found.anchor : null);
    if (!wanted()) return;
    if (popover.holds(event, found?.anchor.id ?? null)) stay();
    else leave();
    if (found) rest = setTimeout(() => popover.openByRest(found.anchor, found.target), REST);
  }
  const listen = { capture: true, passive: true, signal } as const;
  document.addEventListener('pointermove', move, listen);
  for (const type of ['pointerdown', 'scroll', 'keydown']) document.addEventListener(type, stopRest, listen);
  document.documentElement.addEventListener('pointerleave', stopRest, listen);
  signal.addEventListener('abort', () => {
    stopRest();
    stay();
  });
}
