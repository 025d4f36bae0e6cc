import { describe, expect, it } from 'vitest';
import { spansOf } from './spans';

describe('spansOf', () => {
  const spans = (...values: [low: number | null, high: number | null][]) =>
    [...spansOf(values.map(([low, high]) => ({ point: low ?? high ?? 0, low, high }))).values()].map(
      ({ from, to, open }) => [Number(from.toFixed(3)), Number(to.toFixed(3)), open],
    );

  it('lays values on one scale from zero, with room beyond the greatest', () => {
    expect(spans([0, 50], [100, 100])).toEqual([
      [0, 0.435, null],
      [0.87, 0.87, null],
    ]);
  });

  it('leaves open ends open', () => {
    expect(spans([100, null], [null, 50])).toEqual([
      [0.87, 1, 'above'],
      [0, 0.435, 'below'],
    ]);
  });

  it('keeps to the scale below zero, and where there is nothing but zero', () => {
    expect(spans([-5, 10])).toEqual([[0, 0.87, null]]);
    expect(spans([0, 0])).toEqual([[0, 0, null]]);
  });
});
