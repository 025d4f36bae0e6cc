/** Keeps the popover beside its mark: above or below the line, inside the window, through scrolling and zooming. */
import {
  autoUpdate,
  computePosition,
  flip,
  inline,
  offset,
  type ReferenceElement,
  shift,
  size,
} from '@floating-ui/dom';

/** Space between the mark and the popover, and between the popover and the window's edge, in CSS pixels. */
const GAP = 8;

/**
 * Places `floating` (which must be `position: fixed`) beside `anchor` and keeps it there until `signal` is aborted.
 * It chooses above or below when it opens and then keeps to that side, so that it does not jump under the pointer.
 */
export function keepBeside(anchor: ReferenceElement, floating: HTMLElement, signal: AbortSignal): void {
  let side: 'top' | 'bottom' | null = null;
  const place = async () => {
    const { x, y, placement } = await computePosition(anchor, floating, {
      strategy: 'fixed',
      placement: side ?? 'bottom',
      middleware: [
        inline(),
        offset(GAP),
        ...(side ? [] : [flip({ padding: GAP })]),
        shift({ padding: GAP }),
        size({
          padding: GAP,
          apply({ availableHeight, elements }) {
            elements.floating.style.maxBlockSize = `${Math.max(160, Math.floor(availableHeight))}px`;
          },
        }),
      ],
    });
    if (signal.aborted) return;
    side ??= placement.startsWith('top') ? 'top' : 'bottom';
    floating.style.left = `${Math.round(x)}px`;
    floating.style.top = `${Math.round(y)}px`;
  };
  const stop = autoUpdate(anchor, floating, place);
  signal.addEventListener('abort', stop, { once: true });
}
