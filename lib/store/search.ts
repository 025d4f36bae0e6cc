/**
 * The one search over claims, versions, entities, sources and notes. Its index is kept in the database and made anew only
 * when the packs or its form have changed; whoever searches before it is there waits for it.
 */
import { liveQuery } from 'dexie';
import type { NoteBrief, SearchResults } from '@/lib/lookup';
import { revisionOf } from '@/lib/reading/compiled-pack';
import type { Pack } from '@/lib/reading/types';
import type { DaftarDatabase } from './db';
import { libraryOf, libraryOfPack } from './library';
import { readNotes } from './note-rows';
import { find } from './search/find';
import { hitsOf } from './search/hits';
import {
  buildIndex,
  dropNote,
  INDEX_FORM,
  putNote,
  recordOf,
  restoreIndex,
  type SearchIndex,
} from './search/search-index';

export interface Search {
  /**
   * The best hits of each kind; an empty query has none. Rejects when the store cannot be read.
   * @param limit how many hits of each kind to give
   */
  find(query: string, limit: number): Promise<SearchResults>;
}

/** Search over a pack in memory, for when the database cannot be used. The index is built at the first query. */
export function searchOfPack(pack: Pack): Search {
  const library = libraryOfPack(pack);
  let index: Promise<SearchIndex> | null = null;
  return {
    async find(query, limit) {
      index ??= buildIndex(pack);
      return hitsOf(library, find(await index, query), query, limit);
    },
  };
}

interface Loaded {
  revision: string;
  index: SearchIndex;
  /** What the index has of each note. */
  notes: Map<string, NoteBrief>;
}

/**
 * Search over the database. It follows changes of packs and, until `signal` is aborted, of notes, wherever they are made.
 * @param withNotes false for who looks for records alone: then no note is read
 */
export function openSearch(db: DaftarDatabase, signal: AbortSignal, withNotes = true): Search {
  const library = libraryOf(db);
  let loading: Promise<Loaded> | null = null;

  const wantedRevision = async () => {
    const packs = await db.packs.toArray();
    return `${INDEX_FORM} ${revisionOf(packs.map(pack => ({ pack })))}`;
  };
  const load = () => {
    loading = loadIndex(db, wantedRevision, withNotes);
    // A passing fault (a crash's leftovers, another version's upgrade) may be over at the next query.
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };
  const current = async () => {
    const loaded = await (loading ?? load());
    return loaded.revision === (await wantedRevision()) ? loaded : load();
  };

  if (withNotes) {
    const watching = liveQuery(() => readNotes(db, {})).subscribe({
      next: notes => void loading?.then(loaded => takeNotes(loaded, notes)).catch(() => {}),
      error: error => console.warn('Daftar: search does not follow changes of notes.', error),
    });
    signal.addEventListener('abort', () => watching.unsubscribe(), { once: true });
  }

  return {
    async find(query, limit) {
      const { index } = await current();
      return hitsOf(library, find(index, query), query, limit);
    },
  };
}

/** Loads the stored index, or builds it and stores it; then takes the notes in. */
async function loadIndex(
  db: DaftarDatabase,
  wantedRevision: () => Promise<string>,
  withNotes: boolean,
): Promise<Loaded> {
  const revision = await wantedRevision();
  const index = (await storedIndex(db, revision)) ?? (await freshIndex(db, revision));
  const loaded = { revision, index, notes: new Map() };
  if (withNotes) takeNotes(loaded, await readNotes(db, {}));
  return loaded;
}

async function storedIndex(db: DaftarDatabase, revision: string): Promise<SearchIndex | null> {
  const row = await db.search.get('search');
  if (row?.revision !== revision) return null;
  try {
    return await restoreIndex(row.record);
  } catch (error) {
    console.warn('Daftar: the stored index of search is broken and is made anew.', error);
    return null;
  }
}

async function freshIndex(db: DaftarDatabase, revision: string): Promise<SearchIndex> {
  const [claims, entities, sources] = await Promise.all([
    db.claims.toArray(),
    db.entities.toArray(),
    db.sources.toArray(),
  ]);
  const index = await buildIndex({ claims, entities, sources });
  try {
    await db.search.put({ id: 'search', revision, record: recordOf(index) });
  } catch (error) {
    // It serves all the same, and is built again the next time.
    console.warn('Daftar: the index of search could not be stored.', error);
  }
  return index;
}

/** Brings the notes of the index up to date, one by one. */
function takeNotes({ index, notes }: Loaded, rows: readonly NoteBrief[]): void {
  const gone = new Set(notes.keys());
  for (const row of rows) {
    gone.delete(row.id);
    const known = notes.get(row.id);
    if (known && known.text === row.text && known.tags.join('\n') === row.tags.join('\n')) continue;
    putNote(index, row);
    notes.set(row.id, row);
  }
  for (const id of gone) {
    dropNote(index, id);
    notes.delete(id);
  }
}
