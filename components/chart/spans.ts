/** Where values lie on a scale from zero to a little beyond the greatest of them. */
import type { ChartedValue } from './charted';

/** Shares of the scale. An open end goes on to the scale's own; where both are open, the lower one is told. */
export interface Span {
  from: number;
  to: number;
  open: 'below' | 'above' | null;
}

/** What the greatest value leaves free, so that an end that is open can be seen to go on. */
const BEYOND = 1.15;

/** The spans of values that are above zero, by value; those below it begin at zero. */
export function spansOf(values: readonly ChartedValue[]): Map<ChartedValue, Span> {
  const most = BEYOND * Math.max(...values.map(({ point, low, high }) => high ?? low ?? point));
  const share = (value: number) => Math.min(1, Math.max(0, most > 0 ? value / most : 0));
  return new Map(
    values.map(value => {
      const { low, high } = value;
      const open = low === null ? 'below' : high === null ? 'above' : null;
      return [value, { from: low === null ? 0 : share(low), to: high === null ? 1 : share(high), open }];
    }),
  );
}
