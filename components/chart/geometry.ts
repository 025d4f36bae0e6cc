/** Lays a chart out: where everything stands, in plain numbers. Nothing is measured, so that it costs the page no layout. */
import { axisInWords, dateInWords, valueInWords } from '@/lib/i18n/formats';
import type { Measure } from '@/lib/reading/types';
import { type Box, boxOf, type Label, placeLabels, widthOf } from './boxes';
import type { Charted, ChartedValue, ChartedVersion } from './charted';
import { dayScale, MONTH_STEPS, monthTicks, type ValueScale, valueScale } from './scales';
import { separate } from './separate';

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

/** A stretch along one axis. */
export interface Stretch {
  from: number;
  to: number;
}

/** A range of values on the page's axis: `top` and `bottom` where they end, or where the arrow of an open end does. */
export interface Bar {
  top: number;
  bottom: number;
  openUp: boolean;
  openDown: boolean;
}

export interface Mark extends Bar {
  id: string;
  x: number;
  y: number;
  inForce: boolean;
  isEcho: boolean;
  /** The line of its period, up to the mark. */
  period: (Stretch & { open: boolean }) | null;
}

export interface Layout {
  size: Size;
  plot: Box;
  values: { y: number; label: Label }[];
  days: { x: number; label: Label }[];
  log: boolean;
  broken: boolean;
  page: Bar | null;
  marks: Mark[];
  /** Lines from an echo to the first version of its voice. */
  echoes: { from: Mark; to: Mark }[];
  labels: Label[];
}

const GAP = 6;
/** First strong isolate: a text of either direction stands right in a drawing that runs from left to right. */
const isolated = (text: string) => `\u2068${text}\u2069`;
/** The shortest height that a band is seen by. */
const LEAST_BAND = 2;

/** Lays out a chart of one version or more. Nothing leaves `size`; all marks stand in `plot`. */
export function layOut({ measure, versions, page }: Charted, size: Size): Layout {
  const { width, height, font, dot, arrow } = size;
  const all: ChartedValue[] = page ? [...versions, page] : versions;
  const span = { top: font + GAP + dot, bottom: height - font - GAP - dot };
  const scale = valueScale(all, span, arrow, size.ticks);
  const values = valueTicks(scale, measure, span, font);
  const margin = Math.max(...values.map(({ label }) => (label.anchor === 'end' ? widthOf(label.text, font) : 0)));
  for (const { label } of values) if (label.anchor === 'end') label.x = margin;
  const plot = { ...span, left: margin + GAP, right: width - GAP };

  const inner = { left: plot.left + 2 * dot, right: plot.right - 2 * dot };
  const ends = versions.flatMap(({ day, since }) => (since !== null && Number.isFinite(since) ? [day, since] : [day]));
  const at = dayScale(ends, inner.left, inner.right);
  const xs = separate(
    versions.map(({ day }) => at(day)),
    2 * dot + 3,
    inner.left,
    inner.right,
  );
  const marks = versions.map((version, i) => markOf(version, xs[i] ?? inner.left, scale, size, plot, at));
  const byId = new Map(marks.map(mark => [mark.id, mark]));
  return {
    size,
    plot,
    values,
    days: dayTicks(ends, at, size),
    log: scale.log,
    broken: scale.broken,
    page: page && barOf(page, scale, size, plot),
    marks,
    echoes: versions.flatMap(({ version, echoOf }) => {
      const [from, to] = [byId.get(version.id), byId.get(echoOf ?? '')];
      return from && to ? [{ from, to }] : [];
    }),
    labels: labelsOf(versions, marks, values, plot, size),
  };
}

/** The bounds of a value, with the arrows of open ends kept within the plot. */
function barOf({ point, low, high }: ChartedValue, { at }: ValueScale, { arrow }: Size, plot: Height): Bar {
  const top = high === null ? Math.max(plot.top, at(low ?? point) - arrow) : at(high);
  const bottom = low === null ? Math.min(plot.bottom, at(high ?? point) + arrow) : at(low);
  const missing = Math.max(0, LEAST_BAND - (bottom - top)) / 2;
  return { top: top - missing, bottom: bottom + missing, openUp: high === null, openDown: low === null };
}

