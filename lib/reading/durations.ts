/** Turns one unit of time into another. */

const DAYS_IN: Record<string, number> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

/** The factor that turns a duration in `unit` into one in `into`; null where one of them is no unit of time. */
export function durationFactor(unit: string | null, into: string | null): number | null {
  const from = DAYS_IN[unit ?? ''];
  const to = DAYS_IN[into ?? ''];
  return from && to ? from / to : null;
}
