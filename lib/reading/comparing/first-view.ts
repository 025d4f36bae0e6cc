/** Chooses what a reader sees of a comparison before asking for all of it. */
import type { ComparedVersion, Comparison } from '../reading.ts';
import { daysOf } from './dates.ts';
import { isComparable } from './verdict.ts';

export interface FirstView {
  /** The version that the page's statement is least far from; where none can be compared, the latest of the same scope. */
  nearest: ComparedVersion | null;
  /** Of a dated statement: the latest version, which says otherwise than the nearest one. */
  newer: ComparedVersion | null;
}

const lastDay = ({ version }: ComparedVersion) => daysOf(version.asOf)?.last ?? 0;

/** How far a version is: nothing where it agrees; without figures all that disagree are equally far. */
const distanceOf = ({ relation }: ComparedVersion) =>
  relation.kind === 'agrees' ? 0 : Math.abs(relation.difference ?? Number.POSITIVE_INFINITY);

/** The first view of a comparison: its nearest version and, where the statement is dated, the newer one. */
export function firstView({ versions, verdict }: Pick<Comparison, 'versions' | 'verdict'>): FirstView {
  const latestFirst = [...versions].sort((a, b) => lastDay(b) - lastDay(a));
  const comparable = latestFirst.filter(({ relation }) => isComparable(relation));
  // Sorting is stable: of versions that are equally near, the one in force on the page's day goes first, then the latest.
  const byDistance = [...comparable].sort(
    (a, b) => compareNumbers(distanceOf(a), distanceOf(b)) || Number(b.inForce) - Number(a.inForce),
  );
  const sameScope = latestFirst.find(({ relation }) => relation.kind !== 'other-scope');
  const nearest = byDistance[0] ?? sameScope ?? latestFirst[0] ?? null;
  const newer = verdict === 'dated' ? comparable.find(({ relation }) => relation.kind !== 'agrees') : undefined;
  return { nearest, newer: newer && newer !== nearest ? newer : null };
}

/** Subtraction would make a NaN of two infinities. */
const compareNumbers = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
