/** Chrono with only those of its parsers and refiners that read names of months and dates in digits. */
import { Chrono, casual } from 'chrono-node/en';
import { inDates } from './patterns.ts';

/** Places in chrono's own casual list: day and month, month and day, month and year. */
const NAMED = [4, 5, 15];
/** Besides: year, month and day; ISO; with slashes; month and year with a slash. */
const IN_DIGITS = [0, 1, 2, 4, 5, 7, 15];
/** Periods' ends, overlaps, ranges, and what is hardly a date. */
const REFINERS = [0, 9, 14, 15];

/**
 * The places of what is taken of chrono: all else would only cost time, its times of day and relative dates above all. They
 * are numbers because trying out which ones are needed compiles every pattern that chrono has; the test beside this file
 * tries it, so that another version of chrono cannot move them unseen.
 */
export const PLACES = { named: NAMED, inDigits: IN_DIGITS, refiners: REFINERS };

const chosen = <T>(all: readonly T[], places: readonly number[]): T[] => places.map(place => all[place] as T);
const reading = (places: readonly number[]) =>
  new Chrono({ parsers: chosen(casual.parsers, places), refiners: chosen(casual.refiners, REFINERS) });

/** Reads dates with a month's name. */
export const namedDates = reading(NAMED);
/** Reads dates in digits as well. */
export const allDates = reading(IN_DIGITS);

inDates.add({ test: text => namedDates.parse(text) });
