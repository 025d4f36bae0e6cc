/** Which backups stay when a new one has been written. */

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** How many stay: the last ones, and the last one of each of the past days and weeks. Judgements. */
const LAST = 5;
const DAYS = 7;
const WEEKS = 4;
/** For how long the fullest one stays, so that backups of a database that was emptied by a fault do not push it out. */
const FULLEST_FOR = 30 * DAY;

interface Copy {
  /** The ISO instant (UTC) at which it was made. */
  id: string;
  count: number;
}

/**
 * The ids of the backups to keep. Days and weeks are those of UTC.
 * @param now milliseconds
 */
export function backupsToKeep(copies: readonly Copy[], now: number): Set<string> {
  const newestFirst = copies.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, LAST).map(({ id }) => id));
  for (const [length, most] of [
    [DAY, DAYS],
    [WEEK, WEEKS],
  ] as const) {
    const seen = new Set<number>();
    for (const { id } of newestFirst) {
      const ago = Math.floor(now / length) - Math.floor(Date.parse(id) / length);
      if (ago < 0 || ago >= most || seen.has(ago)) continue;
      seen.add(ago);
      kept.add(id);
    }
  }
  const recent = newestFirst.filter(({ id }) => Date.parse(id) > now - FULLEST_FOR);
  const most = Math.max(...recent.map(({ count }) => count));
  const fullest = recent.find(({ count }) => count === most);
  if (fullest) kept.add(fullest.id);
  return kept;
}
