/** Reads days as pages write them for machines, and as they print them. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const YEAR = '((?:19|20)\\d\\d)';

const NUMERIC = new RegExp(`\\b${YEAR}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\\d|3[01])(?!\\d)`);
const COMPACT = new RegExp(`(?<![\\d-])${YEAR}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)`);
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH},?[ -]${YEAR}\\b`, 'i');
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`, 'i');
// Some outlets put the section between: /2010/POLITICS/08/13/.
const SECTION_BETWEEN = new RegExp(`/${YEAR}/[a-z.-]+/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])(?=/|$)`, 'i');
const ADDRESS_MONTH = new RegExp(`/${YEAR}/${MONTH}/(\\d{1,2})(?=/|$)`, 'i');

function toDay(year = '', month = '', day = ''): string | null {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 || Number(month);
  if (number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * The ISO day in a string such as "2025-11-18T08:00:00Z", "20251118", "Tue, 18 Nov 2025" or "November 18, 2025", or null.
 * The day is taken as printed, not moved to the reader's time zone: it is the outlet's own date. "4/3/2025" is no day: it
 * means another one on each side of the Atlantic.
 */
export function dayIn(text: string | null | undefined): string | null {
  if (!text) return null;
  const numeric = NUMERIC.exec(text) ?? COMPACT.exec(text);
  if (numeric) return toDay(numeric[1], numeric[2], numeric[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return toDay(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst ? toDay(monthFirst[3], monthFirst[1], monthFirst[2]) : null;
}

/** The ISO day in an address's path, or null. Eight digits are a day only where they are all of a segment. */
export function dayInPath(path: string): string | null {
  const numeric = NUMERIC.exec(path) ?? SECTION_BETWEEN.exec(path);
  if (numeric) return toDay(numeric[1], numeric[2], numeric[3]);
  const named = ADDRESS_MONTH.exec(path);
  if (named) return toDay(named[1], named[2], named[3]);
  const compact = path.split('/').find(segment => /^(?:19|20)\d{6}$/.test(segment));
  return dayIn(compact);
}
