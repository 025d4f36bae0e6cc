/** Reads figures with the periods that their sentences tell for them. */
import { findFigures } from './figures/find-figures.ts';
import { linkPeriods } from './link-periods.ts';
import { distribute } from './matching/evidence.ts';
import { findPeriods } from './periods.ts';
import type { Figure, Span } from './types.ts';

/**
 * The figures of a text, in order, each with its period where its sentence tells one. Sentences without a figure are not
 * searched for periods: that would cost a third of the time of reading for nothing.
 * @param day the ISO date of the page, for periods that are counted from it; null when unknown
 */
export function readFigures(text: string, sentences: readonly Span[], day: string | null): Figure[] {
  const figures = findFigures(text);
  const inEach = distribute(figures, sentences);
  // A line that opens a list may hold its time.
  const holding = sentences.filter(({ end }, i) => inEach[i]?.length || (text[end - 1] === ':' && text[end] === '\n'));
  return linkPeriods(text, holding, figures, findPeriods(text, day, holding));
}
