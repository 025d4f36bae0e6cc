/** Opens the claim store once for each life of the worker, and puts the bundled pack in. */
import { triggerWords } from '@/lib/reading/triggers';
import { triggers } from '@/lib/settings';
import { readBundledPack } from '@/lib/store/bundled-pack';
import { type ClaimStore, claimsOfPack, openStoredClaims } from '@/lib/store/claims';
import { DaftarDatabase } from '@/lib/store/db';
import { putPack } from '@/lib/store/packs';
import { openSearch, type Search, searchOfPack } from '@/lib/store/search';

let db: DaftarDatabase | null = null;
let store: Promise<ClaimStore> | null = null;
let seeding: Promise<void> | null = null;

const database = () => (db ??= new DaftarDatabase());

/**
 * Puts the bundled pack into the database where it is newer than the stored one, and makes the trigger words known to
 * pages. Never rejects: without a database the bundled pack answers by itself.
 */
export function seed(): Promise<void> {
  seeding ??= seedOnce().finally(() => {
    seeding = null;
  });
  return seeding;
}

async function seedOnce(): Promise<void> {
  const pack = await readBundledPack();
  try {
    if (await putPack(database(), pack)) store = null;
  } catch (error) {
    console.warn('Daftar: the database cannot be used, the bundled pack answers.', error);
  }
  const words = triggerWords(pack);
  if (JSON.stringify(await triggers.getValue()) !== JSON.stringify(words)) await triggers.setValue(words);
}

/** The store to read with: the database's, else (not seeded yet, or not to be opened) the bundled pack's. */
export function getStore(): Promise<ClaimStore> {
  store ??= openStore();
  return store;
}

async function openStore(): Promise<ClaimStore> {
  try {
    let opened = await openStoredClaims(database());
    if (!opened) {
      await seed();
      opened = await openStoredClaims(database());
    }
    if (opened) return opened;
  } catch (error) {
    console.warn('Daftar: the database cannot be used, the bundled pack answers.', error);
    // A passing fault (a crash's leftovers, another version's upgrade) may be over at the next page.
    db?.close();
    db = null;
  }
  store = null;
  return claimsOfPack(await readBundledPack());
}

let search: Search | null = null;

/** The search, opened at the first need; over the bundled pack where the database cannot be used. */
export async function getSearch(): Promise<Search> {
  if (search) return search;
  const { stored } = await getStore();
  if (!stored) return searchOfPack(await readBundledPack());
  // It lives as long as the worker does.
  search ??= openSearch(database(), new AbortController().signal);
  return search;
}
