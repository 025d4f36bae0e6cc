import { describe, expect, it } from 'vitest';
import { compilePacks } from '@/lib/reading/compiled-pack';
import { makeEntity, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import { triggerTest, triggerWords } from '@/lib/reading/triggers';
import type { Claim, Entity, Pack } from '@/lib/reading/types';
import { checkPack } from '../scripts/check-pack';
import { readBundledPack } from '../scripts/read-pack';

const pack = readBundledPack();

describe('the bundled pack', () => {
  it('is in the pack format, with nothing missing or doubled', () => {
    expect(checkPack(pack)).toEqual([]);
  });

  it('has claims of every kind from every source', () => {
    expect(new Set(pack.claims.map(({ kind }) => kind))).toEqual(new Set(['figure', 'status', 'event', 'position']));
    const used = new Set(pack.claims.flatMap(({ versions }) => versions.map(({ source }) => source)));
    expect([...used].sort()).toEqual(pack.sources.map(({ id }) => id).sort());
  });

  it('can be reached: a cue of every claim calls it up', () => {
    const { claims, called } = compilePacks([pack]).claims;
    const reached = new Set(called);
    expect(claims.filter((_, position) => !reached.has(position)).map(({ id }) => id)).toEqual([]);
  });

  it('can be reached from its entities: every claim is listed by at least one', () => {
    const known = new Set(pack.entities.map(({ id }) => id));
    expect(pack.claims.filter(({ about }) => !about.some(id => known.has(id))).map(({ id }) => id)).toEqual([]);
  });

  it('has status versions that say one of their claim’s values', () => {
    const without = pack.claims
      .filter(({ kind }) => kind === 'status')
      .flatMap(({ versions }) => versions.filter(({ status }) => !status).map(({ id }) => id));
    expect(without).toEqual([]);
  });

  it('wakes on pages about the country and on no others', () => {
    const worthReading = triggerTest(triggerWords(pack));
    expect(worthReading('In Kandahar the harvest has begun.')).toBe(true);
    expect(worthReading('The Bundesliga season opens on Friday in Munich.')).toBe(false);
  });
});

const [FIRST, ...REST] = SAMPLE_PACK.claims as [Claim, ...Claim[]];
const [VERSION] = FIRST.versions as [Claim['versions'][0]];
const withClaim = (more: Partial<Claim>): Pack => ({ ...SAMPLE_PACK, claims: [{ ...FIRST, ...more }, ...REST] });
const withVersion = (more: Partial<typeof VERSION>) => withClaim({ versions: [{ ...VERSION, ...more }] });
const withEntity = (entity: Entity): Pack => ({ ...SAMPLE_PACK, entities: [...SAMPLE_PACK.entities, entity] });

describe('checkPack', () => {
  it('has nothing against a sound pack', () => {
    expect(checkPack(JSON.parse(JSON.stringify(SAMPLE_PACK)))).toEqual([]);
  });

  it('has nothing against a claim without cues, or with cues from the lexicon', () => {
    expect(checkPack(JSON.parse(JSON.stringify(withClaim({ cues: undefined }))))).toEqual([]);
    const pack = { ...SAMPLE_PACK.pack, lexicon: { banish: ['banish', 'drive out'] } };
    const claim = withClaim({ cues: { need: [['#banish']], ways: [[['@iran'], ['#banish']]], within: 40 } });
    expect(checkPack(JSON.parse(JSON.stringify({ ...claim, pack })))).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', 'a pack', /^#: /],
    ['a part that is missing', { ...SAMPLE_PACK, sources: undefined }, /sources/],
    ['a part too many', { ...SAMPLE_PACK, extra: 1 }, /extra/],
    ['a wrong type', withClaim({ question: 7 as never }), /#\/claims\/0\/question/],
    ['a date that is none', withVersion({ asOf: 'May' }), /#\/claims\/0\/versions\/0\/asOf/],
    [
      'an address that is none',
      { ...SAMPLE_PACK, sources: [{ ...SAMPLE_PACK.sources[0], url: 'javascript:1' }] },
      /#\/sources\/0\/url/,
    ],
    ['a claim without versions', withClaim({ versions: [] }), /#\/claims\/0\/versions/],
  ])('names the place of %s', (_, broken, place) => {
    const problems = checkPack(JSON.parse(JSON.stringify(broken)));
    expect(problems.some(problem => place.test(problem))).toBe(true);
  });

  it.each<[string, Pack, string]>([
    ['a claim that stands twice', { ...SAMPLE_PACK, claims: [FIRST, FIRST] }, 'claim deported: the id stands twice'],
    [
      'a trigger without an entity',
      { ...SAMPLE_PACK, pack: { ...SAMPLE_PACK.pack, triggers: ['atlantis'] } },
      'pack: the trigger atlantis is no entity',
    ],
    [
      'a name that two entities have',
      withEntity(makeEntity('x', 'KABUL')),
      'entity x: the name "kabul" belongs to kabul too',
    ],
    [
      'an unknown entity stood for',
      withEntity(makeEntity('x', 'X', { standsFor: 'atlantis' })),
      'entity x: stands for the unknown atlantis',
    ],
    [
      'a claim about an unknown entity',
      withClaim({ about: ['atlantis'] }),
      'claim deported: is about the unknown entity atlantis',
    ],
    [
      'a cue for an unknown entity',
      withClaim({ cues: { need: [['@atlantis']] } }),
      'claim deported: the cue @atlantis names no entity',
    ],
    [
      'a cue for an unknown entry of the lexicon, in another way too',
      withClaim({ cues: { need: [['deport']], ways: [[['#banish']]] } }),
      'claim deported: the cue #banish names no entry of the lexicon',
    ],
    ['a claim that nothing calls up', withClaim({ cues: { need: [] } }), 'claim deported: has no cue that calls it up'],
    [
      'a figure claim without a measure',
      withClaim({ measure: undefined }),
      'claim deported: is a figure claim without a measure',
    ],
    [
      'a status claim without values',
      withClaim({ kind: 'status' }),
      'claim deported: is a status claim without values',
    ],
    [
      'a version with an unknown source',
      withVersion({ source: 'nobody' }),
      'claim deported: version deported/lakeside has the unknown source nobody',
    ],
    [
      'a figure without a value',
      withVersion({ value: undefined }),
      'claim deported: version deported/lakeside is a figure without a value',
    ],
    [
      'a figure without its surface',
      withVersion({ surface: undefined }),
      'claim deported: version deported/lakeside is a figure without its surface',
    ],
    [
      'low above high',
      withVersion({ value: { low: 9, high: 8, qualifier: 'exact' } }),
      'claim deported: version deported/lakeside has low above high',
    ],
    [
      'a period that ends before it begins',
      withVersion({ period: { from: '2025', to: '2024-12' } }),
      'claim deported: version deported/lakeside has a period that ends before it begins',
    ],
  ])('names %s', (_, broken, expected) => {
    expect(checkPack(JSON.parse(JSON.stringify(broken)))).toContain(expected);
  });
});
