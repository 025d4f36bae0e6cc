/** Reads a page's JSON-LD: what it says of the article, and not of the site, the videos and the other stories. */

import { dayIn } from './days.ts';

export interface ArticleData {
  published: string | null;
  headline: string | null;
  /** Names of the site, to be told from the headline. */
  site: string[];
}

/** Deeper than any news page nests; keeps a hostile one from exhausting the stack. */
const DEEPEST = 8;
const ARTICLE_TYPE = /Article|Posting|Report|NewsStory|AnalysisNews|Review/;
const PAGE_TYPE = /Page$/;
// Not the page's own dates: entries of a live blog, comments, teasers, other media.
const OTHERS = new Set([
  'liveBlogUpdate',
  'comment',
  'itemListElement',
  'video',
  'associatedMedia',
  'mentions',
  'isPartOf',
  'citation',
]);

type Node = Record<string, unknown>;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** All JSON-LD objects of the page, outer before inner ones. Broken JSON-LD is common and is left alone. */
function findNodes(document: Document): { nodes: Node[]; broken: string[] } {
  const nodes: Node[] = [];
  const broken: string[] = [];
  const collect = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    if (!Array.isArray(value)) nodes.push(value as Node);
    for (const [key, inner] of Object.entries(value)) if (!OTHERS.has(key)) collect(inner, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    // Some sites wrap it in what once hid scripts from old browsers.
    const source = (script.textContent ?? '').replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)/, '');
    try {
      collect(JSON.parse(source.replace(/(?:-->|\/\/\s*\]\]>|\/\*\]\]>\*\/)\s*$/, '')), 0);
    } catch {
      broken.push(source);
    }
  }
  return { nodes, broken };
}

/** What the page's JSON-LD says of its article: of an article first, then of a page, then of anything. */
export function readArticleData(document: Document): ArticleData {
  const { nodes, broken } = findNodes(document);
  const typeOf = (node: Node) => String(node['@type'] ?? '');
  const articles = nodes.filter(node => ARTICLE_TYPE.test(typeOf(node)));
  const pages = nodes.filter(node => PAGE_TYPE.test(typeOf(node)) && !articles.includes(node));
  const published = (among: readonly Node[], key: string) =>
    among.map(node => textOf(node[key])).find(date => date !== null && dayIn(date) !== null) ?? null;
  // A stray line break inside a string breaks the whole; the date can still be read.
  const printed = broken.map(source => /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(source)?.[1] ?? '').find(dayIn);
  return {
    published:
      published(articles, 'datePublished') ??
      published(pages, 'datePublished') ??
      published(nodes, 'datePublished') ??
      published(articles, 'dateCreated') ??
      printed ??
      null,
    headline: articles.map(node => textOf(node.headline) ?? textOf(node.name)).find(text => text !== null) ?? null,
    site: nodes.filter(node => /Organization|WebSite/.test(typeOf(node))).flatMap(node => textOf(node.name) ?? []),
  };
}
