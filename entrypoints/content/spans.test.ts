import { describe, expect, it } from 'vitest';
import type { PageSpan } from '@/lib/messaging';
import { layOut } from './spans';

const statement = (passage: number, start: number, end: number): PageSpan => ({
  kind: 'statement',
  comparisons: [],
  passage,
  start,
  end,
});
const entity = (name: string, passage: number, start: number, end: number): PageSpan => ({
  kind: 'entity',
  entity: name,
  passage,
  start,
  end,
});

/** "s" or the entity's name, with passage, start and end. */
const told = (spans: PageSpan[]) =>
  spans.map(span => `${span.kind === 'statement' ? 's' : span.entity} ${span.passage}:${span.start}-${span.end}`);

describe('layOut', () => {
  it.each<[string, PageSpan[], string[]]>([
    [
      'orders by passage and start',
      [statement(2, 0, 3), statement(1, 9, 12), entity('kabul', 1, 4, 6)],
      ['kabul 1:4-6', 's 1:9-12', 's 2:0-3'],
    ],
    ['puts statements before entities that they overlap', [entity('kabul', 1, 0, 5), statement(1, 4, 9)], ['s 1:4-9']],
    ['keeps the first of two statements that overlap', [statement(1, 4, 9), statement(1, 0, 5)], ['s 1:0-5']],
    ['keeps spans that touch', [statement(1, 0, 5), entity('kabul', 1, 5, 9)], ['s 1:0-5', 'kabul 1:5-9']],
    ['keeps the same places in two passages', [statement(1, 0, 5), statement(2, 0, 5)], ['s 1:0-5', 's 2:0-5']],
    [
      'marks each entity once, at its first place',
      [entity('kabul', 2, 0, 5), entity('kabul', 1, 8, 13)],
      ['kabul 1:8-13'],
    ],
    [
      'marks an entity at its next place where the first is taken',
      [statement(1, 0, 5), entity('kabul', 1, 0, 5), entity('kabul', 1, 8, 13)],
      ['s 1:0-5', 'kabul 1:8-13'],
    ],
    ['gives nothing for nothing', [], []],
  ])('%s', (_, spans, expected) => {
    expect(told(layOut(spans, new Set()))).toEqual(expected);
  });

  it('does not mark an entity again that an earlier batch has marked', () => {
    const marked = new Set<string>();
    layOut([entity('kabul', 1, 0, 5)], marked);
    expect(told(layOut([entity('kabul', 2, 0, 5), entity('herat', 2, 7, 12)], marked))).toEqual(['herat 2:7-12']);
    expect([...marked]).toEqual(['kabul', 'herat']);
  });

  it('leaves an entity free for later whose every place is taken', () => {
    const marked = new Set<string>();
    layOut([statement(1, 0, 5), entity('kabul', 1, 0, 5)], marked);
    expect(marked.size).toBe(0);
  });
});
