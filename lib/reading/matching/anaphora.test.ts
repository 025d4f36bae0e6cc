import { describe, expect, it } from 'vitest';
import type { EntityKind } from '../types.ts';
import { carriedTerms, toldBefore } from './anaphora.ts';

const KINDS: (EntityKind | null)[] = [null, 'state', 'state', 'state', 'person', 'group'];
const kindOf = (term: number) => KINDS[term] ?? null;

/** The terms that the second of two sentences may count as its own, where the first names states 1, 2, 3 and word 9. */
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
  return carriedTerms(text, sentence, [previous], kindOf).map(({ term }) => term);
}

/** The same for a first sentence that names state 1, person 4 and group 5, with what an earlier text names. */
function carriedOfKinds(second: string, earlier: number[] = [], own = [1, 4, 5]): number[] {
  const hits = (terms: number[]) => terms.map((term, i) => ({ term, start: 10 * i, end: 10 * i + 5 }));
  const sentence = { start: 0, end: second.length };
  return carriedTerms(second, sentence, [hits(own), hits(earlier)], kindOf).map(({ term }) => term);
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

  it.each([
    'Police deported many.',
    'Germany and its police deported many.',
    'Itinerant traders came.',
    'It took a week.',
    'Some 1.9 million people fled, most of them on foot.',
    '',
  ])('gives nothing to "%s"', sentence => {
    expect(carried(sentence)).toEqual([]);
  });

  it('gives each word only what it can stand for', () => {
    expect(carriedOfKinds('He left.')).toEqual([4]);
    expect(carriedOfKinds('The group left.')).toEqual([5]);
    expect(carriedOfKinds('The country left.')).toEqual([1]);
    expect(carriedOfKinds('It left.')).toEqual([1, 5]);
  });

  it('goes further back for what the sentence before does not name', () => {
    expect(carriedOfKinds('The group left.', [5, 2], [1])).toEqual([5]);
    expect(carriedOfKinds('The group left.', [5], [5])).toEqual([5, 5]);
    expect(carriedOfKinds('The country left.', [3], [1, 2])).toEqual([1, 2]);
  });

  it('gives every term of a mention', () => {
    const text = 'Tehran waited. It deported many.';
    const both = [
      { term: 1, start: 0, end: 6 },
      { term: 2, start: 0, end: 6 },
    ];
    expect(carriedTerms(text, { start: 15, end: text.length }, [both], kindOf)).toEqual(both);
  });

  it('gives nothing where the sentence before names no entity', () => {
    const text = 'They waited. It deported many.';
    expect(carriedTerms(text, { start: 13, end: text.length }, [[{ term: 9, start: 0, end: 4 }]], kindOf)).toEqual([]);
  });
});

describe('toldBefore', () => {
  const nouns = (text: string) =>
    toldBefore(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['The swap was made at night, and the raids went on.', ['swap', 'raids']],
    ['Nobody kept this truce.', ['truce']],
  ])('finds the nouns in "%s"', (text, expected) => {
    expect(nouns(text)).toEqual(expected);
  });

  it.each([
    'A swap was made.',
    'The ban on cricket stands.',
    'The deal with Rome is off.',
    'Many say that recognition is owed.',
    'The strike’s dead were buried.',
  ])('finds none in "%s"', text => {
    expect(nouns(text)).toEqual([]);
  });
});
