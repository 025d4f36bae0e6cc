/** For tests: changes texts as editors, sites and syndicates do, and knows afterwards where each character has gone. */

/** A text of which every UTF-16 unit still knows its first offset; -1 for what was written in. */
export interface Traced {
  text: string;
  from: readonly number[];
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32, public domain). */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const traced = (text: string): Traced => ({ text, from: Array.from(text, (_, i) => i) });
const cut = ({ text, from }: Traced, start: number, end?: number): Traced => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
});
const join = (parts: readonly Traced[]): Traced => ({
  text: parts.map(({ text }) => text).join(''),
  from: parts.flatMap(({ from }) => from),
});
const written = (text: string): Traced => ({ text, from: new Array<number>(text.length).fill(-1) });

/** Everything that matches is written anew. */
function rewrite(page: Traced, pattern: RegExp, by: (found: string) => string): Traced {
  const parts: Traced[] = [];
  let last = 0;
  for (const match of page.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const next = by(match[0]);
    parts.push(cut(page, last, match.index));
    // One sign for another is still the same place of the text.
    parts.push(
      next.length === match[0].length ? { text: next, from: page.from.slice(match.index, end) } : written(next),
    );
    last = end;
  }
  return join([...parts, cut(page, last)]);
}

/** The text in parts, each with what ends it. */
function partsOf(page: Traced, pattern: RegExp): Traced[] {
  const ends = [...page.text.matchAll(pattern)].map(({ index, 0: { length } }) => index + length);
  return [0, ...ends].map((start, i) => cut(page, start, ends[i])).filter(({ text }) => text !== '');
}
const paragraphs = (page: Traced) => partsOf(page, /\n/g);
const sentences = (page: Traced) => partsOf(page, /[.!?]["”’]? |\n/g);
const words = (page: Traced) => partsOf(page, / |\n/g);

type Random = () => number;
const below = (random: Random, count: number) => Math.floor(random() * count);
const alter = (parts: Traced[], random: Random, change: (at: number) => void, times: number): Traced => {
  for (let i = 0; i < times && parts.length > 1; i++) change(below(random, parts.length));
  return join(parts);
};

// Of our own making, for what editors write in.
const NEW_SENTENCES = [
  'A spokesman declined to say more when asked on the telephone. ',
  'This figure could not be checked independently by the time of writing. ',
  'Officials in two provinces gave a different account of the same days. ',
  'The ministry later put out a second statement on the matter. ',
  'Aid agencies in Afghanistan say that the need has grown since then. ',
  'Correction: an earlier version of this report gave another number. ',
];
const NEW_WORDS = ['about', 'officials', 'according', 'several', 'reported', '2.4', 'million', 'since', 'however'];

/** By name, what a text may meet between two visits. */
export const MUTATIONS: Record<string, (page: Traced, random: Random) => Traced> = {
  'typos mended'(page, random) {
    const parts = partsOf(page, /(?<=\w)(?=\w)/g);
    const change = (at: number) => {
      const part = parts[at] as Traced;
      parts[at] = random() < 0.5 ? cut(part, 1) : join([written('e'), part]);
    };
    return alter(parts, random, change, page.text.length / 150);
  },
  'words replaced'(page, random) {
    const parts = words(page);
    const change = (at: number) => {
      const { text } = parts[at] as Traced;
      if (!text.includes('\n')) parts[at] = written(`${NEW_WORDS[below(random, NEW_WORDS.length)]} `);
    };
    return alter(parts, random, change, parts.length / 25);
  },
  'sentences cut'(page, random) {
    const parts = sentences(page);
    return alter(parts, random, at => parts.splice(at, 1), 1 + parts.length / 12);
  },
  'sentences added'(page, random) {
    const parts = sentences(page);
    const add = (at: number) =>
      parts.splice(at, 0, written(NEW_SENTENCES[below(random, NEW_SENTENCES.length)] as string));
    return alter(parts, random, add, 1 + parts.length / 12);
  },
  'clauses added inside sentences'(page, random) {
    const parts = words(page);
    const add = (at: number) => parts.splice(at, 0, written('which nobody had expected, '));
    return alter(parts, random, add, 1 + parts.length / 80);
  },
  'paragraphs reordered'(page, random) {
    const parts = paragraphs(page);
    const move = (at: number) => parts.splice(below(random, parts.length), 0, ...parts.splice(at, 1));
    return alter(parts, random, move, 3);
  },
  'quotes typographed': page =>
    rewrite(
      rewrite(page, /(?<=\s|^)"/g, () => '“'),
      /["']/g,
      sign => (sign === '"' ? '”' : '’'),
    ),
  'white space changed': (page, random) =>
    rewrite(page, /[ \n]/g, sign => (random() < 0.2 ? (sign === '\n' ? ' ' : '\u00a0') : sign)),
  'another headline and cuts'(page, random) {
    const parts = paragraphs(page);
    parts[0] = written('What the agency sent out under a headline of its own\n');
    return alter(parts, random, at => at > 0 && parts.splice(at, 1), 1 + parts.length / 4);
  },
  'figures revised': (page, random) =>
    rewrite(page, /\d+/g, figure => (random() < 0.3 ? String(Number(figure) + 1 + below(random, 9)) : figure)),
};

/** The text without the paragraphs that a passage stands in. */
export function withoutParagraphsOf(page: Traced, start: number, end: number): Traced {
  const isIn = (from: number) => from >= start && from < end;
  return join(paragraphs(page).filter(({ from }) => !from.some(isIn)));
}
