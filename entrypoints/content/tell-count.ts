/** Tells a screen reader once how much is marked on the page, without a word in the page's own text. */
import { currentLanguage, t } from '@/lib/i18n/translate';
import { createHost } from '@/lib/page/own-elements';

/** A live region is heard for what changes in it: so it stands there empty for a while first. */
const BEFORE = 500;
/** By now it has been taken up, and would only be in the way of who reads to the end of the page. Both are judgements. */
const AFTER = 5000;

// Out of sight, but not out of what is read out, as `display: none` would be.
const STYLES = `:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important;
  inline-size: 1px !important; block-size: 1px !important; overflow: hidden !important; clip-path: inset(50%) !important;
  white-space: nowrap !important; user-select: none !important; pointer-events: none !important; }
@media print { :host { display: none !important; } }`;

/**
 * Says politely how many statements are marked; what stands on the page for it goes after some seconds, or on abort.
 * @param count of statements; with none nothing is said, and the page is left as it is
 * @param change runs a change of ours so that the watch does not see it
 */
export function tellCount(
  document: Document,
  count: number,
  change: (run: () => void) => void,
  signal: AbortSignal,
): void {
  if (count === 0 || signal.aborted || !document.documentElement) return;
  const { host, root } = createHost(document, 'daftar-count');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  const region = document.createElement('div');
  region.lang = currentLanguage();
  region.setAttribute('role', 'status');
  root.append(region);
  change(() => document.documentElement.append(host));
  const speak = setTimeout(() => {
    // Without our name: a page that searches itself for that must not end up in here, with the focus too.
    region.textContent = t('badge.announced', { count });
  }, BEFORE);
  const go = () => change(() => host.remove());
  const leave = setTimeout(go, AFTER);
  signal.addEventListener('abort', () => {
    clearTimeout(speak);
    clearTimeout(leave);
    go();
  });
}
