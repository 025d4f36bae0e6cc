/** Compares ISO dates of any precision ("2025", "2025-02", "2025-02-05") as stretches of days. */
import type { Period } from '../types.ts';

const DAY = 86_400_000;

/** First and last day of a date at its precision, as days since 1970. Null for anything that is no such date. */
export function daysOf(date: string): { first: number; last: number } | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!parts) return null;
  const year = Number(parts[1]);
  const month = parts[2] ? Number(parts[2]) - 1 : null;
  const day = parts[3] ? Number(parts[3]) : null;
  const first = Date.UTC(year, month ?? 0, day ?? 1);
  const next = day !== null ? first + DAY : month !== null ? Date.UTC(year, month + 1, 1) : Date.UTC(year + 1, 0, 1);
  return Number.isNaN(first) ? null : { first: first / DAY, last: next / DAY - 1 };
}

/** The days of a period; an open end is taken from `today` (end) or reaches back without limit (start). */
function stretchOf(period: Period, today: string): { first: number; last: number } | null {
  const first = period.from ? daysOf(period.from)?.first : Number.NEGATIVE_INFINITY;
  const last = daysOf(period.to ?? today)?.last;
  return first === undefined || last === undefined ? null : { first, last: Math.max(first, last) };
}

// Two periods that share less than half of the days of both together are not the same period (a judgement: a report
// "since October 2021" and one "between October 2021 and December 2024" are the same matter, two calendar years are not).
const SAME_SHARE = 0.5;
/** A day inside a month that a source names is the same time; a month inside its year is not. */
const ONE_TIME = 31;

/**
 * Whether two periods are about the same time. Unknown (null) periods are not held against a statement.
 * @param todays the day that each one speaks for, which closes its open end
 */
export function samePeriod(a: Period | null, b: Period | null, todays: { a: string; b: string }): boolean {
  if (!a || !b) return true;
  const one = stretchOf(a, todays.a);
  const two = stretchOf(b, todays.b);
  if (!one || !two) return true;
  const shared = Math.min(one.last, two.last) - Math.max(one.first, two.first) + 1;
  if (shared <= 0) return false;
  const both = Math.max(one.last, two.last) - Math.min(one.first, two.first) + 1;
  if (both <= ONE_TIME) return true;
  // A stretch without a beginning has no length to compare: sharing days must do.
  return !Number.isFinite(both) || shared / both >= SAME_SHARE;
}

/** Whether two periods have a day in common; open ends are closed as in `samePeriod`. False when one is unknown. */
export function sharesDays(a: Period | null, b: Period | null, todays: { a: string; b: string }): boolean {
  const one = a && stretchOf(a, todays.a);
  const two = b && stretchOf(b, todays.b);
  return !!one && !!two && Math.min(one.last, two.last) >= Math.max(one.first, two.first);
}

/** How many days two closed periods are apart: 0 when they share one, null when one of them is open or unknown. */
export function daysApart(a: Period, b: Period): number | null {
  const daysIn = ({ from, to }: Period) => {
    const first = from && daysOf(from)?.first;
    const last = to && daysOf(to)?.last;
    return typeof first === 'number' && typeof last === 'number' ? { first, last } : null;
  };
  const one = daysIn(a);
  const two = daysIn(b);
  return one && two ? Math.max(0, one.first - two.last, two.first - one.last) : null;
}

/** Whether `date` (its first day) lies after the whole of `other`. False when either is no date. */
export function isAfter(date: string, other: string): boolean {
  const one = daysOf(date);
  const two = daysOf(other);
  return one !== null && two !== null && one.first > two.last;
}
