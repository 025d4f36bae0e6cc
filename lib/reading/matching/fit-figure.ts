/** Judges whether a figure of a statement can be the one that a claim asks for, and how closely it is bound to the cues. */
import { overlap, rangeOf } from '../comparing/intervals.ts';
import { measureFactor } from '../measures.ts';
import { stem } from '../text.ts';
import type { Figure, Span } from '../types.ts';
import type { CompiledClaim } from './claim-index.ts';
import { MOST_FOR_VALUE } from './claim-weights.ts';

/** The value to place a figure by: the printed one, else the middle of a range, else its one bound. */
export function pointOf(figure: { value?: number | null; low: number | null; high: number | null }): number | null {
  if (figure.value != null) return figure.value;
  if (figure.low != null && figure.high != null) return (figure.low + figure.high) / 2;
  return figure.low ?? figure.high;
}

/**
 * How well a figure's kind, unit and size fit a claim's measure: 0 (not at all) to 1. Half where the text does not say
 * what is counted, or in which currency.
 */
export function measureFit(claim: CompiledClaim, figure: Figure): number {
  const { measure } = claim;
  const scale = measure && measureFactor(figure, measure, claim.whole);
  const point = pointOf(figure);
  if (!measure || scale === null || point === null || figure.per !== null) return 0;
  if (point * scale < claim.plausible[0] || point * scale > claim.plausible[1]) return 0;
  // A share of a known whole can stand for a count; a claim on the share itself fits it better.
  if (figure.kind !== measure.kind) return 0.3;
  if (figure.kind === 'money') return figure.unit === null ? 0.5 : 1;
  if (figure.kind !== 'count') return 1;
  // "Killed five" counts people without a noun, and no groups.
  if (figure.noun === null) return figure.unit === null || figure.unit === measure.unit ? 0.5 : 0;
  if (claim.counted.length > 0) return claim.counted.includes(stem(figure.noun.toLowerCase())) ? 1 : 0;
  return figure.unit === measure.unit ? 1 : 0;
}

/**
 * The share of a claim's words that a figure may stand in for, because it says what a source says: nothing for a round
 * number ("20 years"), more for two printed digits, most for three ("$3.63 billion" in a text on aid is hardly another sum).
 */
export function earnedByValue({ measure, sourced, whole }: CompiledClaim, figure: Figure): number {
  const range = figure.value === null ? null : rangeOf(figure);
  const scale = measure && measureFactor(figure, measure, whole);
  if (!range || scale === null) return 0;
  const digits = String(figure.value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
  if (digits < 2) return 0;
  const scaled = { low: range.low * scale, high: range.high * scale };
  const same = sourced.some(({ low, high }) => {
    const one = rangeOf({ low, high, qualifier: 'exact' });
    return one !== null && overlap(scaled, one);
  });
  return same ? (digits > 2 ? MOST_FOR_VALUE : MOST_FOR_VALUE / 2) : 0;
}

/** Nearness of a figure to the nearest place of each cue group: 1 side by side, towards 0 far away. */
export function nearness(figure: Span, groups: readonly (readonly Span[])[]): number {
  if (groups.length === 0) return 0;
  const gaps = groups.map(places =>
    Math.min(...places.map(place => Math.max(0, place.start - figure.end, figure.start - place.end))),
  );
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  // 60 characters are about ten words: half the nearness is gone there (a judgement).
  return 60 / (60 + mean);
}
