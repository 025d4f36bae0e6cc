import { describe, expect, it } from 'vitest';
import { makeClaim, makeFigure, makeVersion } from '../sample-pack.ts';
import type { Claim, Figure, FigureValue, Period, Version } from '../types.ts';
import { relate, type Stated } from './relations.ts';

const stated = (figure: Figure | null, more: Partial<Stated> = {}): Stated => ({
  words: 'Iran deported people.',
  figure,
  status: null,
  period: figure?.period ?? null,
  date: '2025-02-01',
  dateKnown: true,
  ...more,
});
const exact = (value: number): FigureValue => ({ low: value, high: value, qualifier: 'exact' });
const sourced = (value: FigureValue, more: Partial<Version> = {}) => makeVersion('v', { value, ...more });
const related = (figure: Figure, version: Version, claim: Partial<Claim> = {}, more: Partial<Stated> = {}) =>
  relate(makeClaim('c', { ...claim, versions: [version] }), version, stated(figure, more));

describe('figures', () => {
  it.each<[string, Partial<Figure>, FigureValue, string, number]>([
    ['the same value', { value: 800_000 }, exact(800_000), 'agrees', 0],
    ['a value that rounds to it', { value: 23e6, low: 22.5e6, high: 23.5e6 }, exact(22.9e6), 'agrees', 0.437],
    [
      'a rounded source',
      { value: 3.63e9, low: 3.625e9, high: 3.635e9 },
      { low: 3.55e9, high: 3.65e9, qualifier: 'exact' },
      'agrees',
      0.833,
    ],
    ['a value above', { value: 1_000_000 }, exact(800_000), 'higher', 25],
    ['a value below', { value: 600_000 }, exact(800_000), 'lower', -25],
    [
      'over a bound just below it',
      { value: 3.8e9, low: 3.8e9, high: null, qualifier: 'over' },
      exact(3.83e9),
      'agrees',
      -0.783,
    ],
    ['over a bound far below it', { value: 2e9, low: 2e9, high: null, qualifier: 'over' }, exact(9e9), 'lower', -77.78],
    ['nearly the value', { value: 23e6, low: null, high: 23e6, qualifier: 'nearly' }, exact(22.9e6), 'agrees', 0.437],
    [
      'nearly a value below it',
      { value: 20e6, low: null, high: 20e6, qualifier: 'nearly' },
      exact(22.9e6),
      'lower',
      -12.66,
    ],
    [
      'millions, with a sourced five million',
      { value: null, low: 2e6, high: null, qualifier: 'atLeast' },
      exact(5e6),
      'agrees',
      -60,
    ],
    ['a range that holds it', { value: null, low: 40, high: 44 }, exact(43), 'agrees', -2.326],
    ['a range above it', { value: null, low: 50, high: 60 }, exact(43), 'higher', 27.9],
    ['a value in a sourced range', { value: 43 }, { low: 40, high: 44, qualifier: 'exact' }, 'agrees', 2.381],
    ['a value over a sourced upper bound', { value: 60 }, { low: null, high: 40, qualifier: 'atMost' }, 'higher', 50],
  ])('%s', (_, words, value, kind, difference) => {
    const printed = words.value ?? null;
    const figure = makeFigure(0, { low: printed, high: printed, ...words });
    const relation = related(figure, sourced(value));
    expect(relation.kind).toBe(kind);
    expect(relation.difference).toBeCloseTo(difference, 1);
  });

  it.each<[string, number, string | undefined, FigureValue, string]>([
    ['that the source’s printed digits allow', 39_600_000, '40 million', exact(40_000_000), 'agrees'],
    ['beyond the source’s printed digits', 38_000_000, '40 million', exact(40_000_000), 'lower'],
    ['just beside a source’s full number', 39_600_000, '40,123,456', exact(40_123_456), 'lower'],
    ['within a source’s rounding, which no "about" widens', 36_000_000, 'about 40 million', exact(40_000_000), 'lower'],
    ['beside a source whose surface says another value', 39_600_000, '4 million', exact(40_000_000), 'lower'],
  ])('a value %s', (_, value, surface, sourcedValue, kind) => {
    expect(related(makeFigure(value), sourced(sourcedValue, { surface })).kind).toBe(kind);
  });

  it('tells higher from lower where two open bounds only touch', () => {
    const over = makeFigure(0, { value: 7, low: 7, high: null, qualifier: 'over' });
    expect(related(over, sourced({ low: null, high: 7, qualifier: 'atMost' })).kind).toBe('higher');
  });

  it('gives the difference as a signed amount too', () => {
    expect(related(makeFigure(600_000), sourced(exact(800_000)))).toEqual({
      kind: 'lower',
      difference: -25,
      amount: -200_000,
    });
  });

  it('gives no percentage of nothing', () => {
    expect(related(makeFigure(5), sourced(exact(0)))).toEqual({ kind: 'higher', difference: null, amount: 5 });
  });

  it('cannot compare a claim without a figure in the statement', () => {
    const version = sourced(exact(1));
    expect(relate(makeClaim('c', { versions: [version] }), version, stated(null)).kind).toBe('not-comparable');
  });
});

