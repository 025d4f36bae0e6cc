/** Follows the page that the reader has in front: which one it is, what our script in it tells, or why there is none. */
import { type Browser, browser } from '#imports';
import { FOLLOW, type Overview, type Told } from './messaging';
import { type Unreadable, whyUnreadable } from './readable';

/** The tab in front. */
export interface OpenTab {
  id: number;
  windowId: number;
  /** Undefined where the browser does not tell it. */
  url: string | undefined;
  /** Whether its window is a private one. */
  incognito: boolean;
}

export interface OpenPage {
  /** Null where the window has none. */
  tab: OpenTab | null;
  /** What is marked; null as long as no script of ours has answered. */
  overview: Overview | null;
  /** The marks on screen, in the order of the page. */
  inView: readonly string[];
  /** Why nobody answers; null where somebody does, or may still. */
  why: Unreadable | null;
}

const NOTHING = { overview: null, inView: [], why: null } as const;

/** A page that is just loading gets its script a moment after the browser calls it complete: so often and so late we ask again. */
const TRIES = 6;
const BETWEEN = 250;

/** Whether we may read an address. */
async function isGranted(url: string | undefined): Promise<boolean> {
  if (!url || !/^https?:/.test(url)) return false;
  // Ports are no part of a match pattern.
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

const tabOf = ({ id, windowId, url, incognito }: Browser.tabs.Tab): OpenTab | null =>
  id === undefined ? null : { id, windowId, url, incognito };

/** Follows the page of the active tab of this window, through changes of tab and of page, until `signal` is aborted. */
export function followOpenPage(onChange: (page: OpenPage) => void, signal: AbortSignal): void {
  let page: OpenPage = { tab: null, ...NOTHING };
  let connection = new AbortController();

  function set(next: Partial<OpenPage>) {
    if (signal.aborted) return;
    page = { ...page, ...next };
    onChange(page);
  }

  /** Looks which tab is in front, and asks its page anew. */
  async function look() {
    connection.abort();
    connection = new AbortController();
    const own = connection.signal;
    const [found] = await browser.tabs.query({ active: true, currentWindow: true });
    if (own.aborted || signal.aborted) return;
    const tab = found ? tabOf(found) : null;
    set({ tab, ...NOTHING });
    if (tab) connect(tab, own, TRIES);
  }

  function connect(tab: OpenTab, own: AbortSignal, tries: number) {
    if (own.aborted || signal.aborted) return;
    const port = browser.tabs.connect(tab.id, { name: FOLLOW, frameId: 0 });
    let answered = false;
    const close = () => port.disconnect();
    AbortSignal.any([own, signal]).addEventListener('abort', close, { once: true });
    port.onMessage.addListener((told: Told) => {
      if (own.aborted) return;
      answered = true;
      set({ ...told, why: null });
    });
    port.onDisconnect.addListener(async () => {
      // Read, so that the browser does not report it: no script of ours is there.
      void browser.runtime.lastError;
      if (own.aborted || signal.aborted) return;
      if (answered) return set(NOTHING);
      const granted = await isGranted(tab.url);
      const why = whyUnreadable(tab.url, granted);
      if (why === 'not-loaded' && tries > 1) setTimeout(() => connect(tab, own, tries - 1), BETWEEN);
      else if (!own.aborted) set({ ...NOTHING, why });
    });
  }

  const isShown = (windowId: number) => page.tab === null || page.tab.windowId === windowId;
  const onActivated = ({ windowId }: { windowId: number }) => {
    if (isShown(windowId)) void look();
  };
  const onUpdated = (tabId: number, { status, url }: { status?: string; url?: string }) => {
    if (tabId !== page.tab?.id) return;
    // Within one page the address changes without a new script: what is marked there stays.
    if (status === 'complete' && !page.overview) void look();
    else if (url !== undefined) set({ tab: { ...page.tab, url } });
  };
  const onGranted = () => void look();
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.permissions.onAdded.addListener(onGranted);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.permissions.onAdded.removeListener(onGranted);
  });
  void look();
}

/** Loads the page of a tab again. */
export const reloadPage = ({ id }: OpenTab): Promise<void> => browser.tabs.reload(id);

/** Asks the reader to let us read a tab's site. Must be called while the reader presses something. */
export function askForSite({ url }: OpenTab): Promise<boolean> {
  const { hostname } = new URL(url ?? '');
  return browser.permissions.request({ origins: [`*://${hostname}/*`] });
}
