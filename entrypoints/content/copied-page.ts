/** Tells which page with notes a page may be a copy of. */
import { pageAddress, siteOf } from '@/lib/hidden';
import { type PageAsking, titleSum } from '@/lib/noted-pages';
import { findTitle } from '@/lib/page/page-facts';

/**
 * What the page says of itself that pages with notes have as well: null where none has.
 * @param sites those that have notes, @param titles sums of the headlines that have
 */
export function copyOf(
  document: Document,
  sites: readonly string[],
  titles: readonly number[],
): Pick<PageAsking, 'canonical' | 'title'> {
  const written = document.head?.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const canonical = addressOf(written, document.baseURI);
  const isKnown = canonical && canonical !== pageAddress(document.location.href) && sites.includes(siteOf(canonical));
  // Where nothing is noted no title is looked for; where the article begins is not asked: it takes long, and headings tell.
  const title = titles.length > 0 ? findTitle(document, document.documentElement) : null;
  const sum = title && titleSum(title);
  return { canonical: isKnown ? canonical : null, title: sum && titles.includes(sum) ? title : null };
}

function addressOf(written: string, base: string): string | null {
  if (!written || !URL.canParse(written, base)) return null;
  const { href, protocol } = new URL(written, base);
  return /^https?:$/.test(protocol) ? pageAddress(href) : null;
}
