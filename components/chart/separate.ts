/** Sets marks of one day side by side. */

/** How much of the room a crowd may take at most: beyond that marks overlap rather than leave their day. A judgement. */
const MOST_OF_ROOM = 0.5;

/**
 * Places as near as can be to the wanted ones (least squares), in the same order, at least `gap` from each other and within
 * `from` and `to`. Where there are too many for that, the gap is smaller. Those that want the same place keep their order.
 */
export function separate(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const step = Math.min(gap, (MOST_OF_ROOM * (to - from)) / Math.max(1, wanted.length - 1));
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  // Less its steps, a place must only not fall: isotonic regression by pooling neighbours (Ayer et al., 1955).
  const pools: { mean: number; size: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { mean: (wanted[index] ?? 0) - rank * step, size: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const size = last.size + pool.size;
      pool = { mean: (last.mean * last.size + pool.mean * pool.size) / size, size };
    }
    pools.push(pool);
  });
  const most = to - step * (wanted.length - 1);
  const places = pools.flatMap(({ mean, size }) => Array<number>(size).fill(Math.min(most, Math.max(from, mean))));
  const result = new Array<number>(wanted.length);
  order.forEach((index, rank) => {
    result[index] = (places[rank] ?? from) + rank * step;
  });
  return result;
}
