import { describe, expect, it } from 'vitest';
import type { Period } from '../types.ts';
import { daysOf, isAfter, samePeriod, sharesDays } from './dates.ts';

describe('daysOf', () => {
  it.each([
    ['a day', '1970-01-02', { first: 1, last: 1 }],
    ['a month', '1970-02', { first: 31, last: 58 }],
    ['a year', '1970', { first: 0, last: 364 }],
    ['a leap day', '1972-02', { first: 761, last: 789 }],
    ['December', '1970-12', { first: 334, last: 364 }],
    ['no date', 'soon', null],
    ['a date with a time', '2025-01-01T00:00', null],
  ])('knows %s', (_, date, expected) => {
    expect(daysOf(date)).toEqual(expected);
  });
});

describe('isAfter', () => {
  it.each([
    ['2025-02-06', '2025-02-05', true],
    ['2025-02-05', '2025-02-05', false],
    ['2025-02-05', '2025-02', false],
    ['2025-03', '2025-02', true],
    ['2025', '2025-02-05', false],
    ['2026', '2025-02-05', true],
    ['unknown', '2025', false],
  ])('%s after %s: %s', (date, other, expected) => {
    expect(isAfter(date, other)).toBe(expected);
  });
});

describe('samePeriod', () => {
  const period = (text: string): Period | null => {
    if (text === '?') return null;
    const [from, to] = text.split('..');
    return { from: from || null, to: to || null };
  };
  it.each([
    ['the same year', '2024..2024', '2024..2024', true],
    ['two calendar years', '2023..2023', '2024..2024', false],
    ['an unknown one and any', '?', '2024..2024', true],
    ['a year and most of it', '2024..2024', '2024-01..2024-09', true],
    ['a year and one month of it', '2024..2024', '2024-03..2024-03', false],
    ['a month and a day of it', '2024-03..2024-03', '2024-03-05..2024-03-05', true],
    ['two days of one month', '2024-03-05..2024-03-05', '2024-03-06..2024-03-06', false],
    ['since one month and between it and the page’s day', '2021-10..', '2021-10..2024-12', true],
    ['since a month and only the last year', '2021-10..', '2024..2024', false],
    ['until a day and a year before it', '..2024', '2020..2020', true],
    ['until a day and a year behind it', '..2019', '2020..2020', false],
    ['what is no period', 'then..now', '2024..2024', true],
  ])('%s', (_, one, other, expected) => {
    const days = { a: '2025-01-15', b: '2024-12-31' };
    expect(samePeriod(period(one), period(other), days)).toBe(expected);
    expect(samePeriod(period(other), period(one), { a: days.b, b: days.a })).toBe(expected);
  });

  it('closes an open end with the day that each side speaks for', () => {
    const since: Period = { from: '2024', to: null };
    expect(samePeriod(since, since, { a: '2024-12-31', b: '2024-10' })).toBe(true);
    expect(samePeriod(since, since, { a: '2025-12-31', b: '2024-03' })).toBe(false);
  });
});

it.each([
  ['a month of a year', { from: '2025-01', to: '2025-01' }, { from: '2025', to: '2025' }, true],
  ['a month before it', { from: '2024-12', to: '2024-12' }, { from: '2025', to: '2025' }, false],
  ['what goes on', { from: '2025-02', to: null }, { from: '2024', to: '2025-03' }, true],
  ['nothing known', null, { from: '2025', to: '2025' }, false],
])('sharesDays: %s', (_, one, other, expected) => {
  const days = { a: '2025-06-01', b: '2025-06-01' };
  expect(sharesDays(one, other, days)).toBe(expected);
  expect(sharesDays(other, one, days)).toBe(expected);
});
