/**
 * Finds the words of a list by their first three letters: one look into a table at each word's beginning, where a pattern of
 * many words tries them all.
 */

/** Five bits for a letter of ASCII in either case, 0 for anything else. */
function bitsOf(code: number): number {
  const letter = (code | 32) - 96;
  return letter > 0 && letter <= 26 ? letter : 0;
}

function keyOf(text: string, place: number): number {
  const bits = (at: number) => (at < text.length ? bitsOf(text.charCodeAt(at)) : 0);
  return (bits(place) << 10) | (bits(place + 1) << 5) | bits(place + 2);
}

/**
 * A look-up for words with what they mean: gives those that may stand at a place, in the order of `words`, because their first
 * three letters do. An article ends with a space; whatever stands behind it may follow.
 */
export function openingsOf<T>(words: readonly (readonly [string, T])[]) {
  const groups: (readonly [string, T])[][] = [[]];
  const table = new Uint16Array(1 << 15);
  for (const entry of words) {
    const key = keyOf(entry[0], 0);
    const open = entry[0].length === 2 ? 31 : 0;
    for (let any = 0; any <= open; any += 1) {
      const known = table[key | any] || groups.push([]) - 1;
      table[key | any] = known;
      groups[known]?.push(entry);
    }
  }
  return (text: string, place: number): readonly (readonly [string, T])[] =>
    groups[table[keyOf(text, place)] ?? 0] ?? [];
}

/** Can a word begin at `place`: does no letter, digit or underscore stand before it? Takes lower-case text. */
export function opensWord(lower: string, place: number): boolean {
  if (place === 0) return true;
  const code = lower.charCodeAt(place - 1);
  return !((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95);
}
