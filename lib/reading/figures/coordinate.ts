/** Gives a bare number the unit of the one that it is listed with ("10, 12 and 15 percent", "from 4.8 to 4.7 per cent"). */

import { inFigures } from '../patterns.ts';
import type { Figure } from '../types.ts';
import { decimalOf, roundedToLastDigit } from './decimal.ts';
import { at, before, endOf, type Reading } from './normalise.ts';
import { HEDGES, standsAlone } from './words.ts';

const LISTED = new RegExp(
  `^(?:,| ?[-–—/] ?|,? (?:to|and|or)|(?: compared with| compared to| against| versus| (?:up |down )?from)) ?${HEDGES}$`,
);
/** "5,200 of the agency's 6,200 contracts" */
const PART_OF = new RegExp(
  `^ of ${HEDGES}(?:(?:the|its|their|his|her) )?(?:first |last |planned |remaining )?(?:[a-z]+'s? )?${HEDGES}$`,
);
/** No people. */
const DECIMAL = /^\d+\.\d+$/;
/** No list's joint is longer. */
const LONGEST = 40;

function withUnitOf(figure: Figure, next: Figure): Figure {
  if (next.kind === 'count') return { ...figure, noun: next.noun, unit: next.unit, per: figure.per ?? next.per };
  const bare = { ...figure, kind: next.kind, unit: next.unit, noun: null };
  if (next.kind !== 'share' || figure.value === null || figure.qualifier !== 'exact') return bare;
  // A share rounds by its last digit, which a bare integer does not.
  return { ...bare, ...roundedToLastDigit(decimalOf(printed(figure.value))) };
}

function printed(value: number): string {
  const plain = String(value);
  return /^\d+(?:\.\d+)?$/.test(plain) ? plain : String(Math.round(value));
}

/** Is this a bare count without a noun, that a neighbour's unit may complete? */
function isBare(figure: Figure): boolean {
  return figure.kind === 'count' && figure.noun === null && figure.unit === null;
}

/**
 * The same figures, in which a bare number has the unit of the figure that follows it in a list or a comparison. A
 * duration hands its unit on only over "to", "and" and "or", money only where it is written in words behind the number.
 */
export function coordinated(reading: Reading, figures: Figure[]): Figure[] {
  const result = completedFromBehind(reading, figures);
  for (let index = result.length - 2; index >= 0; index -= 1) {
    const figure = result[index];
    const next = result[index + 1];
    if (!figure || !next || !isBare(figure) || next.start - figure.end > LONGEST) continue;
    const joint = reading.lower.slice(figure.end, next.start);
    if (!LISTED.test(joint) && !(next.kind === 'count' && PART_OF.test(joint))) continue;
    if (next.kind === 'money' && !/[a-z]$/i.test(next.text)) continue;
    if (next.kind === 'count' && (next.unit === null || (next.unit === 'people' && DECIMAL.test(figure.text))))
      continue;
    // "14,000 or 82 percent" is one thing told twice.
    if (next.kind === 'share' && (figure.value ?? 0) > 100 && (next.value ?? 0) <= 100) continue;
    if (next.unit === 'times') continue;
    // "5 million, a third of them children": only a sign or word of per cent is handed on.
    if (next.kind === 'share' && /^[a-z]/i.test(next.text) && !/cent|points?$|pct/i.test(next.text)) continue;
    result[index] = withUnitOf(figure, next);
  }
  return result;
}

/** How far back the figure may stand whose noun a bare one repeats. A judgement. */
const FARTHEST = 110;
/** "20 attacks in 2024 against 38 in 2023", "cut from 60 schools to 12": the second end of a comparison. */
const REPEATED = new RegExp(
  `(?:\\bof (?:which|whom|them|these|those)|\\b(?:to|from|against|versus|with|than)|, (?:and )?by|(?:year|month|week|quarter|season|\\d{4})'s|\\b(?:having|after) [a-z]+|(?:\\band|[,;])(?:,? (?:in|by|on|for) [a-z0-9 ]{3,20},?)?) ${HEDGES}$`,
);
/** "Kunduz reported 114 cases, Takhar 87" */
const IN_ROW = new RegExp(`^[^,;]*(?:[,;]|(?:,|;)? and) (?:the )?[A-Z][\\w-]* (?:[A-Z][\\w-]* )?${HEDGES}$`);
const OF_THEM = /^ of (?:them|these|those|which)\b/;
const OTHER_SUM = new RegExp(
  `(?:\\b(?:from|against|versus|compared (?:with|to)|to|for|now|costs?|pa(?:id|ys?)|earn(?:s|ed)|gets?|got|asks?|charge[sd]?|fetch(?:es|ed)|took in|brought in|gave)|(?:[,;]|\\band)(?: (?!by\\b)[a-z'-]+){0,3}) ${HEDGES}$`,
);
/** A sum with its currency in words lends it to a bare one as long as neither is so many times the other. A judgement. */
const LIKE = 50;
/** No noun of its own can follow, and nothing that people do not do. */
const CLAUSE_BEHIND =
  /(?:[.,;)]|$)(?!\d)| (?:[a-z]+ed|left|fled|went|came|got|sent|taken|in|by|during|since|last|this|a|the|of (?:them|which|whom)|were|was|are|remain(?:ed|s)?|had|have|has|near|and|on)\b/y;
