import { expect, it } from 'vitest';
import { SAMPLE_PACK } from '../sample-pack.ts';
import { createRanker } from './rank-claims.ts';

const rank = createRanker(SAMPLE_PACK);
const ids = (text: string, count = 3) => rank(text, count).map(({ claim }) => claim);

it.each([
  ['the words of its question', 'Which states recognised the government?', 'recognition'],
  ['other forms of them', 'The closing of embassies', 'embassy'],
  ['the name of an entity that it is about', 'America', 'aid'],
  ['the words of its versions', 'A count of eight hundred thousand', 'deported'],
])('puts a claim first by %s', (_, text, expected) => {
  expect(ids(text)[0]).toBe(expected);
});

it('gives at most as many as asked for, the best first', () => {
  const ranked = rank('How much aid did Iran, the Taliban, Kabul and America speak about?', 3);
  expect(ranked).toHaveLength(3);
  const scores = ranked.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

it('gives none for a text without a word in common', () => {
  expect(ids('zebra xylophone')).toEqual([]);
});
