/** The pages that have notes, as every page is told of them: their sites, and their headlines as numbers. */
import { siteOf } from '../hidden';
import { titleSum } from '../noted-pages';
import type { DaftarDatabase } from './db';

/** Each site once, in order. The index alone is read, however many notes there are. */
export async function readNotedSites(db: DaftarDatabase): Promise<string[]> {
  const addresses = await db.notes.orderBy('ties.page.address').uniqueKeys();
  return [...new Set(addresses.map(address => siteOf(String(address))))].sort();
}

/** The sum of each headline once, in order; from the index alone. */
export async function readNotedTitles(db: DaftarDatabase): Promise<number[]> {
  const titles = await db.notes.orderBy('ties.page.title').uniqueKeys();
  const sums = titles.map(title => titleSum(String(title))).filter(sum => sum !== null);
  return [...new Set(sums)].sort((a, b) => a - b);
}
