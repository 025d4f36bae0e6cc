/** Answers what reading asks of the store: claims, entities and sources by id, never all of them. */
import type { Table } from 'dexie';
import { type CompiledPack, compilePacks } from '@/lib/reading/compiled-pack';
import type { Claim, Entity, Pack, Source } from '@/lib/reading/types';
import { type DaftarDatabase, type PackRow, sourcesOf } from './db';
import { readCompiled } from './packs';

/** What a page's matches and mentions need to be shown. */
export interface Records {
  /** Who holds a position is given by name here, not by the id that the pack has for an entity: it is there to be shown. */
  claims: Map<string, Claim>;
  sources: Map<string, Source>;
  entities: Map<string, Entity>;
  /** By entity: the claims about it, with what they ask. */
  questions: Map<string, AskedClaim[]>;
}

/** A claim by its id and its question. */
export interface AskedClaim {
  claim: string;
  question: string;
}

/** Where reading gets its index and its records from. */
export interface ClaimStore {
  /** False when the database cannot be used and the bundled pack answers in its place, read-only. */
  stored: boolean;
  compiled: CompiledPack;
  /** Unknown ids are left out. */
  read(claims: readonly string[], entities: readonly string[]): Promise<Records>;
}

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map(row => [row.id, row]));

/** More rows than this are not kept in memory, whatever a worker reads in its life. A judgement. */
const MOST_KEPT = 2000;

/**
 * Reads rows by id, all that are asked for at once, and keeps them for the next page: a row costs a tenth of a millisecond,
 * and a page on our matter needs a hundred.
 * @param packOf the pack that has this id, by which the table is keyed; undefined for an unknown one
 */
function rowsById<T extends { id: string }>(
  table: Table<PackRow<T>, [string, string]>,
  packOf: (id: string) => string | undefined,
): (ids: Iterable<string>) => Promise<Map<string, PackRow<T>>> {
  const kept = new Map<string, PackRow<T>>();
  return async ids => {
    const found = new Map<string, PackRow<T>>();
    const keys: [string, string][] = [];
    for (const id of ids) {
      const [row, pack] = [kept.get(id), packOf(id)];
      if (row) found.set(id, row);
      else if (pack !== undefined) keys.push([pack, id]);
    }
    if (kept.size + keys.length > MOST_KEPT) kept.clear();
    for (const row of keys.length > 0 ? await table.bulkGet(keys) : []) {
      if (!row) continue;
      kept.set(row.id, row);
      found.set(row.id, row);
    }
    return found;
  };
}

/** By id: the pack that it stands in. `count` tells how many of the ids, which are in the packs' order, are a pack's own. */
function packsOf(
  ids: readonly string[],
  packs: CompiledPack['packs'],
  count: 'entities' | 'claims',
): ReadonlyMap<string, string> {
  const homes = packs.flatMap(pack => Array.from({ length: pack[count] }, () => pack.id));
  return new Map(ids.map((id, i) => [id, homes[i] ?? '']));
}

function questionsByEntity({ asked, claims }: CompiledPack): ReadonlyMap<string, AskedClaim[]> {
  const questions = new Map<string, AskedClaim[]>();
  for (const [i, { question, about }] of asked.entries()) {
    const one = { claim: claims.claims[i]?.id ?? '', question };
    for (const id of about) {
      const list = questions.get(id);
      if (list) list.push(one);
      else questions.set(id, [one]);
    }
  }
  return questions;
}

const holdersOf = ({ versions }: Claim): string[] => versions.flatMap(({ holder }) => holder ?? []);

/** The claims with the names of their holders in place of ids. A holder who is no entity keeps the words of the pack. */
function withHolders<T extends Claim>(claims: Map<string, T>, holders: ReadonlyMap<string, Entity>): Map<string, T> {
  const named = new Map<string, T>();
  for (const [id, claim] of claims) {
    const versions = claim.versions.map(version => {
      const holder = version.holder && holders.get(version.holder)?.name;
      return holder ? { ...version, holder } : version;
    });
    named.set(id, holdersOf(claim).length > 0 ? { ...claim, versions } : claim);
  }
  return named;
}

/** The store over the database, or null when it holds no compiled pack yet. Throws when the database cannot be opened. */
export async function openStoredClaims(db: DaftarDatabase): Promise<ClaimStore | null> {
  const compiled = await readCompiled(db);
  if (!compiled) return null;
  const packOfClaim = packsOf(
    compiled.claims.claims.map(({ id }) => id),
    compiled.packs,
    'claims',
  );
  const packOfEntity = packsOf(compiled.names.entityIds, compiled.packs, 'entities');
  const packOfSource = new Map<string, string>();
  const readClaims = rowsById(db.claims, id => packOfClaim.get(id));
  const readEntities = rowsById(db.entities, id => packOfEntity.get(id));
  const readSources = rowsById(db.sources, id => packOfSource.get(id));
  const questions = questionsByEntity(compiled);
  return {
    stored: true,
    compiled,
    async read(claimIds, entityIds) {
      const [claims, entities] = await Promise.all([readClaims(claimIds), readEntities(entityIds)]);
      for (const claim of claims.values()) for (const id of sourcesOf(claim)) packOfSource.set(id, claim.packId);
      const all = [...claims.values()];
      const [sources, holders] = await Promise.all([
        readSources(new Set(all.flatMap(sourcesOf))),
        readEntities(new Set(all.flatMap(holdersOf))),
      ]);
      return {
        claims: withHolders(claims, holders),
        sources,
        entities,
        questions: new Map(entityIds.map(id => [id, questions.get(id) ?? []])),
      };
    },
  };
}

/** The store over a pack in memory, for when the database cannot be used. */
export function claimsOfPack(pack: Pack): ClaimStore {
  const claims = byId(pack.claims);
  const entities = byId(pack.entities);
  return {
    stored: false,
    compiled: compilePacks([pack]),
    async read(claimIds, entityIds) {
      const about = (id: string) => pack.claims.filter(claim => claim.about.includes(id));
      const questions = entityIds.map(
        id => [id, about(id).map(({ id: claim, question }) => ({ claim, question }))] as const,
      );
      return {
        claims: withHolders(byId(claimIds.flatMap(id => claims.get(id) ?? [])), entities),
        sources: byId(pack.sources),
        entities: byId(entityIds.flatMap(id => entities.get(id) ?? [])),
        questions: new Map(questions),
      };
    },
  };
}
