/**
 * Finds a noted passage again in a page's text, or says that it is not there. Where else a note would be shown beside words
 * that it is not about, it stays unplaced: a wrong place is worse than none.
 *
 * The order is Hypothesis' (exact words, then their position, then something like them, each weighed with its context), the
 * measure our own: how many characters of quote, prefix and suffix agree, which must be enough in number and clearly more
 * than at any other place.
 */
import type { PassageTie } from '@/lib/notes';
import { bracketedPlaces, exactPlaces, likePlaces, type Quote } from './anchoring/candidates.ts';
import {
  choose,
  isSamePlace,
  NEEDED,
  nearest,
  toWholeWords,
  type Weighed,
  weigh,
  withoutOverhang,
} from './anchoring/choosing.ts';
import { fold, foldInSteps } from './anchoring/fold.ts';
import type { Steps } from './slices.ts';

/**
 * - `placed`: the same words beside at least some of the same words, wherever on the page they are by now.
 * - `moved`: other words in the same place, or the same ones in another place.
 * - `unplaced`: the passage has gone, or may stand in several places, or there was no time to look for it.
 *
 * `start` and `end` are UTF-16 offsets into the page's text; `score` is the share of what was noted that agrees, up to 1.
 */
export type Placement =
  | { state: 'placed' | 'moved'; start: number; end: number; score: number }
  | { state: 'unplaced' };

const UNPLACED: Placement = { state: 'unplaced' };

// Judgements, held by the mutations in anchor.test.ts.
/** Longer quotes are found by their two ends. */
const LONGEST = 256;
const END = 128;
const CONTEXT = 64;
/** A long quote may shrink and grow so far between its ends: a paragraph that was put between them is hardly its own. */
const LEAST_LEFT = 0.5;
const MOST_GROWN = 1.25;

/**
 * Finds a passage in a text, in steps.
 * @param text the page's text, folded (`foldInSteps`)
 * @param hasTime asked before what takes long; false leaves it out, and with it what only that would have found
 */
function* findPassage(text: string, tie: PassageTie, hasTime: () => boolean): Steps<Placement> {
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

/** What is told of a place: its extent, and the share of the quote's and its context's characters that agree. */
function result(chosen: Weighed | null, { exact, prefix, suffix }: Quote, text: string): Found | null {
  if (!chosen) return null;
  const { start, end } = chosen.errors === 0 ? chosen : toWholeWords(withoutOverhang(chosen, exact, text), text);
  const score = chosen.agreement / (exact.length + prefix.length + suffix.length);
  return { state: isSamePlace(chosen) ? 'placed' : 'moved', start, end, score };
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
