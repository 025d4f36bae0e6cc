/**
 * The page's text as one string, for what is kept by its place in it: passages with notes.
 *
 * It is all that a reader can see and select, not the article alone: what is the article is a judgement, which a new version
 * may make anew, and then no offset would be what it was. It reads:
 * - open shadow roots and same-origin frames in their places, and what is closed but can be opened (`<details>`);
 * - each run of white space as one space, none at the ends of a line; a line for each block by its element's name, whatever
 *   its layout is, and for each `<br>`;
 * - nothing of scripts, fields, what can be edited (a person writes there), what the browser does not show, and of our own
 *   elements; our marks, however they cut the page's text nodes, are page text and change nothing.
 */
import type { Span } from '@/lib/reading/types';
import { DEEPEST, type Inside, walkThrough } from './composed.ts';
import { isBlock, isInvisible } from './exclusions.ts';
import { OWN_HOSTS } from './own-elements.ts';
import { appendLineBreak, appendText, type GrowingText, type PiecedText } from './pieces.ts';
import type { Steps } from './slices.ts';
import { isClosed } from './walk.ts';

const WITHOUT_TEXT = new Set(
  'script style noscript template textarea select option datalist input object embed canvas video audio head title'.split(
    ' ',
  ),
);

/** What is handed down: whether something around it is closed. */
interface Place {
  closed: boolean;
}

/** Reads the whole text under the document's body, in steps; takes time in proportion to the page. Empty without a body. */
export function* readPageText(document: Document): Steps<PiecedText> {
  const text: GrowingText = { text: '', pieces: [], gap: '', spaced: false };
  const { body } = document;
  if (!body) return text;

  function enter(element: Element, place: Place, depth: number): Inside<Place> | null {
    if (element.localName === 'br') appendLineBreak(text);
    const block = isBlock(element);
    if (block) appendLineBreak(text);
    const closed = place.closed || isClosed(element);
    if (depth > DEEPEST || isLeftOut(element) || (block && isInvisible(element, closed))) return null;
    return {
      place: closed === place.closed ? place : { closed },
      leave: block ? () => appendLineBreak(text) : () => {},
    };
  }

  yield* walkThrough(body, { closed: false }, node => void appendText(text, node), enter);
  return { text: text.text, pieces: text.pieces };
}

/** Whether nothing in an element is text that a reader selects. */
function isLeftOut(element: Element): boolean {
  if (WITHOUT_TEXT.has(element.localName) || element.matches(OWN_HOSTS)) return true;
  if (!element.hasAttributes()) return false;
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Where in the page's text a range lies, white space at its ends left out; null where no word of it is text of the page. */
export function spanOfRange({ text, pieces }: PiecedText, range: Range): Span | null {
  let start = -1;
  let end = -1;
  let node: Text | null = null;
  let isIn = false;
  for (const piece of pieces) {
    if (piece.node !== node) {
      node = piece.node;
      isIn = range.intersectsNode(node);
    }
    if (!isIn) continue;
    const from = node === range.startContainer ? Math.max(0, range.startOffset - piece.nodeStart) : 0;
    const to = node === range.endContainer ? Math.min(piece.length, range.endOffset - piece.nodeStart) : piece.length;
    if (from >= to) continue;
    if (start < 0) start = piece.start + from;
    end = piece.start + to;
  }
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return start < end ? { start, end } : null;
}
