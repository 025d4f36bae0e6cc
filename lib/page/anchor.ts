/**
 * Finds a noted passage again in a page's text, or says that it is not there. Where else a note would be shown beside words
 * that it is not about, it stays unplaced: a wrong place is worse than none.
 *
 * The order is Hypothesis' (exact words, then their position, then something like them, each weighed with its context), the
 * measure our own: how many characters of quote, prefix and suffix agree, which must be enough in number and clearly more
 * than at any other place.
 */
import type { PassageTie } from '@/lib/notes';
import type { Span } from '@/lib/reading/types';
import { agreementOfContext, agreementOfQuote, likestPart } from './anchoring/agreement.ts';
import { bracketedPlaces, type Candidate, exactPlaces, likePlaces, type Quote } from './anchoring/candidates.ts';
import { fold, foldInSteps } from './anchoring/fold.ts';
import type { Steps } from './slices.ts';

/**
 * - `placed`: the same words beside at least some of the same words, wherever on the page they are by now.
 * - `moved`: other words in the same place, or the same ones in another place.
 * - `unplaced`: the passage has gone, or may stand in several places, or there was no time to look for it.
 *
 * `start` and `end` are UTF-16 offsets into the page's text; `score` is from 0 to 1.
 */
export type Placement =
  | { state: 'placed' | 'moved'; start: number; end: number; score: number }
  | { state: 'unplaced' };

const UNPLACED: Placement = { state: 'unplaced' };

// Judgements, held by the mutations in anchor.test.ts.
/** So many characters must agree: a phrase of this length is said once, a shorter one may be said anywhere. */
const NEEDED = 64;
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
/** Longer quotes are found by their two ends. */
const LONGEST = 256;
const END = 128;
const CONTEXT = 64;
/** A long quote may shrink and grow so far between its ends. */
const LEAST_LEFT = 0.5;
const MOST_GROWN = 1.5;
/** What hangs over at an end, where a part of the quote was cut, is taken off from this length on; less is a changed word. */
const OVERHANG = 12;
/** … or from this share of the quote on. */
const OVERHANG_SHARE = 0.25;

/** What parts count for in the score, after the weights that Hypothesis has published for its own. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

interface Weighed extends Candidate {
  /** Characters that agree: of the context before, behind, and of all together. */
  before: number;
  behind: number;
  agreement: number;
}

/**
 * Finds a passage in a text, in steps.
 * @param text the page's text, folded (`foldInSteps`)
 * @param hasTime asked before what takes long; false leaves it out, and with it what only that would have found
 */
export function* findPassage(text: string, tie: PassageTie, hasTime: () => boolean): Steps<Placement> {
  const quote: Quote = {
    exact: fold(tie.exact),
    prefix: fold(tie.prefix),
    suffix: fold(tie.suffix),
    start: tie.start,
  };
  const found = yield* findQuote(text, quote, hasTime);
  return found ?? UNPLACED;
}

type Found = Exclude<Placement, { state: 'unplaced' }>;

function* findQuote(text: string, quote: Quote, hasTime: () => boolean): Steps<Found | null> {
  const { exact, prefix, suffix } = quote;
  if (exact.trim() === '') return null;
  const whole = exact.length + prefix.length + suffix.length;
  const weighed: Weighed[] = [];
  for (const candidate of exactPlaces(quote, text)) {
    weighed.push(weigh(candidate, quote, text));
    if (weighed.length % 8 === 0) yield;
  }
  yield;
  // As it was, with all that stood around it: there is nothing better to look for.
  const same = weighed.filter(({ agreement }) => agreement === whole);
  if (same.length > 0 && whole >= NEEDED) return result(nearest(same, quote), quote, text);
  if (exact.length > LONGEST) {
    const chosen = choose(weighed);
    return chosen ? result(chosen, quote, text) : yield* findByEnds(text, quote, hasTime);
  }
  if (!hasTime()) return null;
  for (const candidate of yield* bracketedPlaces(quote, text)) weighed.push(weigh(candidate, quote, text));
  for (const candidate of yield* likePlaces(quote, text)) {
    weighed.push(weigh(candidate, quote, text));
    yield;
    if (!hasTime()) return null;
  }
  return result(choose(weighed), quote, text);
}

