import { describe, expect, it } from 'vitest';
import { backupsToKeep } from './backup-rotation';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-01T00:00:00.000Z');

/** The backups that stay when one is made every `every` milliseconds from the start on. */
function live(every: number, until: number, countAt: (time: number) => number = () => 10) {
  let copies: { id: string; count: number }[] = [];
  for (let now = START; now <= until; now += every) {
    copies.push({ id: new Date(now).toISOString(), count: countAt(now) });
    const kept = backupsToKeep(copies, now);
    copies = copies.filter(({ id }) => kept.has(id));
  }
  return copies;
}

const agesInDays = (copies: { id: string }[], now: number) => copies.map(({ id }) => (now - Date.parse(id)) / DAY);

describe('backupsToKeep', () => {
  it('keeps the last five of a busy hour', () => {
    expect(agesInDays(live(3 * 60_000, START + HOUR), START + HOUR).map(age => Math.round(age * 24 * 60))).toEqual([
      12, 9, 6, 3, 0,
    ]);
  });

  it('keeps one of each of seven days and of four weeks', () => {
    const now = START + 60 * DAY;
    const ages = agesInDays(live(HOUR, now), now);
    for (let day = 0; day < 6; day++) expect(ages.some(age => age >= day && age <= day + 1)).toBe(true);
    for (let week = 0; week < 3; week++) expect(ages.some(age => age >= week * 7 && age <= (week + 1) * 7)).toBe(true);
    expect(Math.max(...ages)).toBeGreaterThan(14);
    expect(ages.length).toBeLessThanOrEqual(17);
  });

  it('keeps the last ones, however old', () => {
    const old = [1, 2, 3].map(day => ({ id: `2020-01-0${day}T00:00:00.000Z`, count: 1 }));
    expect(backupsToKeep(old, START).size).toBe(3);
  });

  it('does not let backups of an emptied database push the fullest one out for thirty days', () => {
    const fault = START + DAY;
    const countAt = (time: number) => (time < fault ? 500 : 1);
    const counts = (until: number) => live(6 * HOUR, until, countAt).map(({ count }) => count);
    expect(counts(fault + 28 * DAY)).toContain(500);
    expect(counts(fault + 31 * DAY)).not.toContain(500);
  });

  it('keeps nothing of nothing', () => {
    expect(backupsToKeep([], START).size).toBe(0);
  });
});
