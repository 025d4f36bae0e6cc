/** The labels of versions: their values, with who gives them where there is room. */
import { publisherOf } from '../SourceLine';
import { boxOf, isolated, isolatedName, type Label, placeLabels } from './boxes';
import type { ChartedVersion } from './charted';
import type { Layout, Mark } from './geometry';
import { ARROW, GAP } from './sizes';

/** The labels of a layout's marks; `marks` are in the order of `versions`. */
export function labelsOf(
  versions: readonly ChartedVersion[],
  { marks, echoes, values, page, plot, size }: Pick<Layout, 'marks' | 'echoes' | 'values' | 'page' | 'plot' | 'size'>,
): Label[] {
  const { width, font, dot, named } = size;
  const obstacles = marks.flatMap(({ x, y, top, bottom, period }) => [
    { left: x - dot, right: x + dot, top: y - dot, bottom: y + dot },
    { left: x - ARROW * dot, right: x + ARROW * dot, top, bottom },
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
        ...(named && publisherOf(source) ? [isolated(`${isolatedName(publisherOf(source))}: ${isolated(words)}`)] : []),
        isolated(words),
      ],
    }));
  const area = { left: plot.left, right: width, top: 0, bottom: plot.bottom + dot };
  const edges = page ? [page.top, page.bottom].map(y => ({ ...plot, top: y - 1, bottom: y + 1 })) : [];
  const links = echoes.map(({ from, to }) => ({
    left: to.x,
    right: from.x,
    top: Math.min(from.y, to.y) - 1,
    bottom: Math.max(from.y, to.y) + 1,
  }));
  return placeLabels(labelled, [...obstacles, ...taken], [...edges, ...links], area, font, dot + GAP / 2);
}
