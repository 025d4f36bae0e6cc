import { describe, expect, it } from 'vitest';
import { makeClaim, makeEntity, makeVersion } from '../sample-pack.ts';
import { ownWords } from './own-words.ts';

const iran = makeEntity('iran', 'Iran', { names: ['Islamic Republic of Iran'], adjectives: ['Iranian'] });
const afghanistan = makeEntity('afghanistan', 'Afghanistan');
const claim = makeClaim('deported', {
  question: 'How many Afghans has Iran deported since 2023?',
  about: ['iran', 'afghanistan', 'unknown'],
  versions: [makeVersion('deported/one', { text: 'Iranian guards expelled a large part of the families.' })],
});

describe('ownWords', () => {
  const cues = ownWords([iran, afghanistan], {})(claim);

  it('takes the subjects and the words of the question, then those of the versions', () => {
    expect(cues.need.flat()).toEqual([
      '@iran',
      '@afghanistan',
      'afghans',
      'deported',
      'guards',
      'expelled',
      'large',
      'part',
      'families',
    ]);
    expect(cues.core).toBe(4);
  });

  it('lets a word of the lexicon stand for all of its matter, once, where a figure is the point', () => {
    const lexicon = { deport: ['deport', 'expel', 'send back'], crowd: ['families', 'part'] };
    const need = (kind: 'figure' | 'event') => ownWords([iran], lexicon)({ ...claim, kind }).need;
    expect(need('figure')).toEqual([
      ['@iran'],
      ['afghans'],
      ['#deport', 'deported'],
      ['guards'],
      ['large'],
      ['#crowd', 'part'],
    ]);
    expect(
      need('event')
        .flat()
        .filter(term => term.startsWith('#')),
    ).toEqual([]);
  });

  it('asks for the subjects in the statement or around it', () => {
    expect(cues.context).toEqual([['@iran'], ['@afghanistan']]);
  });

  it('takes no words that tell no matter from another, no names and no numbers', () => {
    for (const word of ['how', 'many', 'has', 'since', 'of', 'the', 'iranian', 'islamic', '2023'])
      expect(cues.need.flat()).not.toContain(word);
  });
});
