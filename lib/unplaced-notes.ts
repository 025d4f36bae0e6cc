/** Ids of the notes whose passage was not found when their page was last open. Only the background writes it. */
import { storage } from '#imports';

export const unplacedNotes = storage.defineItem<string[]>('local:unplacedNotes', { fallback: [], version: 1 });
