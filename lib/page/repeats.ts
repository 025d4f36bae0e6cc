/** Finds passages that only repeat the page's own words: pull quotes, quoted posts, a text put in twice for phones. */
import type { Steps } from './slices.ts';

/** A passage as this file sees it. */
interface Repeatable {
  text: string;
  block: Element;
  heading: boolean;
  cell: boolean;
  /** Whether it is set apart from the running text, as a quotation or a box is. */
  apart: boolean;
}

/** Headings and cells may say what others say: they are what gives the words near them their sense. */
const isExempt = ({ heading, cell }: Repeatable): boolean => heading || cell;

/** Shorter runs of words come back by chance (a judgement), as do these many words in a row almost never; see `eachRun`. */
const LEAST_WORDS = 5;
/** Nobody pulls out more than this; a longer passage repeats another only if it is the same throughout. */
const MOST_WORDS = 90;
/** What stands under a quotation and says whose it is. */
const ATTRIBUTION_WORDS = 12;
/** Keeps the cost linear where one block holds the whole page. */
const LONGEST_ORIGINAL = 20_000;

/** The words of a text, without case, marks and spaces between them. */
const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** For each UTF-16 unit its small letter where words are made of it, 1 where not, 0 as long as nobody has asked. */
const letters = new Uint16Array(0x10000);

function letterOf(code: number): number {
  const sign = String.fromCharCode(code);
  // Halves of pairs count as letters: what is found by these numbers is compared word by word afterwards.
  const isHalf = code >= 0xd800 && code < 0xe000;
  const letter = isHalf ? code : /[\p{L}\p{N}]/u.test(sign) ? sign.toLowerCase().charCodeAt(0) : 1;
  letters[code] = letter;
  return letter;
}

/** Factors of the numbers for words and for runs of words. */
const PER_LETTER = 31;
const PER_WORD = 1_000_003;

/**
 * Calls `each` with a number for each run of words in a row, the same for the same words; different runs may share one.
 * Stops when it says false.
 */
function eachRun(text: string, each: (run: number) => boolean): void {
  // The last words, the latest first; zero where there is none yet.
  let [a, b, c, d, e] = [0, 0, 0, 0, 0];
  let word = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const letter = letters[code] || letterOf(code);
    if (letter > 1) word = (Math.imul(word, PER_LETTER) + letter) | 0;
    else if (word !== 0) {
      e = d;
      d = c;
      c = b;
      b = a;
      a = word;
      word = 0;
      if (e === 0) continue;
      const first = Math.imul(Math.imul(e, PER_WORD) + d, PER_WORD) + c;
      if (!each((Math.imul(Math.imul(first, PER_WORD) + b, PER_WORD) + a) | 0)) return;
    }
  }
}

/** Numbers are told apart by so many of their bits before they are looked up. */
const BITS = 0x3ffff;

/** Of passages that hold the same words in a row the first few are enough. */
const MOST_PLACES = 8;

/** The places of passages that repeat others, with the attributions that stand with them. Linear in the text. */
export function* findRepeats(passages: readonly Repeatable[], article: Element): Steps<Set<number>> {
  // Where each beginning of a possible repeat stands: its own passage, and further ones, the first few only.
  const runs: (number | undefined)[] = [];
  const beginnings = new Map<number, number>();
  const further = new Map<number, number[]>();
  const isWanted = new Uint8Array(BITS + 1);
  let here = 0;
  const begin = (run: number) => {
    runs[here] = run;
    isWanted[run & BITS] = 1;
    if (!beginnings.has(run)) beginnings.set(run, here);
    return false;
  };
  const note = (run: number) => {
    if (isWanted[run & BITS] === 0) return true;
    const own = beginnings.get(run);
    if (own === undefined || own === here) return true;
    const places = further.get(run);
    if (!places) further.set(run, [here]);
    else if (places.length < MOST_PLACES && places.at(-1) !== here) places.push(here);
    return true;
  };
  for (const each of [begin, note])
    for (here = 0; here < passages.length; here++) {
      const passage = passages[here] as Repeatable;
      if (!isExempt(passage)) eachRun(passage.text, each);
      yield;
    }

  const words = new Map<number, string[]>();
  const wordsOf = (i: number): string[] => {
    const own = words.get(i) ?? plainWords(passages[i]?.text ?? '');
    words.set(i, own);
    return own;
  };
  const plain = new Map<number, string>();
  const plainOf = (i: number): string => {
    const own = plain.get(i) ?? ` ${wordsOf(i).join(' ')} `;
    plain.set(i, own);
    return own;
  };

  const repeats = new Set<number>();
  for (let i = 0; i < passages.length; i++) {
    const run = runs[i];
    const places = run === undefined ? undefined : further.get(run);
    if (run === undefined || !places) continue;
    for (const j of [beginnings.get(run) as number, ...places]) {
      if (j === i || repeats.has(j) || !repeatsOther(i, j)) continue;
      repeats.add(i);
      break;
    }
    yield;
  }
  return withAttributions(passages, wordsOf, repeats, article);

  function repeatsOther(i: number, j: number): boolean {
    const own = wordsOf(i);
    // A long one is the same throughout or repeats nothing; what begins otherwise need not be looked at.
    if (own.length > MOST_WORDS && runs[i] !== runs[j]) return false;
    const mine = plainOf(i);
    const other = plainOf(j);
    const { apart } = passages[i] as Repeatable;
    if (mine === other) return apart === passages[j]?.apart ? j < i : apart;
    if (own.length > MOST_WORDS || other.length > LONGEST_ORIGINAL) return false;
    if (mine.length < other.length && other.includes(mine)) return true;
    if (!apart) return false;
    // A quotation with its speaker's name in the same line: the last words are not the page's.
    const least = Math.max(LEAST_WORDS, own.length / 2, own.length - ATTRIBUTION_WORDS);
    for (let length = own.length - 1; length >= least; length--)
      if (other.includes(` ${own.slice(0, length).join(' ')} `)) return true;
    return false;
  }
}

/** Adds what is left over in the box of a repeated quotation: its speaker. */
function withAttributions(
  passages: readonly Repeatable[],
  wordsOf: (i: number) => readonly string[],
  repeats: ReadonlySet<number>,
  article: Element,
): Set<number> {
  const all = new Set(repeats);
  for (const i of repeats) {
    const [quote, next, beyond] = passages.slice(i, i + 3);
    if (!quote || !next || isExempt(next) || wordsOf(i + 1).length > ATTRIBUTION_WORDS) continue;
    // The box is the nearest element around both. A further one may be the article's own.
    let box: Element | null = quote.block;
    for (let steps = 0; box && steps < 3 && !box.contains(next.block); steps++) box = box.parentElement;
    if (!box || box === article || !box.contains(next.block)) continue;
    if (!beyond || !box.contains(beyond.block)) all.add(i + 1);
  }
  return all;
}
