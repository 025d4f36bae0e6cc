import { describe, expect, it } from 'vitest';
import type { PageSpan } from '@/lib/messaging';
import type { PageFacts } from '@/lib/reading/reading';
import { makeClaim, makeVersion, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Claim } from '@/lib/reading/types';
import type { Density } from '@/lib/settings';
import { claimsOfPack } from '@/lib/store/claims';
import { answerRead } from './answer-read';
import { shownBy } from './shown';

const PAGE: PageFacts = { title: 'Winter in Afghanistan', date: '2025-02-01', lead: '' };
const TODAY = '2026-06-01';

const TEXTS = [
  'Iran deported 700,000 Afghans in 2024.',
  'No country has recognised the Taliban.',
  'On 15 August 2021 the embassy in Kabul had to close.',
  'Pressure does not move the Taliban.',
];

const answer = (texts: string[], density: Density = 'everything', claims: Claim[] = SAMPLE_PACK.claims, page = PAGE) =>
  answerRead(
    claimsOfPack({ ...SAMPLE_PACK, claims }),
    { page, passages: texts.map((text, i) => ({ id: 10 + i, text })) },
    shownBy(density, [], []),
    TODAY,
  );

const claimsOf = (spans: PageSpan[]) =>
  spans.flatMap(span => (span.kind === 'statement' ? span.comparisons.map(({ claim }) => claim.id) : []));

describe('density', () => {
  it.each<[Density, string[]]>([
    ['figures', ['deported']],
    ['figures-and-facts', ['deported', 'recognition', 'embassy']],
    ['everything', ['deported', 'recognition', 'embassy', 'pressure']],
  ])('%s shows %j', async (density, expected) => {
    expect(claimsOf((await answer(TEXTS, density)).spans)).toEqual(expected);
  });
});

describe('statements', () => {
  it('come with their passage, the place of the mark and everything that the popover shows', async () => {
    const { spans } = await answer(TEXTS);
    const [span] = spans.filter(({ kind }) => kind === 'statement');
    expect(span).toMatchObject({ passage: 10, kind: 'statement' });
    expect(TEXTS[0]?.slice(span?.start, span?.end)).toBe('700,000');
    expect(span?.kind === 'statement' && span.comparisons[0]).toMatchObject({
      claim: { question: 'How many Afghans has Iran sent back?' },
      statement: { text: TEXTS[0] },
      verdict: 'differs',
      versions: [{ source: { title: 'A year at the border' }, relation: { kind: 'lower' } }],
    });
  });

  it('are judged by today where the page has no date', async () => {
    const { spans } = await answer(['No country has recognised the Taliban.'], 'everything', SAMPLE_PACK.claims, {
      ...PAGE,
      date: null,
    });
    const [first] = spans.flatMap(span => (span.kind === 'statement' ? span.comparisons : []));
    expect(first).toMatchObject({ date: { day: TODAY }, verdict: 'dated', dated: 'already-old' });
  });

  it('that overlap share one mark, the figure’s, which opens all of them', async () => {
    const [deported] = SAMPLE_PACK.claims as [Claim];
    const mass = makeClaim('mass-return', {
      kind: 'event',
      measure: undefined,
      cues: { need: [['deport'], ['@afghanistan']] },
      versions: [makeVersion('mass-return/one')],
    });
    const text = 'Iran deported 700,000 Afghans.';
    const { spans } = await answer([text], 'everything', [mass, deported]);
    const statements = spans.filter(({ kind }) => kind === 'statement');
    expect(statements).toHaveLength(1);
    expect(text.slice(statements[0]?.start, statements[0]?.end)).toBe('700,000');
    expect(claimsOf(statements)).toEqual(['deported', 'mass-return']);
  });

  it('that stand apart keep their own marks', async () => {
    const { spans } = await answer(['Iran deported 700,000 Afghans. No country has recognised the Taliban.']);
    expect(spans.filter(({ kind }) => kind === 'statement')).toHaveLength(2);
  });
});

describe('entities', () => {
  it('come as a place for each mention and one card for each entity', async () => {
    const { spans, entities } = await answer(['Kabul waits.', 'Daud Wardoni came to Kabul.']);
    expect(spans.map(({ passage, start, end }) => [passage, start, end])).toEqual([
      [10, 0, 5],
      [11, 0, 12],
      [11, 21, 26],
    ]);
    expect(entities.map(({ id }) => id)).toEqual(['kabul', 'daud-wardoni']);
  });

  it('have a card with the questions about them', async () => {
    const { entities } = await answer(['Kabul waits.']);
    expect(entities).toEqual([
      {
        id: 'kabul',
        kind: 'place',
        name: 'Kabul',
        names: [],
        role: 'What Kabul is',
        note: null,
        questions: [{ claim: 'embassy', question: 'When did the embassy in Kabul close?' }],
      },
    ]);
  });

  it('that are marked already come neither as places nor with a card, and statements about them all the same', async () => {
    const all = await answer(TEXTS);
    const marked = all.entities.slice(0, 1).map(({ id }) => id);
    const passages = TEXTS.map((text, i) => ({ id: 10 + i, text }));
    const rest = await answerRead(
      claimsOfPack(SAMPLE_PACK),
      { page: PAGE, passages, marked },
      shownBy('everything', [], []),
      TODAY,
    );
    const isMarked = (span: PageSpan) => span.kind === 'entity' && marked.includes(span.entity);
    expect(all.spans.some(isMarked)).toBe(true);
    expect(rest.spans).toEqual(all.spans.filter(span => !isMarked(span)));
    expect(rest.entities).toEqual(all.entities.slice(1));
  });

  it('are not marked where only an adjective stands', async () => {
    expect(await answer(['Afghan farmers wait for the Iranian market.'])).toMatchObject({ spans: [], entities: [] });
  });
});

it('answers a batch without passages', async () => {
  expect(await answer([])).toEqual({ spans: [], entities: [], stored: false });
});
