/** Does long work on the page's main thread in slices, so that the page goes on in between. */

/** Milliseconds of work before the page gets its turn: with what a step takes beyond it, a slice stays under eight. */
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

/** Work in steps: it may be left alone for a while wherever it yields, and returns its result in the end. */
export type Steps<T> = Generator<void, T>;

/**
 * Goes through the steps, and calls `pause` whenever a slice is over. Between two slices the page may have changed.
 * @throws the signal's reason once it is aborted
 */
export async function inSlices<T>(steps: Steps<T>, pause: () => Promise<void>, signal: AbortSignal): Promise<T> {
  let start = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - start < SLICE) continue;
    await pause();
    start = performance.now();
  }
}

/** Goes through all steps without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
