import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, type Route, routeOf } from './lookup';

describe('routes in the hash', () => {
  it('come back as they were written', () => {
    const route = fc.oneof(
      fc.record({ page: fc.constant('search' as const), query: fc.string({ unit: 'grapheme' }) }),
      fc.record({ page: fc.constantFrom('claim', 'entity', 'source'), id: fc.string({ minLength: 1 }) }),
    ) as fc.Arbitrary<Route>;
    fc.assert(
      fc.property(route, one => {
        expect(routeOf(hashOf(one))).toEqual(one);
      }),
    );
  });

  it('are made of any text, half a character too', () => {
    expect(routeOf(hashOf({ page: 'search', query: 'a\ud83d' }))).toEqual({ page: 'search', query: 'a\ufffd' });
  });

  it.each([
    ['', ''],
    ['#', ''],
    ['#nowhere/x', ''],
    ['#claim/', ''],
    ['#search/100%', '100%'],
    ['search/girls%20school', 'girls school'],
  ])('%j is a search for %j', (hash, query) => {
    expect(routeOf(hash)).toEqual({ page: 'search', query });
  });
});
