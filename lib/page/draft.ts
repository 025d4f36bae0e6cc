/** A passage while it is read and before it is judged. */
import type { Line } from './lines.ts';
import { appendPart, type GrowingText, type TextPart } from './pieces.ts';

/** A line of the page with what the walk knows of it. */
export interface Draft extends Line {
  block: Element;
  /** What the line is made of. */
  parts: TextPart[];
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

/** Whether almost all of a line leads to other pages. */
export const leadsAway = (draft: Draft): boolean => draft.leadsAway >= draft.length * 0.9;

/** What stands around a part of a line, as bits. */
export const LINKED = 1;
export const AWAY = 2;
export const TIMED = 4;
export const SIGNED = 8;

/** A line that still grows: its text is put together once, when it ends. */
export interface OpenLine {
  draft: Draft;
  /** The text as it is in the page. */
  raw: string;
  /** Of each part the bits of what stands around it. */
  around: number[];
}

/** White space that `raw` shows and a reader does not; beside a no-break space a space is decided on part by part. */
const COLLAPSING = /[\t\n\r\f]| {2}|[^\S ] /;

/** Adds a text node's words. `length` is that of its text without white space at its ends. */
export function addText(line: OpenLine, node: Text, text: string, length: number, around: number): void {
  const { draft } = line;
  line.raw += text;
  if (length === 0) {
    if (text !== '') addGap(line, ' ');
    return;
  }
  draft.parts.push(node);
  line.around.push(around);
  count(draft, length, around);
}

/** Adds white space that stands in no node with words. */
export function addGap({ draft, around }: OpenLine, gap: ' ' | '\n'): void {
  draft.parts.push(gap);
  around.push(0);
}

/** Ends a line: gives it its text. */
export function endLine({ draft, raw, around }: OpenLine): void {
  if (!COLLAPSING.test(raw)) {
    const start = raw.startsWith(' ') ? 1 : 0;
    draft.text = raw.slice(start, raw.endsWith(' ') ? -1 : undefined);
    return;
  }
  const grown: GrowingText = { text: '', pieces: [], gap: '', spaced: false };
  draft.length = draft.linked = draft.leadsAway = draft.timed = draft.signed = 0;
  draft.parts.forEach((part, i) => {
    count(draft, appendPart(grown, part), around[i] as number);
  });
  draft.text = grown.text;
}

function count(draft: Draft, length: number, around: number): void {
  draft.length += length;
  if (around === 0) return;
  if (around & LINKED) draft.linked += length;
  if (around & AWAY) draft.leadsAway += length;
  if (around & TIMED) draft.timed += length;
  if (around & SIGNED) draft.signed += length;
}