it.each([
  ['a month within it', { from: '2025-01', to: '2025-01' }, 'agrees'],
  ['a month outside it', { from: '2024-01', to: '2024-01' }, 'other-period'],
])('a duration beside %s', (_, period, kind) => {
  const figure = makeFigure(9, { kind: 'duration', unit: 'month', noun: null });
  const version = sourced(exact(9), { period: { from: '2025-01', to: '2025-09' }, asOf: '2025-09' });
  const claim = { measure: { kind: 'duration', unit: 'month' } } as const;
  expect(related(figure, version, claim, { period, date: '2025-09-22' }).kind).toBe(kind);
});

it.each([
  ['the day of a report', 'A report of Tuesday tells of the fall.', '2023-07-25', 'not-comparable'],
  ['a feast', 'In August they marked the second anniversary of the fall.', '2023-08', 'not-comparable'],
  ['a year long before the page', 'They fell in 2022.', '2022', 'other-value'],
])('of an event long past, %s is no date', (_, words, day, kind) => {
  const version = makeVersion('v', { period: { from: '2021-08-15', to: '2021-08-15' } });
  const said = stated(null, { words, period: { from: day, to: day }, date: '2023-08-02' });
  expect(relate(makeClaim('c', { kind: 'event' }), version, said).kind).toBe(kind);
});

it('an event that began, and goes on, is there at any time since', () => {
  const version = makeVersion('v', { period: { from: '2021-08', to: null }, asOf: '2026-03' });
  const kind = (from: string, to: string) =>
    relate(makeClaim('c', { kind: 'event' }), version, stated(null, { period: { from, to } })).kind;
  expect(kind('2021-09-04', '2021-09-04')).toBe('agrees');
  expect(kind('2020', '2020')).toBe('other-value');
});

it.each([
  ['a year long before it', { from: '2017', to: '2017' }, '2025-01-27', 'agrees'],
  ['another day of that month', { from: '2025-01-12', to: '2025-01-12' }, '2025-01-27', 'other-value'],
  ['a year long before it, told later', { from: '2017', to: '2017' }, '2025-06-01', 'other-value'],
])('an event of yesterday beside %s', (_, period, date, kind) => {
  const version = makeVersion('v', { period: { from: '2025-01-26', to: '2025-01-26' }, asOf: '2025-02' });
  expect(relate(makeClaim('c', { kind: 'event' }), version, stated(null, { period, date })).kind).toBe(kind);
});

it.each([
  ['the same years', '1996..2001', 'agrees'],
  ['a year of them', '1998..1998', 'agrees'],
  ['years that only touch them', '1992..1997', 'other-value'],
])('an event of several years beside %s', (_, said, kind) => {
  const [from, to] = said.split('..') as [string, string];
  const version = makeVersion('v', { period: { from: '1996', to: '2001' } });
  expect(relate(makeClaim('c', { kind: 'event' }), version, stated(null, { period: { from, to } })).kind).toBe(kind);
});

