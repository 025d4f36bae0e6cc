/** Finds the article's passages on a page and keeps the way back from their text to the page's text nodes. */
import { findArticle, walkToArticle } from './article.ts';
import { parentAcross } from './composed.ts';
import { type Draft, leadsAway } from './draft.ts';
import { isNeverRead, isPageHeader, partByName } from './exclusions.ts';
import { nodeRanges, type PiecedText } from './pieces.ts';
import { findRepeats } from './repeats.ts';
import { atOnce, type Steps } from './slices.ts';
import { type NamedPart, type Walked, walk } from './walk.ts';

export { findArticle, nodeRanges, walkToArticle };

/** One block of page text. */
export interface PagePassage extends PiecedText {
  id: number;
  block: Element;
  /** Whether it is a heading: read, but kept free of all but statements. */
  heading: boolean;
}

/** So many characters make a paragraph; shorter lines may be anything. */
const PARAGRAPH = 80;
/** Headings and labels of a page of links come to less; paragraphs of a Chinese article to more. */
const INDEX_TEXT = 300;

/**
 * Collects the passages under `root`, in the order of the page. Open shadow roots and same-origin frames are read in
 * place.
 * @param firstId the number of the first passage; they count up from there
 * @param article the article that `root` is a part of
 */
export const findPassages = (root: Element, firstId = 0, article: Element = root): PagePassage[] =>
  atOnce(walkPassages(root, firstId, article));

/** Collects the passages in steps. */
export function* walkPassages(root: Element, firstId = 0, article: Element = root): Steps<PagePassage[]> {
  const ancestors = ancestorsWithin(root, article);
  if (!ancestors) return [];
  const walked = yield* walk(root, root === article ? null : ancestors);
  dropNamedParts(walked, root === article);
  const drafts = walked.drafts.filter(({ dropped }) => !dropped);
  if (root === article && isIndex(walked.drafts, drafts)) return [];
  const repeats = yield* findRepeats(
    drafts.map(({ text, block, heading, cell, apart }) => ({ text, block, apart, exempt: heading || cell })),
    article,
  );
  return drafts
    .filter((_, i) => !repeats.has(i))
    .map(({ block, heading, text, pieces }, i) => ({ id: firstId + i, block, heading, text, pieces }));
}

/** Whether a passage still stands on the page as it was read. */
export function isStill({ text, pieces }: PagePassage): boolean {
  // Firefox makes a new copy of a node's text each time it is asked for it.
  const texts = new Map<Text, string>();
  return pieces.every(({ node, nodeStart, start, length }) => {
    const data = texts.get(node) ?? (node.isConnected ? node.data : '');
    texts.set(node, data);
    return data.startsWith(text.slice(start, start + length), nodeStart);
  });
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
function ancestorsWithin(root: Element, article: Element): Element[] | null {
  if (root === article) return [];
  const ancestors: Element[] = [];
  for (let at = parentAcross(root); at && at !== article; at = parentAcross(at)) ancestors.unshift(at);
  const around = [...ancestors, root];
  if (around.some(element => isNeverRead(element) || isPageHeader(element))) return null;
  const named = around.filter(element => partByName(element) !== null);
  if (named.length === 0) return ancestors;
  const total = article.textContent?.length ?? 0;
  return named.every(element => (element.textContent?.length ?? 0) > total * 0.5) ? ancestors : null;
}
