import { describe, expect, it } from 'vitest';
import type { Comparison } from '@/lib/reading/reading';
import { addRanges, type Laid, lookOf, shownTarget } from './laid';

const comparison = (id: string, verdict: Comparison['verdict']) => ({ claim: { id }, verdict }) as Comparison;
const AID = comparison('aid', 'differs');
const RETURNS = comparison('returns', 'agrees');
const laid = (...comparisons: Comparison[]): Laid => ({
  target: { kind: 'statement', comparisons },
  parts: [],
  ids: new Map(),
});

describe('shownTarget', () => {
  it('leaves the other comparisons of a mark when one is hidden, and with them its look', () => {
    const target = shownTarget(laid(AID, RETURNS), ({ claim }) => claim.id === 'aid');
    expect(target).toEqual({ kind: 'statement', comparisons: [RETURNS] });
    expect(target && lookOf(target)).toBe('agrees');
  });

  it('is nothing when all are hidden', () => {
    expect(shownTarget(laid(AID, RETURNS), () => true)).toBeNull();
  });

  it('is an entity whatever is hidden', () => {
    const target = { kind: 'entity', entity: { id: 'kabul' } } as Laid['target'];
    expect(shownTarget({ ...laid(), target }, () => true)).toBe(target);
    expect(lookOf(target)).toBe('entity');
  });
});

describe('addRanges', () => {
  it('gives a mark one first part, over all of its text nodes', () => {
    const [one, other] = [{} as Text, {} as Text];
    const ranges = new Map([[one, [{ start: 0, end: 1, id: 'before', first: true }]]]);
    const parts = [
      { node: one, start: 3, end: 9 },
      { node: other, start: 0, end: 4 },
    ];
    addRanges(ranges, { ...laid(AID), parts }, 'mark');
    expect(ranges.get(one)?.at(-1)).toEqual({ start: 3, end: 9, id: 'mark', first: true });
    expect(ranges.get(other)).toEqual([{ start: 0, end: 4, id: 'mark', first: false }]);
  });
});