describe('a statement that names no period', () => {
  const ended = sourced(exact(1000), { id: 'old', period: { from: '2024-03', to: '2025-02' }, asOf: '2025-02-05' });
  const later = sourced(exact(1900), { id: 'new', asOf: '2026-01-15' });
  const kinds = (date: string, more: Partial<Stated> = {}, newer = later) =>
    [ended, newer].map(
      version =>
        relate(makeClaim('c', { versions: [ended, newer] }), version, stated(makeFigure(1900), { date, ...more })).kind,
    );

  it('is not held to a total that a later one had outrun by then', () => {
    expect(kinds('2026-02-26')).toEqual(['other-period', 'agrees']);
  });

  it.each<[string, string, Partial<Stated>, Version]>([
    ['the later one was not there yet', '2025-06-01', {}, later],
    ['the page’s day is unknown', '2026-02-26', { dateKnown: false }, later],
    ['the later one came soon after', '2026-02-26', {}, sourced(exact(1900), { id: 'new', asOf: '2025-06-01' })],
  ])('is, where %s', (_, date, more, newer) => {
    expect(kinds(date, more, newer)[0]).toBe('higher');
  });
});

describe('a share against a count, where the whole is known', () => {
  const overHalf: FigureValue = { low: 50, high: null, qualifier: 'over', unit: '%', of: 40e6 };
  const nearly = (value: number): FigureValue => ({ low: null, high: value, qualifier: 'nearly' });
  const share = (value: number, more: Partial<Figure> = {}) =>
    makeFigure(value, { kind: 'share', unit: '%', noun: null, ...more });
  const both = (figure: Figure, version: Version) =>
    relate(makeClaim('c', { versions: [sourced(nearly(23e6)), sourced(overHalf)] }), version, stated(figure));

  it.each<[string, Figure, FigureValue, string]>([
    ['a count that is over half of it', makeFigure(22.9e6), overHalf, 'agrees'],
    ['a count below half of it', makeFigure(18e6), overHalf, 'lower'],
    ['over half, beside a count', share(50, { low: 50, high: null, qualifier: 'over' }), nearly(23e6), 'agrees'],
    ['a third, beside a count', share(33.3), nearly(23e6), 'lower'],
    ['a share beside a share', share(57), overHalf, 'agrees'],
    ['percentage points', share(50, { unit: 'pp' }), overHalf, 'not-comparable'],
  ])('%s', (_, figure, value, kind) => {
    expect(both(figure, sourced(value)).kind).toBe(kind);
  });

  it('gives the amount in what the claim counts', () => {
    expect(both(share(25), sourced(exact(20e6)))).toEqual({ kind: 'lower', difference: -50, amount: -10e6 });
  });

  it('is not made where no source tells the whole', () => {
    expect(related(share(50), sourced(exact(20e6))).kind).toBe('not-comparable');
  });
});

describe('units', () => {
  const money = { measure: { kind: 'money', unit: 'USD' } } as const;
  const paid = (unit: string | null) => makeFigure(100, { kind: 'money', unit, noun: null });

  it.each([
    ['the same currency', 'USD', 'agrees'],
    ['a sign that the text does not tell', null, 'agrees'],
    ['another currency', 'EUR', 'not-comparable'],
  ])('of money: %s', (_, unit, kind) => {
    expect(related(paid(unit), sourced(exact(100)), money).kind).toBe(kind);
  });

  it('of a version go before those of the claim', () => {
    expect(related(paid('EUR'), sourced({ ...exact(100), unit: 'EUR' }), money).kind).toBe('agrees');
    expect(related(paid('USD'), sourced({ ...exact(100), unit: 'EUR' }), money).kind).toBe('not-comparable');
  });

  it.each([
    ['two decades in years', makeFigure(240, { kind: 'duration', unit: 'month' }), 20, 'year', 'agrees', 0],
    ['weeks in days', makeFigure(2, { kind: 'duration', unit: 'week' }), 14, 'day', 'agrees', 0],
    ['hours in days', makeFigure(72, { kind: 'duration', unit: 'hour' }), 2, 'day', 'higher', 50],
  ])('of time are turned into one another: %s', (_, figure, value, unit, kind, difference) => {
    const relation = related(figure, sourced(exact(value)), { measure: { kind: 'duration', unit } });
    expect(relation.kind).toBe(kind);
    expect(relation.difference).toBeCloseTo(difference, 6);
  });

  it('of time that are unknown are not compared', () => {
    const figure = makeFigure(2, { kind: 'duration', unit: 'season' });
    expect(related(figure, sourced(exact(2)), { measure: { kind: 'duration', unit: 'year' } }).kind).toBe(
      'not-comparable',
    );
  });

  it('of counts tell another scope where the version counts something else', () => {
    const families = sourced({ ...exact(100), unit: 'families' });
    expect(related(makeFigure(100), families).kind).toBe('other-scope');
  });
});

