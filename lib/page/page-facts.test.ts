// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { findPageDate, findTitle, readPageFacts } from './page-facts';

function put(head: string, body = ''): void {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
}

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const BARE = 'https://daily.example/world/a-story';
const date = (address = BARE) => findPageDate(document, document.querySelector('article') ?? document.body, address);

beforeEach(() => put(''));

describe('findPageDate', () => {
  it.each([
    ['JSON-LD', ld({ '@type': 'NewsArticle', datePublished: '2025-03-04T22:10:00-05:00' })],
    ['JSON-LD in a list', ld([{ '@type': 'Thing' }, { '@type': 'Article', datePublished: '2025-03-04' }])],
    [
      'JSON-LD in a @graph',
      ld({ '@graph': [{ '@type': 'WebSite' }, { '@type': 'Article', datePublished: '2025-03-04' }] }),
    ],
    [
      'the JSON-LD behind a broken one',
      `<script type="application/ld+json">{"datePublished": </script>${ld({ datePublished: '2025-03-04' })}`,
    ],
    ['JSON-LD whose first date is none', ld([{ datePublished: 'yesterday' }, { datePublished: '2025-03-04' }])],
    [
      'the article’s JSON-LD, not a video’s before it',
      ld([
        { '@type': 'VideoObject', datePublished: '2024-01-01' },
        { '@type': ['Thing', 'NewsArticle'], datePublished: '2025-03-04' },
      ]),
    ],
    [
      'a live blog’s own day, not its entries’',
      ld({
        '@type': 'LiveBlogPosting',
        liveBlogUpdate: [{ datePublished: '2025-03-05' }],
        datePublished: '2025-03-04',
      }),
    ],
    [
      'the page’s JSON-LD, not the site’s',
      ld({
        '@type': 'WebPage',
        isPartOf: { '@type': 'WebSite', datePublished: '2011-01-01' },
        datePublished: '2025-03-04',
      }),
    ],
    [
      'JSON-LD in what once hid scripts',
      '<script type="application/ld+json">//<![CDATA[\n{"datePublished": "2025-03-04"}\n//]]></script>',
    ],
    [
      'JSON-LD with a line break inside a string',
      '<script type="application/ld+json">{"about": "one\ntwo", "datePublished": "2025-03-04T01:00"}</script>',
    ],
    ['a meta date as mail writes it', '<meta name="publish-date" content="Tue, 04 Mar 2025 08:00:00 GMT">'],
    ['a meta date in eight digits', '<meta name="dcterms.issued" content="20250304">'],
    ['a meta date in words', '<meta name="citation_date" content="March 4, 2025">'],
    [
      'the day of publication before other days',
      '<meta name="date" content="2025-04-01"><meta name="pubdate" content="2025-03-04">',
    ],
    ['article:published_time', '<meta property="article:published_time" content="2025-03-04T06:00:00Z">'],
    ['a meta name in other letters', '<meta name="DC.Date" content="2025/03/04">'],
    ['an itemprop', '<meta itemprop="datePublished" content="2025-3-4">'],
  ])('reads %s', (_, head) => {
    put(head);
    expect(date()).toBe('2025-03-04');
  });

  it.each([
    ['https://daily.example/2025/03/04/a-story', '2025-03-04'],
    ['https://daily.example/world/2025-03-04-a-story.html', '2025-03-04'],
    ['https://daily.example/2025/9/4/a-story', '2025-09-04'],
    ['https://daily.example/2025/mar/04/a-story', '2025-03-04'],
    ['https://daily.example/2025/POLITICS/03/04/a-story', '2025-03-04'],
    ['https://daily.example/world/20250304/a-story', '2025-03-04'],
    ['https://daily.example/?day=2025-03-04', null],
    ['https://daily.example/2025/13/04/a-story', null],
    ['https://daily.example/story-1820250304', null],
    ['https://daily.example/2025/03/a-story', null],
  ])('reads the address %s as %s', (address, expected) => {
    expect(date(address)).toBe(expected);
  });

  it('reads the day as printed, whatever the time zone', () => {
    put(ld({ datePublished: '2025-03-04T23:59:00-11:00' }));
    expect(date()).toBe('2025-03-04');
  });

  it('takes JSON-LD before meta, meta before time, time before the address', () => {
    const address = 'https://daily.example/2025/01/04/x';
    put('', '<article><time datetime="2025-01-03">3 January</time></article>');
    expect(date(address)).toBe('2025-01-03');
    put('<meta name="date" content="2025-01-02">', document.body.innerHTML);
    expect(date(address)).toBe('2025-01-02');
    put(document.head.innerHTML + ld({ datePublished: '2025-01-01' }), document.body.innerHTML);
    expect(date(address)).toBe('2025-01-01');
  });

  it('takes the article’s own time before one in the page’s head', () => {
    put('', '<time datetime="2025-09-09">today</time><article><time datetime="2025-01-03">3 January</time></article>');
    expect(date()).toBe('2025-01-03');
  });

  it.each([
    [
      'a teaser’s',
      '<main><ul><li><h3><a href="/x">Other</a></h3><time datetime="2025-09-09"></time></li></ul><p><time datetime="2025-01-03"></time></p></main>',
    ],
    [
      'a comment’s',
      '<div class="comment-list"><time datetime="2025-09-09"></time></div><time datetime="2025-01-03"></time>',
    ],
    [
      'an earlier one than that of the publication',
      '<time datetime="2025-09-09"></time><time itemprop="datePublished" datetime="2025-01-03"></time>',
    ],
  ])('passes over %s time', (_, body) => {
    put('', body);
    expect(date()).toBe('2025-01-03');
  });

  it('reads a time that is only printed', () => {
    put('', '<time>3 January 2025, 10.42</time>');
    expect(date()).toBe('2025-01-03');
  });

  it('takes no side on 4/3/2025', () => {
    put('<meta name="date" content="4/3/2025">');
    expect(date()).toBeNull();
  });

  it('passes over a time without a day', () => {
    put('', '<time datetime="18:30">18.30</time><time datetime="2025-01-03T18:30">3 January</time>');
    expect(date()).toBe('2025-01-03');
  });

  it('gives null where nothing tells a date', () => {
    put(ld({ dateModified: '2025-01-01' }), '<p>On 3 January 2025 it rained.</p>');
    expect(date()).toBeNull();
  });

  it('stands JSON-LD that is nested without end', () => {
    const deep = JSON.stringify({ datePublished: '2025-01-01' });
    put(`<script type="application/ld+json">${'{"a":'.repeat(500)}${deep}${'}'.repeat(500)}</script>`);
    expect(date()).toBeNull();
  });
});

