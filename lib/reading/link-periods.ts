/** Gives each figure the period that its sentence tells for it. */
import { CHANGED, COMPARED, EARLIER, EARLIER_BEFORE, isEarlier, OTHER_END } from './compared.ts';
import { periodEarlier } from './earlier.ts';
import { HEDGES } from './figures/words.ts';
import { type Dating, datesElse, datingOf, endsAside } from './other-dates.ts';
import { inFigures } from './patterns.ts';
import { HEAD, OTHER_CLAUSE, periodAfter } from './period-behind.ts';
import { closed, periodRightBefore, type Surroundings } from './right-before.ts';
import type { Figure, PeriodMention, Span } from './types.ts';

/** A period this near to the sentence's first letter opens it ("Between January and May 2025, …"). A judgement. */
const OPENING = 24;
/** "…, 13 months after it reached $3 trillion" */
const RECKONED_FROM = /\b(?:year|month|week|day)s (?:after|before) [^,;]*$/;
/** "was founded in 1939 and has 49 branches" */
const STATE = /^,? and (?:still )?(?:is|are|has|have|employs|runs|holds|owns|serves|gets|earns|pays|lives)\b/;
/** "four years after the withdrawal" is reckoned from it. */
const RECKONED = /^ (?:after|before|since|earlier|later)\b/;
/** "212 kilometres long" is so at any time. */
const DIMENSION = /^ ?[a-z -]{0,20}\b(?:long|wide|high|tall)\b/;
/** "a 50-bed hospital" has them at any time. */
const ATTRIBUTE = /^-(?!strong\b)[a-z]/;
/** "$500 now" */
const NOW = /^ (?:[a-z]+ )?now\b/;
const NOW_BEFORE = new RegExp(`\\bnow (?:has|have|had|is|are|[a-z]+s) ${HEDGES}$`);
/** What a span of time needs to be told for the time before it. */
const TOOK = /^,?(?: [^,;]{1,40},)? (?:it|they|this) (?:took|lasted|ran)(?: for)? $/;
/** "up from April's 4.4 per cent" */
const POSSESSIVE = new RegExp(`^['’]s (?:[a-z]+ )?${HEDGES}$`);
/** What is set against the words before it is of the same time, unless it tells how things are or will be. */
const CONTRAST = /^[^;]*, (?:but|although|though|yet)\b[^;]*$/;
const PRESENT = /\b(?:is|are|has|have|will|would|can)\b/;

function periodBefore(figure: Figure, here: Surroundings): PeriodMention | null {
  const { text, sentence, figures, periods } = here;
  const left = text.slice(Math.max(sentence.start, figure.start - 40), figure.start);
  // "46 tonnes in 2024 from 7,300 hectares" tells of no change.
  const changed = (other: Figure) =>
    other.end <= figure.start && (other.unit === figure.unit || other.unit === null || figure.unit === null);
  if ((EARLIER_BEFORE.test(left) && figures.some(changed)) || isEarlier(text, figure)) return null;
  const earlier = periods.filter(period => period.end <= figure.start && !endsAside(text, sentence, period, figures));
  const opening = earlier.find(period => period.start - sentence.start <= OPENING) ?? null;
  const before = earlier.at(-1);
  if (!before) return null;
  // "22 million this year, down from 29 million in 2023, and …": the last period is that of the other end.
  const other = figures.findLast(({ end }) => end <= before.start && before.start - end < 12);
  const reference =
    COMPARED.test(text.slice(Math.max(sentence.start, before.start - 48), before.start)) ||
    (other !== undefined && EARLIER_BEFORE.test(text.slice(Math.max(sentence.start, other.start - 40), other.start)));
  const gap = text.slice(before.end, figure.start);
  if (/^,? when\b/.test(gap) || POSSESSIVE.test(gap)) return before;
  if (
    EARLIER.test(gap) ||
    RECKONED_FROM.test(gap) ||
    /\b(?:(?<!ha(?:s|ve) )now|(?:is|are) still|(?:and|but) will)\b/.test(gap) ||
    (before.to !== null && STATE.test(gap))
  )
    return null;
  // "from 1.2 million in 2022 to 900,000": the first end's year is not the second's.
  const ends =
    OTHER_END.test(gap) &&
    figures.some(
      ({ kind, unit, start, end }) =>
        kind === figure.kind &&
        (unit === figure.unit || figure.unit === null) &&
        end <= before.start &&
        !CHANGED.test(text.slice(Math.max(sentence.start, start - 24), start)) &&
        !/[;,]/.test(text.slice(end, before.start)),
    );
  // "on Monday the index rose 0.38%, the Nasdaq adding 0.52%": a row shares its period, the other end of a change does not.
  const others =
    OTHER_END.test(gap) &&
    figures.some(({ kind, start, end }) => kind === figure.kind && start >= before.end && end <= figure.start);
  // How long something lasts is rarely told for a time named before it; what is so now, never.
  // "drowned on Sunday; three others swam": an event of one day goes on behind a semicolon, where no other time follows,
  // and so does a list ("Returns, 1-7 July: Islam Qala 187,450; Milak 21,300").
  const goesOn =
    (before.from?.length === 10 || text[before.end] === ':') &&
    /;/.test(gap) &&
    !periods.some(({ start }) => start >= figure.end);
  if (goesOn && figure.kind !== 'duration') return before;
  const against = CONTRAST.test(gap) && !PRESENT.test(text.slice(before.end, figure.end + 24));
  // "in 2004 it took nine hours"
  if (figure.kind === 'duration' && TOOK.test(gap)) return before;
  if (figure.kind === 'duration' || (OTHER_CLAUSE.test(gap) && !against))
    return before.start - sentence.start <= HEAD ? before : null;
  if (reference) return opening ?? earlier.at(-2) ?? null;
  return ends || others ? opening : before;
}

