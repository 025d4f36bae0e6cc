/** Long work in pieces: thousands of notes take seconds, in which the page must still draw and answer. */

/** Longest piece, in milliseconds: two frames. A judgement. */
const LONGEST_PIECE = 32;

/** Who waits for the work. */
export interface Waiting {
  /** Ends the work: what is awaited rejects with its reason. */
  signal?: AbortSignal | undefined;
  /** Told now and then how many notes are done. */
  onProgress?: ((done: number) => void) | undefined;
}

/**
 * @returns what is to be awaited between pieces: it lets the page have its turn when the last one is some time ago. It takes
 *   how many notes are done.
 */
export function makeBreather({ signal, onProgress }: Waiting = {}): (done?: number) => Promise<void> {
  let last = performance.now();
  return async done => {
    if (performance.now() - last < LONGEST_PIECE) return;
    if (done !== undefined) onProgress?.(done);
    await new Promise(resolve => setTimeout(resolve));
    signal?.throwIfAborted();
    last = performance.now();
  };
}

/** What a function makes of each of a list, in pieces. */
export async function mapInPieces<In, Out>(
  list: readonly In[],
  make: (one: In, index: number) => Out,
  waiting: Waiting = {},
): Promise<Out[]> {
  const breathe = makeBreather(waiting);
  const made: Out[] = [];
  for (const [index, one] of list.entries()) {
    await breathe(index);
    made.push(make(one, index));
  }
  return made;
}