const MORE = / (?:more|others|fewer)\b/y;
/** Another sentence, or another clause. */
const BROKEN = /[\n:?!]|\.(?: |$)/;

/** "68 afghanis in Kabul, 72 in Herat", "2,150 afghanis for a sack, against 1,780 in January" */
function isOtherSum(lower: string, { end, value, text }: Figure, bare: Figure): boolean {
  if (!value || !bare.value || !/^\d|[a-z]$/i.test(text) || bare.value > value * LIKE || value > bare.value * LIKE)
    return false;
  if (!standsAlone(lower, bare.end) || / (?:were|was|are|had|have)\b/.test(lower.slice(bare.end, bare.end + 6)))
    return false;
  return OTHER_SUM.test(lower.slice(end, bare.start));
}

/** "fell to 4 per cent from 5", "from 2 per cent to 3", "12 per cent against 10"; behind "up 5 per cent to" stands a level. */
const SHARE_END = new RegExp(
  `(?:\\bto \\|.* from|\\bfrom \\|.* to|\\|.* (?:against|instead of|versus|compared (?:with|to)|(?:(?:this|last) year|in \\d{4}),? and)) ${HEDGES}$`,
);
const SHARE_REACH = 60;

function isOtherShare(lower: string, { kind, start, end }: Figure, bare: Figure): boolean {
  if (kind !== 'share' || !isBare(bare) || !(Number(bare.value) <= 100) || bare.start - end > SHARE_REACH) return false;
  const gap = lower.slice(end, bare.start);
  return !BROKEN.test(gap) && standsAlone(lower, bare.end) && SHARE_END.test(`${before(lower, start, 6)}|${gap}`);
}

/** A bare number that repeats an earlier one of its sentence takes its noun over. */
function completedFromBehind({ lower, plain }: Reading, figures: Figure[]): Figure[] {
  const result: Figure[] = [];
  for (const figure of figures) {
    // A share or a span of time between two counts of people parts them no more than other words.
    const known = result.slice(-4).filter(({ kind }) => kind === 'money' || kind === 'count');
    // "33 died in 20 provinces, and more than 300 in Baghlan": a place is not what is counted again.
    const people = known.findLast(({ unit }) => unit === 'people');
    const place = known.at(-1);
    const last = place && people && lower.startsWith(' in ', place.start - 4) ? people : place;
    const gap = last ? lower.slice(last.end, figure.start) : '';
    const near = last && isBare(figure) && gap.length <= FARTHEST && !BROKEN.test(gap);
    const behind = near ? endOf(MORE, lower, figure.end) : 0;
    const ends = near && (at(CLAUSE_BEHIND, lower, behind) !== null || standsAlone(lower, behind));
    const share = result.at(-1);
    // A bare number between two sums parts them no more.
    const sum = near ? known.findLast(({ kind, unit }) => kind === 'money' || unit !== null) : undefined;
    if (share && isOtherShare(lower, share, figure)) result.push(withUnitOf(figure, share));
    else if (sum?.kind === 'money' && isOtherSum(lower, sum, figure))
      result.push({ ...figure, kind: 'money', unit: sum.unit });
    else if (
      ends &&
      last.kind === 'count' &&
      last.unit &&
      (last.unit !== 'people' || !DECIMAL.test(figure.text)) &&
      (last.unit === 'people' ||
        REPEATED.test(gap) ||
        OF_THEM.test(lower.slice(figure.end, figure.end + 10)) ||
        IN_ROW.test(plain.slice(last.end, figure.start)))
    )
      result.push({ ...figure, unit: last.unit });
    else result.push(figure);
  }
  return result;
}

inFigures.add(LISTED, CLAUSE_BEHIND, MORE, BROKEN, PART_OF, REPEATED);
