import { describe, expect, it } from 'vitest';
import { readQuery } from './query';

const figure = (query: string) => {
  const [first] = readQuery(query).figures;
  return first && { kind: first.kind, unit: first.unit, value: first.value };
};

describe('readQuery', () => {
  it.each([
    ['3.6bn', 'count', null, 3.6e9],
    ['$3.6 billion', 'money', 'USD', 3.6e9],
    ['3,600m', 'count', null, 3.6e9],
    ['۲۳ میلیون', 'count', null, 23e6],
    ['۳٫۶ ملیارد دالر', 'money', 'USD', 3.6e9],
    ['۴۳ فیصد', 'share', '%', 43],
    ['۴۳ سلنه', 'share', '%', 43],
    ['۲۰ سال', 'duration', 'year', 20],
    ['nearly 23 million', 'count', null, 23e6],
  ])('%s is a figure', (query, kind, unit, value) => {
    expect(figure(query)).toEqual({ kind, unit, value });
  });

  it.each(['میلیون', 'recognition', '', '2025'])('%j has no figure', query => {
    expect(readQuery(query).figures).toEqual([]);
  });

  it('keeps the words besides the figure, and all of them as typed', () => {
    const { words, all } = readQuery('US aid $3.6bn');
    expect(words).toEqual(['us', 'aid']);
    expect(all).toEqual(['us', 'aid', '3.6bn']);
  });

  it('leaves out what a question is built with, unless there is nothing else', () => {
    expect(readQuery('how many Afghans has Iran deported?').all).toEqual(['afghans', 'iran', 'deported']);
    expect(readQuery('who').all).toEqual(['who']);
  });

  it('cuts what nobody types', () => {
    expect(readQuery(Array.from({ length: 500 }, (_, i) => `w${i}`).join(' ')).all.length).toBeLessThanOrEqual(12);
  });
});
