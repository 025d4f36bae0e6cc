/** How the passages of notes stood when their page was last open; of those that stood as they were nothing is kept. Only the background writes it. */
import { storage } from '#imports';

/** Ids of the notes whose passage was not found. */
export const unplacedNotes = storage.defineItem<string[]>('local:unplacedNotes', { fallback: [], version: 1 });

/** Ids of the notes whose passage had other words, or stood elsewhere on its page. */
export const movedNotes = storage.defineItem<string[]>('local:movedNotes', { fallback: [], version: 1 });
