import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separate } from './separate';

describe('separate', () => {
  it.each<[string, number[], number[]]>([
    ['leaves alone what is far enough apart', [10, 30, 60], [10, 30, 60]],
    ['sets one day side by side, in the middle of it', [50, 50, 50], [40, 50, 60]],
    ['moves neighbours apart by as little as can be', [50, 54], [47, 57]],
    ['lets a group push what stands near it', [50, 50, 58], [42.666, 52.666, 62.666]],
    ['keeps to the left end', [0, 0], [0, 10]],
    ['keeps to the right end', [100, 100], [90, 100]],
    ['does not ask for an order', [60, 10, 60], [55, 10, 65]],
    ['has nothing to do with nothing', [], []],
  ])('%s', (_, wanted, places) => {
    const found = separate(wanted, 10, 0, 100);
    expect(found).toHaveLength(places.length);
    found.forEach((place, i) => {
      expect(place).toBeCloseTo(places[i] ?? Number.NaN, 2);
    });
  });

  it('keeps order, distance and bounds, whatever is wanted', () => {
    const wanted = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(wanted, places => {
        const found = separate(places, 12, 0, 300);
        const gap = Math.min(12, 150 / Math.max(1, places.length - 1));
        const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
        const sorted = order.map(i => found[i] ?? Number.NaN);
        sorted.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(300 + 1e-6);
          if (i > 0) expect(place - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-6);
        });
      }),
    );
  });
});