/** Long quotes take long to compare: what stands between their ends is theirs, as long as it has about their length. */
function* findByEnds(text: string, quote: Quote, hasTime: () => boolean): Steps<Found | null> {
  const { exact, prefix, suffix, start } = quote;
  const last = exact.length - END;
  const head = yield* findQuote(
    text,
    { exact: exact.slice(0, END), prefix, suffix: exact.slice(END, END + CONTEXT), start },
    hasTime,
  );
  if (!head) return null;
  const tail = yield* findQuote(
    text,
    { exact: exact.slice(last), prefix: exact.slice(last - CONTEXT, last), suffix, start: start + last },
    hasTime,
  );
  if (!tail || tail.end <= head.start) return null;
  const share = (tail.end - head.start) / exact.length;
  if (share < LEAST_LEFT || share > MOST_GROWN) return null;
  return { state: 'moved', start: head.start, end: tail.end, score: (head.score + tail.score) / 2 };
}

function weigh(candidate: Candidate, { exact, prefix, suffix }: Quote, text: string): Weighed {
  const before = agreementOfContext(prefix, text, candidate.start, -1);
  const behind = agreementOfContext(suffix, text, candidate.end, 1);
  const agreement = agreementOfQuote(exact.length, candidate.errors) + before + behind;
  return { ...candidate, before, behind, agreement };
}

/** The place that is ahead of all others, or null. */
function choose(weighed: readonly Weighed[]): Weighed | null {
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
function nearest(same: readonly Weighed[], { start }: Quote): Weighed | null {
  const far = (one: Weighed) => Math.abs(one.start - start);
  const [first, second] = [...same].sort((a, b) => far(a) - far(b));
  if (!first) return null;
  return !second || far(first) * NEARER < far(second) ? first : null;
}

function result(chosen: Weighed | null, { exact, prefix, suffix, start }: Quote, text: string): Found | null {
  if (!chosen) return null;
  const share = (of: number, all: number) => (all === 0 ? 1 : of / all);
  const score =
    WEIGHTS.quote * (1 - share(chosen.errors, exact.length)) +
    WEIGHTS.prefix * share(chosen.before, prefix.length) +
    WEIGHTS.suffix * share(chosen.behind, suffix.length) +
    WEIGHTS.position * (1 - share(Math.abs(chosen.start - start), Math.max(text.length, start)));
  const isSame = chosen.errors === 0 && Math.max(chosen.before, chosen.behind) >= SAME_PLACE;
  return {
    state: isSame ? 'placed' : 'moved',
    ...(chosen.errors === 0 ? { start: chosen.start, end: chosen.end } : withoutOverhang(chosen, exact, text)),
    score: score / Object.values(WEIGHTS).reduce((sum, weight) => sum + weight),
  };
}

/** What is like a quote has its length, even where a part of it was cut and other text has come up to the rest. */
function withoutOverhang({ start, end }: Candidate, exact: string, text: string): Span {
  const like = likestPart(exact, text.slice(start, end));
  const least = Math.min(OVERHANG, exact.length * OVERHANG_SHARE);
  return {
    start: like.start < least ? start : start + like.start,
    end: end - start - like.end < least ? end : start + like.end,
  };
}

/** Milliseconds of work that a page's notes may take, pauses not counted. A judgement: a reader has gone on by then. */
const BUDGET = 2000;

/**
 * Finds passages in a page's text, in steps, in their order. First all are looked for by their words alone, which is quick;
 * then what was changed, as long as the budget lasts. `inSlices` runs it beside the page.
 * @param budget milliseconds of work
 */
export function* findPassages(text: string, ties: readonly PassageTie[], budget = BUDGET): Steps<Placement[]> {
  let left = budget;
  const folded = yield* counted(foldInSteps(text));
  const placements: Placement[] = [];
  for (const tie of ties) placements.push(yield* counted(findPassage(folded, tie, () => false)));
  for (const [i, tie] of ties.entries())
    if (placements[i]?.state === 'unplaced' && left > 0)
      placements[i] = yield* counted(findPassage(folded, tie, () => left > 0));
  return placements;

  /** Runs steps, and takes their time off the budget. */
  function* counted<T>(steps: Steps<T>): Steps<T> {
    for (;;) {
      const start = performance.now();
      const { done, value } = steps.next();
      left -= performance.now() - start;
      if (done) return value;
      yield;
    }
  }
}
