/** Times in CPU seconds, which other work on the machine disturbs less than the clock, and memory by counting. */

/** What a run gives, and the CPU seconds of the whole process for it, collection and compilation by other threads included. */
export function timed<T>(run: () => T): { value: T; seconds: number } {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}

export const cpuSeconds = (run: () => unknown): number => timed(run).seconds;

/** The shortest of some runs: the others met a cold compiler or a busy machine. */
export function bestCpuSeconds(runs: number, run: () => unknown): number {
  return Math.min(...Array.from({ length: runs }, () => cpuSeconds(run)));
}

/** The most milliseconds by the clock that one of the items costs, each at the best of three. */
export function slowest<T>(items: readonly T[], run: (item: T) => unknown): number {
  let most = 0;
  for (const item of items) {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i++) {
      const start = performance.now();
      run(item);
      best = Math.min(best, performance.now() - start);
    }
    most = Math.max(most, best);
  }
  return most;
}

// What V8 takes for each of these, about: headers and pointers of eight bytes (it is less with compressed pointers).
const POINTER = 8;
const HEADER = 16;
const ENTRY = 4 * POINTER;

/** Estimated bytes of a value with all that it holds; each object and each string is counted once. */
export function bytesOf(value: unknown): number {
  const seen = new Set<unknown>();
  const open = [value];
  let bytes = 0;
  while (open.length > 0) {
    const one = open.pop();
    if ((typeof one !== 'object' && typeof one !== 'string') || one === null || seen.has(one)) continue;
    seen.add(one);
    bytes += HEADER;
    if (typeof one === 'string') bytes += one.length;
    else if (ArrayBuffer.isView(one)) bytes += one.byteLength;
    else if (one instanceof Map || one instanceof Set) {
      bytes += ENTRY * one.size;
      for (const [key, item] of one.entries()) open.push(key, item);
    } else {
      const items = Object.values(one);
      bytes += POINTER * items.length;
      for (const item of items) open.push(item);
    }
  }
  return bytes;
}
