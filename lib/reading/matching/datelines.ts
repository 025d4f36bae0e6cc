/** Tells the places from which a report was sent from those that it speaks of. */
import { MONTHS_PRINTED } from '../figures/calendar.ts';
import { CAPITALS, LETTERS } from '../letters.ts';

const CAPS = `[${CAPITALS}]{2,}[${CAPITALS} .'’-]*`;
const NAME = `[${CAPITALS}][${LETTERS} .'’-]{1,24}`;
const MONTH = `(?:${MONTHS_PRINTED})\\.?`;
const AGENCY = '\\([^)\\n]{2,40}\\)';
const DASH = '\\s*\\.?\\s?[–—-]{1,2}\\s';

/**
 * "KABUL, Afghanistan — ", "WASHINGTON (AP) — ", "NEW DELHI: ", "Kabul, Nov 1 (EFE) – ": in capitals, or with an agency or
 * a day, since "Kabul – like Moscow – wants peace" is none.
 */
const DATELINE = new RegExp(
  `^\\W*(?:${CAPS}(?:,\\s${NAME})?(?:,\\s${MONTH}\\s\\d{1,2},?)?(?:\\s*${AGENCY})*(?:${DASH}|:\\s)` +
    `|${NAME}(?:,\\s${NAME})?(?:,\\s${MONTH}\\s\\d{1,2},?)?\\s*${AGENCY}(?:${DASH}|:\\s)` +
    `|${NAME},\\s${MONTH}\\s\\d{1,2},?${DASH})`,
);

/** Where the line ends that names place, day and agency at the head of a report; 0 without one. */
export const endOfDateline = (text: string): number => DATELINE.exec(text)?.[0].length ?? 0;
