/** Words and names that nobody bears, the same in every run. */

/** A small generator with a seed (mulberry32), giving numbers from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

const BEGINNINGS = 'b br d dr f g gh h j k kh l m n p q r s sh t tr v w y z zh'.split(' ');
const MIDDLES = 'a e i o u ai ao aw'.split(' ');
// No English ending among them, so that a stemmer leaves the word as it is.
const ENDINGS = 'b d k l m n r t v z'.split(' ');

/** A word of so many syllables that can be spoken. */
export function madeUpWord(random: () => number, syllables: number): string {
  const pick = (parts: readonly string[]) => parts[Math.floor(random() * parts.length)] ?? '';
  const open = Array.from({ length: syllables }, () => pick(BEGINNINGS) + pick(MIDDLES));
  return open.join('') + pick(ENDINGS);
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** So many different names of one to three words, most of two as in the news. */
export function madeUpNames(count: number): string[] {
  const random = randomFrom(11);
  const names = new Set<string>();
  while (names.size < count) {
    const words = 1 + Math.floor(random() * 1.6 + random() * 0.8);
    names.add(Array.from({ length: words }, () => capital(madeUpWord(random, 2 + Math.floor(random() * 2)))).join(' '));
  }
  return [...names];
}
