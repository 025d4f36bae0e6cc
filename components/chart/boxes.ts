/** Boxes in the chart's own units, and labels that do not overlap. */
import { direction } from '@/lib/i18n/translate';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A text with the point that it hangs on, as SVG has it: `y` is its base line. */
export interface Label {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  text: string;
}

/**
 * A text of ours, isolated in its own direction: the drawing around it runs from left to right. It may have no letter of its
 * own outside further isolates ("January 2025" is two of them), so its direction is given, not guessed.
 */
export const isolated = (text: string): string => `${direction() === 'rtl' ? '\u2067' : '\u2066'}${text}\u2069`;

/** A name from a pack, isolated in whatever direction it has. */
export const isolatedName = (name: string): string => `\u2068${name}\u2069`;

/** How wide a character is at most on average, as a share of the font's size (DejaVu Sans, the widest of
 * the usual system fonts): nothing is measured, for speed. */
const CHARACTER = 0.62;
/** How much of a line's height stands above and below the base line. */
const ASCENT = 0.8;
export const DESCENT = 0.25;

/** A careful guess of a text's width. Direction marks have none. */
export const widthOf = (text: string, font: number): number =>
  text.replace(/[\u2066-\u2069]/g, '').length * CHARACTER * font;

/** The box that a label takes. */
export function boxOf({ x, y, anchor, text }: Label, font: number): Box {
  const width = widthOf(text, font);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - ASCENT * font, bottom: y + DESCENT * font };
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const isInside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

/** What wants a label: where, and its texts, the best first. */
export interface Labelled {
  x: number;
  y: number;
  texts: readonly string[];
}

/**
 * Labels beside their points, where there is room: within `area`, over no obstacle and no other label. The first get the
 * better places; one without room has none.
 * @param better what is kept clear where there is a choice
 * @param distance between a point and its label
 */
export function placeLabels(
  labelled: readonly Labelled[],
  obstacles: readonly Box[],
  better: readonly Box[],
  area: Box,
  font: number,
  distance: number,
): Label[] {
  const taken = [...obstacles];
  const placed: Label[] = [];
  for (const { x, y, texts } of labelled) {
    const middle = y + ((ASCENT - DESCENT) / 2) * font;
    const above = y - distance - DESCENT * font;
    const below = y + distance + ASCENT * font;
    const candidates = texts.flatMap((text): Label[] => [
      { x: x + distance, y: middle, anchor: 'start', text },
      { x: x - distance, y: middle, anchor: 'end', text },
      ...[above, below].flatMap((line): Label[] => [
        { x, y: line, anchor: 'middle', text },
        // Beside a line that goes up or down from the point.
        { x: x - 0.75 * distance, y: line, anchor: 'end', text },
        { x: x + 0.75 * distance, y: line, anchor: 'start', text },
      ]),
    ]);
    const isClear = (candidate: Label, boxes: readonly Box[]) => {
      const box = boxOf(candidate, font);
      return isInside(box, area) && !boxes.some(other => overlaps(box, other));
    };
    const free = candidates.filter(candidate => isClear(candidate, taken));
    const label = free.find(candidate => isClear(candidate, better)) ?? free[0];
    if (!label) continue;
    placed.push(label);
    taken.push(boxOf(label, font));
  }
  return placed;
}
