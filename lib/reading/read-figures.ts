/** Reads figures with the periods that their sentences tell for them. */
import { findFigures } from './figures/find-figures.ts';
import { linkPeriods } from './link-periods.ts';
import type { CompiledClaim } from './matching/claim-index.ts';
import { distribute } from './matching/evidence.ts';
import { measureFit } from './matching/fit-figure.ts';
import { findPeriods } from './periods.ts';
import type { Figure, Span } from './types.ts';

/**
 * The figures of a text, in order, each with its period where its sentence tells one. Sentences without a figure are not
 * searched for periods: that would cost a third of the time of reading for nothing.
 * @param day the ISO date of the page, for periods that are counted from it; null when unknown
 * @param claims by sentence: those that a reader wants figures for; a text without any is not read, and sentences without a
 *   figure for one of theirs are not searched for periods. Null for all figures and periods
 */
export function readFigures(
  text: string,
  sentences: readonly Span[],
  day: string | null,
  claims: readonly CompiledClaim[][] | null = null,
): Figure[] {
  if (claims?.every(some => some.length === 0)) return [];
  const figures = findFigures(text);
  const inEach = distribute(figures, sentences);
  // A line that opens a list may hold the time of all its items.
  const opensList = ({ end }: Span) => text[end - 1] === ':' && text[end] === '\n';
  const wanted = sentences.some(opensList) ? null : claims;
  const holding = sentences.filter((sentence, i) => {
    const here = inEach[i] ?? [];
    if (!wanted) return here.length > 0 || opensList(sentence);
    return wanted[i]?.some(claim => here.some(figure => measureFit(claim, figure) > 0));
  });
  return linkPeriods(text, holding, figures, findPeriods(text, day, holding));
}
