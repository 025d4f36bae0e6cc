/** A lookup that opens the store at the first question, for views that mostly show something else. */
import type { LookupData } from '@/lib/lookup';

/**
 * @param open opens the lookup; after a failure it is tried again at the next question
 */
export function lookupOnDemand(open: () => Promise<LookupData>): LookupData {
  let opening: Promise<LookupData> | null = null;
  let stored = true;
  const opened = () => {
    opening ??= open().then(
      data => {
        stored = data.stored;
        return data;
      },
      error => {
        opening = null;
        throw error;
      },
    );
    return opening;
  };
  return {
    /** True until it is known. */
    get stored() {
      return stored;
    },
    search: async (query, limit) => (await opened()).search(query, limit),
    claim: async id => (await opened()).claim(id),
    entity: async id => (await opened()).entity(id),
    source: async id => (await opened()).source(id),
  };
}
