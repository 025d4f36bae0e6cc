/** The sizes that a chart is drawn in. */

/** A size in the chart's own units, which are CSS pixels where it is as wide as this. */
export interface Size {
  name: 'small' | 'narrow' | 'wide';
  width: number;
  height: number;
  font: number;
  /** Half the width of a mark. */
  dot: number;
  /** Length of an arrow that stands for an open end. */
  arrow: number;
  ticks: number;
  /** Whether labels name the publisher. */
  named: boolean;
}

export const SMALL: Size = {
  name: 'small',
  width: 320,
  height: 112,
  font: 12,
  dot: 4.5,
  arrow: 14,
  ticks: 2,
  named: false,
};
/** The large chart on a narrow page, and on a wide one. */
export const NARROW: Size = { ...SMALL, name: 'narrow', width: 340, height: 230, ticks: 4 };
export const WIDE: Size = {
  ...NARROW,
  name: 'wide',
  width: 640,
  height: 300,
  font: 13,
  dot: 5.5,
  arrow: 18,
  named: true,
};

/** Between things that must not touch. */
export const GAP = 6;

/** Half the width of a whisker's foot or arrow, as a share of half a mark's. */
export const ARROW = 0.7;
