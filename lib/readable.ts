/** Why a page cannot be read. Pure. */

/** Shops whose pages the browsers keep from every extension (Chrome's documentation and Firefox's restricted domains). */
const SHOPS =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(?:[/?#]|$)/;

/**
 * `browser-page`: the browser's own, or a file; `shop`: one of theirs for extensions; `pdf`: shown by a viewer; `not-granted`:
 * the reader has not let us read the site; `not-loaded`: our script is not there, as in a tab older than the installation.
 */
export type Unreadable = 'browser-page' | 'shop' | 'pdf' | 'not-granted' | 'not-loaded';

/**
 * @param url the tab's address; undefined where the browser does not tell it, as for its own pages
 * @param granted whether we may read the address
 */
export function whyUnreadable(url: string | undefined, granted: boolean): Unreadable {
  if (!url || !/^https?:/.test(url)) return url !== undefined && /\.pdf(?:[?#]|$)/i.test(url) ? 'pdf' : 'browser-page';
  if (SHOPS.test(url)) return 'shop';
  if (!granted) return 'not-granted';
  return /\.pdf(?:[?#]|$)/i.test(url) ? 'pdf' : 'not-loaded';
}
