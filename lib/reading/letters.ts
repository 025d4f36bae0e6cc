/**
 * Letters for patterns. A class of all letters of Unicode, above all with no regard to case, costs a worker that has just
 * woken a millisecond or more for each pattern that has it; these ranges cost nothing, and read text in small letters.
 */

/** For a class in a pattern: letters of alphabets, small ones of ASCII only. */
export const SMALL = 'a-z\\u00c0-\\u1fff';
/** The same with the capitals of ASCII. */
export const LETTERS = `A-Z${SMALL}`;
/** Capitals, and all that may be one beyond Latin's first letters. */
export const CAPITALS = 'A-Z\\u00c0-\\u00de\\u0100-\\u1fff';

/** The text in small letters, as long as it was: a few letters change their length ("İ"), and then only ASCII is lowered. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, run => run.toLowerCase());
}

/** Is the first letter of a word a small one? */
export function isSmall(word: string): boolean {
  const first = word.charAt(0);
  return first === first.toLowerCase() && first !== first.toUpperCase();
}

/** Is this one letter, and a capital? */
export function isCapital(letter: string): boolean {
  return letter.length === 1 && letter === letter.toUpperCase() && letter !== letter.toLowerCase();
}
