import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pointOf } from '@/lib/reading/matching/fit-figure';
import { measureOfVersion } from '@/lib/reading/measures';
import { makeClaim, makeVersion, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Measure, Pack } from '@/lib/reading/types';
import { readBundledPack } from '../../../scripts/read-pack';
import { libraryOfPack } from '../library';
import { find } from './find';
import { hitsOf } from './hits';
import { buildIndex, idIn, namesOf, recordOf, restoreIndex, type SearchIndex } from './search-index';

const bundled = readBundledPack();
let index: SearchIndex;
beforeAll(async () => {
  index = await buildIndex(bundled);
});

/** Ways to write a value: digits, separators, scale words and their abbreviations, and as one writes in Dari. */
function renderings(value: number, { kind, unit }: Measure): string[] {
  const [sign, behind] =
    kind === 'money' ? ['$', ''] : ['', kind === 'share' ? '%' : kind === 'duration' ? ` ${unit}s` : ''];
  const number = (scale: number) => String(Number((value / scale).toPrecision(12)));
  const written = [`${value}`, value.toLocaleString('en', { maximumFractionDigits: 12 })];
  if (value >= 1e6) {
    const [scale, word, short, dari] =
      value >= 1e9 ? ([1e9, 'billion', 'bn', 'میلیارد'] as const) : ([1e6, 'million', 'm', 'میلیون'] as const);
    written.push(`${number(scale)} ${word}`, `${number(scale)}${short}`);
    const persian = number(scale)
      .replace(/\d/g, digit => String.fromCharCode(0x6f0 + Number(digit)))
      .replace('.', '٫');
    if (!sign && !behind) written.push(`${persian} ${dari}`);
  }
  const all = [...written.map(one => `${sign}${one}${behind}`), ...(behind ? [] : written)];
  // Four bare digits may be a year, which is no figure.
  return all.filter(one => !/^[12]\d{3}$/.test(one));
}

const versionsFor = (at: SearchIndex, query: string) => find(at, query).versions.map(({ version }) => version);

