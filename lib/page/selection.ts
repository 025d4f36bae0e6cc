/** Reads what is selected, with the paragraph that it stands in. */
import type { Span } from '@/lib/reading/types';
import { focusAcross, focusedDocument } from './composed';
import { blockOf } from './exclusions';
import { OWN_HOSTS } from './own-elements';
import { appendText, type GrowingText } from './pieces';
import type { Words } from './placement';

/** A selection in the text of its block, white space collapsed; `words` is where it stands on the page. */
export interface Selected {
  text: string;
  selected: Span;
  words: Words;
}

/** A longer selection is cut: what is looked up is a sentence or a name. A judgement. */
const LONGEST = 600;

const UNREAD = 'script, style, noscript, textarea, select, option, template';
const FIELDS = 'input, textarea, select';

/** The range of the selection, over all its blocks; null where `readSelection` gives none. */
export function selectedRange(document: Document): Range | null {
  const focus = focusAcross(document);
  if (focus?.matches(FIELDS)) return null;
  // Who selects in a frame has mostly nothing in it focused.
  const selection = focusedDocument(document).getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const first = firstText(range);
  const parent = first?.parentElement;
  if (!first || !parent || isEditable(range.commonAncestorContainer) || isEditable(first)) return null;
  return parent.closest(OWN_HOSTS) ? null : range;
}

/**
 * What is selected in the document or, where one of its frames has the focus, in that. Of a selection over several blocks
 * the part in the first one with words counts. Null where nothing is selected, in what can be edited (a person writes
 * there), in what is ours, and in shadow roots, whose selections not all browsers tell.
 */
export function readSelection(document: Document): Selected | null {
  const range = selectedRange(document);
  const parent = range && firstText(range)?.parentElement;
  if (!range || !parent) return null;
  const block = blockOf(parent);
  const grown: GrowingText = { text: '', pieces: [], gap: '', spaced: false };
  for (const node of textsIn(block)) appendText(grown, node);
  const selected = selectedIn(grown, range);
  if (!selected) return null;
  const rects = () => [...range.getClientRects()].filter(({ width }) => width > 0);
  return {
    text: grown.text,
    selected,
    words: {
      getClientRects: rects,
      getBoundingClientRect: () => range.getBoundingClientRect(),
      contextElement: block,
    },
  };
}

function isEditable(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as HTMLElement) : node.parentElement;
  return element?.isContentEditable === true || element?.ownerDocument.designMode === 'on';
}

function* textsIn(root: Node): Generator<Text> {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 4);
  if (root.nodeType === 3) yield root as Text;
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest(UNREAD)) yield node as Text;
}

/** The part of a text node that is selected, or null. */
function partOf(range: Range, node: Text): Span | null {
  if (!range.intersectsNode(node)) return null;
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  return start < end ? { start, end } : null;
}

/** The first text node of which words are selected. */
function firstText(range: Range): Text | null {
  for (const node of textsIn(range.commonAncestorContainer)) {
    const part = partOf(range, node);
    if (part && /\S/.test(node.data.slice(part.start, part.end))) return node;
  }
  return null;
}

/** The place of the selection in a block's text; null where no word of it is selected. */
function selectedIn({ text, pieces }: GrowingText, range: Range): Span | null {
  let start = -1;
  let last = -1;
  for (const piece of pieces) {
    const part = partOf(range, piece.node);
    if (!part) continue;
    const from = Math.max(part.start, piece.nodeStart) - piece.nodeStart;
    const to = Math.min(part.end - piece.nodeStart, piece.length);
    if (from >= to) continue;
    if (start < 0) start = piece.start + from;
    last = piece.start + to;
  }
  const end = Math.min(last, start + LONGEST);
  return start >= 0 && /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}
