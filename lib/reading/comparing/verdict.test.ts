import { describe, expect, it } from 'vitest';
import { makeClaim, makeVersion } from '../sample-pack.ts';
import type { Variation } from '../types.ts';
import type { RelationKind } from './relations.ts';
import { isComparable, judge, type Related, voiceOf } from './verdict.ts';

/** One version: when it speaks, how the page stands to it, and whose word it is. */
type Row = [asOf: string, kind: RelationKind, voice?: string];

function judged(rows: Row[], date: string, varies?: Variation) {
  const related = rows.map(
    ([asOf, kind, voice], i): Related => ({
      version: makeVersion(`v${i}`, { asOf, source: `s${i}`, attributedTo: voice ?? null }),
      relation: { kind, difference: null, amount: null },
    }),
  );
  return judge(makeClaim('c', { varies, versions: related.map(({ version }) => version) }), related, date);
}

const OLD_AND_NEW = (old: RelationKind, latest: RelationKind): Row[] => [
  ['2024-11', old],
  ['2025-07-03', latest],
];

describe('judge', () => {
  it.each<[string, Row[], Variation | undefined, string]>([
    [
      'all versions agree',
      [
        ['2024', 'agrees'],
        ['2025', 'agrees'],
      ],
      'conflict',
      'agrees',
    ],
    [
      'some agree',
      [
        ['2024', 'agrees'],
        ['2025', 'lower'],
      ],
      'conflict',
      'agrees-with-some',
    ],
    [
      'some agree and nothing is known of why they vary',
      [
        ['2024', 'agrees'],
        ['2025', 'lower'],
      ],
      undefined,
      'agrees-with-some',
    ],
    [
      'none agrees',
      [
        ['2024', 'higher'],
        ['2025', 'lower'],
      ],
      'conflict',
      'differs',
    ],
    [
      'what is counted apart came only after the page',
      [
        ['2024', 'agrees'],
        ['2029', 'lower'],
      ],
      'scope',
      'agrees',
    ],
    [
      'a conflict came only after the page',
      [
        ['2024', 'agrees'],
        ['2029', 'lower'],
      ],
      'conflict',
      'agrees-with-some',
    ],
    [
      'only other periods and scopes',
      [
        ['2024', 'other-period'],
        ['2025', 'other-scope'],
      ],
      'scope',
      'context',
    ],
    ['nothing can be compared', [['2024', 'not-comparable']], undefined, 'context'],
    ['there is no version', [], undefined, 'context'],
    [
      'what agrees is all that can be compared',
      [
        ['2024', 'agrees'],
        ['2025', 'other-period'],
      ],
      'change',
      'agrees',
    ],
    [
      'what differs is all that can be compared',
      [
        ['2024', 'not-comparable'],
        ['2025', 'higher'],
      ],
      'change',
      'differs',
    ],
    [
      'all voices have an agreeing version',
      [
        ['2024', 'agrees', 'UN'],
        ['2025', 'lower', 'UN'],
      ],
      'conflict',
      'agrees',
    ],
    [
      'echoes of one voice differ, another agrees',
      [
        ['2024', 'lower', 'UN'],
        ['2025', 'lower', 'UN'],
        ['2025', 'agrees'],
      ],
      'conflict',
      'agrees-with-some',
    ],
  ])('%s', (_, rows, varies, verdict) => {
    expect(judged(rows, '2026-01-01', varies).verdict).toBe(verdict);
  });

  it.each<[string, RelationKind, RelationKind, string, string, string | null, string | null]>([
    [
      'was right when written and is revised since',
      'agrees',
      'other-value',
      '2025-02-05',
      'dated',
      'since-revised',
      'v0',
    ],
    ['was old already when written', 'agrees', 'other-value', '2025-09-01', 'dated', 'already-old', 'v1'],
    ['says the latest', 'other-value', 'agrees', '2025-09-01', 'agrees', null, 'v1'],
    ['says the latest before it was sourced', 'other-value', 'agrees', '2025-02-05', 'agrees', null, 'v0'],
    ['says neither', 'other-value', 'other-value', '2025-09-01', 'differs', null, 'v1'],
    ['is older than every version', 'agrees', 'other-value', '2020-01-01', 'dated', 'since-revised', null],
    ['is of the very day of the change', 'agrees', 'other-value', '2025-07-03', 'dated', 'already-old', 'v1'],
  ])('of a matter that changed: a page that %s', (_, old, latest, date, verdict, dated, inForce) => {
    expect(judged(OLD_AND_NEW(old, latest), date, 'change')).toEqual({ verdict, dated, inForce });
  });

  it('of a matter that changed: one voice that spoke twice is held to what it said last', () => {
    const rows: Row[] = [
      ['2024-11', 'agrees', 'UN'],
      ['2025-07', 'other-value', 'UN'],
    ];
    expect(judged(rows, '2026-01-01', 'change').dated).toBe('already-old');
  });

  it('does not depend on the order of the versions', () => {
    const rows = OLD_AND_NEW('agrees', 'other-value');
    expect(judged(rows.toReversed(), '2025-02-05', 'change').dated).toBe('since-revised');
  });

  it('counts no version in force that cannot be compared', () => {
    expect(
      judged(
        [
          ['2024', 'agrees'],
          ['2025', 'other-period'],
        ],
        '2025-06-01',
      ).inForce,
    ).toBe('v0');
  });
});

describe('voiceOf', () => {
  it('is the one whose word the source gives, else the source', () => {
    expect(voiceOf(makeVersion('v', { source: 's', attributedTo: 'UNHCR (2025)' }))).toBe('UNHCR (2025)');
    expect(voiceOf(makeVersion('v', { source: 's' }))).toBe('s');
  });
});

describe('isComparable', () => {
  it.each([
    ['agrees', true],
    ['higher', true],
    ['lower', true],
    ['other-value', true],
    ['other-period', false],
    ['other-scope', false],
    ['not-comparable', false],
  ] as const)('%s: %s', (kind, expected) => {
    expect(isComparable({ kind, difference: null, amount: null })).toBe(expected);
  });
});
