/** A small pack for tests, and builders for single records. All of its sources, people, figures and words are made up. */
import type { Claim, Entity, Figure, Pack, Source, Version } from './types.ts';

export const makeSource = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title: `Report of ${id}`,
  authors: [],
  publisher: `Institute ${id}`,
  published: '2025-03-01',
  url: `https://${id}.example/report`,
  ...more,
});

export const makeEntity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'state',
  name,
  names: [],
  role: `What ${name} is`,
  ...more,
});

export const makeVersion = (id: string, more: Partial<Version> = {}): Version => ({
  id,
  source: 'lakeside',
  paragraph: 1,
  period: null,
  asOf: '2025-01',
  attributedTo: null,
  text: `What ${id} says.`,
  ...more,
});

/** A figure claim, unless `more` says otherwise. */
export const makeClaim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  kind: 'figure',
  question: `What about ${id}?`,
  about: ['afghanistan'],
  measure: { kind: 'count', unit: 'people' },
  cues: { need: [['deport']] },
  versions: [makeVersion(`${id}/one`, { value: { low: 1000, high: 1000, qualifier: 'exact' } })],
  ...more,
});

/** A count of people, unless `more` says otherwise. */
export const makeFigure = (value: number, more: Partial<Figure> = {}): Figure => ({
  start: 0,
  end: 0,
  text: `${value}`,
  kind: 'count',
  unit: 'people',
  noun: 'people',
  value,
  low: value,
  high: value,
  qualifier: 'exact',
  per: null,
  period: null,
  ...more,
});

const exact = (value: number) => ({ low: value, high: value, qualifier: 'exact' }) as const;

export const SAMPLE_PACK: Pack = {
  pack: { id: 'sample', title: 'Sample', version: 1, licence: 'CC0-1.0', triggers: ['afghanistan', 'taliban'] },
  sources: [
    makeSource('lakeside', { title: 'A year at the border', published: '2025-02-10' }),
    makeSource('northgate', { title: 'Money and aid', published: '2024-11' }),
  ],
  entities: [
    makeEntity('afghanistan', 'Afghanistan', { adjectives: ['Afghan', 'Afghans'] }),
    makeEntity('taliban', 'Taliban', { kind: 'group', names: ['Taleban'] }),
    makeEntity('iran', 'Iran', { adjectives: ['Iranian'] }),
    makeEntity('tehran', 'Tehran', { kind: 'place', standsFor: 'iran' }),
    makeEntity('pakistan', 'Pakistan', { adjectives: ['Pakistani'] }),
    makeEntity('united-states', 'United States', { names: ['U.S.', 'US', 'America'], adjectives: ['American'] }),
    makeEntity('kabul', 'Kabul', { kind: 'place', standsFor: 'afghanistan' }),
    makeEntity('daud-wardoni', 'Daud Wardoni', { kind: 'person', role: 'Made-up spokesman' }),
  ],
  claims: [
    makeClaim('deported', {
      question: 'How many Afghans has Iran sent back?',
      about: ['iran', 'afghanistan'],
      cues: {
        need: [['deport', 'expel', 'send back'], ['@iran']],
        context: [['@afghanistan', '@kabul']],
        not: ['appeal'],
        counted: ['people', 'Afghans', 'migrants'],
      },
      versions: [
        makeVersion('deported/lakeside', {
          surface: '800,000',
          value: exact(800_000),
          period: { from: '2024', to: '2024' },
          asOf: '2024-12-31',
          text: 'Lakeside counts eight hundred thousand for 2024.',
        }),
      ],
    }),
    makeClaim('aid', {
      question: 'How much aid has the United States given?',
      about: ['united-states', 'afghanistan'],
      measure: { kind: 'money', unit: 'USD' },
      cues: { need: [['aid', 'assistance'], ['@united-states']], context: [['@afghanistan', '@taliban']] },
      versions: [
        makeVersion('aid/northgate', {
          source: 'northgate',
          surface: '$3.2 billion',
          value: exact(3_200_000_000),
          period: { from: '2021-09', to: '2024-06' },
          asOf: '2024-06',
        }),
      ],
    }),
    makeClaim('recognition', {
      kind: 'status',
      question: 'Does any state recognise the Taliban government?',
      about: ['taliban'],
      measure: undefined,
      cues: { need: [['recognise', 'recognition'], ['@taliban']] },
      values: [
        { id: 'none', label: 'no state recognises it', need: [['no country', 'no state']] },
        { id: 'some', label: 'a state recognises it', need: [['first country', 'first state']] },
      ],
      varies: 'change',
      versions: [
        makeVersion('recognition/northgate', { source: 'northgate', status: 'none', asOf: '2024-11' }),
        makeVersion('recognition/lakeside', { status: 'some', asOf: '2025-07-03' }),
      ],
    }),
    makeClaim('embassy', {
      kind: 'event',
      question: 'When did the embassy in Kabul close?',
      about: ['kabul'],
      measure: undefined,
      cues: { need: [['embassy'], ['close', 'shut'], ['@kabul']] },
      versions: [makeVersion('embassy/lakeside', { period: { from: '2021-08-15', to: '2021-08-15' } })],
    }),
    makeClaim('pressure', {
      kind: 'position',
      question: 'Does pressure move the Taliban?',
      about: ['taliban'],
      measure: undefined,
      cues: { need: [['pressure'], ['@taliban']] },
      versions: [makeVersion('pressure/lakeside', { holder: 'daud-wardoni' })],
    }),
  ],
};
