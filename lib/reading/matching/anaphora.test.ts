import { describe, expect, it } from 'vitest';
import { carriedTerms } from './anaphora.ts';

/** The terms that the second of two sentences may count as its own, where the first names entities 1, 2, 3 and word 9. */
function carried(second: string): number[] {
  const first = 'Iran, Pakistan and China met.';
  const text = `${first} ${second}`;
  const previous = [
    { term: 1, start: 0, end: 4 },
    { term: 2, start: 6, end: 14 },
    { term: 3, start: 19, end: 24 },
    { term: 9, start: 25, end: 28 },
  ];
  const sentence = { start: first.length + 1, end: text.length };
  return carriedTerms(text, sentence, previous, term => term < 9).map(({ term }) => term);
}

describe('carriedTerms', () => {
  it.each([
    'It deported many.',
    'Later they deported many.',
    'The country deported many.',
    'Its police deported many.',
    '“The authorities deported many.”',
  ])('gives the first two entities of the sentence before to "%s"', sentence => {
    expect(carried(sentence)).toEqual([1, 2]);
  });

  it.each(['Police deported many.', 'Germany and its police deported many.', 'Itinerant traders came.', ''])(
    'gives nothing to "%s"',
    sentence => {
      expect(carried(sentence)).toEqual([]);
    },
  );

  it('gives every term of a mention', () => {
    const text = 'Tehran waited. It deported many.';
    const both = [
      { term: 1, start: 0, end: 6 },
      { term: 2, start: 0, end: 6 },
    ];
    expect(carriedTerms(text, { start: 15, end: text.length }, both, () => true)).toEqual(both);
  });

  it('gives nothing where the sentence before names no entity', () => {
    const text = 'They waited. It deported many.';
    expect(carriedTerms(text, { start: 13, end: text.length }, [{ term: 9, start: 0, end: 4 }], () => false)).toEqual(
      [],
    );
  });
});
