/** Opens an element of ours above everything that the page can show, closed to the page. */
import { createHost, type HostName } from './own-elements';

/**
 * Puts a host with a closed shadow root into the top layer: above fullscreen elements and whatever has the highest z-index.
 * @param holder the element beside which it opens: what is outside an open modal dialog or a fullscreen
 * element is inert, so there it goes inside
 */
export function openAbove(document: Document, name: HostName, sheet: CSSStyleSheet, holder: Element) {
  const { host, root } = createHost(document, name);
  root.adoptedStyleSheets = [sheet];
  const around = holder.closest('dialog[open], :fullscreen');
  (around?.ownerDocument === document ? around : document.documentElement).append(host);
  host.popover = 'manual';
  try {
    host.showPopover();
  } catch {
    // The page has taken it away as it was told of it: there is nothing to show, and nothing to break.
  }
  return { host, root };
}
