/** How long a content script lives: until its extension has gone, which it must notice by itself. */
import { browser } from '#imports';
import { leaveNotice } from './notice';
import { hasTraces, TAKEOVER } from './predecessor';

/** Where a script notes that it runs: in the extension's own world, which no page and no element of one reaches. */
const RUNNING = Symbol.for('daftar-running');

/**
 * Notes that this document is read. False when it is already: the background puts the script into open tabs, and a tab
 * that was just opening has it from the manifest too.
 */
export function claimDocument(): boolean {
  const world = globalThis as { [RUNNING]?: boolean };
  if (world[RUNNING]) return false;
  world[RUNNING] = true;
  return true;
}

/** Whether the extension was updated, switched off or removed under this script. Browsers leave it running in the page. */
function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}

/** Runs a clean-up that needs the extension's API; without the extension there is nothing to clean up. */
export function whileAlive(run: () => void): void {
  if (!isOrphaned()) run();
}

/** Calls what ends listeners of the extension's API once the signal is aborted. */
export function endWith(signal: AbortSignal, stops: readonly (() => void)[]): void {
  signal.addEventListener('abort', () => {
    for (const stop of stops) whileAlive(stop);
  });
}

export interface Life {
  /** Aborted when the extension has gone. */
  signal: AbortSignal;
  /** Looks whether the extension is still there, and ends this life if not. Cheap: nothing is sent. */
  check(): boolean;
}

/**
 * Begins the script's life in a document. It is our own and not WXT's context, which a page can end with an event. The
 * browser tells an orphan nothing, so it looks when the reader does something, comes back, or the page changes: all times
 * at which it would have done something itself.
 */
export function beginLife(document: Document): Life {
  const controller = new AbortController();
  const { signal } = controller;
  const check = () => {
    if (signal.aborted) return false;
    if (!isOrphaned()) return true;
    // Where nothing was ever marked the reader has not met us, and misses nothing.
    const hasBeenSeen = hasTraces(document);
    controller.abort();
    if (hasBeenSeen) leaveNotice(document);
    return false;
  };
  // The page can send this event too, to a script whose extension is there: then it ends nothing.
  const giveWay = () => isOrphaned() && controller.abort();
  document.addEventListener(TAKEOVER, giveWay, { signal });
  document.addEventListener('visibilitychange', check, { signal });
  for (const type of ['pageshow', 'click', 'keydown'])
    document.defaultView?.addEventListener(type, check, { capture: true, signal });
  return { signal, check };
}
