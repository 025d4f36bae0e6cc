import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePacks } from './compiled-pack.ts';
import { type Comparison, compareMatch, type PageFacts, readPassages } from './reading.ts';
import { SAMPLE_PACK } from './sample-pack.ts';
import type { Pack, Source } from './types.ts';

const compiled = compilePacks([SAMPLE_PACK]);
const sources = new Map(SAMPLE_PACK.sources.map(source => [source.id, source]));
const PAGE: PageFacts = { title: 'Winter in Afghanistan', date: '2025-02-01', lead: '' };
const TODAY = '2026-06-01';

/** All comparisons of one paragraph. */
function compare(
  text: string,
  page: Partial<PageFacts> = {},
  known: Map<string, Source> = sources,
  pack: Pack = SAMPLE_PACK,
) {
  const facts = { ...PAGE, ...page };
  const [reading] = readPassages(pack === SAMPLE_PACK ? compiled : compilePacks([pack]), [{ id: 0, text }], facts);
  if (!reading) throw new Error('no reading');
  return reading.matches.map(match => {
    const claim = pack.claims.find(({ id }) => id === match.claim);
    if (!claim) throw new Error('no claim');
    return compareMatch(match, reading, text, claim, known, facts, TODAY);
  });
}

const one = (...input: Parameters<typeof compare>): Comparison => {
  const [comparison, ...more] = compare(...input);
  if (!comparison || more.length > 0) throw new Error('not one comparison');
  return comparison;
};

describe('from text to comparison', () => {
  it.each([
    ['the sourced figure', 'Iran deported 800,000 Afghans in 2024.', 'agrees', 'agrees'],
    ['a figure that rounds to it', 'Iran deported about 0.8 million Afghans in 2024.', 'agrees', 'agrees'],
    ['a lower figure', 'Iran deported 500,000 Afghans in 2024.', 'lower', 'differs'],
    ['a higher figure', 'Iran deported more than 1.5 million Afghans in 2024.', 'higher', 'differs'],
    ['the figure of another year', 'Iran deported 500,000 Afghans in 2022.', 'other-period', 'context'],
    ['the sourced sum', 'The U.S. gave $3.2 billion in aid.', 'agrees', 'agrees'],
    ['a sum in words', 'American aid came to over 3 billion dollars.', 'agrees', 'agrees'],
  ])('%s', (_, text, relation, verdict) => {
    const comparison = one(text);
    expect([comparison.versions[0]?.relation.kind, comparison.verdict]).toEqual([relation, verdict]);
  });

  it.each([
    ['was right when written', 'No country has recognised the Taliban.', '2025-02-01', 'dated', 'since-revised'],
    ['was old already', 'No country has recognised the Taliban.', '2025-10-01', 'dated', 'already-old'],
    [
      'says the latest',
      'The first country to offer the Taliban recognition sent an envoy.',
      '2025-10-01',
      'agrees',
      null,
    ],
    ['has no date and is judged by today', 'No country has recognised the Taliban.', null, 'dated', 'already-old'],
  ])('a state of affairs that %s', (_, text, date, verdict, dated) => {
    expect(one(text, { date })).toMatchObject({ verdict, dated });
  });

  it('a state of affairs is judged by the month that its sentence names', () => {
    const comparison = one('By December 2024 no country had recognised the Taliban.', { date: '2025-10-01' });
    expect(comparison.dated).toBe('since-revised');
    expect(comparison.date).toEqual({ day: '2024-12', from: 'sentence' });
  });

  it.each([
    ['2025-10-01', { day: '2025-10-01', from: 'page' }],
    [null, { day: TODAY, from: 'today' }],
  ])('tells by which day it judges: page date %s', (date, expected) => {
    expect(one('No country has recognised the Taliban.', { date }).date).toEqual(expected);
  });

  it('gives the page’s sentence unchanged, with the mark in it', () => {
    const sentence = 'In  “2024” Iran – so it is said – deported 500,000\u00a0Afghans!';
    const { statement, why } = one(`It rained. ${sentence} It snowed.`);
    expect(statement.text).toBe(sentence);
    expect(statement.text.slice(statement.mark.start, statement.mark.end)).toBe('500,000');
    expect(why.words.map(({ start, end }) => sentence.slice(start, end))).toEqual(['Iran', 'deported']);
  });

  it('takes the figure’s period, or the only one that the sentence names', () => {
    expect(one('Iran deported 500,000 Afghans in 2023.').period).toEqual({ from: '2023', to: '2023' });
    expect(one('In May 2023 the embassy in Kabul had to close.').period).toEqual({ from: '2023-05', to: '2023-05' });
    expect(one('Between 2021 and 2022, and in May 2024, embassies in Kabul had to close.').period).toBeNull();
  });

  it.each([
    ['among the marked words', 'Since embassies in Kabul had to close in 2021, aid of May 2024 came by air.', '2021'],
    ['in their clause', 'In May 2024 snow fell, but in 2021 the embassies in Kabul closed.', '2021'],
    [
      'in another clause, where theirs names two',
      'In May 2024, embassies in Kabul closed, as in 2021, but not for long.',
      null,
    ],
  ])('of several periods takes the only one %s', (_, text, from) => {
    expect(one(text).period?.from ?? null).toBe(from);
  });

  it('dates an event to the time since when it goes on', () => {
    const { period, versions } = one('Embassies in Kabul have been closed since 2021.');
    expect(period).toEqual({ from: '2021', to: '2021' });
    expect(versions[0]?.relation.kind).toBe('agrees');
  });

  it('gives what the rounding of a version’s printed digits allows, and no range where there is no figure', () => {
    expect(one('Iran deported 500,000 Afghans in 2024.').versions.map(({ range }) => range)).toEqual([
      { low: 780_000, high: 820_000 },
    ]);
    expect(one('No country has recognised the Taliban.').versions.map(({ range }) => range)).toEqual([null, null]);
  });

  it.each([
    [
      'a total since an event, told on a day',
      'The U.S. gave $2 billion in aid since it left, it said on Tuesday.',
      null,
    ],
    [
      'what was given on a day',
      'The U.S. gave $2 billion in aid on Tuesday.',
      { from: '2025-01-28', to: '2025-01-28' },
    ],
    ['a total since a year', 'The U.S. has given $2 billion in aid since 2022.', { from: '2022', to: null }],
  ])('%s', (_, text, period) => expect(one(text).period).toEqual(period));

  it('marks the version in force on the page’s day', () => {
    const inForce = (date: string) =>
      one('No country has recognised the Taliban.', { date }).versions.filter(({ inForce }) => inForce);
    expect(inForce('2025-02-01').map(({ version }) => version.id)).toEqual(['recognition/northgate']);
    expect(inForce('2025-10-01').map(({ version }) => version.id)).toEqual(['recognition/lakeside']);
    expect(inForce('2020-01-01')).toEqual([]);
  });

  it('shows no version without its source', () => {
    const { versions } = one('No country has recognised the Taliban.', {}, new Map([...sources].slice(0, 1)));
    expect(versions.map(({ source }) => source.id)).toEqual(['lakeside']);
  });

  it('hands no cues to the views', () => {
    expect(one('Iran deported 500,000 Afghans.').claim).not.toHaveProperty('cues');
  });
});

