/** The pages to measure on: our own articles about Afghanistan, as long as is wanted, in the markup of a news page. */
import { madeUpWord, randomFrom } from '../made-up.ts';
import { type Page as Article, readArticles, textsOf } from '../text.ts';

export interface BenchPage {
  name: string;
  path: string;
  html: string;
  /** Whether it is as long as the longest page that a reader would meet in a week, or longer than any. */
  huge: boolean;
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');

const around = (body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Afghanistan, read at length</title><meta property="article:published_time" content="2025-11-20">
<style>body{max-width:44rem;margin:2rem auto;font:1.1rem/1.6 serif} nav a{margin:0 .5rem}</style></head>
<body><nav><a href="/">World</a><a href="/">Asia</a><a href="/">Money</a></nav>
<main><article><h1>Afghanistan, read at length</h1>
${body}</article></main><footer><p>Made to be measured.</p></footer></body></html>`;

/**
 * Paragraphs of so many characters together. Where the articles come again each paragraph begins with a word that nobody
 * uses, because a page that repeats itself is read once only.
 */
function paragraphs(articles: readonly Article[], characters: number): string[] {
  const texts = textsOf(articles);
  const random = randomFrom(5);
  const all: string[] = [];
  for (let i = 0, left = characters; left > 0; i++) {
    const text = texts[i % texts.length] ?? '';
    all.push(i < texts.length ? text : `${madeUpWord(random, 3)}: ${text}`);
    left -= text.length;
  }
  return all;
}

const TAGS = ['em', 'b', 'a', 'span', 'i'];

/** A paragraph cut into about so many text nodes, every second of them in an element. */
function withInlineMarkup(text: string, charactersPerNode: number): string {
  const words = text.split(' ');
  const perNode = Math.max(1, Math.round(words.length / Math.max(1, Math.round(text.length / charactersPerNode))));
  const parts: string[] = [];
  for (let at = 0, i = 0; at < words.length; at += perNode, i++) {
    const part = escaped(words.slice(at, at + perNode).join(' '));
    const tag = TAGS[(i >> 1) % TAGS.length] ?? 'em';
    parts.push(i % 2 === 0 ? part : `<${tag}${tag === 'a' ? ' href="/story"' : ''}>${part}</${tag}>`);
  }
  return `<p>${parts.join(' ')}</p>`;
}

/** So many items of a few words each, as in a table of results or a glossary. */
function shortItems(articles: readonly Article[], count: number): string {
  const words = paragraphs(articles, count * 25)
    .join(' ')
    .split(' ');
  const random = randomFrom(7);
  const items = Array.from(
    { length: count },
    (_, i) => `${madeUpWord(random, 3)} ${words.slice(i * 4, i * 4 + 4).join(' ')}`,
  );
  return `<p>${escaped(articles[0]?.passages[1]?.text ?? '')}</p><ul>${items.map(item => `<li>${escaped(item)}</li>`).join('\n')}</ul>`;
}

/** All pages, the shortest first. Those of the articles that are about other matters are left out. */
export function benchPages(): BenchPage[] {
  const articles = readArticles().filter(({ passages }) =>
    passages.some(({ text }) => /Afghan|Taliban|Kabul/.test(text)),
  );
  const article = (characters: number, charactersPerNode: number) =>
    around(
      paragraphs(articles, characters)
        .map(text => withInlineMarkup(text, charactersPerNode))
        .join('\n'),
    );
  return [
    { name: 'article, 5 K', path: '/article.html', html: article(5000, 120), huge: false },
    { name: 'long read, 50 K', path: '/long.html', html: article(50_000, 120), huge: false },
    { name: '1 MB', path: '/megabyte.html', html: article(1_000_000, 52), huge: true },
    { name: '20,000 nodes', path: '/nodes.html', html: around(shortItems(articles, 20_000)), huge: true },
  ];
}
