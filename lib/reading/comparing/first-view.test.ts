import { describe, expect, it } from 'vitest';
import type { ComparedVersion } from '../reading.ts';
import { firstView } from './first-view.ts';
import type { RelationKind } from './relations.ts';

/** A version by what the choice looks at; its id tells it. */
function make(id: string, kind: RelationKind, difference: number | null, asOf: string, inForce = false) {
  return { version: { id, asOf }, relation: { kind, difference, amount: null }, inForce } as ComparedVersion;
}
const idOf = (compared: ComparedVersion | null) => compared?.version.id ?? null;

describe('firstView', () => {
  it.each<[string, ComparedVersion[], string | null]>([
    ['least far', [make('far', 'lower', -40, '2025'), make('near', 'higher', 3, '2024')], 'near'],
    ['one that agrees', [make('near', 'higher', 0.5, '2025'), make('same', 'agrees', 1, '2020')], 'same'],
    ['of two that agree the one in force', [make('b', 'agrees', 0, '2026'), make('a', 'agrees', 0, '2024', true)], 'a'],
    ['of two as far as each other the later', [make('a', 'higher', 5, '2023'), make('b', 'lower', -5, '2025')], 'b'],
    [
      'without figures the later',
      [make('a', 'other-value', null, '2023'), make('b', 'other-value', null, '2025')],
      'b',
    ],
    ['none that cannot be compared', [make('x', 'other-scope', 0, '2026'), make('a', 'higher', 50, '2020')], 'a'],
    [
      'the latest where none can',
      [make('a', 'other-period', null, '2020'), make('b', 'other-period', null, '2024')],
      'b',
    ],
    ['the same scope where none can', [make('x', 'other-scope', 0, '2026'), make('a', 'other-period', 1, '2020')], 'a'],
    ['none where there is none', [], null],
  ])('shows as the nearest %s', (_, versions, id) => {
    const { nearest, newer } = firstView({ versions, verdict: 'differs' });
    expect(idOf(nearest)).toBe(id);
    expect(newer).toBeNull();
  });

  it('shows of a dated statement the latest version that says otherwise too', () => {
    const versions = [
      make('then', 'agrees', 0, '2024'),
      make('later', 'other-value', null, '2025-06'),
      make('latest', 'other-value', null, '2025-08'),
    ];
    const view = firstView({ versions, verdict: 'dated' });
    expect([idOf(view.nearest), idOf(view.newer)]).toEqual(['then', 'latest']);
  });
});
