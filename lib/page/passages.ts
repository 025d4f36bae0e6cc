/** Finds the article's passages on a page and keeps the way back from their text to the page's text nodes. */
import { findArticleIn } from './article.ts';
import { type Draft, leadsAway } from './draft.ts';
import { isPageHeader } from './exclusions.ts';
import { nodeRanges, type PiecedText, pieceTogether, type TextPart } from './pieces.ts';
import { type PageRecord, recordPage } from './record.ts';
import { findRepeats } from './repeats.ts';
import { atOnce, type Steps } from './slices.ts';
import { NAMED, NEVER, TEXT } from './traits.ts';
import { type NamedPart, type Walked, walk } from './walk.ts';

export { findArticleIn, nodeRanges, recordPage };

/** One block of page text. */
export interface PagePassage {
  id: number;
  block: Element;
  /** With white space collapsed, as a reader sees it. */
  text: string;
  /** What the text was put together from, in order. */
  parts: readonly TextPart[];
  /** Whether it is a heading: read, but kept free of all but statements. */
  heading: boolean;
}

/** So many characters make a paragraph; shorter lines may be anything. */
const PARAGRAPH = 80;
/** Headings and labels of a page of links come to less; paragraphs of a Chinese article to more. */
const INDEX_TEXT = 300;

/** Finds the article of a document at once. */
export const findArticle = (document: Document): Element =>
  atOnce(findArticleIn(atOnce(recordPage(document.documentElement)), document));

/**
 * Collects the passages under `root` at once, in the order of the page. Open shadow roots and same-origin frames are read
 * in place.
 * @param firstId the number of the first passage; they count up from there
 * @param article the article that `root` is a part of
 */
export const findPassages = (root: Element, firstId = 0, article: Element = root): PagePassage[] =>
  atOnce(findPassagesIn(atOnce(recordPage(article)), root, article, firstId));

/** Whether a record has what is in an element; of what is not to be read it has nothing. */
function holds({ nodes, traits, ends }: PageRecord, element: Element): boolean {
  const at = nodes.indexOf(element);
  return at === 0 || (at > 0 && ((traits[at] as number) & NEVER) === 0) || (ends[at] ?? 0) > at + 1;
}

/**
 * Collects the passages under `root` in steps; none where it stands in what is not read.
 * @param record of the whole document; where that leaves the article out, which a page hides, it is recorded by itself
 */
export function* findPassagesIn(
  record: PageRecord,
  root: Element,
  article: Element,
  firstId = 0,
): Steps<PagePassage[]> {
  if (!holds(record, article)) return yield* findPassagesIn(yield* recordPage(article), root, article, firstId);
  const at = record.nodes.indexOf(root);
  const ancestors = at < 0 ? null : ancestorsWithin(record, at, article);
  if (!ancestors) return [];
  const walked = yield* walk(record, at, root === article ? null : ancestors);
  dropNamedParts(walked, root === article);
  const drafts = walked.drafts.filter(({ dropped }) => !dropped);
  if (root === article && isIndex(walked.drafts, drafts)) return [];
  const repeats = yield* findRepeats(drafts, article);
  return drafts
    .filter((_, i) => !repeats.has(i))
    .map(({ block, heading, text, parts }, i) => ({ id: firstId + i, block, heading, text, parts }));
}

/** A passage with the way back to its nodes; null where it does not stand on the page any more as it was read. */
export function pieceAgain({ text, parts }: PagePassage): PiecedText | null {
  if (parts.some(part => typeof part === 'object' && !part.isConnected)) return null;
  const pieced = pieceTogether(parts);
  return pieced.text === text ? pieced : null;
}

const isParagraph = ({ heading, length, linked }: Draft): boolean => !heading && length - linked >= PARAGRAPH;
const lengthOf = (drafts: readonly Draft[]): number =>
  drafts.reduce((sum, { dropped, length }) => sum + (dropped ? 0 : length), 0);

/**
 * Drops what the site names as another part. A name may also stand on what is around the article ("subscription-content",
 * "has-comments"): such a part holds most of the text and, unless it is a gate, its beginning.
 */
function dropNamedParts({ drafts, parts }: Walked, whole: boolean): void {
  const beginning = whole ? drafts.findIndex(draft => isParagraph(draft) && !draft.dropped) : -1;
  const begins = ({ from, to }: NamedPart) => from <= beginning && beginning < to;
  const drop = ({ from, to }: NamedPart) => {
    for (let i = from; i < to; i++) (drafts[i] as Draft).dropped = true;
  };
  // Others' writing goes first: a long thread of comments must not make the article look like a small part.
  for (const part of parts) if (part.part === 'foreign' && !begins(part)) drop(part);
  const total = lengthOf(drafts);
  let passed = -1;
  for (const part of parts) {
    // Inside one that was dropped nothing is left to judge.
    if (part.from < passed) continue;
    const most = lengthOf(drafts.slice(part.from, part.to)) > total * 0.5;
    if (most && (begins(part) || (part.part === 'gate' && whole))) continue;
    drop(part);
    passed = part.to;
  }
}

/** Whether a page only leads to articles and has none: many links, no paragraph, and hardly any text. */
function isIndex(all: readonly Draft[], kept: readonly Draft[]): boolean {
  if (lengthOf(kept) > INDEX_TEXT) return false;
  const links = all.filter(draft => draft.dropped && leadsAway(draft)).length;
  return links >= 5 && links > kept.length && !kept.some(isParagraph);
}

/** What stands between the article and a part of it, outermost first; null if the part is not read. */
function ancestorsWithin({ nodes, traits, ends }: PageRecord, part: number, article: Element): Element[] | null {
  const start = nodes.indexOf(article);
  if (start < 0 || part < start || part >= (ends[start] as number)) return null;
  const around: number[] = [];
  for (let at = start; at < part; ) {
    const isAround = traits[at] !== TEXT && (ends[at] as number) > part;
    if (isAround) around.push(at);
    at = isAround ? at + 1 : (ends[at] as number);
  }
  const inside = around.slice(1);
  const elements = inside.map(at => nodes[at] as Element);
  if (part === start) return elements;
  const own = [...inside, part];
  if (own.some(at => (traits[at] as number) & NEVER || isPageHeader(nodes[at] as Element))) return null;
  const named = own.filter(at => (traits[at] as number) & NAMED);
  if (named.length === 0) return elements;
  const lengthOf = (at: number) => (nodes[at] as Element).textContent?.length ?? 0;
  const total = lengthOf(start);
  return named.every(at => lengthOf(at) > total * 0.5) ? elements : null;
}
