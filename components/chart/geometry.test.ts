import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { flatten, setLanguage } from '@/lib/i18n/translate';
import type { Qualifier, Version } from '@/lib/reading/types';
import persian from '@/locales/fa.json';
import { type Box, boxOf, isInside, overlaps } from './boxes';
import { layOut } from './geometry';
import { sampleCharted, valued } from './sample-charted';
import { NARROW, SMALL, WIDE } from './sizes';

afterEach(() => setLanguage('en', {}));

const SIZES = [SMALL, NARROW, WIDE].map(size => [size.name, size] as const);

const year = fc.integer({ min: 1995, max: 2026 });
const date = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, month]) => `${y}-${String(month).padStart(2, '0')}`),
);
const amount = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 1, max: 5_000_000_000 }),
  fc.double({ min: 0.001, max: 10, noNaN: true }),
);
const version: fc.Arbitrary<Partial<Version>> = fc
  .record({
    low: amount,
    more: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    end: fc.constantFrom('closed', 'up', 'down'),
    asOf: date,
    from: fc.option(date),
    to: fc.option(date),
    voice: fc.option(fc.constantFrom('UN', 'WFP')),
  })
  .map(({ low, more, end, asOf, from, to, voice }) => ({
    value: {
      low: end === 'down' ? null : low,
      high: end === 'up' ? null : low * (1 + (more ?? 0)),
      qualifier: (end === 'up' ? 'over' : end === 'down' ? 'under' : 'exact') satisfies Qualifier,
    },
    asOf,
    period: from || to ? { from: from && to && from > to ? to : from, to: from && to && from > to ? from : to } : null,
    attributedTo: voice,
  }));
const page = fc.option(
  amount.map(point => ({ point, low: point * 0.9, high: point % 2 > 1 ? null : point * 1.1, words: 'so many' })),
);
const charts = fc
  .tuple(fc.array(version, { minLength: 2, maxLength: 25 }), page)
  .map(([versions, stated]) => sampleCharted(versions, stated));

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

describe('layOut', () => {
  it.each(SIZES)('keeps every mark and all its bounds inside the plot: %s', (_, size) => {
    fc.assert(
      fc.property(charts, charted => {
        const { plot, marks, page: band } = layOut(charted, size);
        const room = grown(plot, 1.001);
        for (const { x, y, top, bottom, period } of marks) {
          expect(isInside({ left: period?.from ?? x, right: x, top, bottom }, room)).toBe(true);
          expect(isInside({ left: x, right: x, top: y, bottom: y }, room)).toBe(true);
        }
        if (band) expect(isInside({ ...plot, top: band.top, bottom: band.bottom }, room)).toBe(true);
      }),
    );
  });

  it.each(SIZES)('keeps the order of values and of days: %s', (_, size) => {
    fc.assert(
      fc.property(charts, charted => {
        const { marks } = layOut(charted, size);
        expect(marks).toHaveLength(charted.versions.length);
        const pairs = charted.versions.flatMap((one, i) => charted.versions.map((other, j) => ({ one, other, i, j })));
        const place = (i: number) => marks[i] as (typeof marks)[number];
        const wrong = pairs.filter(
          ({ one, other, i, j }) =>
            (one.point > other.point && place(i).y > place(j).y + 1e-6) ||
            (one.day < other.day && place(i).x >= place(j).x),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it.each(SIZES)('lets no label overlap another or a mark, or leave the drawing: %s', (_, size) => {
    const whole = { left: 0, top: 0, right: size.width, bottom: size.height };
    fc.assert(
      fc.property(charts, charted => {
        const { labels, values, days, marks } = layOut(charted, size);
        const boxes = [...labels, ...values.map(({ label }) => label), ...days.map(({ label }) => label)].map(label =>
          boxOf(label, size.font),
        );
        expect(boxes.filter(box => !isInside(box, grown(whole, 1)))).toEqual([]);
        expect(boxes.filter((box, i) => boxes.slice(i + 1).some(other => overlaps(box, other)))).toEqual([]);
        const spots = marks.map(({ x, y }) => ({ left: x, right: x + 0.1, top: y, bottom: y + 0.1 }));
        const own = labels.map(label => boxOf(label, size.font));
        expect(own.filter(box => spots.some(spot => overlaps(box, spot)))).toEqual([]);
      }),
    );
  });

  it('labels the version in force first', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => valued(1000 + i, '2025-02-05'));
    const { labels } = layOut(sampleCharted([...crowd, valued(1500, '2025-02-05')]), SMALL);
    expect(labels[0]?.text).toContain('1,500');
  });

  it('names the publisher where there is room', () => {
    const charted = sampleCharted([valued(10, '2024'), valued(20, '2025')]);
    expect(
      layOut(charted, WIDE)
        .labels.map(({ text }) => text)
        .join(),
    ).toContain('Institute s1');
    expect(
      layOut(charted, SMALL)
        .labels.map(({ text }) => text)
        .join(),
    ).not.toContain('Institute');
  });

  it('says the unit once, on the top of the axis', () => {
    const { values } = layOut(sampleCharted([valued(10e6, '2024'), valued(40e6, '2025')]), SMALL);
    expect(values.map(({ label }) => label.text)).toEqual([
      '\u20660\u2069',
      '\u206620\u2069',
      '\u206640 million\u2069',
    ]);
  });

  it('dates the axis, by years where it is long', () => {
    const dates = (from: string) =>
      layOut(sampleCharted([valued(10, from), valued(40, '2025-03')]), SMALL).days.map(({ label }) => label.text);
    expect(dates('2021-02').join()).toMatch(/^\u20662022\u2069,\u20662023\u2069/);
    expect(dates('2024-09').join()).toContain('January 2025');
  });

  it('gives the band of an exact figure a height', () => {
    const { page: band } = layOut(
      sampleCharted([valued(10, '2024'), valued(20, '2025')], { point: 15, low: 15, high: 15, words: '15' }),
      SMALL,
    );
    expect((band?.bottom ?? 0) - (band?.top ?? 0)).toBeCloseTo(2);
  });

  it('draws the same time axis in a language that runs from right to left', () => {
    const charted = sampleCharted([valued(10, '2022'), valued(20, '2025')]);
    const places = () => layOut(charted, SMALL).marks.map(({ x }) => x);
    const [first = 0, last = 0] = places();
    setLanguage('fa', flatten(persian));
    const turned = places();
    expect(first).toBeLessThan(last);
    expect(turned[0]).toBeLessThan(turned[1] ?? 0);
    // Each text for itself runs from right to left.
    for (const { label } of layOut(charted, SMALL).days) expect(label.text.startsWith('\u2067')).toBe(true);
    expect(
      layOut(charted, SMALL)
        .days.map(({ label }) => label.text)
        .join(),
    ).toContain('۲۰۲۴');
  });
});
