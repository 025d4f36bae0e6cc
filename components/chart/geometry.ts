/** Lays a chart out: where everything stands, in plain numbers. Nothing is measured, so that it costs the page no layout. */
import { type Box, type Label, widthOf } from './boxes';
import type { Charted, ChartedValue, ChartedVersion } from './charted';
import { labelsOf } from './place-labels';
import { type DayScale, dayScale, type ValueScale, valueScale } from './scales';
import { separate } from './separate';
import { GAP, type Size } from './sizes';
import { type DayTick, dayTicks, type ValueTick, valueTicks } from './ticks';

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
  values: ValueTick[];
  days: DayTick[];
  log: boolean;
  broken: boolean;
  page: Bar | null;
  marks: Mark[];
  /** Lines from an echo to the first version of its voice. */
  echoes: { from: Mark; to: Mark }[];
  labels: Label[];
}

/** The shortest height that a band is seen by. */
const LEAST_BAND = 2;

/** Lays out a chart of one version or more. Nothing leaves `size`; all marks stand in `plot`. */
export function layOut({ measure, versions, page }: Charted, size: Size): Layout {
  const { width, height, font, dot, arrow } = size;
  const all: ChartedValue[] = page ? [...versions, page] : versions;
  const span = { top: font + GAP + dot, bottom: height - font - GAP - dot };
  const whole = measure.unit === '%' ? 100 : Number.POSITIVE_INFINITY;
  const scale = valueScale(all, span, arrow, size.ticks, whole);
  const values = valueTicks(scale, measure, size);
  const margin = Math.max(...values.map(({ label }) => (label.anchor === 'end' ? widthOf(label.text, font) : 0)));
  for (const { label } of values) if (label.anchor === 'end') label.x = margin;
  const plot = { ...span, left: margin + GAP, right: width - GAP };

  const inner = { left: plot.left + 2 * dot, right: plot.right - 2 * dot };
  const ends = versions.flatMap(({ day, since }) => (since !== null && Number.isFinite(since) ? [day, since] : [day]));
  const time = dayScale(ends, inner.left, inner.right);
  const xs = separate(
    versions.map(({ day }) => time.at(day)),
    2 * dot + 3,
    inner.left,
    inner.right,
  );
  const marks = versions.map((version, i) => markOf(version, xs[i] ?? inner.left, scale, size, plot, time));
  const byId = new Map(marks.map(mark => [mark.id, mark]));
  const echoes = versions.flatMap(({ version, echoOf }) => {
    const [from, to] = [byId.get(version.id), byId.get(echoOf ?? '')];
    return from && to ? [{ from, to }] : [];
  });
  const band = page && barOf(page, scale, size, plot);
  return {
    size,
    plot,
    values,
    days: dayTicks(time, size),
    log: scale.log,
    broken: scale.broken,
    page: band,
    marks,
    echoes,
    labels: labelsOf(versions, { marks, echoes, values, page: band, plot, size }),
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

function markOf(version: ChartedVersion, x: number, scale: ValueScale, size: Size, plot: Box, time: DayScale): Mark {
  const { since, inForce, echoOf } = version;
  const open = since === Number.NEGATIVE_INFINITY;
  return {
    id: version.version.id,
    x,
    y: scale.at(version.point),
    inForce,
    isEcho: echoOf !== null,
    period: since === null ? null : { from: open ? plot.left : Math.min(x, time.at(since)), to: x, open },
    ...barOf(version, scale, size, plot),
  };
}
