/** Finds passages that only repeat the page's own words: pull quotes, quoted posts, a text put in twice for phones. */
import type { Steps } from './slices.ts';

/** A passage as this file sees it. */
interface Repeatable {
  text: string;
  block: Element;
  /** Headings and cells may say what others say: they are what gives the words near them their sense. */
  exempt: boolean;
  /** Whether it is set apart from the running text, as a quotation or a box is. */
  apart: boolean;
}

/** Shorter runs of words come back by chance (a judgement), as do these many words in a row almost never. */
const LEAST_WORDS = 5;
/** Nobody pulls out more than this; a longer passage repeats another only if it is the same throughout. */
const MOST_WORDS = 90;
/** What stands under a quotation and says whose it is. */
const ATTRIBUTION_WORDS = 12;
/** Keeps the cost linear where one block holds the whole page. */
const LONGEST_ORIGINAL = 20_000;

/** The words of a text, without case, marks and spaces between them. */
const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** For each character whether words are made of it: 1 yes, 2 no, 0 not asked yet. */
const kinds = new Uint8Array(0x10000);

function isWordPart(code: number): boolean {
  let kind = kinds[code] as number;
  if (kind === 0) {
    // Halves of pairs count as letters: what is found by these numbers is compared word by word afterwards.
    kind = (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 2;
    kinds[code] = kind;
  }
  return kind === 1;
}

/** A number for each run of words in a row, the same for the same words; different runs may share one. */
function numberRuns(text: string): number[] {
  const plain = text.toLowerCase();
  const words: number[] = [];
  const runs: number[] = [];
  let word = 0;
  for (let i = 0; i <= plain.length; i++) {
    const code = i < plain.length ? plain.charCodeAt(i) : 0;
    if (isWordPart(code)) {
      word = (Math.imul(word, 31) + code) | 0;
      continue;
    }
    if (word === 0) continue;
    words.push(word);
    word = 0;
    if (words.length < LEAST_WORDS) continue;
    let run = 0;
    for (let at = words.length - LEAST_WORDS; at < words.length; at++)
      run = (Math.imul(run, 1_000_003) + (words[at] as number)) | 0;
    runs.push(run);
  }
  return runs;
}

/** The places of passages that repeat others, with the attributions that stand with them. Linear in the text. */
export function* findRepeats(passages: readonly Repeatable[], article: Element): Steps<Set<number>> {
  const numbers: number[][] = [];
  for (const { text } of passages) {
    numbers.push(numberRuns(text));
    yield;
  }

  // Where each beginning of a possible repeat stands: passages that hold the same words in a row, the first few only.
  const wanted = new Map<number, number[]>();
  const isWanted = new Uint8Array(0x10000);
  for (const [i, [beginning]] of numbers.entries()) {
    if (passages[i]?.exempt || beginning === undefined) continue;
    wanted.set(beginning, []);
    isWanted[beginning & 0xffff] = 1;
  }
  for (const [i, runs] of numbers.entries()) {
    if (passages[i]?.exempt) continue;
    for (const run of runs) {
      if (isWanted[run & 0xffff] === 0) continue;
      const places = wanted.get(run);
      if (places && places.length < 8 && places.at(-1) !== i) places.push(i);
    }
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
  for (const [i, passage] of passages.entries()) {
    const beginning = numbers[i]?.[0];
    if (passage.exempt || beginning === undefined) continue;
    for (const j of wanted.get(beginning) ?? []) {
      if (j === i || repeats.has(j) || !repeatsOther(i, j)) continue;
      repeats.add(i);
      break;
    }
    yield;
  }
  return withAttributions(passages, wordsOf, repeats, article);

  function repeatsOther(i: number, j: number): boolean {
    const own = wordsOf(i);
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
    if (!quote || !next || next.exempt || wordsOf(i + 1).length > ATTRIBUTION_WORDS) continue;
    // The box is the nearest element around both. A further one may be the article's own.
    let box: Element | null = quote.block;
    for (let steps = 0; box && steps < 3 && !box.contains(next.block); steps++) box = box.parentElement;
    if (!box || box === article || !box.contains(next.block)) continue;
    if (!beyond || !box.contains(beyond.block)) all.add(i + 1);
  }
  return all;
}
