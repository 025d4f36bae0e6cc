/**
 * How a page is known that may hold passages of notes without standing at their page's address: a copy that another site has
 * taken over, an archive's, a page that has moved. Every page asks for its address, its canonical address and its title;
 * what is no such page is told by small lists in the extension's storage, without waking the background.
 */

/** What a page says of itself when it asks for notes. */
export interface PageAsking {
  address: string;
  /** The address that it gives as its own (`link rel=canonical`), where notes are known there. */
  canonical: string | null;
  /** Its headline, where a page with notes has the same. */
  title: string | null;
}

/** Shorter titles are those of sites and sections ("Asia news"), and tell no story from another. A judgement. */
const SHORTEST_TITLE = 20;

/** A number that stands for a headline (FNV-1a, 32 bits); null for a title that tells too little. Equal numbers only ask the store. */
export function titleSum(title: string): number | null {
  if (title.length < SHORTEST_TITLE) return null;
  let sum = 0x811c9dc5;
  for (let i = 0; i < title.length; i++) sum = Math.imul(sum ^ title.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
