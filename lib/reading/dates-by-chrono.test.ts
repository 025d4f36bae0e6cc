import { Chrono, casual } from 'chrono-node/en';
import { describe, expect, it } from 'vitest';
import { PLACES } from './dates-by-chrono';

const NAMED = ['12 March 2024', 'March 12, 2024', 'March 2024'];
const IN_DIGITS = ['2024-03-12', '12/03/2024', '2024/03/12', '3/2024'];
/** What the refiners must bring together or tell apart. */
const REFINED = [
  '12 March to 5 April 2024',
  'March 12 - April 5, 2024',
  'March to May 2024',
  'in May 2024, 2025',
  '12 March (2024)',
  'the end of March 2024',
  'Tuesday, 12 March 2024',
  'in May, 12 March',
  'said May',
];
const DAY = new Date(2024, 0, 1, 12);

/** The places of the parsers that read a month in one of these. */
function parsersFor(probes: readonly string[]): number[] {
  return casual.parsers.flatMap((parser, place) => {
    const alone = new Chrono({ parsers: [parser], refiners: [] });
    return probes.some(probe => alone.parse(probe).some(({ start }) => start.isCertain('month'))) ? [place] : [];
  });
}

/** The places of the refiners without which the parsers would give something else. */
function refinersFor(places: readonly number[], probes: readonly string[]): number[] {
  const parsers = casual.parsers.filter((_, place) => places.includes(place));
  const found = (refiners: Chrono['refiners']) => {
    const some = new Chrono({ parsers, refiners });
    return JSON.stringify([...probes, ...REFINED].map(probe => some.parse(probe, DAY)));
  };
  const all = found(casual.refiners);
  const kept = casual.refiners.reduce((rest, refiner) => {
    const without = rest.filter(other => other !== refiner);
    return found(without) === all ? without : rest;
  }, casual.refiners);
  return kept.map(refiner => casual.refiners.indexOf(refiner));
}

describe('what is taken of chrono', () => {
  it('is every parser that reads dates', () => {
    expect(PLACES.named).toEqual(parsersFor(NAMED));
    expect(PLACES.inDigits).toEqual(parsersFor([...NAMED, ...IN_DIGITS]));
  });

  it('is every refiner that makes something else of them', () => {
    expect(PLACES.refiners).toEqual(refinersFor(PLACES.named, NAMED));
    expect(PLACES.refiners).toEqual(refinersFor(PLACES.inDigits, [...NAMED, ...IN_DIGITS]));
  });
});
