/** Interval arithmetic over figures: what the words allow, and how far two of them are apart. */
import type { Interval } from '../types.ts';

// A vague plural ("millions" is a bound of two millions) is taken to reach fifty times as far. A judgement.
const VAGUE_REACH = 50;

/**
 * How far beyond its bound an open figure reaches, as a share of it: nobody writes "over 3.8 billion" of 9 billion. One
 * step of the last digit that is not 0 ("over 2 million" stays below 3), but at least a tenth and at most a half: judgements.
 */
function reach(bound: number): number {
  const digits = Math.abs(bound).toPrecision(12).replace(/e.*/, '').replace('.', '').replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const step = 1 / Number(significant || '1');
  return Math.min(0.5, Math.max(0.1, step));
}

/** The finite range that an interval is taken to allow. Null when neither end is known. */
export function rangeOf({ low, high, qualifier }: Interval): { low: number; high: number } | null {
  if (low !== null && high !== null) return { low, high };
  if (low !== null) return { low, high: qualifier === 'atLeast' ? low * VAGUE_REACH : low * (1 + reach(low)) };
  if (high !== null) return { low: high * (1 - reach(high)), high };
  return null;
}

/**
 * Whether some value is allowed by both. To touch at an end is not enough where both have a width: 40.5 million would be
 * printed as 41, not as 40.
 */
export function overlap(a: { low: number; high: number }, b: { low: number; high: number }): boolean {
  const isPoint = a.low === a.high || b.low === b.high;
  return isPoint ? a.low <= b.high && b.low <= a.high : a.low < b.high && b.low < a.high;
}
