import { describe, expect, it } from 'vitest';
import { compilePacks } from '../compiled-pack.ts';
import { makeClaim, SAMPLE_PACK } from '../sample-pack.ts';
import type { Claim, Cues } from '../types.ts';
import type { CompiledClaim } from './claim-index.ts';
import { Evidence, readTerms } from './evidence.ts';
import { waysMet } from './ways.ts';

/** The best way of one claim for a sentence, in a pack whose other claims are the sample's. */
function best(cues: Cues | undefined, text: string, lexicon: Record<string, string[]> = {}, more: Partial<Claim> = {}) {
  const pack = { ...SAMPLE_PACK, pack: { ...SAMPLE_PACK.pack, lexicon } };
  const { names, claims } = compilePacks([{ ...pack, claims: [makeClaim('c', { cues, ...more }), ...pack.claims] }]);
  return (
    waysMet(
      claims.claims[0] as CompiledClaim,
      new Evidence(claims, readTerms(names, claims, text)),
      new Evidence(claims, []),
    )[0] ?? null
  );
}

describe('waysMet', () => {
  it('has all where each group has a word', () => {
    expect(best({ need: [['deport'], ['@iran']] }, 'Iran deported them.')?.share).toBeCloseTo(1, 6);
  });

  it('has a part where one is missing, the larger one where the rarer word is there', () => {
    const cues = { need: [['dismissal'], ['@iran']] };
    const rare = best(cues, 'The dismissal was quick.')?.share ?? 0;
    const common = best(cues, 'It was in Iran.')?.share ?? 0;
    expect(rare + common).toBeCloseTo(1, 6);
    expect(rare).toBeGreaterThanOrEqual(common);
  });

  it('has nothing where no word is there', () => {
    expect(best({ need: [['deport']] }, 'It rained.')).toBeNull();
  });

  it('counts one word for one group of a position only', () => {
    const cues = { need: [['pressure'], ['pressure', 'sanctions'], ['@iran']] };
    const share = (text: string, kind: Claim['kind']) => best(cues, text, {}, { kind })?.share ?? 0;
    expect(share('Pressure moved Iran.', 'position')).toBe(0);
    expect(share('Pressure moved Iran.', 'event')).toBeCloseTo(1, 6);
    expect(share('Sanctions and pressure moved Iran.', 'position')).toBeCloseTo(1, 6);
    expect(share('Pressure upon pressure moved Iran.', 'position')).toBeCloseTo(1, 6);
  });

  it('takes any of several ways', () => {
    const cues = { need: [['deport'], ['@iran']], ways: [[['bus home']], [['trucked'], ['border']]] };
    expect(best(cues, 'They got a bus home.')?.share).toBeCloseTo(1, 6);
    expect(best(cues, 'They were trucked over the border.')?.share).toBeCloseTo(1, 6);
    expect(best(cues, 'They were trucked away.')?.share).toBeLessThan(1);
  });

  it('takes all words of the lexicon for its name', () => {
    const lexicon = { deport: ['deport', 'send back', 'throw out'] };
    for (const text of [
      'Iran deports them.',
      'Iran sends them, and sending back goes on.',
      'Iran is throwing out families.',
    ])
      expect(best({ need: [['#deport'], ['@iran']] }, text, lexicon)?.share).toBeCloseTo(1, 6);
    expect(best({ need: [['#deport'], ['@iran']] }, 'Iran hosts them.', lexicon)?.share).toBeLessThan(1);
  });

  it('asks two words of the sentence itself for a position, whatever was told before', () => {
    const claim = makeClaim('c', { kind: 'position', cues: { need: [['blast'], ['@iran'], ['danger']] } });
    const { names, claims } = compilePacks([{ ...SAMPLE_PACK, claims: [claim] }]);
    const terms = (text: string) => new Evidence(claims, readTerms(names, claims, text));
    const ways = (text: string) =>
      waysMet(claims.claims[0] as CompiledClaim, terms(text), terms('Iran sees a danger in each blast.'), true);
    expect(ways('Three more died in the blast.')).toEqual([]);
    expect(ways('The blast shows the danger.')).toHaveLength(1);
  });

  it('lets a pronoun’s entity count, and says so', () => {
    const { names, claims } = compilePacks([
      { ...SAMPLE_PACK, claims: [makeClaim('c', { cues: { need: [['deport'], ['@iran']] } })] },
    ]);
    const terms = (text: string) => new Evidence(claims, readTerms(names, claims, text));
    const [way] = waysMet(claims.claims[0] as CompiledClaim, terms('It deported them.'), terms('Iran'));
    expect(way?.share).toBeCloseTo(1, 6);
    expect(way?.carried).toHaveLength(1);
    expect(way?.places).toHaveLength(1);
  });

  it('lets a noun for what was told before lean on it, where the noun is among the words', () => {
    const claim = makeClaim('c', { cues: { need: [['raid'], ['@iran']] } });
    const { names, claims } = compilePacks([{ ...SAMPLE_PACK, claims: [claim] }]);
    const terms = (text: string) => new Evidence(claims, readTerms(names, claims, text));
    const share = (noun: string) => {
      const [start, end] = [4, 4 + noun.length];
      const told = { nouns: [{ start, end }], before: terms('Iran hit a village.') };
      const text = `The ${noun} killed ten, and a raid followed.`;
      return waysMet(claims.claims[0] as CompiledClaim, terms(text), terms(''), false, told)[0]?.share;
    };
    expect(share('raid')).toBeCloseTo(1, 6);
    expect(share('quake')).toBeLessThan(1);
  });

  it('lends no more of the words than the sentence has itself', () => {
    const claim = makeClaim('c', { cues: { need: [['raid'], ['@iran'], ['village']] } });
    const { names, claims } = compilePacks([{ ...SAMPLE_PACK, claims: [claim] }]);
    const terms = (text: string) => new Evidence(claims, readTerms(names, claims, text));
    const told = { nouns: [{ start: 4, end: 8 }], before: terms('Iran hit a village.') };
    const met = (text: string) => waysMet(claims.claims[0] as CompiledClaim, terms(text), terms(''), true, told);
    expect(met('The raid killed ten.')).toEqual([]);
    expect(met('The raid shook the village.')).toHaveLength(1);
  });

  it('needs only most of the words of a question without cues', () => {
    const more = { question: 'How many villages of Kabul were flooded by the dam?', about: ['kabul'] };
    expect(best(undefined, 'In Kabul the dam flooded twelve villages.', {}, more)?.share).toBeGreaterThan(1);
    expect(best(undefined, 'In Kabul it rained.', {}, more)?.share ?? 0).toBeLessThan(1);
  });
});