describe('periods', () => {
  const year = (from: string): Period => ({ from, to: from });

  it('that are the same leave the figures to speak', () => {
    expect(related(makeFigure(9, { period: year('2024') }), sourced(exact(9), { period: year('2024') })).kind).toBe(
      'agrees',
    );
  });

  it('that differ are said, with the distance kept', () => {
    const version = sourced(exact(8), { period: year('2024') });
    expect(related(makeFigure(10, { period: year('2023') }), version)).toEqual({
      kind: 'other-period',
      difference: 25,
      amount: 2,
    });
  });

  it('that the page leaves open are not held against it', () => {
    expect(related(makeFigure(8), sourced(exact(8), { period: year('2024') })).kind).toBe('agrees');
  });
});

describe('scope', () => {
  const both = sourced(exact(900), { scope: { label: 'Iran and Pakistan together', cues: ['iran and pakistan'] } });
  const one = { ...sourced(exact(500), { scope: { label: 'Iran alone', cues: ['from iran'] } }), id: 'w' };
  const claim = makeClaim('c', { versions: [both, one] });
  const say = (sentence: string, version: Version) =>
    relate(claim, version, stated(makeFigure(900), { words: sentence })).kind;

  it.each([
    ['the words of its own scope', 'Iran and Pakistan deported 900 people.', both, 'agrees'],
    ['the words of another version’s scope', 'They deported 900 people from Iran.', both, 'other-scope'],
    ['the words of both', 'From Iran and Pakistan 900 people were sent.', both, 'agrees'],
    ['the words of none', 'Neighbours deported 900 people.', both, 'agrees'],
    ['the words of none, beside another value', 'Neighbours deported 900 people.', one, 'higher'],
  ])('by %s', (_, sentence, version, kind) => {
    expect(say(sentence, version)).toBe(kind);
  });
});

describe('other kinds of claim', () => {
  const status = (value?: string) => makeVersion('v', { status: value });
  it.each([
    ['the same state of affairs', 'none', 'none', 'agrees'],
    ['another state of affairs', 'none', 'some', 'other-value'],
    ['a version without one', 'none', undefined, 'not-comparable'],
    ['a statement without one', null, 'none', 'not-comparable'],
  ])('status: %s', (_, said, value, kind) => {
    const claim = makeClaim('c', { kind: 'status' });
    expect(relate(claim, status(value), stated(null, { status: said })).kind).toBe(kind);
  });

  it.each([
    ['the event’s own day', { from: '2021-08-15', to: '2021-08-15' }, 'agrees'],
    ['the event’s month', { from: '2021-08', to: '2021-08' }, 'agrees'],
    ['another day', { from: '2021-09-15', to: '2021-09-15' }, 'other-value'],
    ['a time that only ends', { from: null, to: '2021' }, 'not-comparable'],
    ['no day, on a page of another year', null, 'not-comparable'],
  ])('event: a sentence with %s', (_, period, kind) => {
    const version = makeVersion('v', { period: { from: '2021-08-15', to: '2021-08-15' } });
    expect(relate(makeClaim('c', { kind: 'event' }), version, stated(null, { period })).kind).toBe(kind);
  });

  it.each([
    ['of the event’s week', { date: '2021-08-19' }, 'agrees'],
    ['of the day before', { date: '2021-08-14' }, 'not-comparable'],
    ['a month later', { date: '2021-09-19' }, 'not-comparable'],
    ['without a date, read in that week', { date: '2021-08-19', dateKnown: false }, 'not-comparable'],
  ])('event: a sentence without a day on a page %s', (_, page, kind) => {
    const version = makeVersion('v', { period: { from: '2021-08-15', to: '2021-08-15' } });
    expect(relate(makeClaim('c', { kind: 'event' }), version, stated(null, page)).kind).toBe(kind);
  });

  it('position: nothing is compared', () => {
    const claim = makeClaim('c', { kind: 'position' });
    expect(relate(claim, makeVersion('v'), stated(makeFigure(1))).kind).toBe('not-comparable');
  });
});
