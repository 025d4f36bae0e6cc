/** Goes through the record of an element and cuts its text into lines, with what is needed to judge them afterwards. */
import { addLine, asksForAddress, type Box, dropBox, emptyBox, merge } from './boxes.ts';
import type { Inside } from './composed.ts';
import {
  AWAY,
  addGap,
  addText,
  type Draft,
  endLine,
  LINKED,
  leadsAway,
  type OpenLine,
  SIGNED,
  TIMED,
} from './draft.ts';
import { isBlock, isInvisible, isPageHeader, partByName } from './exclusions.ts';
import { isLink, isSitesOwn } from './lines.ts';
import { isNoteMark, linkReader } from './links.ts';
import { type PageRecord, replay } from './record.ts';
import type { Steps } from './slices.ts';
import { BLOCK, NAMED, NEVER, SAYING, TELLING } from './traits.ts';

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
  /** Bits of what stands around the words: a link, a time, the name of who wrote it. */
  around: number;
}

const APART = new Set(['blockquote', 'aside', 'figure']);
const HEADINGS = new Set('h1 h2 h3 h4 h5 h6'.split(' '));
const LISTED = new Set(['li', 'dt', 'dd', 'figcaption', 'caption']);

/**
 * Goes through all of a recorded element that may be the article's text. Takes time in proportion to what it holds.
 * @param root the element's index
 * @param ancestors what stands around it within the article, outermost first; null when it is the article
 */
export function* walk(record: PageRecord, root: number, ancestors: readonly Element[] | null): Steps<Walked> {
  const { nodes, traits, texts, lengths } = record;
  const element = nodes[root] as Element;
  const drafts: Draft[] = [];
  const parts: NamedPart[] = [];
  const addressOf = linkReader(element.ownerDocument);
  const opened = new Set<string>();
  let open: OpenLine | null = null;
  let around: Box = emptyBox();

  function close() {
    const line = open;
    open = null;
    if (!line || !/\p{L}/u.test(line.raw)) return;
    endLine(line);
    const { draft } = line;
    drafts.push(draft);
    if (!draft.cell && isLink(draft) && (!draft.heading || leadsAway(draft))) {
      draft.dropped = true;
      around.links++;
    } else if (!draft.cell && isSitesOwn(draft)) draft.dropped = true;
    else addLine(around, draft);
  }

  function read(at: number, place: Place) {
    const length = lengths[at] as number;
    // White space at a line's beginning begins none.
    if (length === 0 && !open) return;
    open ??= { draft: startDraft(place), raw: '', around: [] };
    addText(open, nodes[at] as Text, texts[at] as string, length, place.around);
  }

  function enter(at: number, place: Place): Inside<Place> | null {
    const element = nodes[at] as Element;
    const own = traits[at] as number;
    const says = (own & SAYING) !== 0;
    const tag = own & (TELLING | SAYING) ? element.localName : '';
    if (tag === 'br') {
      if (open) {
        open.raw += '\n';
        addGap(open, '\n');
      }
      return null;
    }
    const part = own & NAMED ? partByName(element) : null;
    const named = part !== null;
    // A part with a name is judged when all is known, and is then a block, whatever its tag.
    const block =
      (own & BLOCK) !== 0 || (named && element.firstElementChild !== null && isBlock(element.firstElementChild));
    const panel = opened.size > 0 && element.id !== '' && opened.has(element.id);
    const closed = place.closed || panel || ((says || tag === 'details') && isClosed(element));
    const leftOut = (named && !block) || (!panel && isLeftOut(element, own, block, place));
    if (leftOut || ((tag === 'a' || tag === 'sup') && isNoteMark(element, open?.raw ?? ''))) {
      // Something stood here that is not ours to read: the words around it are no neighbours.
      if (block) close();
      if (asksForAddress(element)) around.asks = true;
      return null;
    }
    if (tag === 'button') {
      const panel = element.getAttribute('aria-controls');
      if (panel) opened.add(panel);
    }
    if (!block && tag === '' && closed === place.closed) return { place };
    const inside = placeWithin(element, tag, says, place, closed, block ? element : place.block);
    if (!block) return { place: inside };
    close();
    const outer = around;
    around = emptyBox();
    const from = drafts.length;
    const given = part && { part, from, to: 0 };
    if (given) parts.push(given);
    return {
      place: inside,
      leave() {
        close();
        if (given) given.to = drafts.length;
        if (!place.cell) dropBox(around, drafts, from);
        // A part with a name of its own says nothing of the box around it.
        around = named ? outer : merge(outer, around);
      },
    };
  }

  /** What an element hands down, itself being in `place`. The link's target is asked for only where there are links. */
  function placeWithin(
    element: Element,
    tag: string,
    says: boolean,
    place: Place,
    closed: boolean,
    block: Element,
  ): Place {
    let { around } = place;
    if (says && isAuthor(element)) around |= SIGNED;
    if (tag === 'time') around |= TIMED;
    if (tag === 'a' && element.hasAttribute('href')) {
      around = (around & ~AWAY) | LINKED;
      if (addressOf(element) === 'away') around |= AWAY;
    }
    return {
      block,
      heading: place.heading || HEADINGS.has(tag),
      title: place.title || tag === 'h1',
      listed: place.listed || LISTED.has(tag),
      cell: place.cell || (tag === 'table' && isData(element as HTMLTableElement)),
      apart: place.apart || APART.has(tag),
      closed,
      around,
    };
  }

  let place: Place = { block: element, ...NOWHERE };
  for (const one of [...(ancestors ?? []), element])
    place = placeWithin(one, one.localName, true, place, place.closed || isClosed(one), element);
  yield* replay(record, root, place, read, enter);
  close();
  // What is added to an article may be a teaser; an article is none.
  if (ancestors && !place.cell) dropBox(around, drafts, 0);
  return { drafts, parts };
}

const NOWHERE = {
  heading: false,
  title: false,
  listed: false,
  cell: false,
  apart: false,
  closed: false,
  around: 0,
} as const;

const startDraft = ({ block, heading, title, listed, cell, apart }: Place): Draft => ({
  block,
  heading,
  title,
  listed: listed || cell,
  cell,
  apart,
  text: '',
  parts: [],
  length: 0,
  linked: 0,
  leadsAway: 0,
  timed: 0,
  signed: 0,
  dropped: false,
});

const isLeftOut = (element: Element, own: number, block: boolean, place: Place): boolean =>
  (own & NEVER) !== 0 ||
  ((own & TELLING) !== 0 && isPageHeader(element)) ||
  (block && isInvisible(element, place.closed));

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
