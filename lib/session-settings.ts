/**
 * What is kept until the browser is closed. Apart from the other settings, because a content script has no session storage
 * and may not even name an item of it.
 */
import { storage } from '#imports';
import type { Pause } from './pause';

/** What is paused until the browser is closed: tabs too. Only the background writes it, and tells the pages. */
export const pausedForSession = storage.defineItem<Pause[]>('session:paused', { fallback: [] });
