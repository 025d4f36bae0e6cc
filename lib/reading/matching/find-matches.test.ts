import { describe, expect, it } from 'vitest';
import { compilePacks } from '../compiled-pack.ts';
import { type PageFacts, readPassages } from '../reading.ts';
import { makeClaim, makeVersion, SAMPLE_PACK } from '../sample-pack.ts';
import type { Claim, Pack } from '../types.ts';
import type { Match } from './match.ts';

const NO_PAGE: PageFacts = { title: null, date: '2025-02-01', lead: '' };
const sample = compilePacks([SAMPLE_PACK]);
const withClaims = (...claims: Claim[]) => compilePacks([{ ...SAMPLE_PACK, claims } satisfies Pack]);

/** The matches of all paragraphs of a text, with the words that each one marks. */
function read(text: string, page: Partial<PageFacts> = {}, index = sample): (Match & { words: string })[] {
  const passages = text.split('\n').map((line, id) => ({ id, text: line }));
  return readPassages(index, passages, { ...NO_PAGE, ...page }).flatMap(({ id, matches }) =>
    matches.map(match => ({ ...match, words: (passages[id]?.text ?? '').slice(match.mark.start, match.mark.end) })),
  );
}

/** "claim: marked words" of each match. */
const told = (...input: Parameters<typeof read>) => read(...input).map(({ claim, words }) => `${claim}: ${words}`);

describe('figure claims', () => {
  it.each([
    ['the claim’s words and figure', 'Iran deported 700,000 Afghans last year.'],
    ['another form of the word', 'The deportation of 700,000 Afghan migrants by Iran went on.'],
    ['a phrase', 'In one summer Iranian guards send back 700,000 Afghans.'],
    ['a capital for its state', 'Tehran expelled 700,000 Afghans.'],
    ['an adjective for its state', 'Iranian police deported 700,000 Afghans.'],
    ['no noun behind the figure', 'Of the Afghans there Iran has deported 700,000.'],
    ['a headline’s capital letters', 'IRAN DEPORTS 700,000 Afghans.'],
  ])('match %s', (_, text) => {
    expect(told(text)).toEqual(['deported: 700,000']);
  });

  it.each([
    ['it is only planned', 'Iran will send back 700,000 Afghans.'],
    ['it is denied', 'Iran has not deported 700,000 Afghans.'],
    ['it is only possible', 'Iran could by then have deported 700,000 Afghans.'],
    ['a needed word is missing', 'Iran hosts 700,000 Afghans.'],
    ['a needed entity is missing', 'They deported 700,000 Afghans.'],
    ['another entity acts', 'Pakistan deported 700,000 Afghans.'],
    ['the words stand in two sentences', 'Iran hosts 700,000 Afghans. Pakistan deported many.'],
    ['there is no figure', 'Iran deported many Afghans.'],
    ['the figure counts something else', 'Iran deported Afghans in 700,000 buses.'],
    ['the figure is money', 'Iran deported Afghans who owed $700,000.'],
    ['the figure is a share', 'Iran deported 70 per cent of the Afghans.'],
    ['the figure is a rate', 'Iran deported 700,000 Afghans a day.'],
    ['the figure is far too small', 'Iran deported 700 Afghans.'],
    ['the figure is far too big', 'Iran deported 70 million Afghans.'],
    ['a word rules it out', 'An appeal was made as Iran deported 700,000 Afghans.'],
    ['the country is nowhere', 'Iran deported 700,000 people.'],
  ])('do not match when %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('keep to the range that the claim calls plausible', () => {
    const claim = makeClaim('tight', { cues: { need: [['deport']], plausible: [90, 110] } });
    const index = withClaims(claim);
    expect(told('They deported 100 people.', {}, index)).toHaveLength(1);
    expect(told('They deported 120 people.', {}, index)).toEqual([]);
  });

  it('without counted nouns take the nouns of their own unit', () => {
    const index = withClaims(
      makeClaim('schools', {
        measure: { kind: 'count', unit: 'schools' },
        cues: { need: [['close']], plausible: [1, 10_000] },
      }),
    );
    expect(told('They closed 300 schools.', {}, index)).toHaveLength(1);
    expect(told('They closed 300 markets.', {}, index)).toEqual([]);
  });

  it('take money in an unnamed currency as weaker than money in their own', () => {
    const score = (text: string) => read(text)[0]?.score ?? 0;
    expect(score('The U.S. gave Kabul $3 billion in aid.')).toBeGreaterThan(0.8);
    expect(told('The U.S. gave Kabul €3 billion in aid.')).toEqual([]);
  });

  it('bind each of several figures in one sentence to its own claim', () => {
    const text = 'Iran deported 700,000 Afghans, while U.S. aid to Afghanistan came to $3.1 billion.';
    expect(told(text)).toEqual(['deported: 700,000', 'aid: $3.1 billion']);
  });

  it('choose the figure nearest to their words, one for each sentence', () => {
    const text = 'Of 2 million Afghans in the country, Iran deported 700,000 Afghans, the ministry said.';
    expect(read(text).map(({ words }) => words)).toEqual(['700,000']);
  });

  it('give one figure to one claim only, the better one', () => {
    const [deported] = SAMPLE_PACK.claims as [Claim];
    const vague = makeClaim('vague', { cues: { need: [['@iran']], plausible: [1, 1e9] } });
    expect(told('Iran deported 700,000 people from Kabul.', {}, withClaims(vague, deported))).toEqual([
      'deported: 700,000',
    ]);
  });

  it('match again in the next sentence', () => {
    const text = 'Iran deported 700,000 Afghans. In the year before, Iran deported 500,000 Afghans.';
    expect(read(text)).toHaveLength(2);
  });
});

