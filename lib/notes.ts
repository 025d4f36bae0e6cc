/** A reader's note: its text, its tags, and what it is tied to. Plain data; lib/store/notes.ts keeps it. */
import type { Figure, FigureKind, Interval, Period } from './reading/types';

/** A page that a note is tied to, as it was when the note was made. */
export interface PageTie {
  /** Without its fragment and without what only tracks (`pageAddress` in lib/hidden.ts). */
  address: string;
  title: string;
  /** ISO date of the page, or null where it gave none. */
  published: string | null;
}

/** A passage of the page, by the W3C Web Annotation selectors that find it again: its quote with context, and its position. */
export interface PassageTie {
  /** The passage as it stood on the page, white space as in the text (TextQuoteSelector). */
  exact: string;
  /** What stood before and behind it, up to 64 characters of the page's text each. */
  prefix: string;
  suffix: string;
  /** UTF-16 offsets into the page's text (TextPositionSelector), end exclusive. */
  start: number;
  end: number;
}

/** A figure that was noted, as it was read. */
export interface NotedFigure extends Interval {
  /** The page's own words. */
  text: string;
  kind: FigureKind;
  unit: string | null;
  period: Period | null;
}

/** A figure as a note keeps it. @param period the one that its sentence tells, where that is not the figure's own */
export function notedFigure(figure: Figure, period: Period | null = figure.period): NotedFigure {
  const { text, kind, unit, low, high, qualifier } = figure;
  return { text, kind, unit, low, high, qualifier, period };
}

/** What a note is tied to; all of it may be empty. */
export interface Ties {
  claims: string[];
  entities: string[];
  sources: string[];
  page: PageTie | null;
  passage: PassageTie | null;
  figure: NotedFigure | null;
}

/** Tied to nothing. */
export const NO_TIES: Readonly<Ties> = {
  claims: [],
  entities: [],
  sources: [],
  page: null,
  passage: null,
  figure: null,
};

export interface Note {
  /** A random UUID: notes of several machines never meet by chance. */
  id: string;
  /** Markdown. */
  text: string;
  /** As the reader wrote them, without "#", each once. */
  tags: string[];
  ties: Ties;
  /** ISO instants. */
  made: string;
  changed: string;
  /** Greater with each save: whoever saves names the one that was edited, so that no other edit is overwritten unseen. */
  revision: number;
  /** When it was put into the bin (ISO instant), or null. */
  deleted: string | null;
}

/** Text that is equal for equal plain data, whatever the order of its fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Whether two notes say the same: text, tags (in any order) and ties. When and how often they were saved does not count. */
export function sameContent(a: Pick<Note, 'text' | 'tags' | 'ties'>, b: Pick<Note, 'text' | 'tags' | 'ties'>): boolean {
  return (
    a.text === b.text &&
    canonical(a.tags.toSorted()) === canonical(b.tags.toSorted()) &&
    canonical(a.ties) === canonical(b.ties)
  );
}

/** How a note's passage stands on its page: as it was, with other words or elsewhere, or nowhere that is sure (lib/page/anchor.ts). */
export type PlacementState = 'placed' | 'moved' | 'unplaced';
