/** Measures how far two texts agree, in characters. */
import type { Span } from '@/lib/reading/types';

/** What an error takes away: two texts of nothing in common differ in more than every second character. A judgement. */
const PER_ERROR = 2;
/** The page's side may be so many characters longer than the context that it is held against. */
const SLACK = 16;

/** How far a quote of some length agrees with a place that differs in so many characters. */
export const agreementOfQuote = (length: number, errors: number): number => Math.max(0, length - PER_ERROR * errors);

/**
 * How far a context agrees with the text before or behind a place: the most that any part of it comes to which begins at
 * the place, its characters less twice its errors. A sentence put in far away takes little away, one put in between all.
 * @param towards -1 for a prefix, which ends at the place; 1 for a suffix, which begins there
 */
export function agreementOfContext(context: string, text: string, at: number, towards: -1 | 1): number {
  const length = context.length + SLACK;
  const beside = towards === 1 ? text.slice(at, at + length) : text.slice(Math.max(0, at - length), at);
  const unitOf = (of: string, i: number) => of.charCodeAt(towards === 1 ? i : of.length - 1 - i);
  // Most contexts are as they were.
  let same = 0;
  while (same < context.length && same < beside.length && unitOf(context, same) === unitOf(beside, same)) same++;
  let most = same;
  if (same === context.length) return same;
  let above = Uint16Array.from({ length: beside.length + 1 }, (_, j) => j);
  for (let i = 1; i <= context.length; i++) {
    const row = new Uint16Array(beside.length + 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= beside.length; j++) {
      const change = (above[j - 1] ?? 0) + (unitOf(context, i - 1) === unitOf(beside, j - 1) ? 0 : 1);
      const errors = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row[j] = errors;
      if (errors < least) least = errors;
    }
    most = Math.max(most, i - PER_ERROR * least);
    above = row;
  }
  return most;
}

/** In how many characters two texts differ (Levenshtein's distance). Takes time by the product of their lengths. */
export function errorsBetween(a: string, b: string): number {
  let above = Uint32Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint32Array(b.length + 1);
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      row[j] = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/** The part of `b` that agrees most with some part of `a` (Smith and Waterman's local alignment). Takes time by the product of their lengths. */
export function likestPart(a: string, b: string): Span {
  let best = 0;
  let part: Span = { start: 0, end: b.length };
  let above = new Int32Array(b.length + 1);
  // Where in `b` the part began that ends here.
  let begunAbove = Int32Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = new Int32Array(b.length + 1);
    const begun = new Int32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const both = (above[j - 1] ?? 0) + (isSame ? 1 : -PER_ERROR);
      const inA = (above[j] ?? 0) - PER_ERROR;
      const inB = (row[j - 1] ?? 0) - PER_ERROR;
      const most = Math.max(0, both, inA, inB);
      row[j] = most;
      begun[j] =
        most === 0 ? j : ((most === both ? begunAbove[j - 1] : most === inA ? begunAbove[j] : begun[j - 1]) ?? j);
      if (most <= best) continue;
      best = most;
      part = { start: begun[j] ?? 0, end: j };
    }
    above = row;
    begunAbove = begun;
  }
  return part;
}
