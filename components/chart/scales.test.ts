import { describe, expect, it } from 'vitest';
import type { ChartedValue } from './charted';
import { dayScale, monthTicks, valueScale } from './scales';

const PLOT = { top: 20, bottom: 100 };
const exact = (point: number): ChartedValue => ({ point, low: point, high: point });
const scaleOf = (values: ChartedValue[], most?: number) => valueScale(values, PLOT, 10, 2, most);

describe('valueScale', () => {
  it.each<[string, number[], { broken: boolean; log: boolean; first: number }]>([
    ['starts at zero where the differences are seen', [3, 10], { broken: false, log: false, first: 0 }],
    ['starts elsewhere where zero would hide them', [40, 44], { broken: true, log: false, first: 39 }],
    ['starts at zero where all say the same', [20, 20], { broken: false, log: false, first: 0 }],
    ['is linear up to two orders of magnitude', [1, 100], { broken: false, log: false, first: 0 }],
    ['is logarithmic beyond them', [1, 101], { broken: false, log: true, first: 10 }],
    ['goes below zero where a value does', [-5, 10], { broken: false, log: false, first: -5 }],
    ['has room for nothing at all', [0, 0], { broken: false, log: false, first: 0 }],
  ])('%s', (_, points, { broken, log, first }) => {
    const scale = scaleOf(points.map(exact));
    expect({ broken: scale.broken, log: scale.log, first: scale.ticks[0] }).toEqual({ broken, log, first });
  });

  it('has its ticks at both ends of the plot, in equal steps', () => {
    for (const points of [
      [3, 10],
      [40, 44],
      [1, 7, 35],
      [-5, 10],
      [0.2, 0.21],
    ]) {
      const { at, ticks } = scaleOf(points.map(exact));
      expect(at(ticks[0] ?? Number.NaN)).toBeCloseTo(PLOT.bottom);
      expect(at(ticks.at(-1) ?? Number.NaN)).toBeCloseTo(PLOT.top);
      const steps = ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? 0));
      for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? Number.NaN);
    }
  });

  it('marks a logarithmic axis at powers of ten', () => {
    expect(scaleOf([exact(300), exact(45_000), exact(2_000_000)]).ticks).toEqual([1000, 100_000, 10_000_000]);
  });

  it('has room for the arrows of open ends', () => {
    const { at } = scaleOf([exact(40), { point: 44, low: 44, high: null }, { point: 39, low: null, high: 39 }]);
    expect(at(44) - PLOT.top).toBeGreaterThanOrEqual(10);
    expect(PLOT.bottom - at(39)).toBeGreaterThanOrEqual(10);
  });

  it('goes no further than what can be: nothing above the whole, nothing below none', () => {
    const { ticks } = scaleOf([exact(20), { point: 95, low: 95, high: null }, { point: 1, low: null, high: 1 }], 100);
    expect([ticks[0], ticks.at(-1)]).toEqual([0, 100]);
  });

  it('makes no gulf of a hair: a broken axis shows at least a tenth of the value', () => {
    const { ticks } = scaleOf([exact(1000), exact(1001)]);
    expect((ticks.at(-1) ?? 0) - (ticks[0] ?? 0)).toBeGreaterThanOrEqual(100);
  });
});

describe('dayScale', () => {
  it('runs from left to right', () => {
    const { at } = dayScale([20_000, 18_000, 19_000], 30, 330);
    expect([at(18_000), at(19_000), at(20_000)]).toEqual([30, 180, 330]);
  });

  it('is a year long at least, and puts a single day in its middle', () => {
    const { at, first, last } = dayScale([20_000, 20_000], 0, 100);
    expect(at(20_000)).toBe(50);
    expect(last - first).toBe(365);
  });
});

describe('monthTicks', () => {
  const day = (date: string) => Date.parse(date) / 86_400_000;

  it.each([
    ['2024-11-15', '2025-02-15', 1, ['2024-12', '2025-01', '2025-02']],
    ['2024-11-15', '2025-08-01', 3, ['2025-01', '2025-04', '2025-07']],
    ['2019-06-01', '2024-01-01', 12, ['2020', '2021', '2022', '2023', '2024']],
    ['1969-01-01', '1996-01-01', 120, ['1970', '1980', '1990']],
    ['2025-01-02', '2025-01-30', 1, []],
  ] as const)('from %s to %s, every %i months', (from, to, step, dates) => {
    const ticks = monthTicks(day(from), day(to), step);
    expect(ticks.map(({ date }) => date)).toEqual(dates);
    for (const tick of ticks) expect(tick.day).toBe(day(tick.date));
  });
});
