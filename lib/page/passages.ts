/** Finds the article's passages on a page and keeps the way back from their text to the page's text nodes. */
import type { Span } from '@/lib/reading/types';

/** One block of page text. `text` has white space collapsed, as a reader sees it. */
export interface PagePassage {
  id: number;
  block: Element;
  /** Whether it is a heading: read, but kept free of all but statements. */
  heading: boolean;
  text: string;
  /** Pieces of text nodes in the order of `text`; each stands in it unchanged. */
  pieces: Piece[];
}

interface Piece {
  node: Text;
  /** Where the piece starts in the node, in the passage's text, and how long it is. */
  nodeStart: number;
  start: number;
  length: number;
}

/** A part of one text node. */
export interface NodeRange extends Span {
  node: Text;
}

// Node types by number: the command-line reader runs this without a window's globals.
const ELEMENT = 1;
const TEXT = 3;

// What is never the article's own text, whatever the site: the one list of exclusions.
const EXCLUDED = [
  'script, style, noscript, template, iframe, object, embed, canvas, video, audio, svg, math, code, pre, kbd, samp',
  'button, input, textarea, select, option, label, form, dialog, menu, [contenteditable]:not([contenteditable="false"])',
  'nav, footer, [hidden], [inert], [aria-hidden="true"]',
  '[role="navigation"], [role="banner"], [role="contentinfo"], [role="search"], [role="form"], [role="menu"]',
  '[role="dialog"], [role="alert"], [role="textbox"], [role="tablist"]',
  '[aria-label*="advert" i], [aria-label*="sponsor" i], [aria-roledescription="advertisement"]',
  'daftar-popover',
].join(', ');

// Words by which sites name the parts that are not the article; compared with whole words of class and id.
const OTHER_PARTS = new Set(
  (
    'ad ads advert adverts advertisement adslot sponsored sponsor promo promos promoted comment comments commenting disqus ' +
    'related recirc recommended recommendations newsletter subscribe subscription paywall sidebar share sharing social ' +
    'cookie consent breadcrumb breadcrumbs byline bylines author authors bio tags taglist trending popular ' +
    'mostread outbrain taboola pullquote pull menu masthead toolbar toc credit timestamp dateline'
  ).split(' '),
);
const TWO_WORD_PARTS =
  /\b(most[-_ ]?(read|popular|viewed)|pull[-_ ]?quote|read[-_ ]?(more|next)|see[-_ ]also|sign[-_ ]?up|you[-_ ]may)/i;

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HEADER HR ' +
    'HTML LI MAIN OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Whether an element makes a block of its own by its name. */
export const isBlock = (element: Element): boolean => BLOCKS.has(element.tagName);

const isNamedOther = (element: Element): boolean => {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (names === ' ') return false;
  if (TWO_WORD_PARTS.test(names)) return true;
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some(word => OTHER_PARTS.has(word));
};

/** Whether an element and all in it is left out. The article itself is never judged by its class names. */
function isExcluded(element: Element, root: Element): boolean {
  if (element.matches(EXCLUDED)) return true;
  if (element === root || element.contains(root)) return false;
  if (element.tagName === 'HEADER' && element.closest('article, main') === null) return true;
  // An aside beside the article is another matter; one inside it may be a fact box, unless its name says otherwise.
  if (element.tagName === 'ASIDE' && !root.contains(element)) return true;
  return isNamedOther(element) && !holdsMostOf(element, root);
}

/** A wrapper that holds most of the text is the article, whatever its class says ("subscription-content"). */
function holdsMostOf(element: Element, root: Element): boolean {
  return (element.textContent?.length ?? 0) > (root.textContent?.length ?? 0) * 0.6;
}

/** The element that holds the article: the richest article, else the main part, else the whole body. */
export function findArticle(document: Document): Element {
  const length = (element: Element) =>
    [...element.querySelectorAll('p, li')].reduce((sum, block) => sum + (block.textContent?.trim().length ?? 0), 0);
  const richest = (selector: string): Element | null => {
    let best: Element | null = null;
    let most = 400; // characters in paragraphs: less is a teaser, not an article (a judgement)
    for (const element of document.querySelectorAll(selector)) {
      const own = length(element);
      if (own > most) [best, most] = [element, own];
    }
    return best;
  };
  return (
    richest('[itemprop="articleBody"]')?.closest('article, main') ??
    richest('article') ??
    richest('main, [role="main"], [itemprop="articleBody"]') ??
    document.querySelector('main, [role="main"]') ??
    document.body
  );
}

