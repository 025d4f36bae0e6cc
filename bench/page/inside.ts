/** What is measured inside a page, on its own thread: bundled and put into it. */
import Mark from 'mark.js';
import { lookForFirst } from '../../lib/page/first-look.ts';
import { createHighlightPainter } from '../../lib/page/highlight-painter.ts';
import { createMarkPainter } from '../../lib/page/highlighter.ts';
import type { Painter, PaintRange } from '../../lib/page/painter.ts';
import { findArticleIn, findPassagesIn } from '../../lib/page/passages.ts';
import { recordPage } from '../../lib/page/record.ts';
import { atOnce, type Steps } from '../../lib/page/slices.ts';
import { triggerTest } from '../../lib/reading/triggers.ts';
import { madeUpWord, randomFrom } from '../made-up.ts';

type Ranges = Map<Text, PaintRange[]>;

const LETTERS = /\p{L}{4,}/gu;

function* textNodes(): Generator<Text> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text;
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Lays the page out, so that what comes next is not charged with it. */
const layOut = () => document.documentElement.getBoundingClientRect().height;

/** Keeps what a walk has read from being optimised away. */
let read = 0;

/** The physical limit: each text node visited, each character read once. */
function walk(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let i = 0; i < data.length; i++) read = (read + data.charCodeAt(i)) | 0;
  }
}

/** What the content script does on its first reading. */
function* scan(): Steps<number> {
  const record = yield* recordPage(document.documentElement);
  const article = yield* findArticleIn(record, document);
  return (yield* findPassagesIn(record, article, article)).length;
}

/** Asks the browser of each block that has text of its own whether it shows it: what no reading of ours can do without. */
function askVisibility(): void {
  for (const block of document.querySelectorAll('h1, p, li'))
    if (!block.checkVisibility({ visibilityProperty: true })) read++;
}

const random = randomFrom(11);
/** As many triggers as the pack has, none of which stands on any page. */
const isTrigger = triggerTest(Array.from({ length: 150 }, () => `x${madeUpWord(random, 3)}`));

/** … and what it does on a page that holds no trigger. */
function* look(): Steps<boolean> {
  return yield* lookForFirst(yield* recordPage(document.documentElement), isTrigger);
}

/** So many words of the page, spread evenly; fewer where it has no more. */
function ranges(count: number): Ranges {
  const all = [...textNodes()].flatMap(node =>
    [...node.data.matchAll(LETTERS)].map(({ index, 0: word }) => ({ node, start: index, end: index + word.length })),
  );
  const step = Math.max(1, all.length / count);
  const chosen: Ranges = new Map();
  for (let i = 0; i < Math.min(count, all.length); i++) {
    const one = all[Math.floor(i * step)];
    if (!one) break;
    const { node, start, end } = one;
    const list = chosen.get(node) ?? [];
    list.push({ start, end, id: `m${i}`, first: true });
    chosen.set(node, list);
  }
  return chosen;
}

/** Paints so many marks and takes them out again; the layout that each of the two makes is timed apart. */
function paint(make: (signal: AbortSignal) => Painter, count: number) {
  const controller = new AbortController();
  const painter = make(controller.signal);
  const given = ranges(count);
  layOut();
  const script = timed(() => {
    for (const [node, list] of given) painter.paint(node, list);
  });
  const layout = timed(layOut);
  const undo = timed(() => {
    for (const node of given.keys()) painter.clear(node);
  });
  const undoLayout = timed(layOut);
  controller.abort();
  return { script, layout, undo, undoLayout };
}

function dress(element: HTMLElement, { id }: PaintRange): void {
  element.setAttribute('data-m', id);
  element.setAttribute('role', 'button');
  element.setAttribute('aria-haspopup', 'dialog');
  element.tabIndex = 0;
}

/** The physical limit of marks that are elements: text nodes cut and elements put in between, nothing remembered. */
function wrap(count: number): number {
  const given = ranges(count);
  layOut();
  const parts: [Text, Node[]][] = [];
  const script = timed(() => {
    for (const [node, list] of given) {
      const behind = node.nextSibling;
      for (const range of list.toReversed()) {
        const words = node.splitText(range.start);
        words.splitText(range.end - range.start);
        const element = document.createElement('daftar-mark');
        dress(element, range);
        words.replaceWith(element);
        element.append(words);
      }
      const own: Node[] = [];
      for (let at = node.nextSibling; at && at !== behind; at = at.nextSibling) own.push(at);
      parts.push([node, own]);
    }
  });
  for (const [node, own] of parts) {
    node.data += own.map(part => part.textContent).join('');
    for (const part of own) part.parentNode?.removeChild(part);
  }
  return script;
}

/** Words of the page that stand in it some six times each, as a list of keywords would. */
function keywords(count: number): string[] {
  const counts = new Map<string, number>();
  for (const node of textNodes())
    for (const [word] of node.data.matchAll(LETTERS)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rare = [...counts].sort((a, b) => Math.abs(a[1] - 6) - Math.abs(b[1] - 6));
  return rare.slice(0, count).map(([word]) => word);
}

/** What is done over and over, so that it can be measured from outside. */
const repeated = {
  nothing: () => {},
  walk,
  record: () => void atOnce(recordPage(document.documentElement)),
  visibility: askVisibility,
  look: () => void atOnce(look()),
  scan: () => void atOnce(scan()),
};

const timings = {
  repeat: (name: keyof typeof repeated, times: number) => {
    for (let i = 0; i < times; i++) repeated[name]();
  },
  walk: () => timed(walk),
  look: () => timed(() => atOnce(look())),
  scan: () => timed(() => atOnce(scan())),
  scanAndPaint: (count: number) =>
    timed(() => atOnce(scan())) + paint(signal => createHighlightPainter(() => 'b', signal), count).script,
  highlights: (count: number) => paint(signal => createHighlightPainter(() => 'b', signal), count),
  wrap,
  elements: (count: number) => paint(signal => createMarkPainter(dress, signal), count),
  keywords: (count: number) => {
    const words = keywords(count);
    const mark = new Mark(document.body);
    layOut();
    const script = timed(() => mark.mark(words, { accuracy: 'exactly', separateWordSearch: false }));
    const layout = timed(layOut);
    const undo = timed(() => mark.unmark());
    return { script, layout, undo, undoLayout: timed(layOut) };
  },
  characters: () => document.body.textContent?.length ?? 0,
  nodes: () => [...textNodes()].length,
};

export type Timings = typeof timings;
export type Repeated = keyof typeof repeated;

(globalThis as { bench?: Timings }).bench = timings;
