/** The page's popovers: one at a time, and those that the reader has pinned. */
import cardStyles from '@/components/card.css?inline';
import chartStyles from '@/components/chart/chart.css?inline';
import type { Target } from '@/components/Panel';
import panelStyles from '@/components/panel.css?inline';
import tokens from '@/components/tokens.css?inline';
import { type Dialog, openDialog, type Surroundings } from './dialog';
import hostStyles from './host.css?inline';
import type { Anchor } from './places';

export interface Popover {
  /**
   * Opens beside `anchor`, in place of one that is open and not pinned. The focus goes into it, and back to the mark on
   * Escape.
   */
  open(anchor: Anchor, target: Target): void;
  /** Opens without taking the focus, unless one is open that the reader asked for or has used. */
  openByRest(anchor: Anchor, target: Target): void;
  /** Whether a pointer event is in a popover, or on this mark with what has opened by rest beside it. */
  holds(event: Event, mark: string | null): boolean;
  /** The mark beside which the popover with the focus stands, or else the one that is not pinned; null for neither. */
  current(): string | null;
  /** Closes that one, with the focus back on its mark; false where there is none. */
  leave(): boolean;
  /** Closes what has opened by rest and was not used since. */
  closeRested(): void;
  /** Closes what is open beside this mark, unless it is pinned. */
  closeFor(id: string): void;
  /** Closes on Escape and on a press elsewhere in this document too: a frame's tells the page nothing. */
  listenIn(document: Document): void;
}

/** Makes the page's popovers; on abort they are closed and forgotten. */
export function createPopover(document: Document, around: Surroundings, signal: AbortSignal): Popover {
  const dialogs = new Set<Dialog>();
  /** The one that goes when another opens. */
  let loose: Dialog | null = null;
  /** Whether that one has opened by rest and was not used since. */
  let rested = false;

  function show(anchor: Anchor, target: Target): Dialog {
    loose?.close();
    let own: Dialog | null = null;
    const styles = hostStyles + tokens + panelStyles + cardStyles + chartStyles;
    const dialog = openDialog(document, styles, { anchor, target }, around, {
      onPinned(pinned) {
        if (!own) return;
        rested = false;
        if (!pinned && loose !== own) loose?.close();
        loose = pinned ? null : own;
      },
      onUsed() {
        if (loose === own) rested = false;
      },
      onClosed() {
        if (own) dialogs.delete(own);
        if (loose === own) loose = null;
      },
    });
    own = dialog;
    dialogs.add(dialog);
    loose = dialog;
    return dialog;
  }

  const current = () => [...dialogs].find(dialog => dialog.hasFocus()) ?? loose;
  const isInDialog = (event: Event) => [...dialogs].some(({ host }) => event.composedPath().includes(host));
  const listen = { signal, capture: true } as const;
  function press(event: PointerEvent) {
    // A finger that comes down may be about to scroll or to zoom: only a tap is meant to close, and ends in a click.
    if ((event.pointerType === 'touch') !== (event.type === 'click')) return;
    if (!event.isTrusted || !loose || isInDialog(event) || around.markAt(event) === loose.id) return;
    loose.close();
  }
  function key(event: KeyboardEvent) {
    if (!event.isTrusted || event.key !== 'Escape' || !loose || isInDialog(event)) return;
    event.preventDefault();
    event.stopPropagation();
    loose.leave();
  }
  signal.addEventListener('abort', () => {
    for (const dialog of [...dialogs]) dialog.close();
  });

  return {
    open(anchor, target) {
      // What is open there already, by rest or not, only takes the focus.
      const dialog = loose?.id === anchor.id ? loose : show(anchor, target);
      rested = false;
      dialog.takeFocus();
    },
    openByRest(anchor, target) {
      if ((loose && !rested) || loose?.id === anchor.id || signal.aborted) return;
      show(anchor, target);
      rested = true;
    },
    holds: (event, mark) => isInDialog(event) || (mark !== null && mark === loose?.id),
    current: () => current()?.id ?? null,
    leave() {
      const dialog = current();
      dialog?.leave();
      return dialog !== null;
    },
    closeRested: () => rested && loose?.close(),
    closeFor: id => loose?.id === id && loose.close(),
    listenIn(whole) {
      whole.addEventListener('pointerdown', press, listen);
      whole.addEventListener('click', press, listen);
      whole.addEventListener('keydown', key, listen);
    },
  };
}
