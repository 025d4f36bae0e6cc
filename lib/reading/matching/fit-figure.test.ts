import { describe, expect, it } from 'vitest';
import { compilePacks } from '../compiled-pack.ts';
import { makeClaim, makeFigure, SAMPLE_PACK } from '../sample-pack.ts';
import type { Claim, Figure } from '../types.ts';
import type { CompiledClaim } from './claim-index.ts';
import { measureFit, nearness, pointOf } from './fit-figure.ts';

const compiled = (more: Partial<Claim>) =>
  compilePacks([{ ...SAMPLE_PACK, claims: [makeClaim('c', more)] }]).claims.claims[0] as CompiledClaim;
const ANY: [number, number] = [0, 1e12];

describe('pointOf', () => {
  it.each([
    ['the printed value', { value: 23, low: 22.5, high: 23.5 }, 23],
    ['nought', { value: 0, low: 0, high: 0 }, 0],
    ['the middle of a range', { value: null, low: 40, high: 44 }, 42],
    ['the lower bound', { low: 40, high: null }, 40],
    ['the upper bound', { low: null, high: 44 }, 44],
    ['nothing', { low: null, high: null }, null],
  ])('takes %s', (_, figure, expected) => {
    expect(pointOf(figure)).toBe(expected);
  });
});

describe('measureFit', () => {
  const money = { measure: { kind: 'money', unit: 'USD' }, cues: { need: [['aid']], plausible: ANY } } as const;
  const share = { measure: { kind: 'share', unit: '%' }, cues: { need: [['aid']], plausible: ANY } } as const;
  const people = { measure: { kind: 'count', unit: 'people' }, cues: { need: [['aid']], plausible: ANY } } as const;
  const afghans = { ...people, cues: { ...people.cues, counted: ['Afghan refugees'] } };
  const years = {
    measure: { kind: 'duration', unit: 'year' },
    cues: { need: [['war']], plausible: [10, 30] },
  } as const;

  it.each<[string, Partial<Claim>, Partial<Figure>, number]>([
    ['its own currency', money as never, { kind: 'money', unit: 'USD', noun: null }, 1],
    ['a currency that the text leaves open', money as never, { kind: 'money', unit: null, noun: null }, 0.5],
    ['another currency', money as never, { kind: 'money', unit: 'EUR', noun: null }, 0],
    ['another kind', money as never, { kind: 'count' }, 0],
    ['per cent', share as never, { kind: 'share', unit: '%', noun: null }, 1],
    ['percentage points', share as never, { kind: 'share', unit: 'pp', noun: null }, 0],
    ['its own unit', people as never, { unit: 'people', noun: 'civilians' }, 1],
    ['another unit', people as never, { unit: 'schools', noun: 'schools' }, 0],
    ['no noun', people as never, { unit: null, noun: null }, 0.5],
    ['no noun but its unit', people as never, { unit: 'people', noun: null }, 0.5],
    ['no noun but another unit', people as never, { unit: 'groups', noun: null }, 0],
    ['a counted noun', afghans as never, { unit: 'people', noun: 'Refugees' }, 1],
    ['another noun of the same unit', afghans as never, { unit: 'people', noun: 'soldiers' }, 0],
    ['a rate', people as never, { per: 'day' }, 0],
    ['years in months', years as never, { kind: 'duration', unit: 'month', value: 240, noun: null }, 1],
    ['too few months for years', years as never, { kind: 'duration', unit: 'month', value: 20, noun: null }, 0],
  ])('%s', (_, claim, figure, expected) => {
    const { value = 20 } = figure;
    expect(measureFit(compiled(claim), makeFigure(value ?? 20, figure))).toBe(expected);
  });

  it('is nothing for a claim that is not about a figure', () => {
    expect(measureFit(compiled({ kind: 'event', measure: undefined }), makeFigure(20))).toBe(0);
  });

  it.each([
    [124, 0],
    [125, 1],
    [8000, 1],
    [8001, 0],
  ])('goes eight times below and above the sourced 1000: %i gives %i', (value, expected) => {
    expect(measureFit(compiled({}), makeFigure(value))).toBe(expected);
  });
});

describe('nearness', () => {
  const at = (start: number, end: number) => ({ start, end });
  it.each([
    ['side by side', [[at(0, 10)]], 1],
    ['sixty characters away', [[at(70, 80)]], 0.5],
    ['the nearest of a group’s places', [[at(500, 510), at(70, 80)]], 0.5],
    ['the middle of several groups', [[at(0, 10)], [at(130, 140)]], 0.5],
    ['no words', [], 0],
  ])('%s', (_, groups, expected) => {
    expect(nearness(at(10, 10), groups)).toBe(expected);
  });
});
