/** Finds versions by their figures, in whatever way the query writes the value. */
import { overlap, rangeOf } from '../../reading/comparing/intervals.ts';
import { rangeOfVersion } from '../../reading/comparing/relations.ts';
import { pointOf } from '../../reading/matching/fit-figure.ts';
import { measureFactor, measureOfVersion } from '../../reading/measures.ts';
import type { Claim, Figure, Measure } from '../../reading/types.ts';

interface Range {
  low: number;
  high: number;
}

/** The figure of one version. */
export interface FigureRow {
  claim: string;
  version: string;
  measure: Measure;
  /** The value to place it by. */
  point: number;
  /** What the source's words allow. */
  printed: Range;
  /** The same with the rounding of its digits. */
  allowed: Range;
}

/** The figures of all versions that have one. */
export function figureRows(claims: readonly Claim[]): FigureRow[] {
  return claims.flatMap(({ id, measure, versions }) =>
    versions.flatMap(version => {
      const printed = version.value && rangeOf(version.value);
      const point = version.value ? pointOf(version.value) : null;
      if (!measure || !printed || point === null) return [];
      const allowed = rangeOfVersion(version) ?? printed;
      const own = measureOfVersion(measure, version);
      return [{ claim: id, version: version.id, measure: own, point, printed, allowed }];
    }),
  );
}

/** A number that counts nothing may be of any kind: "3.6bn" also stands for dollars. */
function factorOf(figure: Figure, measure: Measure): number | null {
  if (figure.kind === 'count' && figure.unit === null) return 1;
  return measureFactor(figure, measure, null);
}

/**
 * The rows that the figure fits: first those whose value lies in the figure's own rounding ("3.6bn": 3.55 to 3.65 billion),
 * then those whose own words or rounding reach it ("billions"); in each the nearest value first.
 */
export function rowsWithFigure(rows: readonly FigureRow[], figure: Figure): FigureRow[] {
  const wanted = rangeOf(figure);
  const point = pointOf(figure);
  if (!wanted || point === null) return [];
  const found: { row: FigureRow; inside: boolean; apart: number }[] = [];
  for (const row of rows) {
    const factor = factorOf(figure, row.measure);
    if (factor === null) continue;
    const range = { low: wanted.low * factor, high: wanted.high * factor };
    if (!overlap(range, row.printed) && !overlap(range, row.allowed)) continue;
    const inside = range.low <= row.point && row.point <= range.high;
    found.push({ row, inside, apart: Math.abs(row.point - point * factor) });
  }
  return found.sort((a, b) => Number(b.inside) - Number(a.inside) || a.apart - b.apart).map(({ row }) => row);
}
