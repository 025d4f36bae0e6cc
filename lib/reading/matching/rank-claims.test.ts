import { describe, expect, it } from 'vitest';
import { makeClaim, makeVersion, SAMPLE_PACK } from '../sample-pack.ts';
import type { Pack } from '../types.ts';
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

describe('what makes a text and a claim meet', () => {
  const asking = (...questions: string[]): Pack => ({
    ...SAMPLE_PACK,
    entities: [],
    claims: questions.map((question, i) =>
      makeClaim(`c${i}`, { question, about: [], versions: [makeVersion(`c${i}/one`, { text: question })] }),
    ),
  });
  const OTHERS = [
    'A lake dried up in the east.',
    'The mayor sold a bridge to a circus.',
    'Two storks nest on the town hall.',
  ];
  const best = (text: string, ...questions: string[]) => createRanker(asking(...questions))(text, 1)[0]?.claim;

  it.each([
    ['other forms of a word', 'Voters were deceived by forgeries', 'Forged ballots deceive a voter.'],
    ['the words of a tag', 'Wow #DesertRainbow', 'A rainbow stood over the desert.'],
    ['a name written as one', 'QADIRJAN is back', 'Qadir Jan, the singer, came home.'],
    ['digits with and without a separator', 'It was 12000 in the end', 'A crowd of 12,000 came.'],
  ])('%s', (_, text, claim) => {
    expect(best(text, ...OTHERS, claim)).toBe('c3');
  });

  it('the order of two words', () => {
    expect(best('The dog bite was odd', 'A bite for the dog in a case.', 'The case of the dog bite.')).toBe('c1');
  });

  it('not a link', () => {
    expect(createRanker(asking('A circus of storks.'))('https://circus.example/storks pic.example/circus', 5)).toEqual(
      [],
    );
  });
});
