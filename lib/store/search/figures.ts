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
  /** What the source prints. */
  printed: Range;
  /** What the rounding of its digits allows. */
  allowed: Range;
}

/** The figures of all versions that have one. */
export function figureRows(claims: readonly Claim[]): FigureRow[] {
  return claims.flatMap(({ id, measure, versions }) =>
    versions.flatMap(version => {
      const printed = version.value && rangeOf(version.value);
      if (!measure || !printed) return [];
      const allowed = rangeOfVersion(version) ?? printed;
      return [{ claim: id, version: version.id, measure: measureOfVersion(measure, version), printed, allowed }];
    }),
  );
}

/** A number that counts nothing may be of any kind: "3.6bn" also stands for dollars. */
function factorOf(figure: Figure, measure: Measure): number | null {
  if (figure.kind === 'count' && figure.unit === null) return 1;
  return measureFactor(figure, measure, null);
}

/**
 * The rows that the figure fits: first those whose printed value lies in the figure's own rounding ("3.6bn": 3.55 to 3.65
 * billion), then those whose rounding reaches it; in each the nearest value first.
 */
export function rowsWithFigure(rows: readonly FigureRow[], figure: Figure): FigureRow[] {
  const wanted = rangeOf(figure);
  const point = pointOf(figure);
  if (!wanted || point === null) return [];
  const found: { row: FigureRow; near: number; apart: number }[] = [];
  for (const row of rows) {
    const factor = factorOf(figure, row.measure);
    if (factor === null) continue;
    const range = { low: wanted.low * factor, high: wanted.high * factor };
    const exact = overlap(range, row.printed);
    if (!exact && !overlap(range, row.allowed)) continue;
    const middle = (row.printed.low + row.printed.high) / 2;
    found.push({
      row,
      near: exact ? 0 : 1,
      apart: Math.abs(middle - point * factor) / Math.max(1e-9, Math.abs(middle)),
    });
  }
  return found.sort((a, b) => a.near - b.near || a.apart - b.apart).map(({ row }) => row);
}
