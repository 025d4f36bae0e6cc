/** What is shown of the stored packs: their names, sizes and themes. */
import { liveQuery } from 'dexie';
import type { Pack, PackInfo } from '@/lib/reading/types';
import type { DaftarDatabase } from './db';

export interface PackFacts {
  id: string;
  title: string;
  version: number;
  licence: string;
  claims: number;
  sources: number;
  /** By name. Empty where the claims name no theme. */
  themes: { id: string; claims: number }[];
}

/**
 * Tells the facts of the stored packs, now and whenever they change.
 * @param onFail told when the database cannot be opened
 */
export function watchPackFacts(db: DaftarDatabase, onFacts: (facts: PackFacts[]) => void, onFail: () => void): void {
  liveQuery(() => readPackFacts(db)).subscribe({ next: onFacts, error: onFail });
}

/** The facts of each stored pack. Rejects when the database cannot be opened. */
export async function readPackFacts(db: DaftarDatabase): Promise<PackFacts[]> {
  const [packs, claims, sources] = await Promise.all([db.packs.toArray(), db.claims.toArray(), db.sources.toArray()]);
  return packs.map(info =>
    factsOf(
      info,
      claims.filter(({ packId }) => packId === info.id),
      sources.filter(({ packId }) => packId === info.id).length,
    ),
  );
}

function factsOf({ id, title, version, licence }: PackInfo, claims: Pack['claims'], sources: number): PackFacts {
  const themes = Map.groupBy(claims, ({ theme }) => theme);
  return {
    id,
    title,
    version,
    licence,
    claims: claims.length,
    sources,
    themes: [...themes]
      .flatMap(([theme, own]) => (theme ? [{ id: theme, claims: own.length }] : []))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
