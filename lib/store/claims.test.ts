import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeClaim, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Pack } from '@/lib/reading/types';
import { type ClaimStore, claimsOfPack, openStoredClaims, type Records } from './claims';
import { DaftarDatabase } from './db';
import { putPack } from './packs';

let db: DaftarDatabase;
let count = 0;

beforeEach(() => {
  db = new DaftarDatabase(`claims-${count++}`);
});
afterEach(() => db.delete());

async function stored(pack: Pack = SAMPLE_PACK): Promise<ClaimStore> {
  await putPack(db, pack);
  const store = await openStoredClaims(db);
  if (!store) throw new Error('not seeded');
  return store;
}

/** Records without what storing adds to a row. */
function plain({ claims, sources, entities, questions }: Records) {
  const bare = <T extends object>(rows: Map<string, T>) =>
    Object.fromEntries([...rows].map(([id, row]) => [id, { ...row, packId: undefined, sources: undefined }]));
  return {
    claims: bare(claims),
    sources: bare(sources),
    entities: bare(entities),
    questions: Object.fromEntries(
      [...questions].map(([id, list]) => [id, list.map(({ question }) => question).toSorted()]),
    ),
  };
}

describe.each([
  ['from the database', () => stored()],
  ['from the bundled pack', async () => claimsOfPack(SAMPLE_PACK)],
])('a claim store %s', (_, open) => {
  it('reads claims and entities by id', async () => {
    const { claims, entities } = await (await open()).read(['aid', 'pressure'], ['iran']);
    expect([...claims.keys()].sort()).toEqual(['aid', 'pressure']);
    expect(claims.get('aid')).toMatchObject(SAMPLE_PACK.claims[1] as object);
    expect(entities.get('iran')?.name).toBe('Iran');
    expect(entities.size).toBe(1);
  });

  it('reads the sources of these claims’ versions', async () => {
    const { sources } = await (await open()).read(['recognition'], []);
    expect(sources.get('lakeside')?.title).toBe('A year at the border');
    expect(sources.get('northgate')?.title).toBe('Money and aid');
  });

  it('names who holds a position', async () => {
    const { claims, entities } = await (await open()).read(['pressure'], []);
    expect(claims.get('pressure')?.versions[0]?.holder).toBe('Daud Wardoni');
    expect(entities.size).toBe(0);
  });

  it('reads the questions about each entity', async () => {
    const { questions } = await (await open()).read([], ['afghanistan', 'pakistan']);
    expect(questions.get('afghanistan')?.toSorted((a, b) => a.claim.localeCompare(b.claim))).toEqual([
      { claim: 'aid', question: 'How much aid has the United States given?' },
      { claim: 'deported', question: 'How many Afghans has Iran sent back?' },
    ]);
    expect(questions.get('pakistan')).toEqual([]);
  });

  it('leaves unknown ids out', async () => {
    const { claims, entities } = await (await open()).read(['aid', 'unheard-of'], ['iran', 'atlantis']);
    expect([...claims.keys(), ...entities.keys()]).toEqual(['aid', 'iran']);
  });

  it('reads nothing for no ids', async () => {
    const { claims, entities, questions } = await (await open()).read([], []);
    expect([claims.size, entities.size, questions.size]).toEqual([0, 0, 0]);
  });
});

describe('openStoredClaims', () => {
  it('gives null before a pack is in', async () => {
    expect(await openStoredClaims(db)).toBeNull();
  });

  it('says that it is stored, and the bundled pack that it is not', async () => {
    expect((await stored()).stored).toBe(true);
    expect(claimsOfPack(SAMPLE_PACK).stored).toBe(false);
  });

  it('reads what the bundled pack reads', async () => {
    const ids = SAMPLE_PACK.claims.map(({ id }) => id);
    const entities = SAMPLE_PACK.entities.map(({ id }) => id);
    const fromDatabase = await (await stored()).read(ids, entities);
    const fromPack = await claimsOfPack(SAMPLE_PACK).read(ids, entities);
    expect(plain(fromDatabase)).toEqual(plain(fromPack));
  });

  it('reads the claims of a newer version once opened anew', async () => {
    await stored();
    const { claims } = await (
      await stored({ ...SAMPLE_PACK, pack: { ...SAMPLE_PACK.pack, version: 2 }, claims: [makeClaim('harvest')] })
    ).read(['harvest', 'aid'], []);
    expect([...claims.keys()]).toEqual(['harvest']);
  });

  it('asks the database once for a row, and still gives it every time', async () => {
    const store = await stored();
    const asked = vi.spyOn(db.claims, 'bulkGet');
    await store.read(['aid'], []);
    const { claims, sources } = await store.read(['pressure', 'aid'], []);
    expect([...claims.keys()].sort()).toEqual(['aid', 'pressure']);
    expect(sources.size).toBeGreaterThan(0);
    expect(asked.mock.calls.flat(2)).toEqual([
      ['sample', 'aid'],
      ['sample', 'pressure'],
    ]);
  });

  it('rejects when the database cannot be opened', async () => {
    await db.delete();
    db.on('populate', () => {
      throw new Error('no room');
    });
    await expect(openStoredClaims(db)).rejects.toThrow();
  });
});
