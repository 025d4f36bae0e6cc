import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteBrief } from '@/lib/lookup';
import { makeClaim, makeEntity, makeVersion, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Pack } from '@/lib/reading/types';
import { DaftarDatabase } from './db';
import { openLookup, type TiedNotes } from './lookup';
import { putPack } from './packs';

let db: DaftarDatabase;
let closing: AbortController;
let count = 0;

beforeEach(() => {
  db = new DaftarDatabase(`lookup-${count++}`);
  closing = new AbortController();
});
afterEach(async () => {
  closing.abort();
  vi.restoreAllMocks();
  await db.delete();
});

const NOTE: NoteBrief = { id: 'n1', text: 'Ask the desk.', tags: [], changed: '2025-01-01' };
const tied: TiedNotes = async (kind, id) => (kind === 'claim' && id === 'deported' ? [NOTE] : []);
const open = (read = async (): Promise<Pack> => Promise.reject(new Error('not asked for'))) =>
  openLookup(db, read, closing.signal, tied);

async function stored(pack = SAMPLE_PACK) {
  await putPack(db, pack);
  return open();
}
async function inMemory(pack = SAMPLE_PACK) {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(db.packs, 'count').mockRejectedValue(new Error('no room'));
  return open(async () => pack);
}

describe.each([
  ['from the database', stored, true],
  ['from the bundled pack', inMemory, false],
])('lookup %s', (_, make, isStored) => {
  it('says where it reads from', async () => {
    expect((await make()).stored).toBe(isStored);
  });

  it('gives a claim with its sources and its entities', async () => {
    const view = await (await make()).claim('deported');
    expect(view?.claim.question).toBe('How many Afghans has Iran sent back?');
    expect(view?.sources.get('lakeside')?.title).toBe('A year at the border');
    expect(view?.entities.map(({ id }) => id)).toEqual(['iran', 'afghanistan']);
    expect(view?.notes).toEqual(isStored ? [NOTE] : []);
  });

  it('gives an entity with the claims about it', async () => {
    const view = await (await make()).entity('tehran');
    expect([view?.standsFor?.id, view?.claims]).toEqual(['iran', []]);
    expect((await (await make()).entity('taliban'))?.claims.map(({ id }) => id).sort()).toEqual([
      'pressure',
      'recognition',
    ]);
  });

  it('gives a source with all that it says, in the order of its paragraphs', async () => {
    const claims = [
      makeClaim('late', {
        versions: [makeVersion('late/1', { paragraph: 9 }), makeVersion('late/0', { paragraph: 5 })],
      }),
      makeClaim('early', { versions: [makeVersion('early/1', { paragraph: 2 })] }),
      makeClaim('other', { versions: [makeVersion('other/1', { source: 'northgate' })] }),
    ];
    const view = await (await make({ ...SAMPLE_PACK, claims })).source('lakeside');
    expect(view?.says.map(({ versions }) => versions.map(({ id }) => id))).toEqual([['early/1'], ['late/0', 'late/1']]);
  });

  it('gives null for what it does not have', async () => {
    const { claim, entity, source } = await make();
    expect(await Promise.all([claim('x'), entity('x'), source('x')])).toEqual([null, null, null]);
  });

  it('ranks related claims: rare entities in common first, then the same measure', async () => {
    const entities = ['common', 'rare'].map(id => makeEntity(id, id));
    const money = { kind: 'money', unit: 'USD' } as const;
    const claims = [
      makeClaim('own', { about: ['common', 'rare'], measure: money }),
      ...Array.from({ length: 9 }, (_, i) => makeClaim(`far-${i}`, { about: ['common'] })),
      makeClaim('same-measure', { about: ['common'], measure: money }),
      makeClaim('near', { about: ['rare'] }),
      makeClaim('nearest', { about: ['rare', 'common'] }),
      makeClaim('apart', { about: [], measure: money }),
    ];
    const view = await (await make({ ...SAMPLE_PACK, entities, claims })).claim('own');
    expect(view?.related.map(({ id }) => id).slice(0, 3)).toEqual(['nearest', 'near', 'same-measure']);
    expect(view?.related).toHaveLength(6);
    expect(view?.related.map(({ id }) => id)).not.toContain('apart');
  });

  it('searches', async () => {
    const { claims } = await (await make()).search('iran', 5);
    expect(claims.hits.map(({ claim }) => claim.id)).toEqual(['deported']);
  });
});

it('puts the bundled pack into an empty database', async () => {
  expect((await open(async () => SAMPLE_PACK)).stored).toBe(true);
  expect(await db.packs.toArray()).toEqual([SAMPLE_PACK.pack]);
});

it('names those who hold a position, where they are known', async () => {
  const view = await (await stored()).claim('pressure');
  expect(view?.holders.get('daud-wardoni')?.name).toBe('Daud Wardoni');
});

it('claims stored by the first version of the database know their sources after an update', async () => {
  const old = new Dexie(db.name);
  old.version(1).stores({
    packs: 'id',
    sources: '[packId+id], id',
    entities: '[packId+id], id',
    claims: '[packId+id], id, *about',
    compiled: 'id',
    notes: 'id, changed, *tags',
  });
  const rows = <T>(list: T[]) => list.map(row => ({ ...row, packId: 'sample' }));
  await old.table('packs').add(SAMPLE_PACK.pack);
  await old.table('sources').bulkAdd(rows(SAMPLE_PACK.sources));
  await old.table('claims').bulkAdd(rows(SAMPLE_PACK.claims));
  old.close();
  const view = await (await open()).source('northgate');
  expect(view?.says.map(({ claim }) => claim.id).sort()).toEqual(['aid', 'recognition']);
});
