/** One browser with the extension, and the pages that it reads, for a test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { type BrowserKind, launch } from '../../scripts/launch.ts';
import { type Server, serve } from '../../scripts/serve.ts';
import { findOwnPage } from './own-pages.ts';

export const KINDS: BrowserKind[] = ['chrome', 'firefox'];

/** A policy as strict as a careful site's: nothing inline, Trusted Types required and none allowed. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

const root = join(import.meta.dirname, '../..');

export interface Session {
  kind: BrowserKind;
  browser: Browser;
  /** Address of a page of the extension. */
  extensionUrl(path: string): string;
  examples: Server;
  pages: Server;
  /**
   * Opens a page in a new tab; what goes wrong in it, and every request that leaves loopback, is in `faults`.
   * @param before what must be done to the tab before the page is asked for
   */
  open(url: string, before?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** Where the browser keeps its profile. */
  profile: string;
  faults: string[];
  /** Ends the browser and starts it again with the same profile. @param whileDown is called in between */
  restart(whileDown?: () => void): Promise<void>;
  close(): Promise<void>;
}

/** Firefox draws an extension's address by lot; the tests fix it by a preference of its profile. */
export const FIREFOX_UUID = '5d1a2f0e-6c3b-4f5e-9a77-0c2f6b1e8d34';

export async function startSession(kind: BrowserKind): Promise<Session> {
  const profile = mkdtempSync(join(tmpdir(), 'daftar-profile-'));
  const [examples, pages] = await Promise.all([
    serve(join(root, 'examples')),
    serve(join(import.meta.dirname, 'pages'), {
      headers: {
        '/csp.html': { 'content-security-policy': STRICT },
        // A page that lets nobody write to the clipboard.
        '/popover.html': { 'permissions-policy': 'clipboard-write=()' },
      },
    }),
  ]);
  const start = () => launch(kind, { headless: true, profile, firefoxUuid: FIREFOX_UUID, ownKeys: true });
  let { browser, extensionId } = await start();
  // Closed at once: opened late, it would take the focus from a test's page.
  await (await findOwnPage(kind, browser, 'welcome.html')).close();
  const faults: string[] = [];
  const session: Session = {
    kind,
    profile,
    examples,
    pages,
    faults,
    get browser() {
      return browser;
    },
    extensionUrl: path =>
      kind === 'firefox' ? `moz-extension://${FIREFOX_UUID}/${path}` : `chrome-extension://${extensionId}/${path}`,
    async open(url, before) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      if (!url.startsWith('http')) {
        // A page of the extension in a tab asks its own tab for an overview and gets no answer: no fault of a news page.
        await page.goto(url);
        return page;
      }
      page.on('pageerror', error => faults.push(`${url}: ${error instanceof Error ? error.message : error}`));
      page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warn') faults.push(`${url}: ${message.text()}`);
      });
      page.on('request', request => {
        const { protocol, hostname } = new URL(request.url());
        if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') faults.push(`${url}: asked for ${request.url()}`);
      });
      await before?.(page);
      await page.goto(url);
      return page;
    },
    async restart(whileDown) {
      await browser.close();
      whileDown?.();
      ({ browser, extensionId } = await start());
      // Firefox forgets an extension that it was lent, and takes it for a new one.
      if (kind === 'firefox') await (await findOwnPage(kind, browser, 'welcome.html')).close();
    },
    async close() {
      await browser.close();
      await Promise.all([examples.close(), pages.close()]);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return session;
}
