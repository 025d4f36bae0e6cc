import { describe, expect, it } from 'vitest';
import { compilePacks, revisionOf } from './compiled-pack.ts';
import { readPassages } from './reading.ts';
import { makeClaim, makeEntity, SAMPLE_PACK } from './sample-pack.ts';
import type { Pack } from './types.ts';

const PAGE = { title: 'Winter in Afghanistan', date: '2025-02-01', lead: '' };
const TEXTS = [
  'Daud Wardoni said that Iran deported 700,000 people in 2024.',
  'No country has recognised the Taliban. The U.S. gave $3 billion in aid.',
  'Pressure does not move the Taliban, Wardoni said.',
];
const passages = TEXTS.map((text, id) => ({ id, text }));

describe('a compiled pack', () => {
  it('reads the same after a way through the database', () => {
    const compiled = compilePacks([SAMPLE_PACK]);
    const restored = structuredClone(compiled);
    const reading = readPassages(compiled, passages, PAGE);
    expect(reading.flatMap(({ matches }) => matches)).toHaveLength(4);
    expect(readPassages(restored, passages, PAGE)).toEqual(reading);
  });

  it('reads with the claims and entities of several packs', () => {
    const other: Pack = {
      pack: { ...SAMPLE_PACK.pack, id: 'other' },
      sources: [],
      entities: [makeEntity('herat', 'Herat', { kind: 'place' })],
      claims: [
        makeClaim('festival', { kind: 'event', measure: undefined, cues: { need: [['festival'], ['@herat']] } }),
      ],
    };
    const compiled = compilePacks([SAMPLE_PACK, other]);
    const text = 'A festival opened in Herat as the Taliban spoke of pressure.';
    const [reading] = readPassages(compiled, [{ id: 0, text }], PAGE);
    expect(reading?.matches.map(({ claim }) => claim).sort()).toEqual(['festival', 'pressure']);
  });
});

describe('the revision', () => {
  const info = (id: string, version: number) => ({ pack: { ...SAMPLE_PACK.pack, id, version } });

  it('is the same for the same packs in the same versions', () => {
    expect(revisionOf([info('a', 1), info('b', 2)])).toBe(revisionOf([info('a', 1), info('b', 2)]));
    expect(compilePacks([SAMPLE_PACK]).revision).toBe(revisionOf([SAMPLE_PACK]));
  });

  it.each([
    ['another version', [info('a', 2)]],
    ['another pack', [info('b', 1)]],
    ['one pack more', [info('a', 1), info('b', 1)]],
    ['none', []],
  ])('is another for %s', (_, packs) => {
    expect(revisionOf(packs)).not.toBe(revisionOf([info('a', 1)]));
  });
});
