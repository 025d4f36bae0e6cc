/** The two axes: values from below to above, days from left to right. */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { ChartedValue } from './charted';

export interface ValueScale {
  at(value: number): number;
  /** Rising. */
  ticks: number[];
  log: boolean;
  /** Whether the axis starts elsewhere than at zero. */
  broken: boolean;
}

export interface DayScale {
  at(day: number): number;
  /** The days at its ends. */
  first: number;
  last: number;
}

/** More than two orders of magnitude: on a linear axis all but the greatest would lie on its foot. */
const LOG_FROM = 100;
/**
 * An axis from zero is given up where the values would differ by less than this share of its height. They are drawn as
 * points, whose place tells, not as bars, whose length would lie; and to see sources differ by a tenth is what the chart is
 * for. A broken axis is marked as such, and said in words.
 */
const LEAST_SPREAD = 0.25;
/** But a broken axis shows at least this share of the greatest value, so that no hair becomes a gulf. A judgement. */
const LEAST_WINDOW = 0.1;
/** Room above and below the values on a broken axis, as a share of what they spread over. */
const MARGIN = 0.25;

/**
 * The axis of values, in whose height all bounds find room, with `arrow` beyond each open end.
 * @param top, bottom of the plot, in the chart's units
 * @param count about how many steps there should be between ticks
 * @param most the greatest value that can be: 100 for parts of a hundred
 */
export function valueScale(
  values: readonly ChartedValue[],
  { top, bottom }: { top: number; bottom: number },
  arrow: number,
  count: number,
  most = Number.POSITIVE_INFINITY,
): ValueScale {
  const bounds = values.flatMap(({ point, low, high }) => [point, low ?? point, high ?? point]);
  const [min, max] = [Math.min(...bounds), Math.max(...bounds)];
  // What an arrow takes, as a share of what is left of the height.
  const share = arrow / (bottom - top - 2 * arrow);
  const [down, up] = [values.some(({ low }) => low === null), values.some(({ high }) => high === null)];
  if (min > 0 && max / min > LOG_FROM) {
    const room = (max / min) ** share;
    const scale = scaleLog([down ? min / room : min, up ? max * room : max], [bottom, top]).nice();
    const powers = scale.ticks().filter(tick => Number.isInteger(Number(Math.log10(tick).toFixed(9))));
    const every = Math.ceil(powers.length / (count + 1));
    const ticks = powers.filter((_, i) => (powers.length - 1 - i) % every === 0);
    return { at: scale, ticks, log: true, broken: false };
  }
  const [low, high] = linearDomain(min, max, values);
  const room = (high - low) * share;
  // Down to zero and no further, and up to the whole: beyond them there is nothing to count.
  const foot = down ? (min >= 0 ? Math.max(0, low - room) : low - room) : low;
  const head = up ? (max <= most ? Math.min(most, high + room) : high + room) : high;
  const { scale, ticks } = roundDomain(foot, head, count);
  const [from = 0, to = 0] = scale.range([bottom, top]).domain();
  return { at: scale, ticks, log: false, broken: from > 0 || to < 0 };
}

/** Whether a step can be counted in: 1, 2, 2.5, 4 or 5 times a power of ten. */
function isRound(step: number): boolean {
  const digits = Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toFixed(6));
  return [1, 2, 2.5, 4, 5].includes(digits);
}

/** Too few ticks to read a value by weigh as much as a domain that is wider by this factor. A judgement. */
const FEW_TICKS = 1.5;

/** The tightest domain of round ends, with about `count` steps between ticks, half as many more at most, both ends among them. */
function roundDomain(low: number, high: number, count: number) {
  const tries = [0, 1, 2, 3, 4].map(more => {
    const scale = scaleLinear([low, high], [0, 1]).nice(count + more);
    const all = scale.ticks(count + more);
    const steps = all.length - 1;
    const step = (all[1] ?? 0) - (all[0] ?? 0);
    let every = 1;
    while (every < steps && (steps % every !== 0 || steps / every > 1.5 * count || !isRound(every * step))) every += 1;
    const [from = low, to = high] = scale.domain();
    const cost = (to - from) * (steps / every < 0.75 * count ? FEW_TICKS : 1);
    return { scale, cost, ticks: all.filter((_, i) => i % every === 0) };
  });
  return tries.reduce((one, other) => (other.cost < one.cost ? other : one));
}

function linearDomain(min: number, max: number, values: readonly ChartedValue[]): [low: number, high: number] {
  const points = values.map(({ point }) => point);
  const apart = Math.max(...points) - Math.min(...points);
  const [low, high] = [Math.min(0, min), Math.max(0, max)];
  if (low === high) return [0, 1];
  if (apart === 0 || apart >= LEAST_SPREAD * (high - low)) return [low, high];
  const spread = max - min;
  const margin = Math.max(MARGIN * spread, (LEAST_WINDOW * (high - low) - spread) / 2);
  return [min >= 0 ? Math.max(0, min - margin) : min - margin, max <= 0 ? Math.min(0, max + margin) : max + margin];
}

/** A shorter axis would say more than its dates do. In days. */
const LEAST_DAYS = 365;

/**
 * The axis of days. It runs from left to right in every language: charts in the press of Afghanistan's languages do so too,
 * as their figures run from left to right within the text.
 */
export function dayScale(days: readonly number[], left: number, right: number): DayScale {
  const [min, max] = [Math.min(...days), Math.max(...days)];
  const missing = Math.max(0, LEAST_DAYS - (max - min)) / 2;
  const [first, last] = [min - missing, max + missing];
  return { at: scaleLinear([first, last], [left, right]), first, last };
}

const DAY = 86_400_000;
/** Steps between ticks, in months. d3's own ticks of time bring three packages more, and days and weeks that no source gives. */
export const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000] as const;

/** The first days of every `step`th month between two days, as ISO months ("2025-04"), and as years where they are such. */
export function monthTicks(first: number, last: number, step: number): { day: number; date: string }[] {
  const ticks: { day: number; date: string }[] = [];
  const begin = new Date(first * DAY);
  let month = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step) * step;
  for (; ; month += step) {
    const [year, rest] = [Math.floor(month / 12), month % 12];
    const day = Date.UTC(year, rest, 1) / DAY;
    if (day > last) return ticks;
    const date = `${String(year).padStart(4, '0')}${step < 12 ? `-${String(rest + 1).padStart(2, '0')}` : ''}`;
    if (day >= first) ticks.push({ day, date });
  }
}
