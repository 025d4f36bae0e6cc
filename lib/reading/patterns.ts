/**
 * Makes the patterns ready that nearly every page needs. V8 turns a pattern first into code for its interpreter, and into
 * machine code when it is run again; only one that first meets a text of a thousand units or more becomes machine code at
 * once. A worker that has just woken would do most of its work twice.
 */

/** Long enough, and in two bytes a unit, as the texts of pages are read. */
const LONG = '\u2014'.repeat(1000);

/** A pattern, or what runs some on a text. */
type Pattern = { test(text: string): unknown; lastIndex?: number };

/** Patterns that are used together, and most of them often. */
export class Patterns {
  #waiting: Pattern[] = [];

  /** Takes patterns in; a pattern that few pages need costs all others more than it spares those few. */
  add(...patterns: Pattern[]): void {
    this.#waiting.push(...patterns);
  }

  /** Makes them ready; does nothing the next time. */
  ready(): void {
    for (const pattern of this.#waiting) {
      pattern.test(LONG);
      if (pattern.lastIndex) pattern.lastIndex = 0;
    }
    this.#waiting = [];
  }
}

/** Those for every text. */
export const onPages = new Patterns();
/** Those for texts whose figures are read. */
export const inFigures = new Patterns();
/** Those for sentences with a date. */
export const inDates = new Patterns();
