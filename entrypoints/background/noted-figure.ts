/** Reads the figure that a reader notes, whether or not the store knows anything of it. */
import { type NotedFigure, notedFigure, type PassageTie } from '@/lib/notes';
import { readFigures } from '@/lib/reading/read-figures';
import { findSentences } from '@/lib/reading/sentences';

/**
 * The figure that a passage holds or is part of, with the period that its surroundings tell; null where it has none, or
 * several: which of them is meant only the reader knows.
 * @param day the ISO date of the page, or null
 */
export function figureIn({ prefix, exact, suffix }: PassageTie, day: string | null): NotedFigure | null {
  const text = prefix + exact + suffix;
  const [from, to] = [prefix.length, prefix.length + exact.length];
  const figures = readFigures(text, findSentences(text), day).filter(({ start, end }) => start < to && from < end);
  const [figure] = figures;
  return figure && figures.length === 1 ? notedFigure(figure) : null;
}
