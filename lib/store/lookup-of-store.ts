/** Opens the lookup over the store at the first question, and only then loads the code for it. */
import type { LookupData } from '@/lib/lookup';
import { lookupOnDemand } from './lookup-on-demand';

/**
 * The lookup for views that first show something else: the database and the search are most of what would have to be loaded
 * before the first frame.
 * @param signal ends what follows the database's changes
 */
export function lookupOfStore(signal: AbortSignal): LookupData {
  return lookupOnDemand(async () => {
    const [{ openLookup }, { DaftarDatabase }, { readBundledPack }] = await Promise.all([
      import('./lookup'),
      import('./db'),
      import('./bundled-pack'),
    ]);
    return openLookup(new DaftarDatabase(), readBundledPack, signal);
  });
}
