/** Chooses the words of a statement to mark. */
import type { Span } from '../types.ts';

// A longer underline would shout (a judgement).
const LONGEST_MARK = 60;

const length = ({ start, end }: Span) => end - start;

/** The place of `places` that is nearest to `to`. There must be one. */
export function nearest<T extends Span>(places: readonly T[], to: Span): T {
  const gap = (place: Span) => Math.max(0, place.start - to.end, to.start - place.end);
  return places.reduce((best, place) => (gap(place) < gap(best) ? place : best));
}

/**
 * What to mark of a statement without a figure: the shortest stretch that has a place of every group; where that is too
 * long to be quiet the same of the `telling` groups alone, and at last the longest single place.
 */
export function tightest(
  groups: readonly (readonly Span[])[],
  sentence: Span,
  telling: readonly (readonly Span[])[] = [],
  longest = LONGEST_MARK,
): Span {
  const first = groups[0];
  if (!first) return { start: sentence.start, end: sentence.end };
  const around = (anchor: Span): Span => {
    const places = groups.map(group => nearest(group, anchor));
    return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
  };
  const shortest = first.map(around).reduce((best, stretch) => (length(stretch) < length(best) ? stretch : best));
  if (length(shortest) <= longest) return shortest;
  if (telling.length > 0) return tightest(telling, sentence);
  const single = groups.flat().reduce((best, place) => (length(place) > length(best) ? place : best));
  return { start: single.start, end: single.end };
}
