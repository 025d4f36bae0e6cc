/** Long work in pieces: thousands of notes take seconds, in which the page must still draw and answer. */

/** Longest piece, in milliseconds: two frames. A judgement. */
const LONGEST_PIECE = 32;

/** @returns what is to be awaited between pieces: it lets the page have its turn when the last one is some time ago */
export function makeBreather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONGEST_PIECE) return;
    await new Promise(resolve => setTimeout(resolve));
    last = performance.now();
  };
}