describe('readPassages', () => {
  it('keeps the page’s own numbers and the order of its passages', () => {
    const passages = [7, 3, 12].map(id => ({ id, text: 'Kabul.' }));
    expect(readPassages(compiled, passages, PAGE).map(({ id }) => id)).toEqual([7, 3, 12]);
  });

  it.each([
    ['an earlier passage', ['Daud Wardoni spoke.', 'Wardoni left.'], {}],
    ['the headline', ['It rained.', 'Wardoni left.'], { title: 'Daud Wardoni speaks' }],
    ['the page’s beginning', ['It rained.', 'Wardoni left.'], { lead: 'Daud Wardoni spoke.' }],
  ])('knows a surname from %s', (_, texts, page) => {
    const passages = texts.map((text, id) => ({ id, text }));
    const [, last] = readPassages(compiled, passages, { ...PAGE, ...page });
    expect(last?.entities.map(({ entity }) => entity)).toEqual(['daud-wardoni']);
  });

  it('gives the period of a line that opens a list to the items of the list', () => {
    const lines = ['Returns in June 2024:', 'Torkham: 21,500 people', 'Milak: 9,000 people', 'There are 14 huts.'];
    const passages = lines.map((text, id) => ({ id, text }));
    const periods = readPassages(compiled, passages, PAGE).flatMap(({ figures }) =>
      figures.map(({ period }) => period),
    );
    expect(periods).toEqual([{ from: '2024-06', to: '2024-06' }, { from: '2024-06', to: '2024-06' }, null]);
  });

  it('does not know a surname from a later passage', () => {
    const passages = ['Wardoni left.', 'Daud Wardoni spoke.'].map((text, id) => ({ id, text }));
    expect(readPassages(compiled, passages, PAGE)[0]?.entities).toEqual([]);
  });

  it('never throws and gives places inside the passage, whatever the text', () => {
    const words = fc.constantFrom(
      'Iran',
      'deported',
      '800,000',
      'Afghans',
      'No country',
      'recognised',
      'the Taliban',
      '.',
      '\n',
      '$',
      'in 2024',
      'U.S.',
      'aid',
      '3 billion',
      '🇦🇫',
      'per cent',
      '—',
    );
    const texts = fc.oneof(
      fc.array(words, { maxLength: 25 }).map(list => list.join(' ')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), texts, (list, title) => {
        const readings = readPassages(
          compiled,
          list.map((text, id) => ({ id, text })),
          { ...PAGE, title },
        );
        for (const { id, entities, figures, matches } of readings) {
          const length = (list[id] ?? '').length;
          for (const { start, end } of [...entities, ...figures, ...matches, ...matches.map(({ mark }) => mark)]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(length);
          }
          for (const { start, end, mark, figure } of matches) {
            expect(mark.start).toBeGreaterThanOrEqual(start);
            expect(mark.end).toBeLessThanOrEqual(end);
            if (figure !== null) expect(figures[figure]).toBeDefined();
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
