/** Tells the years of citations from those that a text speaks of. */

import { LETTERS } from '../letters.ts';
import { inFigures } from '../patterns.ts';

/** What stands before and after the year of a citation: "(Thomas, 2026)", "(Song & Tian, 2025; Coll, 2018)", "Thomas (2026)". */
const CITED_BEFORE = new RegExp(
  `(?:[(;] ?(?:see |cf\\.? |e\\.g\\.,? )?[A-Z][${LETTERS}.'&-]*(?:,? (?:and |& )?[${LETTERS}.'-]+){0,6},? |(?:[A-Z][${LETTERS}.'-]+|resolution),?(?: \\d{1,4})? \\()$`,
);
const CITED_AFTER = /^[a-z]?(?:[);]|: ?\d|, (?:pp?\.|[A-Z]))/;
const MONTH_BEFORE =
  /\b(?:in|since|until|from|by|of|early|late|mid|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?),? $/i;

/** Does the year at `start` date a publication or a document that the text cites, rather than what it tells? */
export function isCitation(sentence: string, start: number, end: number): boolean {
  if (!CITED_AFTER.test(sentence.slice(end, end + 8))) return false;
  const before = sentence.slice(Math.max(0, start - 100), start);
  return CITED_BEFORE.test(before) && !MONTH_BEFORE.test(before);
}

inFigures.add(CITED_AFTER);
