/** Listens to what the reader does in the page, and in those of its frames that hold marks. */

import type { Wishes } from './follow-settings';
import type { Marks } from './marks';
import { type Found, openOnDemand } from './open-on-demand';
import { openOnRest } from './open-on-rest';
import type { Popover } from './popover';
import { offerAtSelection } from './selection-button';

interface Given {
  /** The mark that an event is on. */
  at(event: Event): Found | null;
  marks: Marks;
  popover: Popover;
  wishes: Wishes;
  /** Looks up what is selected. */
  lookUp(): void;
  /** Runs a change of ours so that the watch does not see it. */
  change(run: () => void): void;
}

export interface Listening {
  /** Listens in a document, unless it does; anew once that has another root, for `document.open` takes all listeners away. */
  listenIn(document: Document): void;
}

/** Until `signal` is aborted. */
export function createListening({ at, marks, popover, wishes, lookUp, change }: Given, signal: AbortSignal): Listening {
  const known = new WeakMap<Document, { root: Element; controller: AbortController }>();
  return {
    listenIn(document) {
      const before = known.get(document);
      if (before?.root === document.documentElement) return;
      before?.controller.abort();
      const controller = new AbortController();
      known.set(document, { root: document.documentElement, controller });
      const both = AbortSignal.any([signal, controller.signal]);
      openOnDemand(document, at, popover, (direction, from) => marks.nextMark(direction, from), both);
      popover.listenIn(document);
      openOnRest(document, at, marks, popover, () => wishes.openOnRest, both);
      offerAtSelection(document, () => wishes.selectionButton, lookUp, change, both);
    },
  };
}
