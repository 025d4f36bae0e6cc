/** Finds passages that only repeat the page's own words: pull quotes, quoted posts, a text put in twice for phones. */

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

/** A number for each run of words, the same for the same words; two runs may share one, since all is compared later. */
function numberRuns(): (list: readonly string[]) => number[] {
  const numbers = new Map<string, number>();
  return list => {
    const own = list.map(word => {
      const number = numbers.get(word) ?? numbers.size + 1;
      numbers.set(word, number);
      return number;
    });
    const runs: number[] = [];
    for (let at = 0; at + LEAST_WORDS <= own.length; at++) {
      let run = 0;
      for (let i = at; i < at + LEAST_WORDS; i++) run = (Math.imul(run, 1_000_003) + (own[i] as number)) | 0;
      runs.push(run);
    }
    return runs;
  };
}

/** The places of passages that repeat others, with the attributions that stand with them. Linear in the text. */
export function findRepeats(passages: readonly Repeatable[], article: Element): Set<number> {
  const words = passages.map(({ text }) => plainWords(text));
  const plain = words.map(list => ` ${list.join(' ')} `);
  const beginnings = words.map(numberRuns());

  // Where each beginning of a possible repeat stands: passages that hold the same words in a row, the first few only.
  const wanted = new Map<number, number[]>();
  const isCandidate = (i: number) => !passages[i]?.exempt && (words[i]?.length ?? 0) >= LEAST_WORDS;
  const placesOf = (i: number) => wanted.get(beginnings[i]?.[0] ?? 0);
  passages.forEach((_, i) => {
    if (isCandidate(i)) wanted.set(beginnings[i]?.[0] ?? 0, []);
  });
  beginnings.forEach((runs, i) => {
    if (passages[i]?.exempt) return;
    for (const run of runs) {
      const places = wanted.get(run);
      if (places && places.length < 8 && places.at(-1) !== i) places.push(i);
    }
  });

  const repeats = new Set<number>();
  passages.forEach((passage, i) => {
    const own = words[i] ?? [];
    if (!isCandidate(i)) return;
    for (const j of placesOf(i) ?? []) {
      if (j === i || repeats.has(j) || !repeatsOther(i, j)) continue;
      repeats.add(i);
      break;
    }

    function repeatsOther(i: number, j: number): boolean {
      const mine = plain[i] ?? '';
      const other = plain[j] ?? '';
      if (mine === other) return passage.apart === passages[j]?.apart ? j < i : passage.apart;
      if (own.length > MOST_WORDS || other.length > LONGEST_ORIGINAL) return false;
      if (mine.length < other.length && other.includes(mine)) return true;
      if (!passage.apart) return false;
      // A quotation with its speaker's name in the same line: the last words are not the page's.
      const least = Math.max(LEAST_WORDS, own.length / 2, own.length - ATTRIBUTION_WORDS);
      for (let length = own.length - 1; length >= least; length--)
        if (other.includes(` ${own.slice(0, length).join(' ')} `)) return true;
      return false;
    }
  });
  return withAttributions(passages, words, repeats, article);
}

/** Adds what is left over in the box of a repeated quotation: its speaker. */
function withAttributions(
  passages: readonly Repeatable[],
  words: readonly string[][],
  repeats: ReadonlySet<number>,
  article: Element,
): Set<number> {
  const all = new Set(repeats);
  for (const i of repeats) {
    const [quote, next, beyond] = passages.slice(i, i + 3);
    if (!quote || !next || next.exempt || (words[i + 1]?.length ?? 0) > ATTRIBUTION_WORDS) continue;
    // The box is the nearest element around both. A further one may be the article's own.
    let box: Element | null = quote.block;
    for (let steps = 0; box && steps < 3 && !box.contains(next.block); steps++) box = box.parentElement;
    if (!box || box === article || !box.contains(next.block)) continue;
    if (!beyond || !box.contains(beyond.block)) all.add(i + 1);
  }
  return all;
}
