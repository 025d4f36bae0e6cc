// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findArticle, findPassages, findPassagesIn, nodeRanges, type PagePassage, pieceAgain } from './passages';
import { recordPage } from './record';
import { atOnce, type Steps } from './slices';

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

  it.each([
    ['a teaser', '<div><h3><a href="/x">Bread</a></h3><p>It costs more.</p></div>', []],
    ['a paragraph', '<p>A late word.</p>', ['A late word.']],
    ['a part with a name', '<div class="related"><p>A late word.</p></div>', []],
    ['a date in a table', '<table><tr><th>6 March 2025</th></tr></table>', ['6 March 2025']],
  ])('judges what is added to an article as it would have before: %s', (_, html, expected) => {
    document.body.innerHTML = `<main><p>${FILLER}</p>${html}</main>`;
    const added = document.querySelector('main > :last-child') as Element;
    expect(findPassages(added, 0, document.querySelector('main') as Element).map(({ text }) => text)).toEqual(expected);
  });

  it('knows the table, the details and the heading around what is added', () => {
    document.body.innerHTML = `<main><p>${FILLER}</p><h2>In <b>2024</b> <i>March</i></h2></main>`;
    const [late] = findPassages(document.querySelector('i') as Element, 0, document.querySelector('main') as Element);
    expect(late?.heading).toBe(true);
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

describe('what stands in a line', () => {
  it.each([
    ['linked marks of notes', '<p>in 2024<sup><a href="#n3">3</a></sup> and</p>', 'in 2024 and'],
    ['bare marks of notes', '<p>some 4 million<sup>12</sup>, of whom</p>', 'some 4 million, of whom'],
    ['several marks of notes', '<p>in the spring.<sup>1, 2</sup> Then</p>', 'in the spring. Then'],
    ['bracketed marks of notes', '<p>in the spring<sup>[a]</sup> Then</p>', 'in the spring Then'],
    ['links back from notes', '<p>Census of 1979. <a href="#r1">↩</a></p>', 'Census of 1979.'],
    ['links to the heading itself', '<h2>Trade <a href="#trade">#</a></h2>', 'Trade'],
  ])('leaves out %s', (_, html, expected) => {
    expect(texts(html)).toEqual([expected]);
  });

  it.each([
    ['square kilometres', '<p>40 km<sup>2</sup> of land</p>', '40 km2 of land'],
    ['powers', '<p>about 10<sup>6</sup> people</p>', 'about 106 people'],
    ['ordinals', '<p>in the 19<sup>th</sup> century</p>', 'in the 19th century'],
    ['links with words', '<p>see <a href="#t1">Table 1</a> below</p>', 'see Table 1 below'],
    [
      'a link whose name is that of another part',
      '<p>As the <a class="related" href="/x">ministry</a> said.</p>',
      'As the ministry said.',
    ],
    ['the drop cap that is seen', '<p><b aria-hidden="true">The</b><b class="sr-only">The</b> rope</p>', 'The rope'],
  ])('keeps %s', (_, html, expected) => {
    expect(texts(html)).toEqual([expected]);
  });
});

describe('what sites put between paragraphs', () => {
  const WAY = `<p>${FILLER}</p>`;
  it.each([
    ['a line that is a link', '<p><a href="/x">Read about the price of bread in Herat</a></p>'],
    ['a label with a link', '<p>Read more: <a href="/x">The price of bread</a></p>'],
    ['a box with a linked headline', '<div><h3><a href="/x">Bread</a></h3><p>It costs more.</p></div>'],
    [
      'a list of links with a heading',
      '<div><h3>Our coverage</h3><ul><li><a href="/x">One</a></li><li><a href="/y">Two</a></li></ul></div>',
    ],
    [
      'a box that asks for an address',
      '<div><h3>Good morning</h3><p>News by eight.</p><form><input type="email"></form></div>',
    ],
    ['a byline', '<p>By Odile Marchetti and Tamim Barakzoi</p>'],
    ['a sign-off', '<p>(Reporting by Odile Marchetti; Editing by Greta Holmqvist)</p>'],
    ['a date line', '<p>Published on 4 March 2025 at 10.42 GMT</p>'],
    ['a time', '<div><time>10.42 in the morning</time></div>'],
    ['an advertiser’s label', '<div>Advertisement</div>'],
  ])('leaves out %s', (_, html) => {
    expect(texts(`<article>${WAY}${html}<p>The last words of it.</p></article>`)).toEqual([
      FILLER,
      'The last words of it.',
    ]);
  });

  it.each([
    ['a sentence that begins with By', 'By 2025 Kabul had six million people.'],
    ['a sentence that begins with a date', 'On 4 March 2025 it rained.'],
    ['a sentence with a link at its end', 'The rest is told in <a href="/x">our report</a>.'],
    ['a short sentence', 'Nobody came.'],
    ['a sentence that is a label’s first word', 'Related work was done in Kunduz by the same 40 people.'],
  ])('keeps %s', (_, html) => {
    expect(texts(`<article>${WAY}<p>${html}</p></article>`)).toHaveLength(2);
  });

  it('keeps a date where it says something: in a heading, a cell, a list', () => {
    expect(
      texts(
        `<article>${WAY}<h3>4 March 2025</h3><ul><li>5 March 2025</li></ul><table><tr><th>6 March 2025</th></tr></table>`,
      ),
    ).toEqual([FILLER, '4 March 2025', '5 March 2025', '6 March 2025']);
  });
});

describe('what says the same again', () => {
  const SAID = 'A well is a debt that you leave to your sons and to theirs.';
  const around = (html: string) =>
    texts(`<article><p>“${SAID}” he said. ${FILLER}</p>${html}<p>The end of it.</p></article>`);

  it.each([
    ['a quotation', `<blockquote><p>${SAID}</p></blockquote>`],
    ['a quotation by any other name', `<div class="x1"><div>“${SAID}”</div></div>`],
    [
      'a quotation with its speaker in the same line',
      `<blockquote>${SAID} <cite>Abdul Wali, a digger</cite></blockquote>`,
    ],
    [
      'a quotation with its speaker below',
      `<figure><blockquote>${SAID}</blockquote><figcaption>Abdul Wali</figcaption></figure>`,
    ],
  ])('leaves out %s', (_, html) => {
    expect(around(html)).toHaveLength(2);
  });

  it.each([
    [
      'a quotation of other words',
      '<blockquote class="pull-quote"><p>Whoever digs deepest drinks alone.</p></blockquote>',
    ],
    ['a heading', '<h2>A well is a debt that you leave to your sons</h2>'],
    ['a cell', '<table><tr><th>a debt that you leave to your sons</th></tr></table>'],
    ['a few words', '<p>That you leave.</p>'],
  ])('keeps %s', (_, html) => {
    expect(around(html)).toHaveLength(3);
  });

  it('reads a text that was put in twice once', () => {
    expect(
      texts(`<article><div class="m"><p>${FILLER}</p></div><div class="d"><p>${FILLER}</p></div></article>`),
    ).toEqual([FILLER]);
  });

  it('keeps the running text where a quotation says all of it', () => {
    document.body.innerHTML = `<article><blockquote>${SAID}</blockquote><p id="text">${SAID}</p></article>`;
    expect(findPassages(document.body).map(({ block }) => block.id)).toEqual(['text']);
  });
});

describe('names around the article', () => {
  it.each([
    ['a wrapper that has comments', 'has-comments'],
    ['a gate', 'paywall'],
    ['a wrapper with a sharing bar', 'share-enabled'],
  ])('reads %s', (_, name) => {
    expect(texts(`<div class="${name}"><p>${FILLER}</p></div>`)).toEqual([FILLER]);
  });

  it('reads what stands behind a gate after a free beginning', () => {
    const rest = `${FILLER} And more of it.`;
    expect(texts(`<article><p>Free.</p><div class="paywall-content"><p>${rest}</p></div></article>`)).toEqual([
      'Free.',
      rest,
    ]);
  });

  it('leaves out comments, however long they are', () => {
    const thread = Array.from({ length: 9 }, (_, i) => `<p>${i} ${FILLER}</p>`).join('');
    expect(texts(`<div><p>${FILLER}</p><div class="comments">${thread}</div></div>`)).toEqual([FILLER]);
  });
});

describe('shadow roots and frames', () => {
  /** A host whose shadow tree holds `html`. */
  function shadow(html: string): HTMLElement {
    document.body.innerHTML = '<p>Before.</p><my-part></my-part><p>Behind.</p>';
    const host = document.querySelector('my-part') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = html;
    return host;
  }
  const all = () => findPassages(document.body).map(({ text }) => text);

  it('reads an open shadow root in its place', () => {
    shadow('<style>p{}</style><p>Inside.</p>');
    expect(all()).toEqual(['Before.', 'Inside.', 'Behind.']);
  });

  it('reads what is given to a slot in the slot’s place, and the slot’s own text where nothing is', () => {
    shadow('<p>First.</p><slot></slot><p>Third.</p><slot name="more"><p>Fourth.</p></slot>').innerHTML =
      '<p>Second.</p>';
    expect(all()).toEqual(['Before.', 'First.', 'Second.', 'Third.', 'Fourth.', 'Behind.']);
  });

  it('leaves out what no slot takes', () => {
    shadow('<p>Inside.</p>').innerHTML = '<p>Never shown.</p>';
    expect(all()).toEqual(['Before.', 'Inside.', 'Behind.']);
  });

  it('gives nothing for a part of a shadow root whose host is left out', () => {
    const host = shadow('<p>Inside.</p>');
    host.className = 'comments';
    const inner = host.shadowRoot?.querySelector('p') as Element;
    expect(findPassages(inner, 0, document.body)).toEqual([]);
    host.className = '';
    expect(findPassages(inner, 0, document.body).map(({ text }) => text)).toEqual(['Inside.']);
  });

  it('reads frames of the same origin, nested ones too', () => {
    document.body.innerHTML = '<p>Before.</p><iframe></iframe><p>Behind.</p>';
    const outer = (document.querySelector('iframe') as HTMLIFrameElement).contentDocument as Document;
    outer.body.innerHTML = '<nav>Menu</nav><p>Outer.</p><iframe></iframe>';
    const inner = (outer.querySelector('iframe') as HTMLIFrameElement).contentDocument as Document;
    inner.body.innerHTML = '<p>Inner.</p>';
    expect(all()).toEqual(['Before.', 'Outer.', 'Inner.', 'Behind.']);
  });

  it.each([
    ['gives no document', { value: null }],
    [
      'throws when asked for one',
      {
        get: () => {
          throw new DOMException('Blocked', 'SecurityError');
        },
      },
    ],
  ])('passes over a frame that %s', (_, property) => {
    document.body.innerHTML = '<p>Before.</p><iframe></iframe><p>Behind.</p>';
    Object.defineProperty(document.querySelector('iframe'), 'contentDocument', property);
    expect(all()).toEqual(['Before.', 'Behind.']);
  });
});

describe('what a reader can open', () => {
  it.each([
    ['closed details', '<details><summary>More</summary><p id="in">Inside</p></details>'],
    ['what "find in page" opens', '<h3>More</h3><div hidden="until-found"><p id="in">Inside</p></div>'],
    [
      'the panel that a heading’s button opens',
      '<h3><button aria-controls="in">More</button></h3><div id="in" hidden>Inside</div>',
    ],
  ])('reads %s', (_, html) => {
    document.body.innerHTML = html;
    (document.getElementById('in') as HTMLElement).checkVisibility = () => false;
    expect(findPassages(document.body).map(({ text }) => text)).toEqual(['More', 'Inside']);
  });

  it('leaves out what is hidden inside of it all the same', () => {
    document.body.innerHTML =
      '<details><p>Shown</p><p class="h">Hidden</p></details><style>.h { display: none }</style>';
    expect(findPassages(document.body).map(({ text }) => text)).toEqual(['Shown']);
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

  it.each([
    [
      'what is around the entries of a live blog',
      `<main><div id="wanted">${`<article><p>${FILLER}</p></article>`.repeat(4)}</div></main>`,
    ],
    [
      'the part of a page without marks that holds the paragraphs',
      `<div><div>Menu</div></div><div id="wanted"><div><p>${FILLER}</p></div><div><p>${FILLER}</p></div></div>`,
    ],
    [
      'the text, not a teaser that is called an article',
      `<article><p>${FILLER}</p></article><div id="wanted"><p>${FILLER.repeat(6)}</p><p>${FILLER.repeat(6)}</p></div>`,
    ],
    [
      'what holds the headline too',
      `<main><div id="wanted"><h1>Headline</h1><article><p>${FILLER}</p></article></div><p>Other</p></main>`,
    ],
  ])('takes %s', (_, html) => {
    document.body.innerHTML = html;
    expect(findArticle(document).id).toBe('wanted');
  });

  it('does not take a thread of comments for the article', () => {
    const comment = `<article class="comment"><p>${FILLER}${FILLER}</p></article>`;
    document.body.innerHTML = `<div id="wanted"><p>${FILLER}</p><p>${FILLER}</p></div><div id="comments">${comment}</div>`;
    expect(findArticle(document).id).toBe('wanted');
  });

  it('takes no main part that its host’s shadow tree has no slot for, but one that is hidden for a while', () => {
    document.body.innerHTML = '<div><main>Lost.</main></div><p>Short.</p>';
    document.querySelector('div')?.attachShadow({ mode: 'open' });
    expect(findArticle(document)).toBe(document.body);
    document.body.innerHTML = '<main aria-hidden="true"><p>Short.</p></main><div role="dialog">Cookies</div>';
    const article = findArticle(document);
    expect(article.localName).toBe('main');
    const whole = atOnce(recordPage(document.documentElement));
    expect(atOnce(findPassagesIn(whole, article, article)).map(({ text }) => text)).toEqual(['Short.']);
  });

  it('takes the whole body where nothing is marked up', () => {
    document.body.innerHTML = '<div><p>Short.</p></div>';
    expect(findArticle(document)).toBe(document.body);
  });
});

/** The ranges of a span of a passage that still stands there. */
function rangesIn(passage: PagePassage, start: number, end: number) {
  const pieced = pieceAgain(passage);
  return pieced ? nodeRanges(pieced, { start, end }) : null;
}

/** What stands in the page at the ranges of a span. */
const pageText = (passage: PagePassage, start: number, end: number) =>
  rangesIn(passage, start, end)?.map(range => range.node.data.slice(range.start, range.end));

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
    expect(rangesIn(passage, 2, 3)).toEqual([]);
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
        document.body.replaceChildren(block);
        const passages = findPassages(block);
        for (const passage of passages) {
          const [start, end] = [a, b].map(place => place % (passage.text.length + 1)).sort((x, y) => x - y) as [
            number,
            number,
          ];
          const ranges = rangesIn(passage, start, end) ?? [];
          if (start === end) continue;
          const plain = (text: string) => text.replace(/[ \t\n\r\f]+/g, '');
          expect(plain(pageText(passage, start, end)?.join('') ?? 'gone')).toBe(plain(passage.text.slice(start, end)));
          for (const range of ranges) expect(range.end).toBeGreaterThan(range.start);
          expect(new Set(ranges.map(({ node }) => node)).size).toBe(ranges.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('reading in steps', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => `<p>Paragraph number <b>${i}</b></p>`).join('');

  function* readAll(root: Element): Steps<PagePassage[]> {
    return yield* findPassagesIn(yield* recordPage(root), root, root);
  }

  it('can pause often, whatever the page holds', () => {
    document.body.innerHTML = `<main>${many(500)}</main>`;
    let pauses = 0;
    for (const _ of readAll(document.body)) pauses++;
    expect(pauses).toBeGreaterThan(100);
  });

  it('loses nothing that stays when the page takes away what it is at', () => {
    document.body.innerHTML = `<main>${many(100)}</main>`;
    const main = document.querySelector('main') as HTMLElement;
    const steps = readAll(document.body);
    steps.next();
    const gone = [...main.children].slice(0, 20);
    for (const element of gone) element.remove();
    const texts = new Set(atOnce(steps).map(({ text }) => text));
    for (const element of main.children) expect(texts).toContain(element.textContent);
  });
});

describe('pieceAgain', () => {
  const [before, after] = ['<p>In <b>Kabul</b>\n  now</p>', 'In Kabul now'];

  it('leads a passage back to its nodes', () => {
    const [passage] = read(before) as [PagePassage];
    expect(pieceAgain(passage)?.text).toBe(after);
  });

  it.each<[string, (block: Element) => void]>([
    ['the page has rewritten a node', block => ((block.lastChild as Text).data = ' then')],
    ['the page has taken a node away', block => block.lastChild?.remove()],
    ['the page has taken the block away', block => block.remove()],
  ])('gives nothing where %s', (_, change) => {
    const [passage] = read(before) as [PagePassage];
    change(passage.block);
    expect(pieceAgain(passage)).toBeNull();
  });
});

it('reads the page’s words in marks of ours, which have a button’s role', () => {
  document.body.innerHTML =
    '<article><p>Iran deported <daftar-mark data-m="x1" role="button" tabindex="0">700,000</daftar-mark> people.</p></article>';
  expect(findPassages(findArticle(document)).map(({ text }) => text)).toEqual(['Iran deported 700,000 people.']);
});
