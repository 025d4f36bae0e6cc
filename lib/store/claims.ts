/** Answers what reading asks of the store: claims, entities and sources by id, never all of them. */
import { type CompiledPack, compilePacks } from '@/lib/reading/compiled-pack';
import type { Claim, Entity, Pack, Source } from '@/lib/reading/types';
import type { DaftarDatabase } from './db';
import { readCompiled } from './packs';

/** What a page's matches and mentions need to be shown. */
export interface Records {
  claims: Map<string, Claim>;
  sources: Map<string, Source>;
  entities: Map<string, Entity>;
  /** By entity: the questions of the claims about it. */
  questions: Map<string, string[]>;
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
const sourcesIn = (claims: readonly Claim[]) => [
  ...new Set(claims.flatMap(claim => claim.versions.map(version => version.source))),
];

/** The store over the database, or null when it holds no compiled pack yet. Throws when the database cannot be opened. */
export async function openStoredClaims(db: DaftarDatabase): Promise<ClaimStore | null> {
  const compiled = await readCompiled(db);
  if (!compiled) return null;
  return {
    stored: true,
    compiled,
    async read(claimIds, entityIds) {
      const [claims, entities, about] = await Promise.all([
        db.claims.where('id').anyOf(claimIds).toArray(),
        db.entities.where('id').anyOf(entityIds).toArray(),
        Promise.all(entityIds.map(id => db.claims.where('about').equals(id).toArray())),
      ]);
      const sources = await db.sources.where('id').anyOf(sourcesIn(claims)).toArray();
      const questions = entityIds.map((id, i) => [id, (about[i] ?? []).map(claim => claim.question)] as const);
      return { claims: byId(claims), sources: byId(sources), entities: byId(entities), questions: new Map(questions) };
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
      const questions = entityIds.map(
        id => [id, pack.claims.filter(claim => claim.about.includes(id)).map(claim => claim.question)] as const,
      );
      return {
        claims: byId(claimIds.flatMap(id => claims.get(id) ?? [])),
        sources: byId(pack.sources),
        entities: byId(entityIds.flatMap(id => entities.get(id) ?? [])),
        questions: new Map(questions),
      };
    },
  };
}
