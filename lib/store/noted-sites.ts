/** The sites whose pages have notes. */
import { siteOf } from '../hidden';
import type { DaftarDatabase } from './db';

/** Each site once, in order. The index alone is read, however many notes there are. */
export async function readNotedSites(db: DaftarDatabase): Promise<string[]> {
  const addresses = await db.notes.orderBy('ties.page.address').uniqueKeys();
  return [...new Set(addresses.map(address => siteOf(String(address))))].sort();
}
