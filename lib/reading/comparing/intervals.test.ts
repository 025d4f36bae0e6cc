import { describe, expect, it } from 'vitest';
import type { Interval, Qualifier } from '../types.ts';
import { overlap, rangeOf } from './intervals.ts';

const of = (low: number | null, high: number | null, qualifier: Qualifier): Interval => ({ low, high, qualifier });

describe('rangeOf', () => {
  it.each([
    ['a closed interval as it is', of(22.5, 23.5, 'exact'), { low: 22.5, high: 23.5 }],
    ['over a round number up to one step of its last digit', of(2_000_000, null, 'over'), { low: 2e6, high: 3e6 }],
    ['over 8 billion up to an eighth more', of(8e9, null, 'over'), { low: 8e9, high: 9e9 }],
    ['over a number with many digits a tenth at least', of(3650, null, 'over'), { low: 3650, high: 4015 }],
    ['over 1 a half at most', of(1_000_000, null, 'over'), { low: 1e6, high: 1.5e6 }],
    ['under from one step of its last digit below', of(null, 40, 'under'), { low: 30, high: 40 }],
    ['nearly from one step below', of(null, 20, 'nearly'), { low: 10, high: 20 }],
    ['at least far beyond its bound', of(2_000_000, null, 'atLeast'), { low: 2e6, high: 1e8 }],
    ['decimals like whole numbers', of(0.5, null, 'over'), { low: 0.5, high: 0.6 }],
  ])('takes %s', (_, interval, expected) => {
    const range = rangeOf(interval);
    expect(range?.low).toBeCloseTo(expected.low, 6);
    expect(range?.high).toBeCloseTo(expected.high, 6);
  });

  it('has no range where neither end is known', () => {
    expect(rangeOf(of(null, null, 'about'))).toBeNull();
  });
});

describe('overlap', () => {
  it.each([
    ['the same', [1, 2], [1, 2], true],
    ['a touching end of two ranges', [1, 2], [2, 3], false],
    ['a point at the end of a range', [1, 2], [2, 2], true],
    ['a point beside a range', [3, 3], [1, 2], false],
    ['one inside the other', [1, 9], [3, 4], true],
    ['one below', [1, 2], [3, 4], false],
    ['one above', [3, 4], [1, 2], false],
  ] as const)('of %s', (_, [low, high], [otherLow, otherHigh], expected) => {
    expect(overlap({ low, high }, { low: otherLow, high: otherHigh })).toBe(expected);
  });
});
