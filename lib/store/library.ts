/** Reads records by id and by what ties them, from the database or from a pack in memory: what search and lookup show. */
import type { NoteBrief } from '../lookup.ts';
import type { Claim, Entity, Pack, Source } from '../reading/types.ts';
import type { DaftarDatabase } from './db.ts';

export interface Library {
  /** Unknown ids are left out; the order is the store's. */
  claims(ids: readonly string[]): Promise<Claim[]>;
  entities(ids: readonly string[]): Promise<Entity[]>;
  sources(ids: readonly string[]): Promise<Source[]>;
  notes(ids: readonly string[]): Promise<NoteBrief[]>;
  claimsAbout(entity: string): Promise<Claim[]>;
  /** How many claims are about an entity. */
  countAbout(entity: string): Promise<number>;
  /** The claims on which a source speaks. */
  claimsOf(source: string): Promise<Claim[]>;
}

export function libraryOf(db: DaftarDatabase): Library {
  return {
    claims: ids => db.claims.where('id').anyOf(ids).toArray(),
    entities: ids => db.entities.where('id').anyOf(ids).toArray(),
    sources: ids => db.sources.where('id').anyOf(ids).toArray(),
    notes: ids => db.notes.where('id').anyOf(ids).toArray(),
    claimsAbout: entity => db.claims.where('about').equals(entity).toArray(),
    countAbout: entity => db.claims.where('about').equals(entity).count(),
    claimsOf: source => db.claims.where('sources').equals(source).toArray(),
  };
}

/** A pack has no notes: they stay in the database that cannot be opened. */
export function libraryOfPack({ claims, entities, sources }: Pick<Pack, 'claims' | 'entities' | 'sources'>): Library {
  const among = <T extends { id: string }>(rows: readonly T[]) => {
    const byId = new Map(rows.map(row => [row.id, row]));
    return async (ids: readonly string[]) => ids.flatMap(id => byId.get(id) ?? []);
  };
  const about = (entity: string) => claims.filter(claim => claim.about.includes(entity));
  return {
    claims: among(claims),
    entities: among(entities),
    sources: among(sources),
    notes: async () => [],
    claimsAbout: async entity => about(entity),
    countAbout: async entity => about(entity).length,
    claimsOf: async source => claims.filter(claim => claim.versions.some(version => version.source === source)),
  };
}
