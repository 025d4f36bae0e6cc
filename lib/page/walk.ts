/** Walks through an element once and cuts its text into lines, with what is needed to judge them afterwards. */
import { eachChild } from './composed.ts';
import { isBlock, isHeadingTag, isInvisible, isNeverRead, isPageHeader, partByName } from './exclusions.ts';
import { countWords, isLink, isSitesOwn, type Line } from './lines.ts';
import { appendLineBreak, appendText, type GrowingText } from './pieces.ts';

/** A passage before it is judged. */
export interface Draft extends GrowingText, Line {
  block: Element;
  /** A cell of a table of data. */
  cell: boolean;
  /** Stands in a quotation, a box or a figure, not in the running text. */
  apart: boolean;
  /** Stands in the page's main heading. */
  title: boolean;
  /** Characters in links that lead to other pages. */
  leadsAway: number;
  dropped: boolean;
}

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
}

/** What is handed up to what stands around an element. */
interface Inside {
  /** The lines that are still to be read; null once there are too many for a box at the article's side. */
  kept: Draft[] | null;
  words: number;
  /** Links that lead away, and headings among them. */
  links: number;
  headlines: number;
  /** Whether it asks for a mail address. */
  asks: boolean;
}

// What a box at the side can hold: judgements, made on the pages under tests/pages/layouts.
const BOX_LINES = 8;
const TEASER_WORDS = 45;
const FORM_WORDS = 60;
const LABEL_WORDS = 15;
/** Deeper than any page nests, and well before the stack ends. */
const DEEPEST = 1500;

const APART = new Set(['blockquote', 'aside', 'figure', 'q', 'details']);
const LISTED = new Set(['li', 'dt', 'dd', 'figcaption', 'caption']);

/**
 * Walks through all of `root` that may be the article's text. Takes time in proportion to what it holds.
 * @param ancestors what stands around `root` within the article, outermost first
 */
export function walk(root: Element, ancestors: readonly Element[] = []): Walked {
  const drafts: Draft[] = [];
  const parts: NamedPart[] = [];
  const addressOf = linkReader(root.ownerDocument);
  const opened = new Set<string>();
  let open: Draft | null = null;
  let around: Inside = emptyInside();

  function close() {
    const draft = open;
    open = null;
    if (!draft || !/\p{L}/u.test(draft.text)) return;
    drafts.push(draft);
    if (!draft.cell && isLink(draft) && (!draft.heading || leadsAway(draft))) {
      draft.dropped = true;
      around.links++;
      if (draft.heading) around.headlines++;
    } else if (!draft.cell && isSitesOwn(draft)) draft.dropped = true;
    else add(around, [draft], countWords(draft.text));
  }

  function read(node: Text, place: Place) {
    open ??= startDraft(place);
    const length = appendText(open, node);
    open.length += length;
    if (place.link !== 'none') open.linked += length;
    if (place.link === 'away') open.leadsAway += length;
    if (place.time) open.timed += length;
  }

  function enter(element: Element, place: Place, depth: number) {
    const tag = element.localName;
    if (tag === 'br') {
      if (open) appendLineBreak(open);
      return;
    }
    const named = partByName(element) !== null;
    // A part with a name is judged when all is known, and is then a block, whatever its tag.
    const block =
      isBlock(element) || (named && element.firstElementChild !== null && isBlock(element.firstElementChild));
    const panel = element.id !== '' && opened.has(element.id);
    const closed = place.closed || panel || isClosed(element);
    const leftOut = (named && !block) || (!panel && isLeftOut(element, block, place));
    if (depth > DEEPEST || leftOut || isNoteMark(element, open)) {
      // Something stood here that is not ours to read: the words around it are no neighbours.
      if (block) close();
      if (asksForAddress(element)) around.asks = true;
      return;
    }
    if (tag === 'button') {
      const panel = element.getAttribute('aria-controls');
      if (panel) opened.add(panel);
    }
    if (!block) {
      inside(element, placeWithin(element, place, closed), depth);
      return;
    }
    close();
    const outer = around;
    around = emptyInside();
    const from = drafts.length;
    inside(element, { ...placeWithin(element, place, closed), block: element }, depth);
    close();
    if (!place.cell) dropBox(around, drafts[from]);
    // A part with a name of its own says nothing of the box around it.
    if (partByName(element)) around = outer;
    else around = merge(outer, around);
  }

  function inside(element: Element, place: Place, depth: number) {
    const part = element === root ? null : partByName(element);
    const named = part && { part, from: drafts.length, to: 0 };
    if (named) parts.push(named);
    eachChild(element, child => {
      if (child.nodeType === 3) read(child as Text, place);
      else if (child.nodeType === 1) enter(child as Element, place, depth + 1);
    });
    if (!named) return;
    close();
    named.to = drafts.length;
  }

  /** The link's target is asked for only where there are links. */
  function placeWithin(element: Element, place: Place, closed: boolean): Place {
    const tag = element.localName;
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
    };
  }

  let place: Place = { block: root, ...NOWHERE };
  for (const element of ancestors) place = placeWithin(element, place, place.closed || isClosed(element));
  inside(root, placeWithin(root, place, place.closed || isClosed(root)), 0);
  close();
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
  length: 0,
  linked: 0,
  leadsAway: 0,
  timed: 0,
  dropped: false,
});