describe('context', () => {
  const PLAIN = 'Iran deported 700,000 people.';
  it.each<[string, string, Partial<PageFacts>, string]>([
    ['the sentence', 'Iran deported 700,000 people to Afghanistan.', {}, 'sentence'],
    ['the paragraph', `Afghanistan is poor. ${PLAIN}`, {}, 'paragraph'],
    ['the headline', PLAIN, { title: 'Afghanistan awaits a winter' }, 'headline'],
    ['the beginning of the page', PLAIN, { lead: 'Afghanistan awaits a winter, Afghans say.' }, 'page'],
    ['a page that names it again and again', `Afghanistan.\nAfghanistan.\nAfghans.\n${PLAIN}`, {}, 'page'],
  ])('is carried by %s', (_, text, page, carrier) => {
    expect(read(text, page).map(({ why }) => why.context)).toEqual([[{ carrier, entity: 'afghanistan' }]]);
  });

  it('is carried by any subject of the pack where its first one is asked for, not where another is', () => {
    const claim = (context: string[][]) =>
      makeClaim('x', { cues: { need: [['deport'], ['@iran']], context }, measure: { kind: 'count', unit: 'people' } });
    const text = 'Iran deported 1,000 people. The Taliban said so.';
    expect(told(text, {}, withClaims(claim([['@afghanistan']])))).toHaveLength(1);
    expect(told(text, {}, withClaims(claim([['@pakistan']])))).toEqual([]);
  });

  it('is not carried by another paragraph or a beginning that names it once', () => {
    expect(read(`Afghanistan is poor.\n${PLAIN}`)).toEqual([]);
    expect(read(PLAIN, { lead: 'A man who had served in Afghanistan wrote a book.' })).toEqual([]);
  });

  it('counts for less the farther it stands', () => {
    const scores = [
      read('Iran deported 700,000 people to Afghanistan.'),
      read(`Afghanistan is poor. ${PLAIN}`),
      read(PLAIN, { title: 'Afghanistan awaits a winter' }),
      read(PLAIN, { lead: 'Afghanistan awaits a winter, Afghans say.' }),
    ].map(([match]) => match?.why.parts.context ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });
});

describe('status claims', () => {
  it.each([
    ['So far no country has recognised the Taliban.', 'none', 'no country has recognised the Taliban'],
    [
      'The first country to grant the Taliban recognition sent an envoy.',
      'some',
      'first country to grant the Taliban recognition',
    ],
  ])('tell the state of affairs of "%s"', (text, status, words) => {
    expect(read(text)).toMatchObject([{ claim: 'recognition', status, words, figure: null }]);
  });

  it('do not match words that assert none of their values', () => {
    expect(told('Recognition of the Taliban is debated.')).toEqual([]);
  });

  it('mark only the words of the value where all cues together would make a long mark', () => {
    const text =
      'No country, said the envoy after three days of talks in a hotel by the lake, would recognise the Taliban.';
    expect(told(text)).toEqual(['recognition: No country']);
  });

  it('pass over a value that a word rules out', () => {
    const claim = makeClaim('recognition', {
      kind: 'status',
      cues: { need: [['@taliban']] },
      values: [
        { id: 'none', label: 'none', need: [['recognise']], not: ['yesterday'] },
        { id: 'some', label: 'some', need: [['recognise']] },
      ],
    });
    const status = (text: string) => read(text, {}, withClaims(claim)).map(match => match.status);
    expect(status('They recognise the Taliban.')).toEqual(['none']);
    expect(status('They recognise the Taliban since yesterday.')).toEqual(['some']);
  });

  it('take a value from what a pronoun that opens the sentence stands for', () => {
    const claim = makeClaim('donor', {
      kind: 'status',
      cues: { need: [['largest donor']] },
      values: [{ id: 'iran', label: 'Iran', need: [['@iran']] }],
    });
    const status = (text: string) => read(text, {}, withClaims(claim)).map(match => match.status);
    expect(status('Iran sent wheat. It is the largest donor.')).toEqual(['iran']);
    expect(status('Iran sent wheat. The largest donor waited.')).toEqual([]);
    expect(status('Iran sent wheat. The largest donor, they said, waited.')).toEqual([]);
  });

  it('are called up by their values when they need nothing else', () => {
    const claim = makeClaim('ban', {
      kind: 'status',
      cues: { need: [] },
      values: [{ id: 'banned', label: 'banned', need: [['school ban']] }],
    });
    expect(told('The school ban stays.', {}, withClaims(claim))).toEqual(['ban: school ban']);
  });
});

describe('event and position claims', () => {
  it('match by their words and mark the shortest stretch with all of them', () => {
    const text = 'Kabul was calm in the morning; by noon the embassy in Kabul was to close, staff said.';
    expect(told(text)).toEqual(['embassy: embassy in Kabul was to close']);
  });

  it('are about what would be where only a part of a stance is supposed, and an event is not', () => {
    const words = { cues: { need: [['@taliban'], ['pressure']] } };
    const text = 'The Taliban will not talk unless the pressure ends.';
    const of = (kind: Claim['kind']) => told(text, {}, withClaims(makeClaim('x', { kind, ...words })));
    expect(of('position')).toHaveLength(1);
    expect(of('event')).toEqual([]);
  });

  it('are not ruled out by a word of another clause', () => {
    const claim = makeClaim('x', { kind: 'event', cues: { need: [['embassy'], ['close']], not: ['school'] } });
    expect(told('The embassy closed, but the school is open.', {}, withClaims(claim))).toHaveLength(1);
    expect(told('The embassy and the school closed.', {}, withClaims(claim))).toEqual([]);
  });

  it('mark the longest single place where the stretch would be long', () => {
    const text =
      'The Taliban did not move, the analysts of several institutes agree, whatever sort of pressure was put on them.';
    expect(told(text)).toEqual(['pressure: pressure']);
  });
});

describe('why', () => {
  it('gives the words that met the cues, with their places', () => {
    const text = 'Last year Iran deported 700,000 Afghans.';
    const [match] = read(text);
    expect(match?.why.words.map(({ start, end }) => text.slice(start, end))).toEqual(['Iran', 'deported']);
  });

  it('gives parts that add up to the score', () => {
    for (const match of read('Iran deported 700,000 Afghans. No country has recognised the Taliban.')) {
      const { cues, context, measure, nearness, value } = match.why.parts;
      expect(cues + context + measure + nearness + value).toBeCloseTo(match.score, 10);
      expect(match.score).toBeLessThanOrEqual(1);
    }
  });

  it('gives the sentence as the statement', () => {
    const text = 'It rained. Iran deported 700,000 Afghans. It snowed.';
    expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Iran deported 700,000 Afghans.']);
  });
});

it('matches nothing against a pack without claims', () => {
  expect(told('Iran deported 700,000 Afghans.', {}, withClaims())).toEqual([]);
});

it('weighs a vague version by the widest of its bounds', () => {
  const claim = makeClaim('vague', {
    cues: { need: [['deport']] },
    versions: [makeVersion('vague/one', { value: { low: 1000, high: null, qualifier: 'over' } })],
  });
  expect(told('They deported 5,000 people.', {}, withClaims(claim))).toHaveLength(1);
  expect(told('They deported 50,000 people.', {}, withClaims(claim))).toEqual([]);
});

describe('what a statement only plans, denies or leaves to a pronoun', () => {
  it.each([
    ['a plan', 'Iran plans to deport 700,000 Afghans.', []],
    ['a condition', 'If Iran were to deport 700,000 Afghans, the camps would fill.', []],
    ['a denial', 'Iran has not deported 700,000 Afghans.', []],
    ['a plan behind the figure', 'Some 700,000 Afghans in Iran could be deported.', []],
    ['a month that looks like a plan', 'In May Iran deported 700,000 Afghans.', ['deported: 700,000']],
    ['a denial in another clause', 'Pakistan did not wait, but Iran deported 700,000 Afghans.', ['deported: 700,000']],
    [
      'a word that rules out, in another clause',
      'Iran deported 700,000 Afghans; an appeal followed.',
      ['deported: 700,000'],
    ],
    [
      'a pronoun for the sentence before',
      'Iran closed its border. It deported 700,000 Afghans.',
      ['deported: 700,000'],
    ],
    ['no pronoun', 'Iran closed its border. Police deported 700,000 Afghans.', []],
    [
      'a pronoun for the paragraph before',
      'Iran closed its border.\nIt deported 700,000 Afghans.',
      ['deported: 700,000'],
    ],
    ['a pronoun for a paragraph further back', 'Iran closed its border.\nSnow fell.\nIt deported 700,000.', []],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('may be planned where the sources themselves speak of what is planned', () => {
    const claim = makeClaim('planned', { question: 'How many people would they deport?' });
    expect(told('They plan to deport 1,000 people.', {}, withClaims(claim))).toEqual(['planned: 1,000']);
  });

  it('may be planned where the cues say so', () => {
    const claim = makeClaim('planned', { cues: { need: [['deport']], possible: true } });
    expect(told('They plan to deport 1,000 people.', {}, withClaims(claim))).toEqual(['planned: 1,000']);
  });

  it.each([
    ['the month of May', 'In May 2025 the ministry counted a thousand.'],
    ['a mayor', 'The mayor counted a thousand.'],
  ])('may not be planned where the sources only speak of %s', (_, text) => {
    const value = { low: 1000, high: 1000, qualifier: 'exact' } as const;
    const claim = makeClaim('sent-off', { versions: [makeVersion('sent-off/one', { text, value })] });
    expect(told('They plan to deport 1,000 people.', {}, withClaims(claim))).toEqual([]);
  });
});

describe('a figure that says what a source says', () => {
  const claim = (value: number): Claim =>
    makeClaim('sent', {
      measure: { kind: 'count', unit: 'people' },
      cues: { need: [['deport'], ['@iran'], ['bus']] },
      versions: [makeVersion('sent/one', { value: { low: value, high: value, qualifier: 'exact' } })],
    });

  it.each([
    ['stands in for a word, with three printed digits', 813_000, 'Iran deported 813,000 people.', 1],
    ['does not for a round number', 800_000, 'Iran deported 800,000 people.', 0],
    ['does not with another value', 813_000, 'Iran deported 817,000 people.', 0],
    ['does not stand in for most of the words', 813_000, 'They met 813,000 people by bus.', 0],
  ])('%s', (_, value, text, count) => {
    const filler = Array.from({ length: 8 }, (_, i) =>
      makeClaim(`filler-${i}`, { versions: [makeVersion(`filler-${i}/one`, { text: 'A bus to Iran.' })] }),
    );
    expect(told(text, {}, withClaims(claim(value), ...filler)).filter(words => words.startsWith('sent'))).toHaveLength(
      count,
    );
  });
});

describe('a figure that says what a source says, in a sentence that leans on the one before it', () => {
  const sent = makeClaim('sent', {
    measure: { kind: 'count', unit: 'people' },
    cues: { need: [['deport'], ['@iran']] },
    versions: [makeVersion('sent/one', { value: { low: 813_000, high: 813_000, qualifier: 'exact' } })],
  });
  const story = (value: string) => `Nobody knows whom Iran sends off. ${value} people were deported.`;

  it('is matched, and says where the rest was found', () => {
    const [match] = read(story('813,000'), {}, withClaims(sent));
    expect(match?.why.context).toContainEqual({ carrier: 'paragraph', entity: 'iran' });
  });

  it('is not where the sentence names somebody else', () => {
    expect(read(`${story('813,000')} `.replace('people', 'people from Uganda'), {}, withClaims(sent))).toEqual([]);
  });

  it('is not with another value', () => {
    expect(read(story('817,000'), {}, withClaims(sent))).toEqual([]);
  });
});

describe('a claim on one year', () => {
  const yearly = makeClaim('yearly', {
    question: 'How many people did Iran deport in 2024?',
    measure: { kind: 'count', unit: 'people' },
    cues: { need: [['deport']] },
    versions: [
      makeVersion('yearly/one', {
        value: { low: 700_000, high: 700_000, qualifier: 'exact' },
        period: { from: '2024-01', to: '2024-12' },
      }),
    ],
  });

  it.each<[string, string | null, number]>([
    ['Iran deported 700,000 people in 2024.', '2025-02-01', 1],
    ['Iran deported 700,000 people in 2023.', '2025-02-01', 0],
    ['Since 2021 Iran has deported 700,000 people.', '2025-02-01', 1],
    ['Iran deported 700,000 people.', '2025-02-01', 1],
    ['Iran deported 700,000 people.', '2023-02-01', 0],
    ['Iran deported 700,000 people.', null, 1],
  ])('"%s" on a page of %s', (text, date, count) => {
    expect(read(text, { date }, withClaims(yearly))).toHaveLength(count);
  });
});

describe('words that must stand near each other', () => {
  const near = makeClaim('near', {
    kind: 'status',
    measure: undefined,
    values: [{ id: 'wardoni', label: 'Daud Wardoni', need: [['@daud-wardoni']] }],
    cues: { need: [['spokesman'], ['@daud-wardoni']], within: 30, not: ['deputy'] },
  });

  it.each([
    ['side by side', 'Spokesman Daud Wardoni of the Taliban said so.', 1],
    ['in apposition', 'Daud Wardoni, a spokesman for the Taliban, said so.', 1],
    ['far apart', 'A spokesman in Berlin said on Monday that he had not seen what Daud Wardoni wrote.', 0],
    ['beside what rules them out', 'Deputy spokesman Daud Wardoni of the Taliban said so.', 0],
    ['far from it', 'A deputy of the minister was in Berlin on Monday, and spokesman Daud Wardoni said so.', 1],
  ])('%s', (_, text, count) => {
    expect(told(text, {}, withClaims(near))).toHaveLength(count);
  });
});

describe('a word that speaks against a status', () => {
  const control = makeClaim('control', {
    kind: 'status',
    measure: undefined,
    values: [
      { id: 'over', label: 'handed over', need: [['handed over']], not: ['former republic'] },
      { id: 'kept', label: 'kept', need: [['former republic']] },
    ],
    cues: { need: [['embassy'], ['@taliban']] },
  });

  it.each([
    ['in its own clause', 'The embassy is handed over by the former republic to the Taliban.', 'kept'],
    ['only in who said so', 'The embassy is handed over to the Taliban, staff of the former republic said.', 'over'],
    ['only in another clause', 'The former republic is gone; its embassy is handed over to the Taliban.', 'over'],
  ])('%s', (_, text, status) => {
    expect(read(text, {}, withClaims(control)).map(match => match.status)).toEqual([status]);
  });
});

it.each([
  ['close together', 'The Taliban do not yield to pressure.', 1],
  [
    'far apart',
    'Pressure was high in the tyres of the old lorry that stood by the road for weeks, with its doors open and its windows gone, when a patrol of the Taliban came.',
    0,
  ],
])('the words of a stance are %s', (_, text, count) => {
  expect(read(text).filter(({ claim }) => claim === 'pressure')).toHaveLength(count);
});

describe('near misses', () => {
  const refused = (text: string, ...claims: Claim[]) =>
    readPassages(
      claims.length > 0 ? withClaims(...claims) : sample,
      [{ id: 0, text }],
      { ...NO_PAGE, lead: 'Afghanistan' },
      { nearMisses: true },
    ).flatMap(({ nearMisses }) => nearMisses.map(({ claim, refusal }) => `${claim}: ${refusal}`));

  it.each([
    ['a denial', 'Iran has not deported 700,000 Afghans.', ['deported: unreal']],
    ['a word of another matter', 'An appeal was made as Iran deported 700,000 Afghans.', ['deported: ruled-out']],
    ['a size that cannot be', 'Iran deported 700 Afghans.', ['deported: measure']],
    ['no figure at all', 'Iran deported Afghans.', []],
    ['no state asserted', 'Recognition of the Taliban is debated.', ['recognition: value']],
    ['nothing refused', 'Iran deported 700,000 Afghans.', []],
  ])('tell of %s', (_, text, expected) => {
    expect(refused(text)).toEqual(expected);
  });

  it('tell of a context that is nowhere', () => {
    const text = 'Iran deported 700,000 people.';
    const [{ nearMisses } = { nearMisses: [] }] = readPassages(sample, [{ id: 0, text }], NO_PAGE, {
      nearMisses: true,
    });
    expect(nearMisses).toMatchObject([{ claim: 'deported', refusal: 'context' }]);
    expect(nearMisses[0]?.words.map(({ start, end }) => text.slice(start, end))).toEqual(['Iran', 'deported']);
  });

  it('tell of a claim that another outdid', () => {
    const claims = [
      makeClaim('vague', { cues: { need: [['@iran']], plausible: [1, 1e9] } }),
      makeClaim('better', { cues: { need: [['deport'], ['@iran']], plausible: [1, 1e9] } }),
    ];
    expect(refused('Iran deported 700,000 people.', ...claims)).toEqual(['vague: outdone']);
  });

  it('are not collected unless asked for', () => {
    expect(
      readPassages(sample, [{ id: 0, text: 'Iran has not deported 700,000 Afghans.' }], NO_PAGE)[0]?.nearMisses,
    ).toEqual([]);
  });
});
