/** Reads figures with the periods that their sentences tell for them. */
import { findFigures } from './figures/find-figures.ts';
import { readingOf } from './figures/normalise.ts';
import { linkPeriods } from './link-periods.ts';
import type { CompiledClaim } from './matching/claim-index.ts';
import { distribute } from './matching/evidence.ts';
import { measureFit } from './matching/fit-figure.ts';
import { inFigures } from './patterns.ts';
import { findPeriods } from './periods.ts';
import type { Figure, Period, Span } from './types.ts';

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
  inFigures.ready();
  const reading = readingOf(text);
  const figures = findFigures(text, reading);
  const inEach = distribute(figures, sentences);
  const holding = sentences.filter((_, i) => {
    const here = inEach[i] ?? [];
    if (!claims) return here.length > 0;
    return claims[i]?.some(claim => here.some(figure => measureFit(claim, figure) > 0));
  });
  return linkPeriods(text, holding, figures, findPeriods(text, day, holding, reading));
}

/** The longest item of a list. A judgement. */
const LONGEST_ITEM = 160;
const SAYS = /\b(?:said|says|told|wrote|asked|replied|added)\b/;

/**
 * The period that a passage lends to the list that it opens ("Returns in June 2025:"): the only one of its last sentence;
 * null where it opens none, or what somebody says.
 */
export function periodOfList(text: string, sentences: readonly Span[], day: string | null): Period | null {
  const last = sentences.at(-1);
  if (!last || !text.endsWith(':') || SAYS.test(text.slice(last.start))) return null;
  const [only, another] = findPeriods(text, day, [last]);
  return only && !another ? { from: only.from, to: only.to } : null;
}

/** May a passage be an item of the list that the one before it opened or went on with? It then ends without a stop. */
export function isListed(text: string, sentences: readonly Span[]): boolean {
  return text.length <= LONGEST_ITEM && sentences.length === 1 && !/^["'“‘]|[.!?]$/.test(text);
}
