/** What the two ways of painting marks have in common. */
import type { Span } from '@/lib/reading/types';

/** A range of one text node to mark. */
export interface PaintRange extends Span {
  id: string;
  /** False for the further parts of a mark that spans several nodes: one mark is one stop for the keyboard. */
  first: boolean;
}

/** Paints marks and takes them away again, leaving exactly the nodes and the text that were there. */
export interface Painter {
  /**
   * Marks ranges of one text node; they must be in order and must not overlap. A node that is marked already, or is gone
   * from the page, is left alone.
   */
  paint(node: Text, ranges: readonly PaintRange[]): void;
  /** Takes the marks of one node away. */
  clear(node: Text): void;
  clearAll(): void;
  /** Whether it has marks in this text node of the page. */
  paints(node: Text): boolean;
  /** The page's text node that a node which painting put in belongs to, text between marks included; else null. */
  ownerOf(node: Node): Text | null;
  /**
   * Looks at what the page has just done, and takes away the marks that it changed, moved or removed, or whose text it
   * did. Must be told of all mutations but our own.
   * @returns the text nodes of the page that have no marks any more
   */
  mend(records: readonly MutationRecord[]): Text[];
}
