/** What the reader does not want to see marked: the list's type, its bounds, and what it hides. */

/** Where something is hidden; what is broader covers what is narrower. */
export type HidingScope = 'sentence' | 'page' | 'site' | 'everywhere';

/** A claim that is not marked, and where. */
export interface Hidden {
  scope: HidingScope;
  claim: string;
  /** The claim's question, so that the list can be read without the store. */
  question: string;
  /** Scope sentence or page: the page's address without what only tracks. Scope site: its host. Else empty. */
  where: string;
  /** Scope sentence: the sentence that the claim was wrongly matched with. Else empty. */
  sentence: string;
}

/** A statement as hiding sees it. */
export interface Hideable {
  claim: string;
  question: string;
  sentence: string;
}

/** The oldest give way to new ones beyond this, and longer sentences are cut: a list, not an archive. Both are judgements. */
export const MOST_HIDDEN = 500;
const LONGEST_SENTENCE = 400;

const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|ref_src|at_\w+)$/;

/** The address that a page is known by: without its fragment and without parameters that only tell where a reader came from. */
export function pageAddress(href: string): string {
  const { origin, pathname, searchParams } = new URL(href);
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(kept).toString();
  return `${origin}${pathname}${query && `?${query}`}`;
}

/** The host that stands for a site: "www." is no site of its own. */
export const siteOf = (href: string): string => new URL(href).host.replace(/^www\./, '');

const shorten = (sentence: string) => sentence.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SENTENCE);

/** The entry that hides a statement's claim in a scope, seen from the page at `href`. */
export function makeHidden({ claim, question, sentence }: Hideable, scope: HidingScope, href: string): Hidden {
  const where = scope === 'everywhere' ? '' : scope === 'site' ? siteOf(href) : pageAddress(href);
  return { scope, claim, question, where, sentence: scope === 'sentence' ? shorten(sentence) : '' };
}

/** Whether a statement on the page at `href` is hidden. */
export function isHidden(
  list: readonly Hidden[],
  { claim, sentence }: Omit<Hideable, 'question'>,
  href: string,
): boolean {
  return list.some(hidden => {
    if (hidden.claim !== claim) return false;
    if (hidden.scope === 'everywhere') return true;
    if (hidden.scope === 'site') return hidden.where === siteOf(href);
    return hidden.where === pageAddress(href) && (hidden.scope === 'page' || hidden.sentence === shorten(sentence));
  });
}

const same = (a: Hidden) => (b: Hidden) =>
  a.scope === b.scope && a.claim === b.claim && a.where === b.where && a.sentence === b.sentence;

/** The list with an entry put in front, once. */
export function withHidden(list: readonly Hidden[], entry: Hidden): Hidden[] {
  return [entry, ...withoutHidden(list, entry)].slice(0, MOST_HIDDEN);
}

/** The list without an entry. */
export function withoutHidden(list: readonly Hidden[], entry: Hidden): Hidden[] {
  const isSame = same(entry);
  return list.filter(other => !isSame(other));
}
