/** Listens to what the reader does in the page, and in those of its frames that hold marks. */
import type { Marks } from './marks';
import { type Found, openOnDemand } from './open-on-demand';
import { openOnRest } from './open-on-rest';
import type { Popover } from './popover';

interface Given {
  /** The mark that an event is on. */
  at(event: Event): Found | null;
  marks: Marks;
  popover: Popover;
  /** Whether a rest of the pointer opens the popover. */
  opensOnRest(): boolean;
}

export interface Listening {
  /** Listens in a document, unless it does; anew once that has another root, for `document.open` takes all listeners away. */
  listenIn(document: Document): void;
}

/** Until `signal` is aborted. */
export function createListening({ at, marks, popover, opensOnRest }: Given, signal: AbortSignal): Listening {
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
      openOnRest(document, at, marks, popover, opensOnRest, both);
    },
  };
}
