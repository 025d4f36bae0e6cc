/** Tells which time a statement speaks of. */
import { clauseOf, findClauses } from './matching/clauses.ts';
import type { Match } from './matching/match.ts';
import { findPeriods } from './periods.ts';
import type { Figure, Period, Span } from './types.ts';

/** "… has spent $3.7 billion since the withdrawal, it told Congress on Thursday": since an event, not since a date. */
const SINCE_EVENT = /(?<![\p{L}])since (?!then|(?:early|late|mid-?)?\s*\d)\p{L}/iu;

/** "The 2021 collapse", "fell in August 2021": so many characters stand between a word and what dates it (a judgement). */
const BESIDE = 6;

/**
 * The period of a statement whose figure has none: the only one that its sentence names, or of several the only one among
 * its own words ("1996"), among the marked ones, beside them or in their clause ("Kabul fell in August 2021, and the
 * embassy closed last spring"); at last the one that is in all others ("this year in January").
 */
function periodBeside({ start, end, mark, why }: Match, text: string, day: string | null): Period | null {
  const named = findPeriods(text, day, [{ start, end }]);
  if (named.length < 2) return named[0] ?? null;
  const only = (fits: (period: Span) => unknown) => {
    const [one, another] = named.filter(fits);
    return another ? undefined : one;
  };
  const onlyIn = (places: readonly (Span | undefined)[]) =>
    only(period => places.some(place => place && place.start < period.end && period.start < place.end));
  const isBeside = (period: Span) => {
    const gap = text.slice(Math.min(period.end, mark.end), Math.max(period.start, mark.start));
    return gap.length <= BESIDE && !/[,;:]/.test(gap);
  };
  const inClause = () => onlyIn([clauseOf(findClauses(text, { start, end }), mark)]);
  const inAll = () =>
    named.find(one =>
      named.every(
        ({ from, to }) => from !== null && to !== null && one.from?.startsWith(from) && one.to?.startsWith(to),
      ),
    );
  return onlyIn(why.words) ?? onlyIn([mark]) ?? only(isBeside) ?? inClause() ?? inAll() ?? null;
}

/**
 * The period that a statement speaks of: its figure's own, else one that stands beside it; null where that is not clear.
 * @param day ISO day of the page, by which "last August" is read; null when unknown
 */
export function periodOf(match: Match, figure: Figure | null, text: string, day: string | null): Period | null {
  // How long something lasted is of no time but its own.
  if (figure?.kind === 'duration') return figure.period;
  const only = figure?.period ?? periodBeside(match, text, day);
  if (!only) return null;
  const { from, to } = only;
  // What has run up "since the takeover" is of no single day: that is when it was told.
  const told = from === to && from?.length === 10 && SINCE_EVENT.test(text.slice(match.start, match.end));
  return told ? null : { from, to };
}
