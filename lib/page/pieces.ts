/** The text of a passage and the way back from it to the page's text nodes. */
import type { Span } from '@/lib/reading/types';

/** A run of a text node's characters that stands in a passage's text unchanged. */
export interface Piece {
  node: Text;
  /** Where the piece starts in the node, in the passage's text, and how long it is. */
  nodeStart: number;
  start: number;
  length: number;
}

/** A text whose places lead back to the page; `text` has white space collapsed, as a reader sees it. */
export interface PiecedText {
  text: string;
  /** Pieces of text nodes in the order of `text`. */
  pieces: Piece[];
}

/** What a text is made of: a text node with words, white space of its own, or the end of a line. */
export type TextPart = Text | ' ' | '\n';

/** A text under construction. */
export interface GrowingText extends PiecedText {
  /** What will stand before the next word. Kept apart, so that a text never has to be cut, nor read while it grows. */
  gap: '' | ' ' | '\n';
  /** Whether it ends with white space that is kept: a no-break space is part of the word that it ends. */
  spaced: boolean;
}

/** A part of one text node. */
export interface NodeRange extends Span {
  node: Text;
}

/** White space that a reader sees as one space or as none. */
const COLLAPSING = /[\t\n\r\f]| {2}/;

/**
 * Adds a text node's words, each run of white space as one space. Words with just a space between them make one piece.
 * Gives the number of characters in the pieces.
 */
export function appendText(to: GrowingText, node: Text): number {
  const { data } = node;
  if (!COLLAPSING.test(data)) {
    const start = data.startsWith(' ') ? 1 : 0;
    const end = data.endsWith(' ') ? data.length - 1 : data.length;
    if (start > 0) appendSpace(to);
    if (end > start) appendPiece(to, node, start, data.slice(start, end));
    if (end < data.length) appendSpace(to);
    return Math.max(0, end - start);
  }
  const runs = /[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*/g;
  let last = 0;
  let length = 0;
  for (let run = runs.exec(data); run; run = runs.exec(data)) {
    if (run.index > last) appendSpace(to);
    appendPiece(to, node, run.index, run[0]);
    length += run[0].length;
    last = runs.lastIndex;
  }
  if (last < data.length) appendSpace(to);
  return length;
}

function appendPiece(to: GrowingText, node: Text, nodeStart: number, words: string): void {
  to.text += to.gap;
  to.gap = '';
  to.pieces.push({ node, nodeStart, start: to.text.length, length: words.length });
  to.text += words;
  const last = words.charCodeAt(words.length - 1);
  to.spaced = last > 127 ? /\s/.test(words.slice(-1)) : last <= 32;
}

/** Adds a space unless there is white space already. */
export function appendSpace(to: GrowingText): void {
  if (to.pieces.length > 0 && to.gap === '' && !to.spaced) to.gap = ' ';
}

/** Ends the line. */
export function appendLineBreak(to: GrowingText): void {
  if (to.pieces.length > 0) to.gap = '\n';
}

/** Adds a part and gives the number of characters in its pieces. */
export function appendPart(to: GrowingText, part: TextPart): number {
  if (part === ' ') appendSpace(to);
  else if (part === '\n') appendLineBreak(to);
  else return appendText(to, part);
  return 0;
}

/** The text that parts make as they are now, with the way back to them. */
export function pieceTogether(parts: readonly TextPart[]): PiecedText {
  const grown: GrowingText = { text: '', pieces: [], gap: '', spaced: false };
  for (const part of parts) appendPart(grown, part);
  return grown;
}

/** The parts of text nodes that a span of the passage's text stands in, one for each node, in order. */
export function nodeRanges(passage: Readonly<PiecedText>, { start, end }: Span): NodeRange[] {
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
