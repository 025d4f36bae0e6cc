/** Finds the period of a figure behind it in its sentence. */
import { COMPARED, EARLIER_BEFORE, OTHER_END } from './compared.ts';
import { HEDGES } from './figures/words.ts';
import { endsAside, isOthers } from './other-dates.ts';
import { inFigures } from './patterns.ts';
import { RIGHT_BEFORE, type Surroundings } from './right-before.ts';
import type { Figure, PeriodMention } from './types.ts';

/** One this near stands before the sentence's first verb, and holds for its other clauses too. A judgement. */
export const HEAD = 6;

/** Another clause: its period is its own. */
export const OTHER_CLAUSE =
  /[;•]|, (?:while|but|whereas|where|although|though|yet|so that|that|and (?:that|the|its|their|it|they) (?:[a-z]+ )?(?:is|are|has|have))\b| and will\b| after (?:it|he|she|they) (?:said|had)\b/;
/** A period at the head of a clause belongs to the figure behind it ("… and in 2024 571"). */
const HEADS_CLAUSE = /(?:[,;:—–]|\band|\bwhile|\bbut) (?:then )?(?:(?:in|on|by|during|for|since|from) )?(?:the )?$/;
/** "In May 300 people who had been arrested in 2024 were freed": the clause dates itself where the sentence has its time. */
const RELATIVE = /\b(?:who|whom|which|that) [^,;]*$/;

/** "…, and in the first quarter it lost 5 per cent" */
const OWN_CLAUSE = /[,;] (?:and|but|while) (?:(?:in|on|by|during|over) )?(?:the )?$/;
const SUBJECT = /^,? (?:(?:it|they|he|she|we|the|an?|only|just|another)\b|[A-Z])/;

const OF_THEM = /^ of (?:them|whom|which|these)(?: (?:in|on|by))? $/;
const AFTER_EVENT = / after (?:an?|the) [a-z -]{3,44}$/;
const ADDED = new RegExp(`, (?:and|but) ${HEDGES}$`);
const CONJOINED = /\b(?:and|while|but),? (?:[a-z]+ ){0,3}$/;
const APPOSED = /\b(?:day|week|month|year), $/;

/** How far behind such a period its figure may stand. A judgement. */
const HEADED = 32;

/** A new clause begins between two figures: the second one's period is its own. */
const CLAUSE_BREAK =
  /, (?!(?:were|was|are|is|have|has|had)\b)(?:and|a|an|the|which|who|that|where|with|as|or)? ?(?:[a-z'-]+ ){2,}/;

/**
 * The first period behind the figure, where it is no other's and nothing that the figure is compared with; else null.
 * @param alone whether no figure of the same kind may stand between
 */
export function periodAfter(figure: Figure, here: Surroundings, alone: boolean): PeriodMention | null {
  const { text, figures, periods } = here;
  let after = periods.find(period => period.start >= figure.end);
  // "the 46 men, 38 of whom had served between 2006 and 2014, were moved in May"
  const first = !periods.some(({ end }) => end <= figure.start);
  if (
    first &&
    after &&
    /^[^,;]*, /.test(text.slice(figure.end, after.start)) &&
    endsAside(text, here.sentence, after, [])
  )
    after = periods.find(({ start }) => start > (after?.start ?? 0));
  if (!after) return null;
  const gap = text.slice(figure.end, after.start);
  // "less than the 9.1 of June 2024"
  if (/^ of (?:the )?$/.test(gap)) return after;
  const clause = RELATIVE.exec(gap);
  // "on top of the 21,000 that it counted in 2024": the clause tells which ones.
  const told = clause?.index === 1 && /\bthe $/.test(text.slice(0, figure.start).slice(-5));
  if (clause && !told) {
    // "pay 30 afghanis for water that cost ten in 2023"
    const own = figures.some(({ start, end }) => start > figure.end + clause.index && end <= after.start);
    if (own || periods.some(({ start, end }) => end <= figure.start && start - here.sentence.start <= HEAD))
      return null;
  }
  if (OWN_CLAUSE.test(gap) && SUBJECT.test(text.slice(after.end, after.end + 12))) return null;
  if (COMPARED.test(gap) || OTHER_CLAUSE.test(gap) || isOthers(text, after, gap)) return null;
  // "… of 2024 to $3.6 billion, and only 35 ships used it in May": the last figure of another clause has its own.
  const last = figures.findLast(({ start, end }) => start >= figure.end && end <= after.start);
  if (last && CLAUSE_BREAK.test(text.slice(figure.end, last.start)) && !text.slice(last.end, after.start).includes(','))
    return null;
  // "has a staff of 12 and wants $1 billion by 2026": a limit belongs to its own verb.
  if (after.from === null && /\band [a-z]+ /.test(gap) && figures.some(({ start }) => start >= figure.end)) return null;
  // "£6 billion (or $6.6 billion) in the third quarter" is one sum.
  const same = (start: number) => start - figure.end < 12 && /^ ?\([a-z ]*$/.test(text.slice(figure.end, start));
  const between = figures.filter(
    ({ kind, start, end }) => kind === figure.kind && start >= figure.end && end <= after.start && !same(start),
  );
  const preceded = periods.some(({ end }) => end <= figure.start);
  // "cut its target for 2025 to 340,000 tonnes after a landslide on 2 July"
  if (preceded && AFTER_EVENT.test(gap)) return null;
  // "fell 12% from $300 in 2023"
  if (last && last.kind !== figure.kind && EARLIER_BEFORE.test(text.slice(figure.end, last.start))) return null;
  // "fourteen people drowned, nine of them since Friday"
  if (last && OF_THEM.test(text.slice(last.end, after.start))) return null;
  // "600 in 2022, half of what was offered, and 45 last year"
  if (preceded && last && last.kind !== figure.kind && ADDED.test(text.slice(last.start - 24, last.start))) return null;
  const next = figures.find(({ start }) => start >= after.end);
  const heads = HEADS_CLAUSE.test(gap) && next !== undefined && next.start - after.end <= HEADED;
  if (heads && CONJOINED.test(gap)) return null;
  if (between.length === 0) {
    // "… 14,000 and at his departure in January 2021 2,500"
    const behindIt = next?.kind === figure.kind && RIGHT_BEFORE.test(text.slice(after.end, next.start));
    // "…, on a single day, 1 July, …" goes on about it.
    const headed = heads ? !APPOSED.test(gap) : behindIt && !HEADS_CLAUSE.test(gap) && /[,;]| and /.test(gap);
    return headed && preceded ? null : after;
  }
  if (alone) return null;
  // "killed 13 soldiers and 170 others on 26 August": figures in one row share what follows.
  // "rose by Rs 2,300 to Rs 361,200 on Tuesday": the change and what it led to are of one time.
  if (/\bby $/.test(text.slice(Math.max(here.sentence.start, figure.start - 3), figure.start))) return after;
  const row = between.every(
    ({ unit, start }) =>
      (unit !== figure.unit && unit !== null && figure.unit !== null) ||
      !OTHER_END.test(text.slice(Math.max(figure.end, start - 40), start)),
  );
  return row ? after : null;
}

inFigures.add(OTHER_CLAUSE, HEADS_CLAUSE, RELATIVE, OWN_CLAUSE);