describe('findTitle', () => {
  it.each([
    [
      'the article’s headline',
      '<title>T</title>',
      '<h1>The Daily Sheet</h1><article><h1>Aid falls</h1></article>',
      'Aid falls',
    ],
    [
      'the page’s headline',
      '<title>T</title>',
      '<h1>\n  Aid <b>falls</b>\n again</h1><article></article>',
      'Aid falls again',
    ],
    ['og:title', '<title>T</title><meta property="og:title" content="Aid falls">', '<h1> </h1>', 'Aid falls'],
    [
      'og:title before the headline',
      '<meta property="og:title" content="Aid falls">',
      '<h1>The Daily Sheet</h1>',
      'Aid falls',
    ],
    [
      'JSON-LD’s headline',
      ld({ '@type': 'NewsArticle', headline: 'Aid falls' }),
      '<h1>The Daily Sheet</h1>',
      'Aid falls',
    ],
    [
      'a title without the site’s name behind it',
      '<meta property="og:site_name" content="The Sheet (daily)"><meta property="og:title" content="Aid falls – again | The Sheet (daily)">',
      '',
      'Aid falls – again',
    ],
    [
      'a title without the site’s name before it',
      '<meta property="og:site_name" content="The Sheet"><title>The Sheet: Aid falls</title>',
      '',
      'Aid falls',
    ],
    [
      'a title without a name that the site does not tell',
      '<title>Aid falls once more | The Sheet</title>',
      '',
      'Aid falls once more',
    ],
    [
      'a title with a dash of its own',
      '<title>Aid falls - why it matters to everybody in Kabul</title>',
      '',
      'Aid falls - why it matters to everybody in Kabul',
    ],
    [
      'the heading that a title begins with',
      '<meta property="og:title" content="Aid falls • A. Writer">',
      '<h1>Aid falls</h1>',
      'Aid falls',
    ],
    [
      'the headline where og:title is the site’s name',
      '<meta property="og:site_name" content="The Sheet"><meta property="og:title" content="The Sheet">',
      '<h1>Aid falls</h1>',
      'Aid falls',
    ],
    ['the document’s title', '<title> Aid falls </title>', '', 'Aid falls'],
    ['nothing', '', '', null],
  ])('takes %s', (_, head, body, expected) => {
    put(head, body);
    expect(findTitle(document, document.querySelector('article') ?? document.body)).toBe(expected);
  });
});

describe('readPageFacts', () => {
  it('takes as lead the first passages, whole ones only, up to 1200 characters', () => {
    put('<title>Aid</title><meta name="date" content="2025-01-02">');
    const texts = ['a'.repeat(700), 'b'.repeat(400), 'c'.repeat(200), 'd'];
    expect(readPageFacts(document, document.body, texts)).toEqual({
      title: 'Aid',
      date: '2025-01-02',
      lead: `${texts[0]}\n${texts[1]}\n`,
    });
  });
});
