/** Does long work on the page's main thread in slices, so that the page goes on in between. */

/** Milliseconds of work before the page gets its turn: with layout and paint behind it a slice stays under eight. */
const SLICE = 4;

/** What browsers have of the Prioritized Task Scheduling API; none of it is sure to be there. */
interface Scheduler {
  yield?(): Promise<void>;
  postTask?(run: () => void, options: { priority: 'background' }): Promise<void>;
}

const schedulerOf = (window: Window): Scheduler => (window as { scheduler?: Scheduler }).scheduler ?? {};

/** Lets the page do what it has to, and comes back soon. */
export function giveWay(window: Window): Promise<void> {
  return schedulerOf(window).yield?.() ?? new Promise(resolve => window.setTimeout(resolve));
}

/** Lets the page draw a frame at least and comes back when it is idle: for work that makes the page lay itself out anew. */
export function waitForIdle(window: Window): Promise<void> {
  const task = schedulerOf(window).postTask?.(() => {}, { priority: 'background' });
  return task ?? new Promise(resolve => window.requestAnimationFrame(() => window.setTimeout(resolve)));
}

/**
 * Calls `work` with each item in turn, and `pause` whenever a slice is over. Ends early, without an error, once `signal` is
 * aborted.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  pause: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (signal.aborted) return;
    work(item);
    if (performance.now() - start < SLICE) continue;
    await pause();
    start = performance.now();
  }
}