const isLeftOut = (element: Element, block: boolean, place: Place): boolean =>
  isNeverRead(element) || isPageHeader(element) || (block && isInvisible(element, place.closed));

const isClosed = (element: Element): boolean =>
  (element.localName === 'details' && !element.hasAttribute('open')) ||
  element.getAttribute('hidden')?.toLowerCase() === 'until-found';

const emptyInside = (): Inside => ({ kept: [], words: 0, links: 0, headlines: 0, asks: false });

function add(to: Inside, drafts: readonly Draft[], words: number): void {
  to.words += words;
  if (to.kept) to.kept = to.kept.length + drafts.length > BOX_LINES ? null : [...to.kept, ...drafts];
}

function merge(outer: Inside, inner: Inside): Inside {
  if (inner.kept) add(outer, inner.kept, inner.words);
  else {
    outer.words += inner.words;
    outer.kept = null;
  }
  outer.links += inner.links;
  outer.headlines += inner.headlines;
  outer.asks ||= inner.asks;
  return outer;
}

/** Drops what a box holds when it is a teaser for another story, a list of such, or asks for a mail address. */
function dropBox(box: Inside, first: Draft | undefined): void {
  const { kept, words, links, headlines, asks } = box;
  if (!kept || kept.length === 0 || kept.some(({ title }) => title)) return;
  const opensAway = first?.dropped && leadsAway(first) && countWords(first.text) >= 4;
  const isTeaser = words <= TEASER_WORDS && (headlines > 0 || opensAway);
  const isList = words <= LABEL_WORDS && links > 1;
  if (!isTeaser && !isList && !(asks && words <= FORM_WORDS)) return;
  for (const draft of kept) draft.dropped = true;
  box.kept = [];
  box.words = 0;
}

/** Whether almost all of a line leads to other pages. */
const leadsAway = (draft: Draft): boolean => draft.leadsAway >= draft.length * 0.9;

function asksForAddress(element: Element): boolean {
  const field = 'input[type="email"], input[name*="mail" i], input[placeholder*="mail" i]';
  if (element.localName === 'input') return element.matches(field);
  return element.localName === 'form' && element.querySelector(field) !== null;
}

/** Whether a table holds data: layout tables have no headings, and other tables or a single column inside. */
function isData(table: HTMLTableElement): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  if (table.caption || table.tHead) return true;
  const rows = [...table.rows].slice(0, 3);
  if (rows.some(row => [...row.cells].some(({ localName }) => localName === 'th'))) return true;
  return rows.length > 1 && rows.every(row => row.cells.length > 1) && table.querySelector('table, p') === null;
}

/** Behind these a small raised number is a power: "km²", "10⁶". */
const RAISED = /^(?:[kcm]?m|mi|ft|in|sq|.*\b10)$/i;

/** Whether an element is the mark of a note: left in, "in 2024" with note 3 would be read as the figure 20243. */
function isNoteMark(element: Element, open: Draft | null): boolean {
  const tag = element.localName;
  if (tag === 'a') {
    if (element.getAttribute('href')?.startsWith('#') !== true) return false;
    return /^[\s[(]*(?:\d{1,3}|[^\p{L}\p{N}]*)[\])\s]*$/u.test(element.textContent ?? '');
  }
  if (tag !== 'sup') return false;
  if (element.querySelector('a') !== null) return true;
  const mark = (element.textContent ?? '').trim();
  if (/^[[(].{1,4}[\])]$|^[*†‡§]+$/.test(mark)) return true;
  if (!/^\d{1,3}(?:\s*[,–-]\s*\d{1,3})*$/.test(mark)) return false;
  const before = open?.pieces.at(-1);
  if (!before || open?.gap !== '') return true;
  return !RAISED.test(before.node.data.slice(before.nodeStart, before.nodeStart + before.length));
}

/** Tells links within the page from those that lead away; a link to nowhere is a control, and away from the text. */
function linkReader(document: Document): (link: Element) => 'here' | 'away' {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const parse = (address: string, base?: string) => {
    try {
      return new URL(address, base);
    } catch {
      return null;
    }
  };
  const own = (canonical && parse(canonical, document.baseURI)) || parse(document.baseURI);
  const isOwn = (target: URL | null, page: URL | null) =>
    target !== null && page !== null && target.host === page.host && target.pathname === page.pathname;
  const location = parse(document.location?.href ?? '');
  return link => {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (href.startsWith('#')) return href.length > 1 ? 'here' : 'away';
    const target = parse(href, own?.href);
    return isOwn(target, own) || isOwn(target, location) ? 'here' : 'away';
  };
}
