/** The value of a quantity, and what the rounding of its printed digits allows. */

import { type Bounds, numberOf, roundedInteger, roundedToLastDigit, times } from './decimal.ts';
import type { Quantity } from './with-unit.ts';

/** The printed value of a quantity, or null for a vague plural. */
export function quantityValue(quantity: Quantity): number | null {
  return quantity.decimal ? numberOf(times(quantity.decimal, quantity.factor)) : null;
}

/** How far a fraction of a whole ("a third of") stands for the shares around it, in points of per cent. A judgement. */
const FRACTION_SLACK = 2.5;

/** What the rounding of the printed digits allows. Shares round by their last digit, whatever it is. */
export function roundingOf(quantity: Quantity): Bounds | null {
  const { decimal, factor } = quantity;
  const value = quantityValue(quantity);
  if (!decimal || value === null) return null;
  if (value < 0) {
    const mirrored = roundingOf({ ...quantity, decimal: times(decimal, -1) });
    return mirrored && { low: -mirrored.high, high: -mirrored.low };
  }
  if (quantity.fraction) {
    return { low: Number((value - FRACTION_SLACK).toFixed(3)), high: Number((value + FRACTION_SLACK).toFixed(3)) };
  }
  // Dozens and decades are words for whole numbers: two decades are twenty years.
  if (factor > 1) return { low: value, high: value };
  const lastDigit = quantity.scale > 0 || quantity.kind === 'share' || decimal.exponent < 0;
  const bounds = lastDigit ? roundedToLastDigit(decimal) : roundedInteger(decimal);
  return { low: Math.max(0, bounds.low), high: bounds.high };
}
