/** Dates the figures that are counted back from the time before them ("up from 203 a year earlier", "last year's 40"). */
import { daysAfter, monthFrom, withYear } from './figures/calendar.ts';
import { count } from './figures/quarters.ts';
import { HEDGES } from './figures/words.ts';
import { inFigures } from './patterns.ts';
import type { Figure, Period, PeriodMention } from './types.ts';

/** How far the words behind a figure are read. */
const REACH = 64;
/** "203 a year before", "19,400 in the same week two years earlier", but not "5% more than a year earlier". */
const EARLIER =
  /^(?:[ ,](?!(?:than|on|over|from|compared|more|less|fewer|higher|lower|increase|rise|drop|fall|decline|above|below|those|that)\b)[^.,; ]+){0,5}?,? (an?|one|two|three|four|five|ten|the) (year|month|week|day|decade)s? (?:earlier\b|before(?=[.,;:)]|$| and\b))/;
const POSSESSIVE = new RegExp(`^'s ${HEDGES}$`);

/** So many units before an ISO date; null where its precision does not tell them. */
function before(iso: string, amount: number, unit: string): string | null {
  const [year = 0, month = 0] = iso.split('-').map(Number);
  if (unit === 'year' || unit === 'decade') return withYear(iso, year - amount * (unit === 'year' ? 1 : 10));
  if (unit === 'month') return iso.length === 7 ? monthFrom({ year, month, day: 1 }, -amount) : null;
  return iso.length === 10 ? daysAfter(iso, -amount * (unit === 'week' ? 7 : 1)) : null;
}

/**
 * The period of a figure whose words tell how long before another time of its sentence it is, or whose time stands before
 * it in the genitive; null where they do not, or that time is not told. `periods` are those of the sentence.
 */
export function periodEarlier(text: string, figure: Figure, periods: readonly PeriodMention[]): Period | null {
  const last = periods.findLast(({ end }) => end <= figure.start);
  if (!last) return null;
  if (POSSESSIVE.test(text.slice(last.end, figure.start).replace('’', "'"))) return { from: last.from, to: last.to };
  const found = EARLIER.exec(text.slice(figure.end, figure.end + REACH));
  const amount = found && last.from && last.to ? count(found[1] === 'the' ? 'a' : found[1]) : null;
  if (
    !found ||
    amount === null ||
    periods.some(({ start }) => start > figure.end && start < figure.end + found[0].length)
  )
    return null;
  const [from, to] = [last.from, last.to].map(iso => before(iso ?? '', amount, found[2] ?? ''));
  return from && to ? { from, to } : null;
}

inFigures.add(EARLIER, POSSESSIVE);