describe('figures', () => {
  it('find every version by its value, however it is written', () => {
    let checked = 0;
    for (const { measure, versions } of bundled.claims) {
      for (const version of versions) {
        const value = version.value && pointOf(version.value);
        if (!measure || !value || version.value?.unit === 'pp') continue;
        for (const query of renderings(value, measureOfVersion(measure, version))) {
          expect(versionsFor(index, query), query).toContain(version.id);
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it('find any value', async () => {
    const values = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1e3, 1e4, 1e6, 1e7, 1e9));
    const measures = fc.constantFrom<Measure>({ kind: 'money', unit: 'USD' }, { kind: 'count', unit: 'people' });
    await fc.assert(
      fc.asyncProperty(values, measures, async ([digits, scale], measure) => {
        const value = digits * scale;
        const versions = [makeVersion('v', { value: { low: value, high: value, qualifier: 'exact' } })];
        const one = await buildIndex({ ...SAMPLE_PACK, claims: [makeClaim('c', { measure, versions })] });
        for (const query of renderings(value, measure)) expect(versionsFor(one, query), query).toEqual(['v']);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('find by the rounding of the query, what lies in it before what only reaches it', async () => {
    const exact = (value: number) => ({ low: value, high: value, qualifier: 'exact' }) as const;
    const claim = makeClaim('money', {
      measure: { kind: 'money', unit: 'USD' },
      versions: [
        makeVersion('vague', { value: { low: 2e9, high: null, qualifier: 'atLeast' } }),
        makeVersion('three-six-three', { value: exact(3.63e9) }),
        makeVersion('three-six-one', { value: exact(3.61e9) }),
        makeVersion('three-seven', { value: exact(3.7e9) }),
      ],
    });
    const people = makeClaim('people', { versions: [makeVersion('people', { value: exact(3.6e9) })] });
    const at = await buildIndex({ ...SAMPLE_PACK, claims: [claim, people] });
    expect(versionsFor(at, '$3.6bn')).toEqual(['three-six-one', 'three-six-three', 'vague']);
    expect(versionsFor(at, '3.6bn')).toEqual(['people', 'three-six-one', 'three-six-three', 'vague']);
    expect(versionsFor(at, '3.6bn people')).toEqual(['people']);
    expect(versionsFor(at, '€3.6bn')).toEqual([]);
  });

  it('and words together find what has both', () => {
    const { versions, whole } = find(index, 'US aid $3.6bn');
    expect(versions.map(({ claim }) => claim)).toEqual(['us-aid-since-2021']);
    expect(whole).toBe(true);
  });
});

describe('names', () => {
  it('find every entity, among the first', async () => {
    const library = libraryOfPack(bundled);
    for (const entity of bundled.entities) {
      for (const name of namesOf(entity)) {
        const { entities } = await hitsOf(library, find(index, name), name, 8);
        expect(
          entities.hits.map(hit => hit.entity.id),
          name,
        ).toContain(entity.id);
      }
    }
  });

  it.each([
    ['Haibatullah', 'hibatullah-akhundzada'],
    ['hibatulah akhunzada', 'hibatullah-akhundzada'],
    ['HIBATULLAH’S', 'hibatullah-akhundzada'],
    ['Pakistn', 'pakistan'],
    ['alqaeda', 'al-qaeda'],
    ['al qaeda', 'al-qaeda'],
  ])('are found as people write them: %s', (query, id) => {
    expect(find(index, query).entities.map(idIn)).toContain(id);
  });
});

describe('words', () => {
  it('find a claim by a question, in other forms of its words, with what marks them', async () => {
    const { claims } = await hitsOf(libraryOfPack(bundled), find(index, 'deportations by Iran'), '', 5);
    const [first] = claims.hits;
    const words = first?.question.marks.map(({ start, end }) => first.question.text.slice(start, end).toLowerCase());
    expect(words).toEqual(expect.arrayContaining(['iran', 'deported']));
  });

  it('that nothing has together give what has some of them, and say so', () => {
    const { entities, whole } = find(index, 'taliban xqzwv');
    expect(entities.map(idIn)).toContain('taliban');
    expect(whole).toBe(false);
    expect(find(index, 'taliban').whole).toBe(true);
  });

  it('are not looked for while they may become one that tells nothing', () => {
    expect(find(index, 'afghans iran deported sinc').whole).toBe(true);
    expect(find(index, 'afghans iran deported sinq').whole).toBe(false);
  });

  it('find the same once there are so many claims that common words are looked up last', async () => {
    const claims = Array.from({ length: 1200 }, (_, i) =>
      makeClaim(`c${i}`, { question: i === 7 ? 'What of the levee?' : `What of the harvest in ${i}?`, about: [] }),
    );
    claims[7]?.versions.push(makeVersion('seven', { text: 'The harvest failed behind the levee.' }));
    const many = await buildIndex({ ...SAMPLE_PACK, claims });
    expect(many.common.map(([word]) => word)).toContain('harvest');
    expect(find(many, 'harvest levee').claims.map(idIn)).toEqual(['c7']);
    expect(find(many, 'harvest').claims).toHaveLength(1199);
    expect(find(many, 'harvest xqzwv').claims).toHaveLength(1199);
  });

  it('never throw, nor do figures, and marks lie in their texts', async () => {
    const library = libraryOfPack(bundled);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'taliban',
        '$3.6bn',
        '۲۳ میلیون',
        '"',
        '@iran',
        '%',
        '__proto__',
        'constructor',
        '-',
        '3.',
        '\u200c',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async pieces => {
        const query = pieces.join(' ');
        const { claims, versions } = await hitsOf(library, find(index, query), query, 3);
        for (const { text, marks } of [
          ...claims.hits.map(hit => hit.question),
          ...versions.hits.map(hit => hit.says),
        ]) {
          let last = 0;
          for (const { start, end } of marks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

it('a record restores to what answers the same', async () => {
  const keys = (at: SearchIndex, query: string) => {
    const { entities, claims, versions } = find(at, query);
    return [...entities, ...claims]
      .map(({ key }) => key)
      .concat(versions.map(({ claim }) => claim))
      .sort();
  };
  const restored = await restoreIndex(structuredClone(recordOf(index)));
  for (const query of ['taliban', '$3.6bn', 'hibatulah', 'US aid'])
    expect(keys(restored, query)).toEqual(keys(index, query));
});

it('an empty pack has an index that finds nothing', async () => {
  const empty: Pick<Pack, 'claims' | 'entities' | 'sources'> = { claims: [], entities: [], sources: [] };
  expect(find(await buildIndex(empty), 'taliban').claims).toEqual([]);
});
