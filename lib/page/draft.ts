/** A passage before it is judged. */
import type { Line } from './lines.ts';
import type { GrowingText } from './pieces.ts';

/** A line of the page with what the walk knows of it. */
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

/** Whether almost all of a line leads to other pages. */
export const leadsAway = (draft: Draft): boolean => draft.leadsAway >= draft.length * 0.9;
