/** Reads what a page says of itself: its title and its date. */
import type { PageFacts } from '@/lib/reading/reading';
import { dayIn, dayInPath } from './days.ts';
import { type ArticleData, readArticleData } from './json-ld.ts';
import { atOnce, type Steps } from './slices.ts';

/** Names under which pages give their day of publication, the most exact first; compared without case. */
const DATE_PROPERTIES = (
  'article:published_time article:published og:published_time og:article:published_time datepublished rnews:datepublished ' +
  'publish_date publish-date publishdate published_date publication_date publicationdate publication-date published_time ' +
  'published_at pubdate pub_date originalpublicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime ' +
  'bt:pubdate vr:published_time article.published article_date_original citation_publication_date citation_date ' +
  'citation_online_date dcterms.issued dc.date.issued dcterms.date dc.date dcterms.created dc.date.created date.issued ' +
  'date datecreated created creation_date displaydate ptime'
).split(' ');

/** The page's meta elements by name without case: the first of each. */
function metaByName(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name && content !== '' && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

/** What a page says of itself for machines: read once, for its title and its date. */
interface Said {
  meta: ReadonlyMap<string, string>;
  article: ArticleData;
}

function* readSaid(document: Document): Steps<Said> {
  const article = readArticleData(document);
  yield;
  const meta = metaByName(document);
  yield;
  return { meta, article };
}

function metaDate(meta: ReadonlyMap<string, string>): string | null {
  for (const property of DATE_PROPERTIES) {
    const day = dayIn(meta.get(property));
    if (day) return day;
  }
  return null;
}

const OTHERS_TIMES = 'aside, nav, footer, li article, [class*="related" i], [class*="comment" i], [class*="teaser" i]';

/** An entry whose heading leads away is a teaser; that of a live blog leads to itself. */
const LINKED_HEADING = ':is(h2, h3, h4) a[href]:not([href*="#"])';

/** A page's own day stands among its first; a page of a thousand comments has a thousand more. */
const MOST_TIMES = 50;

/** Whether a time is that of another story or of a comment beside the article. */
function isOthers(time: Element, article: Element): boolean {
  const entry = time.closest('article, li');
  const around = [time.closest(OTHERS_TIMES), entry?.querySelector(LINKED_HEADING) ? entry : null];
  return around.some(element => element && element !== article && !element.contains(article));
}

/** The day of the first dated `<time>`: of one marked as the publication's, of the article, then of the page. */
function timeDate(document: Document, article: Element): string | null {
  const marked = '[itemprop="datePublished"], time[pubdate], time.published, time.entry-date';
  for (const [root, selector] of [
    [article, marked],
    [article, 'time'],
    [document, marked],
    [document, 'time'],
  ] as const) {
    for (const time of [...root.querySelectorAll(selector)].slice(0, MOST_TIMES)) {
      if (isOthers(time, article)) continue;
      const written = time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent?.slice(0, 80);
      const day = dayIn(written);
      if (day) return day;
    }
  }
  return null;
}

/** The page's day: JSON-LD, meta, the first dated `<time>` of the article, the address, in that order; else null. */
export function findPageDate(
  document: Document,
  article: Element,
  address: string,
  said = atOnce(readSaid(document)),
): string | null {
  return (
    dayIn(said.article.published) ??
    metaDate(said.meta) ??
    timeDate(document, article) ??
    dayInPath(new URL(address, 'http://localhost').pathname)
  );
}

const BETWEEN = '[|–—·•:»«/-]';
const SEPARATED = new RegExp(`^\\s+${BETWEEN}\\s`);
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Takes the site's name off a title's end or beginning. */
function withoutSite(title: string, sites: readonly string[]): string {
  for (const site of sites) {
    const name = quoted(site);
    const short = title
      .replace(new RegExp(`\\s*${BETWEEN}\\s*${name}$`, 'i'), '')
      .replace(new RegExp(`^${name}\\s*${BETWEEN}\\s+`, 'i'), '');
    if (short !== title && short !== '') return withoutSite(short, sites);
  }
  return title;
}

/** Takes off what follows the last bar or dash where the site does not tell its name: a few words, after several. */
function withoutLastPart(title: string): string {
  const parts = /^(.+)\s[|–—-]\s([^|–—]+)$/.exec(title);
  const words = (text = '') => text.split(' ').length;
  return parts && words(parts[1]) >= 3 && words(parts[2]) <= 4 ? (parts[1] as string).trim() : title;
}

/** The headline: as the page gives it to others, else its heading, else its title; without the site's name. */
export function findTitle(document: Document, article: Element, said = atOnce(readSaid(document))): string | null {
  const { meta } = said;
  const { headline, site } = said.article;
  const names = [meta.get('og:site_name'), meta.get('application-name'), ...site];
  const sites = names.map(name => plain(name ?? '')).filter(name => name !== '');
  const heading = [article, document]
    .map(root => plain(root.querySelector('h1')?.textContent ?? ''))
    .find(text => text !== '');
  // What a page without an article tells of itself may be the site's name alone.
  const isSite = (title: string) => sites.some(site => site.toLowerCase() === title.toLowerCase());
  const named = [meta.get('og:title'), headline, heading]
    .map(title => withoutSite(plain(title ?? ''), sites))
    .find(title => title !== '' && !isSite(title));
  // Where the site does not tell its name, the heading tells where the title ends.
  if (named && heading && named.startsWith(`${heading} `) && SEPARATED.test(named.slice(heading.length)))
    return heading;
  if (named) return named;
  const title = plain(document.title);
  const short = withoutSite(title, sites);
  return (short === title ? withoutLastPart(title) : short) || null;
}

// The lead is what a reader takes in before the first subheading: about two paragraphs (a judgement).
const LEAD_LENGTH = 1200;

/** All facts of a page that reading asks for, at once. `texts` are the passages' texts in order. */
export const readPageFacts = (document: Document, article: Element, texts: readonly string[]): PageFacts =>
  atOnce(findPageFacts(document, article, texts));

/** Finds the facts of a page in steps. */
export function* findPageFacts(document: Document, article: Element, texts: readonly string[]): Steps<PageFacts> {
  const said = yield* readSaid(document);
  let lead = '';
  for (const text of texts) {
    if (lead.length + text.length > LEAD_LENGTH) break;
    lead += `${text}\n`;
  }
  const title = findTitle(document, article, said);
  yield;
  return { title, date: findPageDate(document, article, document.location?.href ?? '', said), lead };
}
