import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compilePacks } from '@/lib/reading/compiled-pack';
import { makeClaim, makeEntity, makeSource, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Pack } from '@/lib/reading/types';
import { DaftarDatabase } from './db';
import { putPack, readCompiled } from './packs';
import { makeNote } from './sample-notes';

let db: DaftarDatabase;
let count = 0;

beforeEach(() => {
  db = new DaftarDatabase(`packs-${count++}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

/** The sample in its second version: one claim fewer, one source, entity and claim more. */
const SECOND: Pack = {
  pack: { ...SAMPLE_PACK.pack, version: 2, title: 'Sample, revised' },
  sources: [...SAMPLE_PACK.sources, makeSource('hillfort')],
  entities: [...SAMPLE_PACK.entities, makeEntity('herat', 'Herat')],
  claims: [...SAMPLE_PACK.claims.slice(1), makeClaim('returned')],
};

/** Everything that stands in the database, but the compiled record in short. */
async function contents() {
  const [packs, sources, entities, claims, compiled] = await Promise.all([
    db.packs.toArray(),
    db.sources.toArray(),
    db.entities.toArray(),
    db.claims.toArray(),
    readCompiled(db),
  ]);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
  return {
    packs,
    sources: ids(sources),
    entities: ids(entities),
    claims: ids(claims),
    compiled: compiled?.claims.claims.map(({ id }) => id).sort(),
  };
}

const contentsOf = ({ pack, sources, entities, claims }: Pack) => {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
  return { packs: [pack], sources: ids(sources), entities: ids(entities), claims: ids(claims), compiled: ids(claims) };
};

describe('putPack', () => {
  it('puts a new pack in, whole', async () => {
    expect(await putPack(db, SAMPLE_PACK)).toBe(true);
    expect(await contents()).toEqual(contentsOf(SAMPLE_PACK));
  });

  it('keeps records as they were given', async () => {
    await putPack(db, SAMPLE_PACK);
    const [first] = SAMPLE_PACK.claims;
    expect(await db.claims.get(['sample', 'deported'])).toEqual({ ...first, packId: 'sample', sources: ['lakeside'] });
  });

  it('does not write the same version again', async () => {
    await putPack(db, SAMPLE_PACK);
    const write = vi.spyOn(db.claims, 'bulkAdd');
    expect(await putPack(db, SAMPLE_PACK)).toBe(false);
    expect(write).not.toHaveBeenCalled();
  });

  it('compiles the stored version anew when the compiled record is of another form', async () => {
    await putPack(db, SAMPLE_PACK);
    await db.compiled.put({ id: 'compiled', compiled: { ...compilePacks([]), revision: '0 sample@1' } });
    expect(await putPack(db, SAMPLE_PACK)).toBe(false);
    expect(await contents()).toEqual(contentsOf(SAMPLE_PACK));
  });

  it('does not put an older version in place of a newer one', async () => {
    await putPack(db, SECOND);
    expect(await putPack(db, SAMPLE_PACK)).toBe(false);
    expect(await contents()).toEqual(contentsOf(SECOND));
  });

  it('replaces all rows with those of a newer version', async () => {
    await putPack(db, SAMPLE_PACK);
    expect(await putPack(db, SECOND)).toBe(true);
    expect(await contents()).toEqual(contentsOf(SECOND));
  });

  it('leaves notes untouched', async () => {
    const note = makeNote('n1', { text: 'Ask the desk.', tags: ['aid'] });
    await putPack(db, SAMPLE_PACK);
    await db.notes.add(note);
    await putPack(db, SECOND);
    expect(await db.notes.toArray()).toEqual([note]);
  });

  it('leaves the rows of another pack untouched, and compiles both together', async () => {
    const other: Pack = {
      pack: { ...SAMPLE_PACK.pack, id: 'sample-2' },
      sources: [makeSource('lakeside')],
      entities: [],
      claims: [makeClaim('harvest')],
    };
    await putPack(db, other);
    await putPack(db, SAMPLE_PACK);
    await putPack(db, SECOND);
    expect(await db.claims.get(['sample-2', 'harvest'])).toBeDefined();
    expect(await db.sources.get(['sample-2', 'lakeside'])).toBeDefined();
    expect((await contents()).compiled).toEqual([...contentsOf(SECOND).compiled, 'harvest'].sort());
  });

  it.each([
    ['two records have one id', { ...SECOND, claims: [makeClaim('twice'), makeClaim('twice')] }],
    ['a record cannot be stored', { ...SECOND, entities: [{ ...makeEntity('x', 'X'), role: (() => '') as never }] }],
    ['a record has no id', { ...SECOND, sources: [{ ...makeSource('x'), id: undefined as never }] }],
  ])('leaves the old pack whole when %s', async (_, broken) => {
    await putPack(db, SAMPLE_PACK);
    await expect(putPack(db, broken)).rejects.toThrow();
    expect(await contents()).toEqual(contentsOf(SAMPLE_PACK));
  });

  it('leaves the old pack whole when compiling fails at the very end', async () => {
    await putPack(db, SAMPLE_PACK);
    vi.spyOn(db.compiled, 'put').mockRejectedValue(new Error('disk full'));
    await expect(putPack(db, SECOND)).rejects.toThrow('disk full');
    expect(await contents()).toEqual(contentsOf(SAMPLE_PACK));
  });

  it('puts a pack in once when two calls come together', async () => {
    const put = await Promise.all([putPack(db, SAMPLE_PACK), putPack(db, SAMPLE_PACK)]);
    expect(put.sort()).toEqual([false, true]);
    expect(await contents()).toEqual(contentsOf(SAMPLE_PACK));
  });
});

describe('readCompiled', () => {
  it('gives what compiling the packs gives', async () => {
    await putPack(db, SAMPLE_PACK);
    const compiled = await readCompiled(db);
    const fresh = compilePacks([SAMPLE_PACK]);
    expect(compiled?.revision).toBe(fresh.revision);
    expect(compiled?.names.entityIds.toSorted()).toEqual(fresh.names.entityIds.toSorted());
    expect(compiled?.names.trie.children).toBeInstanceOf(Uint32Array);
  });

  it('gives null for an empty database', async () => {
    expect(await readCompiled(db)).toBeNull();
  });

  it('gives null when the record has another revision', async () => {
    await putPack(db, SAMPLE_PACK);
    await db.compiled.put({ id: 'compiled', compiled: { ...compilePacks([SAMPLE_PACK]), revision: '0 sample@1' } });
    expect(await readCompiled(db)).toBeNull();
  });

  it('gives null when the stored packs are others than the compiled ones', async () => {
    await putPack(db, SAMPLE_PACK);
    await db.packs.put({ ...SAMPLE_PACK.pack, version: 9 });
    expect(await readCompiled(db)).toBeNull();
  });
});
