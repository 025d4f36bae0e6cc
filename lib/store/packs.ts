/** Keeps packs in the database: put in whole or not at all, compiled once, asked by id. */
import type { Table } from 'dexie';
import { type CompiledPack, compilePacks, revisionOf } from '@/lib/reading/compiled-pack';
import type { Pack } from '@/lib/reading/types';
import { type DaftarDatabase, type PackRow, sourcesOf } from './db';

/** All rows of one pack. */
function rowsOf<T extends PackRow<unknown>>(table: Table<T, [string, string]>, packId: string) {
  return table.where('[packId+id]').between([packId, ''], [packId, '\uffff']);
}

/**
 * Puts a pack in, in place of an older version of itself, together with the newly compiled record; notes are not touched.
 * All of it is one transaction: a failure or a killed worker leaves the old pack as it was.
 * @returns false when the stored pack is this version or a newer one
 */
export async function putPack(db: DaftarDatabase, pack: Pack): Promise<boolean> {
  return db.transaction('rw', [db.packs, db.sources, db.entities, db.claims, db.compiled], async () => {
    const stored = await db.packs.get(pack.pack.id);
    if (stored && stored.version >= pack.pack.version) {
      // An update of the extension may have changed the compiled form while the pack stayed the same.
      if (!(await readCompiled(db))) await compile(db);
      return false;
    }
    const packId = pack.pack.id;
    const rows = <T>(list: T[]): PackRow<T>[] => list.map(row => ({ ...row, packId }));
    await rowsOf(db.sources, packId).delete();
    await rowsOf(db.entities, packId).delete();
    await rowsOf(db.claims, packId).delete();
    await db.sources.bulkAdd(rows(pack.sources));
    await db.entities.bulkAdd(rows(pack.entities));
    await db.claims.bulkAdd(rows(pack.claims).map(claim => ({ ...claim, sources: sourcesOf(claim) })));
    await db.packs.put(pack.pack);
    await compile(db);
    return true;
  });
}

async function compile(db: DaftarDatabase): Promise<void> {
  await db.compiled.put({ id: 'compiled', compiled: compilePacks(await readPacks(db)) });
}

/** All stored packs, whole. */
async function readPacks(db: DaftarDatabase): Promise<Pack[]> {
  const packs = await db.packs.toArray();
  return Promise.all(
    packs.map(async pack => ({
      pack,
      sources: await rowsOf(db.sources, pack.id).toArray(),
      entities: await rowsOf(db.entities, pack.id).toArray(),
      claims: await rowsOf(db.claims, pack.id).toArray(),
    })),
  );
}

/** The compiled record, or null when there is none of this form and these packs yet. */
export async function readCompiled(db: DaftarDatabase): Promise<CompiledPack | null> {
  const [row, packs] = await Promise.all([db.compiled.get('compiled'), db.packs.toArray()]);
  const wanted = revisionOf(packs.map(pack => ({ pack })));
  return row?.compiled.revision === wanted ? row.compiled : null;
}
