// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findArticle, findPassages, nodeRanges, type PagePassage } from './passages';

/** Puts a page's body in and gives what is read of it. */
function read(html: string): PagePassage[] {
  document.body.innerHTML = html;
  return findPassages(findArticle(document));
}

const texts = (html: string) => read(html).map(passage => passage.text);

/** Long enough for an article to be told from a teaser. */
const FILLER = 'Traders in the bazaar said that prices had risen since the border was closed to lorries. '
  .repeat(6)
  .trim();

describe('findPassages', () => {
  it.each([
    ['paragraphs and headings', '<h2>Trade</h2><p>Kabul.</p><p>Herat.</p>', ['Trade', 'Kabul.', 'Herat.']],
    ['list items', '<ul><li>Kabul</li><li><p>Herat</p></li></ul>', ['Kabul', 'Herat']],
    ['cells of a table', '<table><tr><th>Year</th><td>Two million</td></tr></table>', ['Year', 'Two million']],
    [
      'figure captions, but no picture texts',
      '<figure><img alt="A camp"><figcaption>Tents near Torkham.</figcaption></figure>',
      ['Tents near Torkham.'],
    ],
    ['quotations', '<blockquote><p>“We wait.”</p></blockquote>', ['“We wait.”']],
    ['text that stands beside blocks', '<div>Before<p>Inside</p>Behind</div>', ['Before', 'Inside', 'Behind']],
    [
      'inline elements as one passage',
      '<p>Some <b>2.<i>3</i></b> million <a href="/x">people</a></p>',
      ['Some 2.3 million people'],
    ],
    ['white space as a reader sees it', '<p>\n   About\n\t 40   per\r\n cent  </p>', ['About 40 per cent']],
    ['white space on both sides of a tag once', '<p>in <b> Kabul </b> now</p>', ['in Kabul now']],
    ['no-break spaces unchanged', '<p>$3&nbsp;billion</p>', ['$3\u00a0billion']],
    ['a line break as a line', '<p>Kabul, <br> 3 May<br/><br>Rain.</p>', ['Kabul,\n3 May\nRain.']],
    ['comments of the source as nothing', '<p>Ka<!-- x -->bul</p>', ['Kabul']],
    ['blocks without a letter as nothing', '<p>***</p><p>2025</p><p>a</p><p></p>', ['a']],
    ['Persian text', '<p>دو میلیون نفر</p>', ['دو میلیون نفر']],
  ])('reads %s', (_, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  it.each([
    ['menus', '<nav><p>Home</p></nav>'],
    ['page headers', '<header><p>The Daily Sheet</p></header>'],
    ['page footers', '<footer><p>Imprint of the paper</p></footer>'],
    ['advert boxes by class', '<div class="ad-slot ad"><p>Buy a rug</p></div>'],
    ['advert boxes by label', '<div aria-label="Advertisement"><p>Buy a rug</p></div>'],
    ['camel case class names', '<div class="relatedStories"><p>Also read this</p></div>'],
    ['comments', '<section id="comments"><p>First!</p></section>'],
    ['newsletter boxes', '<div class="newsletter-box"><p>Get our letter</p></div>'],
    ['two-word names', '<div class="most-read"><p>The five top stories</p></div>'],
    ['bylines', '<p class="byline">By A. Writer</p>'],
    ['hidden text', '<p hidden>Secret</p>'],
    ['text hidden from screen readers', '<span aria-hidden="true">Decoration</span>'],
    ['inert text', '<div inert><p>Behind a dialog</p></div>'],
    ['code', '<pre>let kabul = 1</pre><code>kabul()</code>'],
    ['scripts and styles', '<script>"Kabul"</script><style>p{}</style><noscript>Kabul</noscript>'],
    ['forms and fields', '<form><p>Your name</p></form><textarea>Kabul</textarea><button>Send it</button>'],
    ['editable text', '<div contenteditable="true"><p>My draft</p></div>'],
    ['graphics', '<svg><text>Kabul</text></svg>'],
    ['frames', '<iframe>Kabul</iframe>'],
    ['templates', '<template><p>Kabul</p></template>'],
    ['our own popover', '<daftar-popover>Kabul</daftar-popover>'],
  ])('leaves out %s', (_, html) => {
    expect(texts(`<p>Before it.</p>${html}<p>Behind it, and more of the text.</p>`)).toEqual([
      'Before it.',
      'Behind it, and more of the text.',
    ]);
  });

  it.each([
    ['a header of the article itself', '<article><header><h1>Title</h1></header></article>', 'Title'],
    ['text in an element that may not be edited', '<div contenteditable="false"><p>Fixed</p></div>', 'Fixed'],
    ['a class that only contains such a word', '<div class="adaptive shadow roadmap"><p>Words</p></div>', 'Words'],
    ['a wrapper that holds most of the text', `<div class="subscription-content"><p>${FILLER}</p></div>`, FILLER],
    ['an aside inside the article', `<article><p>${FILLER}</p><aside><p>Fact box</p></aside></article>`, 'Fact box'],
  ])('keeps %s', (_, html, expected) => {
    expect(texts(html)).toContain(expected);
  });

  it('leaves out an aside beside the article', () => {
    expect(texts(`<main><article><p>${FILLER}</p></article><aside><p>More</p></aside></main>`)).toEqual([FILLER]);
  });

  it('leaves out blocks that the browser says are invisible', () => {
    document.body.innerHTML = '<p>Seen</p><p id="unseen">Unseen</p>';
    const unseen = document.getElementById('unseen') as HTMLElement;
    unseen.checkVisibility = () => false;
    expect(findPassages(document.body).map(({ text }) => text)).toEqual(['Seen']);
  });

  it('does not join the words around a block that it leaves out', () => {
    expect(texts('<div>Two<div class="advert">Buy</div>million people</div>')).toEqual(['Two', 'million people']);
  });

  it('numbers passages on from the first id', () => {
    document.body.innerHTML = '<p>One</p><p>Two</p>';
    expect(findPassages(document.body, 7).map(({ id }) => id)).toEqual([7, 8]);
  });

  it('gives nothing for a root inside what is left out', () => {
    document.body.innerHTML = `<main><p>${FILLER}</p><div class="comments"><div id="late"><p>Me too</p></div></div></main>`;
    const late = document.getElementById('late') as Element;
    expect(findPassages(late, 0, document.querySelector('main') as Element)).toEqual([]);
  });

  it('tells headings from paragraphs, wherever in the heading the text stands', () => {
    const passages = read('<h2><a href="#trade"><span>Trade</span></a></h2><p>Text</p>');
    expect(passages.map(({ heading, text }) => [text, heading])).toEqual([
      ['Trade', true],
      ['Text', false],
    ]);
  });

  it('names the block that a passage stands in', () => {
    const [passage] = read('<p id="here">In <b>Kabul</b></p>');
    expect(passage?.block.id).toBe('here');
  });
});

describe('findArticle', () => {
  it.each([
    ['the article', `<article id="wanted"><p>${FILLER}</p></article><p>${FILLER}${FILLER}</p>`],
    [
      'the richest of several articles',
      `<article><p>A teaser.</p></article><article id="wanted"><p>${FILLER}</p></article>`,
    ],
    ['the main part without an article', `<nav>Menu</nav><main id="wanted"><p>${FILLER}</p></main>`],
    ['the main part, however short', '<main id="wanted"><p>Short.</p></main>'],
    ['what is marked as the article’s body', `<div itemprop="articleBody" id="wanted"><p>${FILLER}</p></div>`],
    [
      'the article around such a body',
      `<article id="wanted"><h1>T</h1><div itemprop="articleBody"><p>${FILLER}</p></div></article>`,
    ],
  ])('takes %s', (_, html) => {
    document.body.innerHTML = html;
    expect(findArticle(document).id).toBe('wanted');
  });

  it('takes the whole body where nothing is marked up', () => {
    document.body.innerHTML = '<div><p>Short.</p></div>';
    expect(findArticle(document)).toBe(document.body);
  });
});

/** What stands in the page at the ranges of a span. */
const pageText = (passage: PagePassage, start: number, end: number) =>
  nodeRanges(passage, { start, end }).map(range => range.node.data.slice(range.start, range.end));

describe('nodeRanges', () => {
  it.each([
    ['in one node', '<p>Some 2.3 million people</p>', '2.3 million', ['2.3 million']],
    ['split by inline elements', '<p>Some <b>2.3</b> million <i>people</i></p>', '2.3 million', ['2.3', ' million']],
    ['within a word', '<p>US<b>$3.6</b>bn</p>', '$3.6bn', ['$3.6', 'bn']],
    ['over collapsed white space', '<p>Some  2.3\n   million people</p>', '2.3 million', ['2.3\n   million']],
    ['at the start', '<p>  Kabul fell</p>', 'Kabul', ['Kabul']],
    ['at the end', '<p>They saw <b>Kabul </b></p>', 'Kabul', ['Kabul']],
    ['behind a line break', '<p>Monday<br>In Kabul</p>', 'Kabul', ['Kabul']],
    ['behind a line that ends in no-break spaces', '<p>Monday&nbsp;&nbsp;<br>In Kabul</p>', 'In', ['In']],
    ['with a comment inside', '<p>2<!-- x -->5 people</p>', '25', ['2', '5']],
  ])('finds a span %s', (_, html, words, expected) => {
    const [passage] = read(html) as [PagePassage];
    const start = passage.text.indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(pageText(passage, start, start + words.length)).toEqual(expected);
  });

  it('gives nothing for a span of white space between nodes', () => {
    const [passage] = read('<p>in <b> Kabul</b></p>') as [PagePassage];
    expect(nodeRanges(passage, { start: 2, end: 3 })).toEqual([]);
  });

  it('leads every span of any inline markup back to the same text, white space aside', () => {
    const leaf = fc.oneof(
      fc.constantFrom('Kabul', '2.3', ' million', '  people ', '\n', '$', ' ', 'x', 'é', '٣', '😀', '\u00a0', '&'),
      fc.string({ maxLength: 6 }),
    );
    const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({
          tag: fc.constantFrom('b', 'a', 'span', 'em', 'br', 'svg'),
          inside: fc.array(tie('tree'), { maxLength: 4 }),
        }),
      ),
    }));
    const grow = (parent: Element, node: unknown): void => {
      if (typeof node === 'string') parent.append(node);
      else {
        const { tag, inside } = node as { tag: string; inside: unknown[] };
        const element = document.createElement(tag);
        parent.append(element);
        for (const inner of inside) grow(element, inner);
      }
    };
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), fc.nat(1000), fc.nat(1000), (nodes, a, b) => {
        const block = document.createElement('p');
        for (const node of nodes) grow(block, node);
        const passages = findPassages(block);
        for (const passage of passages) {
          const [start, end] = [a, b].map(place => place % (passage.text.length + 1)).sort((x, y) => x - y) as [
            number,
            number,
          ];
          const ranges = nodeRanges(passage, { start, end });
          if (start === end) continue;
          const plain = (text: string) => text.replace(/[ \t\n\r\f]+/g, '');
          expect(plain(pageText(passage, start, end).join(''))).toBe(plain(passage.text.slice(start, end)));
          for (const range of ranges) expect(range.end).toBeGreaterThan(range.start);
          expect(new Set(ranges.map(({ node }) => node)).size).toBe(ranges.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});
