import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Relation, RelationKind } from '../reading/comparing/relations.ts';
import type { Verdict } from '../reading/comparing/verdict.ts';
import type { ComparedVersion, Comparison } from '../reading/reading.ts';
import { makeClaim, makeSource, makeVersion } from '../reading/sample-pack.ts';
import type { Claim, Interval, Measure, Period, Version } from '../reading/types.ts';
import { axisInWords, dateInWords, intervalInWords, periodInWords, valueInWords } from './formats.ts';
import { flatten, setLanguage } from './translate.ts';
import { relationInWords, statedInWords, verdictInWords, verdictLabel, versionInWords } from './wording.ts';

const USD: Measure = { kind: 'money', unit: 'USD' };
const PEOPLE: Measure = { kind: 'count', unit: 'people' };

describe('valueInWords', () => {
  it.each<[number, Measure, string]>([
    [3_630_000_000, USD, '$3.63 billion'],
    [950, USD, '$950'],
    [2_500_000, { kind: 'money', unit: 'EUR' }, '€2.5 million'],
    [1_000_000, { kind: 'money', unit: 'AFN' }, 'AFN 1 million'],
    [800_000, PEOPLE, '800,000'],
    [23_000_000, PEOPLE, '23 million'],
    [12.54, PEOPLE, '12.5'],
    [43, { kind: 'share', unit: '%' }, '43%'],
    [5, { kind: 'share', unit: 'pp' }, '5 points'],
    [1, { kind: 'duration', unit: 'year' }, '1 year'],
    [20, { kind: 'duration', unit: 'year' }, '20 years'],
  ])('%f', (value, measure, expected) => {
    expect(valueInWords(value, measure).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});

describe('axisInWords', () => {
  it.each<[string, number[], Measure, string[]]>([
    ['in the scale of the last one', [0, 500_000, 1_000_000], PEOPLE, ['0', '0.5', '1 million']],
    ['with the sign of money once', [0, 2e9, 4e9], USD, ['0', '2', '$4 billion']],
    ['as they are where they are small', [950, 1000, 1050], PEOPLE, ['950', '1,000', '1,050']],
    ['each with its sign where they are shares', [0, 50, 100], { kind: 'share', unit: '%' }, ['0%', '50%', '100%']],
    ['in full where the last one cannot name the scale', [-2e6, 0], PEOPLE, ['-2 million', '0']],
  ])('gives the numbers of an axis %s', (_, ticks, measure, expected) => {
    expect(axisInWords(ticks, measure)).toEqual(expected);
  });
});

describe('intervalInWords', () => {
  it.each<[Interval, string]>([
    [{ low: 5, high: 5, qualifier: 'exact' }, '5'],
    [{ low: 40, high: 44, qualifier: 'exact' }, '40 to 44'],
    [{ low: 4, high: 6, qualifier: 'about' }, 'about 5'],
    [{ low: null, high: 20, qualifier: 'nearly' }, 'nearly 20'],
    [{ low: 18, high: 20, qualifier: 'nearly' }, 'nearly 20'],
    [{ low: 20, high: null, qualifier: 'over' }, 'over 20'],
    [{ low: null, high: 20, qualifier: 'under' }, 'under 20'],
    [{ low: 20, high: null, qualifier: 'atLeast' }, 'at least 20'],
    [{ low: null, high: 20, qualifier: 'atMost' }, 'at most 20'],
    [{ low: null, high: null, qualifier: 'exact' }, ''],
  ])('%j', (interval, expected) => {
    expect(intervalInWords(interval, PEOPLE)).toBe(expected);
  });
});

describe('dates and periods', () => {
  it.each([
    ['2025', '2025'],
    ['2025-02', 'February 2025'],
    ['2025-02-05', '5 February 2025'],
    ['some day', 'some day'],
  ])('the date %s', (date, expected) => {
    expect(dateInWords(date)).toBe(expected);
  });

  it.each<[Period | null, string | null]>([
    [{ from: '2021-10', to: '2024-12' }, 'October 2021 to December 2024'],
    [{ from: '2025', to: '2025' }, '2025'],
    [{ from: '2024-03', to: null }, 'since March 2024'],
    [{ from: null, to: '2024-03' }, 'until March 2024'],
    [{ from: null, to: null }, null],
    [null, null],
  ])('the period %j', (period, expected) => {
    expect(periodInWords(period)).toBe(expected);
  });
});

const related = (kind: RelationKind, difference: number | null = null, amount: number | null = null): Relation => ({
  kind,
  difference,
  amount,
});

function compared(relation: Relation, version: Partial<Version> = {}): ComparedVersion {
  const id = version.id ?? 'v';
  return { version: makeVersion(id, version), source: makeSource('s'), relation, inForce: false, range: null };
}

function comparison(verdict: Verdict, versions: ComparedVersion[] = [], more: Partial<Comparison> = {}): Comparison {
  const { versions: _versions, cues: _cues, ...claim } = makeClaim('c', { measure: USD });
  return {
    claim,
    statement: { text: 'It cost $3 billion.', mark: { start: 8, end: 18 } },
    figure: null,
    status: null,
    period: null,
    date: { day: '2025-02-05', from: 'page' },
    versions,
    verdict,
    dated: null,
    score: 1,
    why: { words: [], context: [], parts: { cues: 0, context: 0, measure: 0, nearness: 0, value: 0 } },
    ...more,
  };
}

describe('relationInWords', () => {
  const YEAR = { period: { from: '2024', to: '2024' } };
  const SCOPE = { scope: { label: 'both countries', cues: ['both'] } };
  it.each<[Relation, Partial<Version>, string]>([
    [related('agrees', 0, 0), {}, 'Same figure'],
    [related('agrees', 0.4, 4), {}, 'Fits this figure'],
    [related('higher', 4.5, 170e6), {}, 'Page is 4.5% higher (+$170 million)'],
    [related('lower', -25, -2e9), {}, 'Page is 25% lower (−$2 billion)'],
    [related('higher', 5, 5e6), {}, 'Page is 5% higher (+$5 million)'],
    [related('higher', 300, 3e9), {}, 'Page is 4 times as high (+$3 billion)'],
    [related('higher', 1100, 3e9), {}, 'Page is 12 times as high (+$3 billion)'],
    [related('higher', null, 5), {}, 'Page is higher (+$5)'],
    [related('other-value'), {}, 'Says otherwise'],
    [related('other-period', 25, 2), YEAR, 'Other period: 2024'],
    [related('other-period', 25, 2), {}, 'Other period'],
    [related('other-scope'), SCOPE, 'Counts something else: both countries'],
    [related('other-scope'), {}, 'Counts something else'],
    [related('not-comparable'), {}, 'Not compared'],
  ])('%j', (relation, version, expected) => {
    expect(relationInWords(comparison('differs'), compared(relation, version))).toBe(expected);
  });

  it('gives the amount in the version’s own unit', () => {
    const version = { value: { low: 100, high: 100, qualifier: 'exact', unit: 'EUR' } } as const;
    expect(relationInWords(comparison('differs'), compared(related('lower', -50, -50), version))).toBe(
      'Page is 50% lower (−€50)',
    );
  });

  it('speaks of no figure where the claim is about none', () => {
    const status = comparison('agrees');
    status.claim = { ...status.claim, kind: 'status' } as Omit<Claim, 'versions' | 'cues'>;
    expect(relationInWords(status, compared(related('agrees')))).toBe('Says the same');
  });
});

describe('verdictInWords', () => {
  const agrees = (voice: string) => compared(related('agrees', 0, 0), { id: voice, attributedTo: voice });
  const differs = (voice: string, difference: number) =>
    compared(related('higher', difference, difference * 1e6), { id: voice, attributedTo: voice });
  const other = compared(related('other-period', 9, 9), { id: 'o', attributedTo: 'O' });

  it.each<[string, Comparison, string]>([
    [
      'one source',
      comparison('agrees', [agrees('A'), other]),
      'The page agrees with the one source that can be compared.',
    ],
    [
      'several sources',
      comparison('agrees', [agrees('A'), agrees('B')]),
      'The page agrees with all 2 independent sources.',
    ],
    [
      'echoes of one voice',
      comparison('agrees', [agrees('A'), agrees('A')]),
      'The page agrees with the one source that can be compared.',
    ],
    [
      'the latest',
      comparison('agrees', [agrees('A'), differs('B', 9)]),
      'The page agrees with the latest sourced version; it was otherwise before.',
    ],
    [
      'some',
      comparison('agrees-with-some', [agrees('A'), differs('B', 9), differs('C', 8)]),
      'The page agrees with 1 of 3 independent sources: they disagree.',
    ],
    [
      'none',
      comparison('differs', [differs('A', 50), differs('B', 9)]),
      'The page differs from all 2 independent sources: 9% higher (+$9 million) than the nearest.',
    ],
    [
      'not the one',
      comparison('differs', [differs('A', 50)]),
      'The page differs from the one source that can be compared: 50% higher (+$50 million).',
    ],
    [
      'another state of affairs',
      comparison('differs', [compared(related('other-value'))]),
      'The page differs from the one source that can be compared.',
    ],
    [
      'what was revised since',
      comparison('dated', [], { dated: 'since-revised' }),
      'The page agrees with what was sourced by 5 February 2025; a later source says otherwise.',
    ],
    [
      'what was old already',
      comparison('dated', [], { dated: 'already-old' }),
      'The page repeats an older version; by 5 February 2025 a newer one was out.',
    ],
    [
      'nothing to compare',
      comparison('context', [other]),
      'The sources speak on this, but there is nothing to lay beside the page’s words.',
    ],
  ])('%s', (_, input, expected) => {
    expect(verdictInWords(input)).toBe(expected);
  });

  it('never speaks of true or false', () => {
    const verdicts: Verdict[] = ['agrees', 'agrees-with-some', 'differs', 'dated', 'context'];
    for (const verdict of verdicts) {
      const words = `${verdictInWords(comparison(verdict, [agrees('A'), differs('B', 5)]))} ${verdictLabel({ verdict })}`;
      expect(words).not.toMatch(/\b(true|false|wrong|right|correct|lie)\b/i);
    }
  });
});

describe('short words', () => {
  it('of the page are those that are marked', () => {
    expect(statedInWords(comparison('agrees'))).toBe('$3 billion');
  });

  it('of a figure version are its value', () => {
    const version = { value: { low: 3e9, high: null, qualifier: 'over' } } as const;
    expect(versionInWords(comparison('agrees'), compared(related('agrees'), version))).toBe('over $3 billion');
  });

  it('of a status version are its value’s label', () => {
    const status = comparison('agrees');
    status.claim = { ...status.claim, kind: 'status', values: [{ id: 'none', label: 'no state does', need: [] }] };
    expect(versionInWords(status, compared(related('agrees'), { status: 'none' }))).toBe('no state does');
    expect(versionInWords(status, compared(related('agrees'), { status: 'gone' }))).toBe('');
  });

  it('of an event are the source’s own', () => {
    const event = comparison('agrees');
    event.claim = { ...event.claim, kind: 'event' };
    expect(versionInWords(event, compared(related('agrees'), { surface: '15 August' }))).toBe('15 August');
  });
});

describe('in Dari and Pashto', () => {
  const texts = (language: string) =>
    flatten(JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8')));
  const bare = (text: string | null) => text?.replace(/[\u2067-\u2069]/g, '');
  afterEach(() => setLanguage('en', {}));

  it('says values, dates and periods with Persian digits', () => {
    setLanguage('fa', texts('fa'));
    expect(bare(valueInWords(3_630_000_000, USD))).toBe('۳٫۶۳ میلیارد دالر');
    expect(bare(intervalInWords({ low: 20, high: null, qualifier: 'over' }, PEOPLE))).toBe('بیش از ۲۰');
    expect(bare(dateInWords('2025-02-05'))).toBe('۵ فبروری ۲۰۲۵');
    setLanguage('ps', texts('ps'));
    expect(bare(valueInWords(20, { kind: 'duration', unit: 'year' }))).toBe('۲۰ کاله');
    expect(bare(periodInWords({ from: '2024-03', to: null }))).toBe('له د ۲۰۲۴ مارچ راهیسې');
  });

  it('leaves a currency that has no name of ours its code', () => {
    expect(valueInWords(5, { kind: 'money', unit: 'KZT' })).toBe('KZT 5');
  });

  it.each(['fa', 'ps'] as const)('speaks of distances without English words: %s', language => {
    setLanguage(language, texts(language));
    const compared = { version: makeVersion('v', {}), source: makeSource('s'), inForce: true };
    for (const [difference, amount] of [
      [-38, -300_000],
      [500, 2_500_000],
      [null, 3],
    ] as const) {
      const relation = related(amount > 0 ? 'higher' : 'lower', difference, amount);
      const words = relationInWords(comparison('differs'), { ...compared, relation } as ComparedVersion);
      expect(words).not.toMatch(/[A-Za-z{}]/);
    }
  });
});
