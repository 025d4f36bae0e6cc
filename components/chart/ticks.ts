/** What stands along the axes. */
import { axisInWords, dateInWords, valueInWords } from '@/lib/i18n/formats';
import type { Measure } from '@/lib/reading/types';
import { boxOf, DESCENT, isolated, type Label, widthOf } from './boxes';
import { type DayScale, MONTH_STEPS, monthTicks, type ValueScale } from './scales';
import { GAP, type Size } from './sizes';

export interface ValueTick {
  y: number;
  label: Label;
}

export interface DayTick {
  x: number;
  label: Label;
}

const LONGEST_MONTH = 31;

/** How far above the plot's top its heading stands: clear of the marks on that line. */
export const headOf = (dot: number): number => dot + 2;

/** The last tick stands above its line and has room for its unit; the others stand before theirs. */
export function valueTicks({ at, ticks, log }: ValueScale, measure: Measure, { font, dot }: Size) {
  const words = log ? ticks.map(tick => valueInWords(tick, measure)) : axisInWords(ticks, measure);
  const last = ticks.length - 1;
  const placed = ticks.map((tick, i): ValueTick => {
    const text = isolated(words[i] ?? '');
    const y = at(tick);
    const label: Label =
      i === last
        ? { x: 0, y: y - headOf(dot), anchor: 'start', text }
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
export function dayTicks({ at, first, last }: DayScale, { width, height, font }: Size): DayTick[] {
  // Years alone are the shortest labels: steps that have no room for those need not be tried.
  const least = ((last - first) * widthOf('2025', font)) / width / LONGEST_MONTH;
  for (const step of MONTH_STEPS) {
    if (step < least) continue;
    const ticks = monthTicks(first, last, step).map(({ day, date }) => {
      const text = isolated(dateInWords(date));
      const half = widthOf(text, font) / 2;
      const x = Math.min(width - half, Math.max(half, at(day)));
      return { x: at(day), label: { x, y: height - DESCENT * font, anchor: 'middle', text } satisfies Label };
    });
    const boxes = ticks.map(({ label }) => boxOf(label, font));
    if (boxes.every((box, i) => i === 0 || box.left - GAP >= (boxes[i - 1]?.right ?? 0))) return ticks;
  }
  return [];
}
