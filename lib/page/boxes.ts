/** Judges boxes at the article's side by what they hold: teasers, lists of links, and what asks for a mail address. */
import { type Draft, leadsAway } from './draft.ts';

/** What an element holds, as far as it matters to what stands around it. */
export interface Box {
  /** The lines that are still to be read; null once there are too many for a box at the side. */
  kept: Draft[] | null;
  /** Lines that are but a link. */
  links: number;
  /** Whether it asks for a mail address. */
  asks: boolean;
}

// What a box at the side can hold: judgements, made on the pages under tests/pages/layouts.
const BOX_LINES = 8;
/** Among so many lines a teaser's headline stands. */
const FIRST = 3;
const TEASER_WORDS = 45;
const FORM_WORDS = 60;
const LABEL_WORDS = 15;
/** A link of so many words is a headline, not a name. */
const HEADLINE_WORDS = 4;

export const emptyBox = (): Box => ({ kept: [], links: 0, asks: false });

/** Adds a line that is to be read. */
export function addLine(to: Box, draft: Draft): void {
  if (!to.kept) return;
  if (to.kept.length < BOX_LINES) to.kept.push(draft);
  else to.kept = null;
}

/** Whether lines have no more words than this. */
function haveAtMost(most: number, drafts: readonly Draft[]): boolean {
  let words = 0;
  for (const { text } of drafts) {
    words++;
    for (let at = text.indexOf(' '); at >= 0 && words <= most; at = text.indexOf(' ', at + 1)) words++;
    if (words > most) return false;
  }
  return true;
}

/** Adds what an inner element holds to what the outer one holds, and gives that. */
export function merge(outer: Box, inner: Box): Box {
  if (!inner.kept) outer.kept = null;
  else for (const draft of inner.kept) addLine(outer, draft);
  outer.links += inner.links;
  outer.asks ||= inner.asks;
  return outer;
}

/**
 * Drops what an element holds when it is a teaser for another story, a list of such, or asks for a mail address.
 * @param drafts all lines so far, dropped ones too; its own begin at `from`
 */
export function dropBox(box: Box, drafts: readonly Draft[], from: number): void {
  const { kept, links, asks } = box;
  if (!kept || kept.length === 0 || kept.some(({ title }) => title)) return;
  // Words are counted last: it takes the longest, and most boxes need none.
  const isTeaser = opensAway(drafts.slice(from, from + FIRST)) && haveAtMost(TEASER_WORDS, kept);
  const isList = links > 1 && haveAtMost(LABEL_WORDS, kept);
  if (!isTeaser && !isList && !(asks && haveAtMost(FORM_WORDS, kept))) return;
  for (const draft of kept) draft.dropped = true;
  box.kept = [];
}

/** Whether the first line of some length is a headline that leads to another page. */
function opensAway(first: readonly Draft[]): boolean {
  const opening = first.find(draft => draft.heading || !haveAtMost(HEADLINE_WORDS - 1, [draft]));
  return opening?.dropped === true && leadsAway(opening);
}

const ADDRESS_FIELD = 'input[type="email"], input[name*="mail" i], input[placeholder*="mail" i]';

/** Whether an element that is not read is a field for a mail address, or a form with one. */
export function asksForAddress(element: Element): boolean {
  if (element.localName === 'input') return element.matches(ADDRESS_FIELD);
  return element.localName === 'form' && element.querySelector(ADDRESS_FIELD) !== null;
}
