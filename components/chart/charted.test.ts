import { describe, expect, it } from 'vitest';
import { compareSample } from '@/lib/reading/sample-comparison';
import { makeClaim, makeSource, makeVersion, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Claim, Version } from '@/lib/reading/types';
import { chartedComparison } from './charted';
import { chartedClaim } from './charted-claim';
import { sampleCharted, valued } from './sample-charted';

const day = (date: string) => Date.parse(date) / 86_400_000;
const [deported] = SAMPLE_PACK.claims as [Claim];

/** The chart of a sentence beside these versions of the sample's first claim. */
function charted(sentence: string, versions: Partial<Version>[]) {
  const claim = { ...deported, versions: versions.map((more, i) => makeVersion(`v${i}`, more)) };
  const pack = { ...SAMPLE_PACK, claims: [claim] };
  return chartedComparison(compareSample(sentence, {}, pack));
}

describe('chartVersions', () => {
  it('gives what the rounding of the printed digits allows', () => {
    const [version] = sampleCharted([valued(40e6, '2025', { surface: 'about 40 million' })]).versions;
    expect(version).toMatchObject({ point: 40e6, low: 39.5e6, high: 40.5e6 });
  });

  it('leaves open ends open', () => {
    const { versions } = sampleCharted([
      { value: { low: 3, high: null, qualifier: 'over' } },
      { value: { low: null, high: 5, qualifier: 'atMost' } },
    ]);
    expect(versions.map(({ low, high, point }) => [low, point, high])).toEqual([
      [3, 3, null],
      [null, 5, 5],
    ]);
  });

  it.each<[string, Partial<Version>, number, number | null]>([
    ['in the middle of the time that it speaks for', { asOf: '2025-02-05' }, day('2025-02-05'), null],
    [
      'at the end of its period',
      { asOf: '2026-01', period: { from: '2024', to: '2024' } },
      day('2024-12-31'),
      day('2024-01-01'),
    ],
    [
      'inside its period, where it speaks from there',
      { asOf: '2024-06-01', period: { from: '2024', to: '2024' } },
      day('2024-06-01'),
      day('2024-01-01'),
    ],
    [
      'where it speaks, when its period goes on',
      { asOf: '2026-03-10', period: { from: '2021-08', to: null } },
      day('2026-03-10'),
      day('2021-08-01'),
    ],
    [
      'at the end of a period without a beginning',
      { asOf: '2026-03-10', period: { from: null, to: '2021-08-31' } },
      day('2021-08-31'),
      Number.NEGATIVE_INFINITY,
    ],
  ])('a version stands %s', (_, more, at, since) => {
    const [version] = sampleCharted([valued(1, '2025', more)]).versions;
    expect(version).toMatchObject({ day: at, since });
  });

  it('turns units into the claim’s, and leaves out what cannot be turned', () => {
    const years = { kind: 'duration', unit: 'year' } as const;
    const value = (low: number, unit: string) => ({ value: { low, high: low, qualifier: 'exact' as const, unit } });
    const { versions } = sampleCharted([value(24, 'month'), value(2, 'year'), value(2, '%')], null, years);
    expect(versions.map(({ point }) => point)).toEqual([2, 2]);
    expect(versions.map(({ words }) => words)).toEqual(['24 months', '2 years']);
  });

  it.each<[string, Partial<Version>, boolean]>([
    ['the same again', valued(40, '2025-06', { attributedTo: 'UN' }), true],
    ['something else', valued(50, '2025-06', { attributedTo: 'UN' }), false],
    ['it of another time', valued(40, '2025-06', { attributedTo: 'UN', period: { from: '2024', to: '2024' } }), false],
    ['it in another voice', valued(40, '2025-06', { attributedTo: 'WFP' }), false],
  ])('hears an echo where a voice says %s', (_, later, isEcho) => {
    const first = valued(40, '2023', { attributedTo: 'UN', period: { from: '2023', to: '2023' } });
    const period = later.period === undefined ? first.period : later.period;
    const { versions } = sampleCharted([first, { ...later, period }]);
    expect(versions.map(({ echoOf }) => echoOf)).toEqual([null, isEcho ? 'v0' : null]);
  });
});

describe('chartedComparison', () => {
  const SENTENCE = 'Iran deported about 700,000 Afghans in 2024.';

  it('has the page’s figure with its bounds, and in words', () => {
    const page = charted(SENTENCE, [valued(800_000, '2024')])?.page;
    expect(page).toMatchObject({ point: 700_000, words: 'about 700,000' });
    expect(page?.low).toBeLessThan(700_000);
  });

  it('draws other periods, and leaves out other scopes and measures', () => {
    const found = charted(SENTENCE, [
      valued(800_000, '2024', { period: { from: '2024', to: '2024' } }),
      valued(600_000, '2022', { period: { from: '2022', to: '2022' } }),
      { value: { low: 9, high: 9, qualifier: 'exact', unit: 'flights' } },
    ]);
    expect(found?.versions.map(({ version }) => version.id)).toEqual(['v1', 'v0']);
    expect(found?.leftOut).toBe(1);
    expect(found?.others).toEqual([]);
  });

  it('sets apart what has another scope', () => {
    const scope = (label: string) => ({ scope: { label, cues: [label] } });
    const found = charted('Iran deported about 700,000 Afghans in 2024, all of them men.', [
      valued(800_000, '2024', scope('men')),
      valued(300_000, '2024', scope('women')),
    ]);
    expect(found?.versions.map(({ version }) => version.id)).toEqual(['v0']);
    expect(found?.others.map(({ version }) => version.id)).toEqual(['v1']);
  });

  it('is null for what is no figure', () => {
    expect(chartedComparison(compareSample('No country has recognised the Taliban.'))).toBeNull();
  });
});

describe('chartedClaim', () => {
  const scope = (label: string) => ({ scope: { label, cues: [] } });
  const of = (versions: Partial<Version>[]) =>
    chartedClaim(
      makeClaim('c', { versions: versions.map((more, i) => makeVersion(`v${i}`, more)) }),
      new Map([['lakeside', makeSource('lakeside')]]),
    );

  it('draws the scope with most versions, and counts the others', () => {
    const found = of([
      valued(1, '2024', scope('a')),
      valued(2, '2023', scope('b')),
      valued(3, '2024', scope('b')),
      valued(4, '2025', { ...scope('b'), value: { low: 4, high: 4, qualifier: 'exact', unit: 'countries' } }),
    ]);
    expect(found?.versions.map(({ point, inForce }) => [point, inForce])).toEqual([
      [2, false],
      [3, true],
    ]);
    expect(found?.leftOut).toBe(2);
    // Countries cannot be turned into people.
    expect(found?.others.map(({ point }) => point)).toEqual([1]);
  });

  it('of two scopes draws the one that was spoken of last', () => {
    const found = of([valued(1, '2023', scope('a')), valued(2, '2025', scope('b'))]);
    expect(found?.versions.map(({ point }) => point)).toEqual([2]);
  });

  it('draws nothing without its source, and no claim without figures', () => {
    expect(of([valued(1, '2024', { source: 'gone' })])?.versions).toEqual([]);
    expect(chartedClaim(makeClaim('c', { kind: 'event' }), new Map())).toBeNull();
  });
});