/**
 * Collects the passages under `root`, in the order of the page.
 * @param firstId the number of the first passage; they count up from there
 */
export function findPassages(root: Element, firstId = 0, article: Element = root): PagePassage[] {
  const passages: PagePassage[] = [];
  let open: PagePassage | null = null;
  const close = () => {
    if (open && /\p{L}/u.test(open.text)) {
      open.text = open.text.trimEnd();
      passages.push(open);
    }
    open = null;
  };
  const visit = (element: Element, block: Element) => {
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === TEXT) {
        open ??= { id: 0, block, heading: block.closest('h1, h2, h3, h4, h5, h6') !== null, text: '', pieces: [] };
        append(open, child as Text);
      } else if (child.nodeType === ELEMENT) {
        const inner = child as Element;
        if (inner.tagName === 'BR') {
          if (open) breakLine(open);
          continue;
        }
        const isBlock = BLOCKS.has(inner.tagName);
        if (isExcluded(inner, article) || isInvisible(inner, isBlock)) {
          // Something stood here that is not ours to read: the words around it are no neighbours.
          if (isBlock) close();
          continue;
        }
        if (isBlock) close();
        visit(inner, isBlock ? inner : block);
        if (isBlock) close();
      }
    }
  };
  if (!isInsideExcluded(root, article)) visit(root, root);
  close();
  return passages.map((passage, i) => ({ ...passage, id: firstId + i }));
}

/** Whether `root` itself or something around it is left out. */
function isInsideExcluded(root: Element, article: Element): boolean {
  for (let at: Element | null = root; at && at !== article; at = at.parentElement)
    if (isExcluded(at, article)) return true;
  return false;
}

/** Only blocks are asked: asking every inline element would cost more than all the rest. */
function isInvisible(element: Element, isBlock: boolean): boolean {
  return isBlock && element.checkVisibility?.({ visibilityProperty: true }) === false;
}

/** Adds a text node's words, each run of white space as one space. */
function append(passage: PagePassage, node: Text): void {
  const { data } = node;
  const words = /[^ \t\n\r\f]+/g;
  let last = 0;
  for (let word = words.exec(data); word; word = words.exec(data)) {
    if (word.index > last || (last === 0 && word.index > 0)) space(passage);
    passage.pieces.push({ node, nodeStart: word.index, start: passage.text.length, length: word[0].length });
    passage.text += word[0];
    last = words.lastIndex;
  }
  if (last < data.length) space(passage);
}

function space(passage: PagePassage): void {
  if (passage.text !== '' && !/\s$/.test(passage.text)) passage.text += ' ';
}

function breakLine(passage: PagePassage): void {
  // Only what `space` and earlier breaks put in: a no-break space stands in a piece, whose place must stay true.
  if (passage.text !== '') passage.text = `${passage.text.replace(/[ \n]+$/, '')}\n`;
}

/** The parts of text nodes that a span of the passage's text stands in, one for each node, in order. */
export function nodeRanges(passage: PagePassage, { start, end }: Span): NodeRange[] {
  const ranges: NodeRange[] = [];
  // Pieces are ordered by `start`: the first that reaches into the span is found by halving.
  let low = 0;
  let high = passage.pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = passage.pieces[middle] as Piece;
    if (piece.start + piece.length <= start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < passage.pieces.length; i++) {
    const { node, nodeStart, start: pieceStart, length } = passage.pieces[i] as Piece;
    if (pieceStart >= end) break;
    const from = nodeStart + Math.max(0, start - pieceStart);
    const to = nodeStart + Math.min(length, end - pieceStart);
    const last = ranges.at(-1);
    if (last?.node === node) last.end = to;
    else {
      // White space between two nodes' words is inside the span too, on whichever side of the border it stands.
      if (last) last.end += /^\s*/.exec(last.node.data.slice(last.end))?.[0].length ?? 0;
      const before = last ? (/\s*$/.exec(node.data.slice(0, from))?.[0].length ?? 0) : 0;
      ranges.push({ node, start: from - before, end: to });
    }
  }
  return ranges;
}