function periodOf(figure: Figure, here: Surroundings): PeriodMention | null {
  const behind = here.text.slice(figure.end, figure.end + 32);
  if (figure.kind === 'count' && ATTRIBUTE.test(behind)) return null;
  if (NOW_BEFORE.test(here.text.slice(Math.max(here.sentence.start, figure.start - 40), figure.start))) return null;
  if (DIMENSION.test(behind) || NOW.test(behind) || (figure.kind === 'duration' && RECKONED.test(behind))) return null;
  const after = periodRightBefore(figure, here) ?? periodAfter(figure, here, true) ?? periodBefore(figure, here);
  if (after || isEarlier(here.text, figure)) return after;
  return periodAfter(figure, here, false);
}

/**
 * The figures with their periods: the nearest one after the figure in its sentence with no figure of the same kind
 * between, else the nearest before under the same condition, else one that opens the sentence, else one behind the row
 * of figures that it stands in. Takes sorted lists and changes none of them.
 */
export function linkPeriods(
  text: string,
  sentences: readonly Span[],
  figures: readonly Figure[],
  periods: readonly PeriodMention[],
): Figure[] {
  if (periods.length === 0) return [...figures];
  let nextSentence = 0;
  let firstPeriod = 0;
  let firstFigure = 0;
  const datings = new Map<PeriodMention, Dating>();
  return figures.map(figure => {
    while ((sentences[nextSentence]?.end ?? Number.POSITIVE_INFINITY) < figure.end) nextSentence += 1;
    const sentence = sentences[nextSentence];
    if (!sentence || sentence.start > figure.start) return figure;
    while ((periods[firstPeriod]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) firstPeriod += 1;
    while ((figures[firstFigure]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) firstFigure += 1;
    const all = within(periods, firstPeriod, sentence.end);
    // "two years ago" is a duration and a period at once: it dates others, not itself.
    if (all.length === 0 || all.some(({ start, end }) => start < figure.end && figure.start < end)) return figure;
    const here = all.filter(period => {
      const dating = datings.get(period) ?? datingOf(text, sentence, period);
      datings.set(period, dating);
      return !datesElse(dating, text, period, figure);
    });
    const others = within(figures, firstFigure, sentence.end).filter(other => other !== figure);
    const earlier = periodEarlier(text, figure, here);
    if (earlier) return { ...figure, period: earlier };
    const period = periodOf(figure, { text, sentence, figures: others, periods: here });
    return period ? { ...figure, period: closed(text, period, figure) } : figure;
  });
}

/** No sentence of prose holds more; a table without line breaks may, and is cut off so that time stays linear. */
const MOST_IN_SENTENCE = 64;

function within<T extends Span>(all: readonly T[], first: number, end: number): T[] {
  const here: T[] = [];
  for (let index = first; index < all.length && here.length < MOST_IN_SENTENCE; index += 1) {
    const one = all[index];
    if (!one || one.start >= end) break;
    here.push(one);
  }
  return here;
}

inFigures.add(RECKONED_FROM, STATE, DIMENSION, ATTRIBUTE, NOW, NOW_BEFORE, CONTRAST);