type Height = Pick<Box, 'top' | 'bottom'>;

function markOf(
  version: ChartedVersion,
  x: number,
  scale: ValueScale,
  size: Size,
  plot: Box,
  at: (day: number) => number,
): Mark {
  const { since, inForce, echoOf } = version;
  const open = since === Number.NEGATIVE_INFINITY;
  return {
    id: version.version.id,
    x,
    y: scale.at(version.point),
    inForce,
    isEcho: echoOf !== null,
    period: since === null ? null : { from: open ? plot.left : Math.min(x, at(since)), to: x, open },
    ...barOf(version, scale, size, plot),
  };
}

/** The last tick stands above its line and has room for its unit; the others stand before theirs. */
function valueTicks({ at, ticks, log }: ValueScale, measure: Measure, { top }: Height, font: number) {
  const words = log ? ticks.map(tick => valueInWords(tick, measure)) : axisInWords(ticks, measure);
  const last = ticks.length - 1;
  const placed = ticks.map((tick, i): Layout['values'][number] => {
    const text = isolated(words[i] ?? '');
    const y = at(tick);
    const label: Label =
      i === last
        ? { x: 0, y: Math.max(y - GAP / 2, top - font), anchor: 'start', text }
        : { x: 0, y: y + font * 0.3, anchor: 'end', text };
    return { y, label };
  });
  const kept: typeof placed = [];
  for (const one of placed.toReversed()) {
    const above = kept.at(-1);
    if (!above || one.label.y - above.label.y >= font + 2) kept.push(one);
  }
  return kept.reverse();
}

/** Ticks of the narrowest step whose labels have room beside each other. */
function dayTicks(days: readonly number[], at: (day: number) => number, { width, height, font }: Size): Layout['days'] {
  const [first, last] = [Math.min(...days), Math.max(...days)];
  // As far as the axis goes.
  const reach = Math.max(last - first, 365);
  const middle = (first + last) / 2;
  for (const step of MONTH_STEPS) {
    const ticks = monthTicks(middle - reach / 2, middle + reach / 2, step).map(({ day, date }) => {
      const text = isolated(dateInWords(date));
      const half = widthOf(text, font) / 2;
      const x = Math.min(width - half, Math.max(half, at(day)));
      return { x: at(day), label: { x, y: height - 2, anchor: 'middle', text } satisfies Label };
    });
    const boxes = ticks.map(({ label }) => boxOf(label, font));
    if (boxes.every((box, i) => i === 0 || box.left - GAP >= (boxes[i - 1]?.right ?? 0))) return ticks;
  }
  return [];
}

function labelsOf(
  versions: readonly ChartedVersion[],
  marks: readonly Mark[],
  values: Layout['values'],
  plot: Box,
  { width, font, dot, named }: Size,
): Label[] {
  const obstacles = marks.flatMap(({ x, y, top, bottom, period }) => [
    { left: x - dot, right: x + dot, top: y - dot, bottom: y + dot },
    { left: x - 2, right: x + 2, top, bottom },
    ...(period ? [{ left: period.from, right: period.to, top: y - 1, bottom: y + 1 }] : []),
  ]);
  const taken = values.map(({ label }) => boxOf(label, font));
  const labelled = versions
    .map((version, i) => ({ version, mark: marks[i] as Mark }))
    // The version in force first, then the later before the earlier.
    .sort((a, b) => Number(b.mark.inForce) - Number(a.mark.inForce) || b.mark.x - a.mark.x)
    .map(({ version: { words, source }, mark: { x, y } }) => ({
      x,
      y,
      texts: [
        ...(named && source.publisher ? [isolated(`${isolated(source.publisher)}: ${isolated(words)}`)] : []),
        isolated(words),
      ],
    }));
  const area = { left: plot.left, right: width, top: 0, bottom: plot.bottom + dot };
  return placeLabels(labelled, [...obstacles, ...taken], area, font, dot + GAP / 2);
}
