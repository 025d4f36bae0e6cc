// @vitest-environment jsdom
// What holds of every page, however it is built.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triggerTest } from '@/lib/reading/triggers';
import { lookForFirst } from './first-look';
import { readPageFacts } from './page-facts';
import { findArticle, findPassages, nodeRanges, type PagePassage, pieceAgain } from './passages';
import { recordPage } from './record';
import { atOnce } from './slices';

type Tree = string | { tag: string; names: string; inside: Tree[]; shadow: Tree[] | null };

const LONG =
  'The traders of the bazaar said that prices had risen since the border was closed to lorries in the spring. ';
const WORDS = [
  'Kabul',
  ' 2.3 million ',
  '\n  ',
  'x',
  '\u00a0',
  'é',
  '😀',
  'دو میلیون',
  'Advertisement',
  'By Anna Lund',
  '3 May 2025',
  LONG,
  LONG.repeat(4),
];
const BLOCKS = 'div p section article main aside h1 h2 ul li table tr td th blockquote figure figcaption details'.split(
  ' ',
);
const OTHERS = 'summary header footer form nav iframe template button br hr svg custom-part slot'.split(' ');
const INLINE = 'a b span em sup time q cite'.split(' ');
const NAMES = [
  '',
  '',
  '',
  'comments',
  'ad-slot',
  'paywall',
  'share author',
  'byline',
  'has-related-content',
  'related',
];
const MARKS = ['', '', '', 'hidden', 'aria-hidden', 'inert', 'href', 'style', 'slot'];

const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(...WORDS),
    fc.record({
      tag: fc.constantFrom(...BLOCKS, ...BLOCKS, ...OTHERS, ...INLINE),
      names: fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...MARKS)).map(pair => pair.join('|')),
      inside: fc.array(tie('tree'), { maxLength: 5 }),
      shadow: fc.option(fc.array(tie('tree'), { maxLength: 3 }), { freq: 6, nil: null }),
    }),
  ),
}));

/** Builds the tree by DOM calls, which can nest what a parser would not. */
function grow(parent: Node, node: Tree): void {
  if (typeof node === 'string') {
    parent.appendChild(document.createTextNode(node));
    return;
  }
  const element = document.createElement(node.tag);
  const [names = '', mark = ''] = node.names.split('|');
  if (names !== '') element.className = names;
  if (mark === 'style') element.style.display = 'none';
  else if (mark !== '') element.setAttribute(mark, mark === 'aria-hidden' ? 'true' : mark === 'href' ? '/other' : '');
  parent.appendChild(element);
  if (node.shadow && /^(div|p|section|article|main|aside|custom-part|blockquote)$/.test(node.tag)) {
    const shadow = element.attachShadow({ mode: 'open' });
    for (const inner of node.shadow) grow(shadow, inner);
  }
  for (const inner of node.inside) grow(element, inner);
  const body = node.tag === 'iframe' ? (element as HTMLIFrameElement).contentDocument?.body : null;
  if (body) for (const inner of node.inside) grow(body, inner);
}

const bare = (text: string): string => text.replace(/[ \t\n\r\f]+/g, '');

/** Holds a passage's pieces against the page's text nodes. */
function check(passage: PagePassage): void {
  const { text } = passage;
  const pieced = pieceAgain(passage);
  expect(pieced).not.toBeNull();
  if (!pieced) return;
  const { pieces } = pieced;
  let end = 0;
  for (const { node, nodeStart, start, length } of pieces) {
    expect(text.slice(end, start)).toMatch(/^[ \n]?$/);
    expect(node.data.slice(nodeStart, nodeStart + length)).toBe(text.slice(start, start + length));
    end = start + length;
  }
  expect(end).toBe(text.length);
  const ranges = nodeRanges(pieced, { start: 0, end: text.length });
  expect(bare(ranges.map(range => range.node.data.slice(range.start, range.end)).join(''))).toBe(bare(text));
}

// Other files run at the same time: what is right must not fail for being slow.
const PATIENCE = { timeout: 60_000 };

