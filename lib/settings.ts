/** The one list of typed settings and shared values in the extension's storage. */
import { storage } from '#imports';
import type { Hidden } from './hidden';
import type { Pause } from './pause';

/** Which statements are marked: figures only, statuses and events too, or positions as well. */
export type Density = 'figures' | 'figures-and-facts' | 'everything';

export const density = storage.defineItem<Density>('local:density', { fallback: 'figures-and-facts', version: 1 });

/**
 * Words that make a page worth reading; written by the background whenever packs change, read by every page without
 * waking it. Null until the first pack is in.
 */
export const triggers = storage.defineItem<string[] | null>('local:triggers', { fallback: null, version: 1 });

/** Whether a comparison opens when the pointer rests on a mark, too. Off: a popover that nobody asked for is in the way. */
export const openOnRest = storage.defineItem<boolean>('local:openOnRest', { fallback: false, version: 1 });

/** What the reader has hidden, the newest first. Only the background writes it, so that no two pages overwrite each other. */
export const hidden = storage.defineItem<Hidden[]>('local:hidden', { fallback: [], version: 1 });

/** What is paused until the reader turns it on again: sites, or everywhere. Only the background writes it. */
export const paused = storage.defineItem<Pause[]>('local:paused', { fallback: [], version: 1 });

/** Whether a small button to look a selection up appears beside it. Off: selecting is mostly for something else. */
export const selectionButton = storage.defineItem<boolean>('local:selectionButton', { fallback: false, version: 1 });
