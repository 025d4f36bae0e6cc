/** Tells the extension's own pages from content scripts: these run beside strangers' code and may ask for little. */
import { browser } from '#imports';

/** Who sent a message, as far as the browser vouches for it. */
interface Sender {
  id?: string;
  url?: string;
}

/** Whether a message comes from a page of ours (popup, side panel, settings …) and not from a content script. */
export const isOwnPage = ({ id, url }: Sender): boolean =>
  id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL('/'));

/** Throws unless a page of ours asks: what it asks for is no web page's business, even when that has taken its content script over. */
export function requireOwnPage(sender: Sender): void {
  if (!isOwnPage(sender)) throw new Error('Only the extension’s own pages may ask for this.');
}

/**
 * The address of the page that sent a message. It may change within its origin without loading anew, of which browsers tell
 * the background nothing: so its own word counts, as long as it names the origin that the browser vouches for.
 * @param told what the page's script says its address is
 */
export function addressOf({ url }: Sender, told: unknown): string | undefined {
  if (url === undefined || typeof told !== 'string') return url;
  return URL.canParse(told) && new URL(told).origin === new URL(url).origin ? told : url;
}
