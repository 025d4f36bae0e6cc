/** The one list of typed settings and shared values in the extension's storage. */
import { storage } from '#imports';

/** Which statements are marked: figures only, statuses and events too, or positions as well. */
export type Density = 'figures' | 'figures-and-facts' | 'everything';

export const density = storage.defineItem<Density>('local:density', { fallback: 'figures-and-facts', version: 1 });

/**
 * Words that make a page worth reading; written by the background whenever packs change, read by every page without
 * waking it. Null until the first pack is in.
 */
export const triggers = storage.defineItem<string[] | null>('local:triggers', { fallback: null, version: 1 });
