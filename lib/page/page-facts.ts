/** Reads what a page says of itself: its title and its date. */
import type { PageFacts } from '@/lib/reading/reading';

const DATE_PROPERTIES = [
  'article:published_time',
  'og:published_time',
  'datePublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
];

/**
 * The ISO day in a string such as "2025-11-18T08:00:00Z" or "2025/11/18", or null. The day is taken as printed, not moved
 * to the reader's time zone: it is the outlet's own date.
 */
function dayIn(text: string | null | undefined): string | null {
  const parts = /\b((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(text ?? '');
  if (!parts) return null;
  const [, year, month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The first `datePublished` of the page's JSON-LD. Broken JSON-LD is common and is left alone. */
function jsonLdDate(document: Document): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = findDate(JSON.parse(script.textContent ?? ''), 0);
      if (found) return found;
    } catch {}
  }
  return null;
}

function findDate(value: unknown, depth: number): string | null {
  // Deeper than any news page nests; keeps a hostile one from exhausting the stack.
  if (typeof value !== 'object' || value === null || depth > 8) return null;
  if ('datePublished' in value && typeof value.datePublished === 'string') {
    const day = dayIn(value.datePublished);
    if (day) return day;
  }
  for (const inner of Object.values(value)) {
    const found = findDate(inner, depth + 1);
    if (found) return found;
  }
  return null;
}

function metaDate(document: Document): string | null {
  for (const property of DATE_PROPERTIES) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const day = dayIn(document.querySelector(`meta[${attribute}="${property}" i]`)?.getAttribute('content'));
      if (day) return day;
    }
  }
  return null;
}

/** The page's day: JSON-LD, meta, the first dated `<time>` of the article, the address, in that order; else null. */
export function findPageDate(document: Document, article: Element, address: string): string | null {
  const times = [...article.querySelectorAll('time[datetime]'), ...document.querySelectorAll('time[datetime]')];
  return (
    jsonLdDate(document) ??
    metaDate(document) ??
    times.map(time => dayIn(time.getAttribute('datetime'))).find(day => day !== null) ??
    dayIn(new URL(address, 'http://localhost').pathname)
  );
}

/** The headline: the article's first h1, else what the page calls itself. */
export function findTitle(document: Document, article: Element): string | null {
  const candidates = [
    article.querySelector('h1')?.textContent,
    document.querySelector('h1')?.textContent,
    document.querySelector('meta[property="og:title"]')?.getAttribute('content'),
    document.title,
  ];
  return candidates.map(title => title?.replace(/\s+/g, ' ').trim()).find(title => title) ?? null;
}

// The lead is what a reader takes in before the first subheading: about two paragraphs (a judgement).
const LEAD_LENGTH = 1200;

/** All facts of a page that reading asks for. `texts` are the passages' texts in order. */
export function readPageFacts(document: Document, article: Element, texts: readonly string[]): PageFacts {
  let lead = '';
  for (const text of texts) {
    if (lead.length + text.length > LEAD_LENGTH) break;
    lead += `${text}\n`;
  }
  return {
    title: findTitle(document, article),
    date: findPageDate(document, article, document.location?.href ?? ''),
    lead,
  };
}
