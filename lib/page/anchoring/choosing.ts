/** Weighs the places that a quote may stand at, and chooses the one where it does. */
import type { Span } from '@/lib/reading/types';
import { agreementOfContext, agreementOfQuote, likestPart } from './agreement.ts';
import type { Candidate, Quote } from './candidates.ts';

// Judgements, held by the mutations in ../anchor.test.ts.
/** So many characters must agree: a phrase of this length is said once, a shorter one may be said anywhere. */
export const NEEDED = 64;
/** So many more must agree than at the next best place. */
const AHEAD = 16;
/** Changed words need so much of their context on one side … */
const CONTEXT_OF_CHANGED = 24;
/** … unless they are hardly changed, and many. */
const HARDLY_CHANGED = 0.1;
/** So much of the context on one side makes it the same place. */
const SAME_PLACE = 16;
/** Of places that are alike in all, one counts that is so many times nearer to the old one than any other. */
const NEARER = 8;
/** What hangs over at an end, where a part of the quote was cut, is taken off from this length on; less is a changed word. */
const OVERHANG = 12;
/** … or from this share of the quote on. */
const OVERHANG_SHARE = 0.25;

export interface Weighed extends Candidate {
  /** Characters that agree: of the context before, behind, and of all together. */
  before: number;
  behind: number;
  agreement: number;
}

/** Weighs a candidate by its words and by what stands around it. */
export function weigh(candidate: Candidate, { exact, prefix, suffix }: Quote, text: string): Weighed {
  const before = agreementOfContext(prefix, text, candidate.start, -1);
  const behind = agreementOfContext(suffix, text, candidate.end, 1);
  const agreement = agreementOfQuote(exact.length, candidate.errors) + before + behind;
  return { ...candidate, before, behind, agreement };
}

/** The place that is ahead of all others, or null. */
export function choose(weighed: readonly Weighed[]): Weighed | null {
  const best = weighed.reduce<Weighed | null>((a, b) => (a && a.agreement >= b.agreement ? a : b), null);
  if (!best || best.agreement < NEEDED) return null;
  const length = best.end - best.start;
  const isKnown = Math.max(best.before, best.behind) >= CONTEXT_OF_CHANGED;
  const isHardlyChanged = length >= NEEDED && best.errors <= length * HARDLY_CHANGED;
  if (best.errors > 0 && !isKnown && !isHardlyChanged) return null;
  const isRival = ({ start, end, agreement }: Weighed) =>
    (end <= best.start || start >= best.end) && agreement > best.agreement - AHEAD;
  return weighed.some(isRival) ? null : best;
}

/** Of several places that are alike in all that was noted, the one where the passage was; null where that does not tell. */
export function nearest(same: readonly Weighed[], { start }: Quote): Weighed | null {
  const far = (one: Weighed) => Math.abs(one.start - start);
  const [first, second] = [...same].sort((a, b) => far(a) - far(b));
  if (!first) return null;
  return !second || far(first) * NEARER < far(second) ? first : null;
}

/** Whether a place has the same words beside at least some of the same words. */
export const isSamePlace = ({ errors, before, behind }: Weighed): boolean =>
  errors === 0 && Math.max(before, behind) >= SAME_PLACE;

/** What is like a quote has its length, even where a part of it was cut and other text has come up to the rest. */
export function withoutOverhang({ start, end }: Candidate, exact: string, text: string): Span {
  const like = likestPart(exact, text.slice(start, end));
  const least = Math.min(OVERHANG, exact.length * OVERHANG_SHARE);
  return {
    start: like.start < least ? start : start + like.start,
    end: end - start - like.end < least ? end : start + like.end,
  };
}

/** Longer runs of letters are no words that a box should grow by: some scripts put no spaces between theirs. A judgement. */
const LONGEST_WORD = 30;
const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign);

/** A place grown to the words that it begins and ends in, without white space at its ends. */
export function toWholeWords({ start, end }: Span, text: string): Span {
  let [from, to] = [start, end];
  while (from > 0 && start - from < LONGEST_WORD && isLetter(text[from - 1]) && isLetter(text[from])) from--;
  while (to < text.length && to - end < LONGEST_WORD && isLetter(text[to - 1]) && isLetter(text[to])) to++;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
