/** Does what the browser's keys ask: from mark to mark, opening and closing, from wherever the reader is, and back there. */
import type { MarkCommand } from '@/lib/messaging';
import { focusAcross } from '@/lib/page/composed';
import { MARK_ELEMENT, OWN_HOSTS } from '@/lib/page/own-elements';
import type { Marks } from './marks';
import { type Anchor, isInView } from './places';
import type { Popover } from './popover';

export interface Commands {
  /** Carries one out; false where there is no mark to carry it out on. */
  run(command: MarkCommand): boolean;
  /** Takes Escape on a mark in this document for the way back to what had the focus before the first command. */
  listenIn(document: Document): void;
}

/** @param open opens the popover beside a mark */
export function createCommands(
  document: Document,
  marks: Pick<Marks, 'focused' | 'blur' | 'nextMark'>,
  popover: Pick<Popover, 'current' | 'leave'>,
  open: (anchor: Anchor) => void,
  signal: AbortSignal,
): Commands {
  /** What of the page had the focus: null for nothing in particular, undefined when there is no way back to go. */
  let left: Element | null | undefined;
  /** Where the last command went. */
  let last: Anchor | null = null;

  /** The mark that the reader is at. */
  function here(): Anchor | null {
    return marks.focused() ?? (isInView(last) ? last : null);
  }

  function go(direction: 1 | -1): boolean {
    const beside = popover.current();
    const next = marks.nextMark(direction, beside ?? here()?.id);
    if (!next) return false;
    last = next;
    if (beside !== null) open(next);
    return true;
  }

  function toggle(): boolean {
    if (popover.leave()) return true;
    const anchor = here() ?? marks.nextMark(1);
    if (!anchor) return false;
    last = anchor;
    open(anchor);
    return true;
  }

  function goBack() {
    const back = left;
    left = undefined;
    if (back?.isConnected) (back as HTMLElement).focus();
    else marks.blur();
  }

  function takeEscape(event: KeyboardEvent) {
    if (!event.isTrusted || event.key !== 'Escape' || left === undefined) return;
    // While a popover is open, Escape closes that.
    if (popover.current() !== null || !marks.focused()) return;
    event.preventDefault();
    event.stopPropagation();
    goBack();
  }

  return {
    run(command) {
      const before = focusAcross(document);
      const done = command === 'toggle-mark' ? toggle() : go(command === 'next-mark' ? 1 : -1);
      if (done && !before?.matches(`${MARK_ELEMENT}, ${OWN_HOSTS}`)) left = before;
      return done;
    },
    listenIn: whole => whole.addEventListener('keydown', takeEscape, { capture: true, signal }),
  };
}
