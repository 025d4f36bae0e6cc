/** Puts together what the pages of a claim, an entity and a source show. */
import type { ClaimBrief, ClaimView, EntityView, LookupData, NoteBrief, SourceView } from '@/lib/lookup';
import type { Claim, ClaimKind, Pack } from '@/lib/reading/types';
import { type DaftarDatabase, sourcesOf } from './db';
import { type Library, libraryOf, libraryOfPack } from './library';
import { createNotes } from './notes';
import { putPack } from './packs';
import { openSearch, searchOfPack } from './search';

/** The notes that are tied to a record. */
export type TiedNotes = (kind: 'claim' | 'entity' | 'source', id: string) => Promise<NoteBrief[]>;

/** How many related claims are shown, and how many claims about one entity are looked at for them: judgements. */
const RELATED = 6;
const CANDIDATES = 150;
/** What a shared measure counts beside a shared entity that hardly any other claim is about (1). */
const SAME_MEASURE = 0.1;

const tiedIn =
  (db: DaftarDatabase): TiedNotes =>
  (kind, id) =>
    createNotes(db).list({ [kind]: id });

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map(row => [row.id, row]));
const KINDS: readonly ClaimKind[] = ['figure', 'status', 'event', 'position'];
const byKind = (a: ClaimBrief, b: ClaimBrief) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
const brief = ({ id, kind, question }: Claim): ClaimBrief => ({ id, kind, question });

/**
 * Opens lookup over the database, into which the bundled pack is put first when it is still empty; over that pack alone
 * when the database cannot be used.
 * @param readPack reads the bundled pack; where that fails too, this rejects
 * @param signal ends what follows the database's changes
 * @param tiedNotes gives the notes tied to a record; those of the database without it
 */
export async function openLookup(
  db: DaftarDatabase,
  readPack: () => Promise<Pack>,
  signal: AbortSignal,
  tiedNotes: TiedNotes = tiedIn(db),
): Promise<LookupData> {
  try {
    if ((await db.packs.count()) === 0) await putPack(db, await readPack());
    const search = openSearch(db, signal);
    return { stored: true, search: search.find, ...views(libraryOf(db), tiedNotes) };
  } catch (error) {
    console.warn('Daftar: the database cannot be used, the bundled pack answers.', error);
  }
  const pack = await readPack();
  return { stored: false, search: searchOfPack(pack).find, ...views(libraryOfPack(pack), async () => []) };
}

function views(library: Library, tiedNotes: TiedNotes): Pick<LookupData, 'claim' | 'entity' | 'source'> {
  return {
    async claim(id): Promise<ClaimView | null> {
      const [claim] = await library.claims([id]);
      if (!claim) return null;
      const held = claim.versions.flatMap(({ holder }) => holder ?? []);
      const [sources, entities, holders, related, notes] = await Promise.all([
        library.sources(sourcesOf(claim)),
        library.entities(claim.about),
        library.entities(held),
        relatedTo(library, claim),
        tiedNotes('claim', id),
      ]);
      entities.sort((a, b) => claim.about.indexOf(a.id) - claim.about.indexOf(b.id));
      return { claim, sources: byId(sources), entities, holders: byId(holders), related, notes };
    },

    async entity(id): Promise<EntityView | null> {
      const [entity] = await library.entities([id]);
      if (!entity) return null;
      const [claims, others, notes] = await Promise.all([
        library.claimsAbout(id),
        library.entities(entity.standsFor ? [entity.standsFor] : []),
        tiedNotes('entity', id),
      ]);
      return { entity, standsFor: others[0] ?? null, claims: claims.map(brief).sort(byKind), notes };
    },

    async source(id): Promise<SourceView | null> {
      const [source] = await library.sources([id]);
      if (!source) return null;
      const [claims, notes] = await Promise.all([library.claimsOf(id), tiedNotes('source', id)]);
      const says = claims.map(claim => ({
        claim,
        versions: claim.versions.filter(one => one.source === id).sort((a, b) => a.paragraph - b.paragraph),
      }));
      const first = ({ versions }: (typeof says)[number]) => versions[0]?.paragraph ?? 0;
      const held = says.flatMap(({ versions }) => versions.flatMap(({ holder }) => holder ?? []));
      const holders = byId(await library.entities([...new Set(held)]));
      return { source, says: says.sort((a, b) => first(a) - first(b)), holders, notes };
    },
  };
}

/**
 * The claims nearest to this one: a shared entity counts the more the fewer claims are about it, a shared measure a little.
 * Of an entity that most claims are about, only some are looked at.
 */
async function relatedTo(library: Library, claim: Claim): Promise<ClaimBrief[]> {
  const shared = await Promise.all(
    claim.about.map(async entity => ({ entity, count: await library.countAbout(entity) })),
  );
  const scores = new Map<string, { claim: Claim; score: number }>();
  for (const { entity, count } of shared.sort((a, b) => a.count - b.count)) {
    // An entity of everything says nothing, once rarer ones have given enough.
    if (count > CANDIDATES && scores.size >= RELATED) break;
    for (const other of (await library.claimsAbout(entity)).slice(0, CANDIDATES)) {
      if (other.id === claim.id) continue;
      const known = scores.get(other.id);
      const score = 1 / Math.log2(1 + count);
      scores.set(other.id, {
        claim: other,
        score: (known?.score ?? (sameMeasure(claim, other) ? SAME_MEASURE : 0)) + score,
      });
    }
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, RELATED)
    .map(({ claim: other }) => brief(other));
}

function sameMeasure({ measure: one }: Claim, { measure: other }: Claim): boolean {
  return one !== undefined && other !== undefined && one.kind === other.kind && one.unit === other.unit;
}
