/** Walks through an element once and cuts its text into lines, with what is needed to judge them afterwards. */
import { addLine, asksForAddress, type Box, dropBox, emptyBox, merge } from './boxes.ts';
import { DEEPEST, type Inside, walkThrough } from './composed.ts';
import { type Draft, leadsAway } from './draft.ts';
import { isBlock, isHeadingTag, isInvisible, isNeverRead, isPageHeader, partByName } from './exclusions.ts';
import { isLink, isSitesOwn } from './lines.ts';
import { isNoteMark, linkReader } from './links.ts';
import { appendLineBreak, appendText } from './pieces.ts';
import type { Steps } from './slices.ts';

/** A part of the page that its site names as something else; `from` and `to` are places in the list of drafts. */
export interface NamedPart {
  part: 'gate' | 'other' | 'foreign';
  from: number;
  to: number;
}

export interface Walked {
  drafts: Draft[];
  /** Outer parts before inner ones. */
  parts: NamedPart[];
}

/** What is handed down to what stands inside an element. */
interface Place {
  block: Element;
  heading: boolean;
  title: boolean;
  listed: boolean;
  cell: boolean;
  apart: boolean;
  /** In something closed that a reader can open, which the browser therefore calls invisible. */
  closed: boolean;
  link: 'none' | 'here' | 'away';
  time: boolean;
  /** In the name of who wrote it. */
  author: boolean;
}

const APART = new Set(['blockquote', 'aside', 'figure']);
/** Elements that say something of the text in them. */
const TELLING = new Set(
  'a h1 h2 h3 h4 h5 h6 table time blockquote aside figure li dt dd figcaption caption'.split(' '),
);
const LISTED = new Set(['li', 'dt', 'dd', 'figcaption', 'caption']);

/**
 * Walks through all of `root` that may be the article's text. Takes time in proportion to what it holds.
 * @param ancestors what stands around `root` within the article, outermost first; null when `root` is the article
 */
export function* walk(root: Element, ancestors: readonly Element[] | null): Steps<Walked> {
  const drafts: Draft[] = [];
  const parts: NamedPart[] = [];
  const addressOf = linkReader(root.ownerDocument);
  const opened = new Set<string>();
  let open: Draft | null = null;
  let around: Box = emptyBox();

  function close() {
    const draft = open;
    open = null;
    if (!draft || !/\p{L}/u.test(draft.text)) return;
    drafts.push(draft);
    if (!draft.cell && isLink(draft) && (!draft.heading || leadsAway(draft))) {
      draft.dropped = true;
      around.links++;
    } else if (!draft.cell && isSitesOwn(draft)) draft.dropped = true;
    else addLine(around, draft);
  }

  function read(node: Text, place: Place) {
    open ??= startDraft(place);
    const length = appendText(open, node);
    open.length += length;
    if (place.link !== 'none') open.linked += length;
    if (place.link === 'away') open.leadsAway += length;
    if (place.time) open.timed += length;
    if (place.author) open.signed += length;
  }

  function enter(element: Element, place: Place, depth: number): Inside<Place> | null {
    const tag = element.localName;
    if (tag === 'br') {
      if (open) appendLineBreak(open);
      return null;
    }
    const part = partByName(element);
    const named = part !== null;
    // A part with a name is judged when all is known, and is then a block, whatever its tag.
    const block =
      isBlock(element) || (named && element.firstElementChild !== null && isBlock(element.firstElementChild));
    const panel = opened.size > 0 && element.id !== '' && opened.has(element.id);
    const closed = place.closed || panel || isClosed(element);
    const leftOut = (named && !block) || (!panel && isLeftOut(element, block, place));
    if (depth > DEEPEST || leftOut || isNoteMark(element, open)) {
      // Something stood here that is not ours to read: the words around it are no neighbours.
      if (block) close();
      if (asksForAddress(element)) around.asks = true;
      return null;
    }
    if (tag === 'button') {
      const panel = element.getAttribute('aria-controls');
      if (panel) opened.add(panel);
    }
    const inside = placeWithin(element, place, closed);
    if (!block) return { place: inside };
    close();
    const outer = around;
    around = emptyBox();
    const from = drafts.length;
    const own = part && { part, from, to: 0 };
    if (own) parts.push(own);
    return {
      place: { ...inside, block: element },
      leave() {
        close();
        if (own) own.to = drafts.length;
        if (!place.cell) dropBox(around, drafts.slice(from, from + 3));
        // A part with a name of its own says nothing of the box around it.
        around = named ? outer : merge(outer, around);
      },
    };
  }

  /** The link's target is asked for only where there are links. Most elements hand down what they were handed. */
  function placeWithin(element: Element, place: Place, closed: boolean): Place {
    const tag = element.localName;
    const author = place.author || isAuthor(element);
    if (closed === place.closed && author === place.author && !TELLING.has(tag)) return place;
    const link = tag === 'a' && element.hasAttribute('href') ? addressOf(element) : place.link;
    return {
      block: place.block,
      heading: place.heading || isHeadingTag(element),
      title: place.title || tag === 'h1',
      listed: place.listed || LISTED.has(tag),
      cell: place.cell || (tag === 'table' && isData(element as HTMLTableElement)),
      apart: place.apart || APART.has(tag),
      closed,
      link,
      time: place.time || tag === 'time',
      author,
    };
  }

  let place: Place = { block: root, ...NOWHERE };
  for (const element of ancestors ?? []) place = placeWithin(element, place, place.closed || isClosed(element));
  place = placeWithin(root, place, place.closed || isClosed(root));
  yield* walkThrough(root, place, read, enter);
  close();
  // What is added to an article may be a teaser; an article is none.
  if (ancestors && !place.cell) dropBox(around, drafts.slice(0, 3));
  return { drafts, parts };
}

const NOWHERE = {
  heading: false,
  title: false,
  listed: false,
  cell: false,
  apart: false,
  closed: false,
  link: 'none',
  time: false,
  author: false,
} as const;

const startDraft = ({ block, heading, title, listed, cell, apart }: Place): Draft => ({
  block,
  heading,
  title,
  listed: listed || cell,
  cell,
  apart,
  text: '',
  pieces: [],
  gap: '',
  spaced: false,
  length: 0,
  linked: 0,
  leadsAway: 0,
  timed: 0,
  signed: 0,
  dropped: false,
});

const isLeftOut = (element: Element, block: boolean, place: Place): boolean =>
  isNeverRead(element) || isPageHeader(element) || (block && isInvisible(element, place.closed));

const isAuthor = (element: Element): boolean =>
  element.hasAttributes() &&
  (element.getAttribute('rel')?.includes('author') === true || element.getAttribute('itemprop') === 'author');

/** Whether an element is closed and can be opened by its reader. */
export const isClosed = (element: Element): boolean =>
  (element.localName === 'details' && !element.hasAttribute('open')) ||
  (element.hasAttributes() && element.getAttribute('hidden')?.toLowerCase() === 'until-found');

/** Whether a table holds data: layout tables have no headings, and other tables or a single column inside. */
function isData(table: HTMLTableElement): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  if (table.caption || table.tHead) return true;
  const rows = [...table.rows].slice(0, 3);
  if (rows.some(row => [...row.cells].some(({ localName }) => localName === 'th'))) return true;
  return rows.length > 1 && rows.every(row => row.cells.length > 1) && table.querySelector('table, p') === null;
}
