import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePacks } from './compiled-pack.ts';
import { readPassages, type Wish } from './reading.ts';
import { makeClaim, makeVersion, SAMPLE_PACK } from './sample-pack.ts';

/** Claims whose figure says so much by itself that a sentence need not have all their words. */
const sent = (id: string, need: string[][]) =>
  makeClaim(id, {
    cues: { need },
    versions: [
      makeVersion(`${id}/one`, { text: 'A bus.', value: { low: 813_000, high: 813_000, qualifier: 'exact' } }),
    ],
  });
const fillers = Array.from({ length: 8 }, (_, i) =>
  makeClaim(`filler-${i}`, { versions: [makeVersion(`filler-${i}/one`, { text: 'A bus to Iran.' })] }),
);
const compiled = compilePacks([
  {
    ...SAMPLE_PACK,
    claims: [
      ...SAMPLE_PACK.claims,
      sent('sent', [['banish'], ['@iran'], ['frontier']]),
      sent('driven', [['exile'], ['@iran'], ['bus']]),
    ],
  },
  { ...SAMPLE_PACK, pack: { ...SAMPLE_PACK.pack, id: 'fillers' }, sources: [], entities: [], claims: fillers },
]);
const PAGE = { title: 'Winter in Afghanistan', date: '2025-02-01', lead: '' };
const read = (texts: readonly string[], wish?: Partial<Wish>) =>
  readPassages(
    compiled,
    texts.map((text, id) => ({ id, text })),
    PAGE,
    wish,
  );

describe('a reading for a page', () => {
  it('leaves out figures where no claim on a figure is near', () => {
    const texts = ['Some 700 shops opened in 2024.', 'Iran deported 700,000 Afghans in 2024.'];
    const counts = (wish?: Partial<Wish>) => read(texts, wish).map(({ figures }) => figures.length);
    expect(counts()).toEqual([1, 1]);
    expect(counts({ allFigures: false })).toEqual([0, 1]);
  });

  it('keeps the period of a figure that is matched', () => {
    const [reading] = read(['Iran deported 700,000 Afghans in 2024.'], { allFigures: false });
    expect(reading?.figures[0]?.period).toEqual({ from: '2024', to: '2024' });
  });

  it.each([
    ['stands in for a word', 'driven', ['Iran exiled 813,000 people.']],
    ['leans on the sentence before', 'sent', ['Iran closed its frontier. 813,000 people were banished.']],
    ['leans on the passage before', 'sent', ['Iran closed its frontier.', '813,000 people were banished.']],
  ])('keeps a figure that %s', (_, claim, texts) => {
    const found = read(texts, { allFigures: false }).flatMap(({ matches }) => matches.map(match => match.claim));
    expect(found).toContain(claim);
  });

  it('tells the same matches with the same figures, whatever the text', () => {
    const words = fc.constantFrom(
      ...'Iran deported|deported|Afghans|in 2024|in 2023.|They|It|the United States|gave|$3 billion|aid|700,000'.split(
        '|',
      ),
      ...'half of them|No country|has recognised|the Taliban|.|. The|;|not|plans to|since 2021|people|2.1 million'.split(
        '|',
      ),
    );
    const texts = fc.array(
      fc.array(words, { maxLength: 14 }).map(list => list.join(' ')),
      { maxLength: 3 },
    );
    const told = (all: readonly string[], wish: Partial<Wish>) =>
      read(all, wish).map(({ matches, figures }) =>
        matches.map(match => ({ match, figure: match.figure === null ? null : figures[match.figure] })),
      );
    fc.assert(
      fc.property(texts, all => {
        expect(told(all, { allFigures: false })).toEqual(told(all, {}));
      }),
      { numRuns: 300 },
    );
  });

  it('tells only matches of the kinds that are asked for', () => {
    const text = 'Iran deported 700,000 Afghans in 2024. No country has recognised the Taliban.';
    const claims = (kinds: Wish['kinds']) => read([text], { kinds })[0]?.matches.map(({ claim }) => claim);
    expect(claims(['figure'])).toEqual(['deported']);
    expect(claims(['status', 'event'])).toEqual(['recognition']);
  });
});
