/** Tells the periods that stand right before their figures, and hold against one that follows. */
import { HEDGES } from './figures/words.ts';
import type { Figure, Period, PeriodMention, Span } from './types.ts';

/** What a figure's period is looked for in: its sentence, the other figures in it, and the periods that may date it. */
export interface Surroundings {
  text: string;
  sentence: Span;
  figures: readonly Figure[];
  periods: readonly PeriodMention[];
}

/** Next to nothing between a period and its figure: "in 2012 some", "in 2008 for", "on 26 August, in which". */
export const RIGHT_BEFORE = new RegExp(
  `^(?: alone)?(?: (?:for|at|with)|,? (?:(?:in|during) which|when|where))? ${HEDGES}$`,
);
/** What is put off or kept up "until" a day is done on the day that stands before it. */
const PUT_OFF =
  /\b(?:stay|halt|suspend|postpone|delay|extend|adjourn|stop|ban|bar|freez|froze|shut|clos)[a-z]* [^,;]*$/;

/** What had come to a level. */
const LEVEL = new RegExp(
  `\\bhad (?:[a-z]+ed|fallen|risen|grown|shrunk|sunk|gone|come)(?: back| up| down)? to ${HEDGES}$`,
);
/**
 * The period before the figure, where the one behind it is another's: "at its peak in 2012 some 100,000 people passed
 * through it, …", "on Tuesday stayed the eviction of 128 families until 11 August".
 */
export function periodRightBefore(figure: Figure, here: Surroundings): PeriodMention | null {
  const before = here.periods.findLast(({ end }) => end <= figure.start);
  const after = before && here.periods.find(({ start }) => start >= figure.end);
  if (!before || !after) return null;
  const gap = here.text.slice(before.end, figure.start);
  const behind = here.text.slice(figure.end, after.start);
  if (RIGHT_BEFORE.test(gap) && (gap === ' at ' || behind.includes(', '))) return before;
  return here.text.startsWith('until', after.start) && PUT_OFF.test(gap) ? before : null;
}

/**
 * `period` as it holds for `figure`: an open end is closed where the words tell one time. "By Sunday the flow had ebbed to
 * 18,600" on that day, where a day is named; "the first since 1979, when 15 million were counted" in that year.
 */
export function closed(text: string, { from, to, start, end }: PeriodMention, figure: Span): Period {
  const gap = end <= figure.start ? text.slice(end, figure.start) : '';
  if (from === null && to?.length === 10 && LEVEL.test(gap)) return { from: to, to };
  return to === null && /^, when /.test(gap) && text.startsWith('since', start) ? { from, to: from } : { from, to };
}