describe('any page', PATIENCE, () => {
  it('gives passages that lead back to its text, no node twice', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), trees => {
        document.body.replaceChildren();
        for (const node of trees) grow(document.body, node);
        const article = findArticle(document);
        const passages = findPassages(article);
        const nodes = passages.flatMap(({ parts }) => parts.filter(part => typeof part === 'object'));
        expect(new Set(nodes).size).toBe(nodes.length);
        passages.forEach(check);
        readPageFacts(
          document,
          article,
          passages.map(({ text }) => text),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('is read in part as well as in whole', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), fc.nat(), (trees, place) => {
        document.body.replaceChildren();
        for (const node of trees) grow(document.body, node);
        const elements = document.body.querySelectorAll('*');
        const root = elements[place % Math.max(1, elements.length)];
        if (root) findPassages(root, 0, findArticle(document)).forEach(check);
      }),
      { numRuns: 100 },
    );
  });

  it('passes the first look if any of its passages would pass', () => {
    const test = triggerTest(['kabul']);
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), trees => {
        document.body.replaceChildren();
        for (const node of trees) grow(document.body, node);
        const holds = findPassages(document.body).some(({ text }) => test(text));
        if (holds) expect(atOnce(lookForFirst(atOnce(recordPage(document.documentElement)), test))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('of the deepest nesting is read without an error', () => {
    const body = document.body;
    body.replaceChildren();
    let at: Element = body;
    for (let depth = 0; depth < 2500; depth++) {
      const inner = document.createElement(depth % 3 === 0 ? 'div' : depth % 3 === 1 ? 'span' : 'section');
      at.append(depth % 10 === 0 ? `Level ${depth}. ${LONG}` : '', inner);
      at = inner;
    }
    expect(findPassages(findArticle(document)).length).toBeGreaterThan(10);
  });
});

const para = (i: number) => `<p>${LONG} Number ${i} of them.</p>`;

describe('time grows with the page, not faster', PATIENCE, () => {
  it.each<[string, (i: number) => string, [string, string]]>([
    ['paragraphs', para, ['<article>', '</article>']],
    ['inline elements of one block', i => `word ${i} <b>bold</b> <a href="/x">link</a><br>`, ['<p>', '</p>']],
    [
      'parts with names',
      i => `${para(i)}<div class="related"><a href="/${i}">Another story of today</a></div>`,
      ['', ''],
    ],
    [
      'quotations of the text',
      i => `${para(i)}<blockquote>said that prices had risen since ${i}</blockquote>`,
      ['', ''],
    ],
    ['the same line again and again', () => '<p>prices had risen since the border was closed</p>', [LONG, '']],
    ['entries', i => `<article><h2><a href="#${i}">Entry</a></h2>${para(i)}</article>`, ['<main>', '</main>']],
    ['cells', i => `<tr><th>Row ${i}</th><td>some people</td><td>none</td></tr>`, ['<table>', '</table>']],
    ['notes', i => `${para(i)}<sup><a href="#n${i}">${i}</a></sup><time>10:0${i % 10}</time>`, ['', '']],
  ])('%s', (_, part, [before, after]) => {
    const timeOf = (count: number) => {
      document.body.innerHTML = before + Array.from({ length: count }, (_, i) => part(i)).join('') + after;
      let best = Number.POSITIVE_INFINITY;
      // Of the processor and not of the clock, and the best of some runs: what else the machine does is no cost of ours.
      for (let run = 0; run < 6; run++) {
        const start = process.cpuUsage();
        const article = findArticle(document);
        const texts = findPassages(article).map(({ text }) => text);
        readPageFacts(document, article, texts);
        best = Math.min(best, process.cpuUsage(start).user / 1000);
      }
      return best;
    };
    timeOf(200);
    const [small, large] = [timeOf(250), timeOf(2000)];
    // Eight times the page: about ten times as long where nothing else runs. A quadratic walk would take 64 times.
    expect(large).toBeLessThan(40 * Math.max(small, 1));
  });
});
