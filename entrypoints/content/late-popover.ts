/** The page's popovers, before their code is there: it is half of all that the content script would have to load. */
import { sendMessage } from '@/lib/messaging';
import type { createPopover, Popover } from './popover';

type CreatePopover = typeof createPopover;

/** Where the code is handed over: in the extension's own world, which no page reaches. */
const CODE = Symbol.for('daftar-popover-code');

const world = globalThis as { [CODE]?: CreatePopover };

/** Called by the script that brings the code. */
export function offerPopover(create: CreatePopover): void {
  world[CODE] = create;
}

export interface LatePopover extends Popover {
  /** Has the code brought into the page, so that what is asked for next opens at once, even while the worker sleeps. */
  prepare(): void;
}

/**
 * Makes the page's popovers. The background puts the code into the page by `scripting`: importing it would need a
 * web-accessible resource, by which a page could tell that the extension is there.
 */
export function createLatePopover(...given: Parameters<CreatePopover>): LatePopover {
  const [, , signal] = given;
  const documents = new Set<Document>();
  let popover: Popover | null = null;
  let isComing = false;
  /** What opens once the code is there: the last that was asked for. */
  let asked: { byRest: boolean; how(popover: Popover): void } | null = null;

  function take() {
    const create = world[CODE];
    if (popover || !create || signal.aborted) return;
    popover = create(...given);
    for (const document of documents) popover.listenIn(document);
    documents.clear();
    asked?.how(popover);
    asked = null;
  }
  function prepare() {
    // A page of ours has it from the start.
    if (world[CODE]) return take();
    if (isComing) return;
    isComing = true;
    // Where the extension has gone meanwhile nothing comes; the next thing that the reader does notices that.
    sendMessage('bringPopover').then(take, () => {
      isComing = false;
    });
  }
  function open(byRest: boolean, how: (popover: Popover) => void) {
    if (popover) how(popover);
    else if (!byRest || !asked || asked.byRest) {
      asked = { byRest, how };
      prepare();
    }
  }

  return {
    prepare,
    open: (anchor, target) => open(false, there => there.open(anchor, target)),
    openByRest: (anchor, target) => open(true, there => there.openByRest(anchor, target)),
    holds: (event, mark) => popover?.holds(event, mark) ?? false,
    current: () => popover?.current() ?? null,
    leave: () => popover?.leave() ?? false,
    closeRested() {
      if (asked?.byRest) asked = null;
      popover?.closeRested();
    },
    closeFor(id) {
      popover?.closeFor(id);
    },
    listenIn(document) {
      if (popover) popover.listenIn(document);
      else documents.add(document);
    },
  };
}
