import { describe, expect, it } from 'vitest';
import { measureFactor, measureOfVersion, wholeOf } from './measures.ts';
import { makeVersion } from './sample-pack.ts';
import type { FigureKind, Measure } from './types.ts';

const measure = (kind: FigureKind, unit: string | null): Measure => ({ kind, unit });

describe('measureFactor', () => {
  it.each<[string, Measure, Measure, number | null, number | null]>([
    ['the same currency', measure('money', 'USD'), measure('money', 'USD'), null, 1],
    ['a currency that the text leaves open', measure('money', null), measure('money', 'USD'), null, 1],
    ['another currency', measure('money', 'EUR'), measure('money', 'USD'), null, null],
    ['counts of anything', measure('count', 'Afghans'), measure('count', 'people'), null, 1],
    ['weeks into days', measure('duration', 'week'), measure('duration', 'day'), null, 7],
    ['months into years', measure('duration', 'month'), measure('duration', 'year'), null, 1 / 12],
    ['an unknown unit of time', measure('duration', 'season'), measure('duration', 'year'), null, null],
    ['per cent into points', measure('share', '%'), measure('share', 'pp'), null, null],
    ['a share of a known whole', measure('share', '%'), measure('count', 'people'), 40e6, 400_000],
    ['a count out of a known whole', measure('count', 'people'), measure('share', '%'), 40e6, 2.5e-6],
    ['a share of an unknown whole', measure('share', '%'), measure('count', 'people'), null, null],
    ['percentage points of a whole', measure('share', 'pp'), measure('count', 'people'), 40e6, null],
    ['money into a count', measure('money', 'USD'), measure('count', 'people'), 40e6, null],
  ])('%s', (_, from, into, whole, expected) => {
    const factor = measureFactor(from, into, whole);
    if (expected === null) expect(factor).toBeNull();
    else expect(factor).toBeCloseTo(expected, 12);
  });
});

it('a version is measured in its own unit, a share in a claim of counts', () => {
  const value = { low: 50, high: null, qualifier: 'over', unit: '%' } as const;
  expect(measureOfVersion(measure('count', 'people'), makeVersion('v', { value }))).toEqual(measure('share', '%'));
  expect(measureOfVersion(measure('count', 'people'), makeVersion('v'))).toEqual(measure('count', 'people'));
});

it('the whole is what the first version tells', () => {
  const value = { low: 50, high: null, qualifier: 'over', unit: '%', of: 40e6 } as const;
  expect(wholeOf({ versions: [makeVersion('one'), makeVersion('two', { value })] })).toBe(40e6);
  expect(wholeOf({ versions: [makeVersion('one')] })).toBeNull();
});
