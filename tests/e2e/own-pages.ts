/** The extension's own pages in a tab, in both browsers: Firefox lets no WebDriver open or read them, its window does. */
import type { Browser, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { inWindow } from './firefox-window.ts';
import type { Session } from './session.ts';

export interface OwnPage {
  /** The value of an expression in the page, by way of JSON; promises are awaited. Throws what it throws. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until an expression in the page holds. */
  until(expression: string): Promise<void>;
  /** Clicks the first element of a selector whose words (white space collapsed) begin so, once it is there. */
  click(selector: string, words?: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a page of the extension ("options.html") in a new tab in front. */
export async function openOwnPage(session: Session, path: string): Promise<OwnPage> {
  const url = session.extensionUrl(path);
  if (session.kind === 'chrome') return inChrome(await session.open(url));
  await inWindow(
    session.browser,
    `gBrowser.selectedTab = gBrowser.addTab('${url}', {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`,
  );
  return inFirefox(session.browser, url);
}

/** Finds the tab with a page of the extension that it opened itself. */
export async function findOwnPage(kind: Session['kind'], browser: Browser, path: string): Promise<OwnPage> {
  return vi.waitFor(
    async () => {
      if (kind === 'chrome') {
        const page = (await browser.pages()).find(page => page.url().includes(`/${path}`));
        if (!page) throw new Error(`No tab has ${path}.`);
        return inChrome(page);
      }
      const url = await inWindow(
        browser,
        `gBrowser.tabs.map(tab => tab.linkedBrowser.currentURI.spec).find(url => url.includes('/${path}')) ?? ''`,
      );
      if (!url) throw new Error(`No tab has ${path}.`);
      return inFirefox(browser, url);
    },
    { timeout: 20_000, interval: 100 },
  );
}

/** An expression whose value, or error, is JSON. */
const asJson = (expression: string) =>
  `(async () => { try { return JSON.stringify({ value: await (${expression}) }); }
    catch (error) { return JSON.stringify({ error: String(error) }); } })()`;

function ownPage(run: (expression: string) => Promise<string>, close: () => Promise<unknown>): OwnPage {
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { value, error } = JSON.parse(await run(asJson(expression))) as { value: T; error?: string };
    if (error) throw new Error(error);
    return value;
  };
  const until = (expression: string) =>
    vi.waitFor(
      async () => {
        if (!(await evaluate<boolean>(`Boolean(${expression})`))) throw new Error(`This does not hold: ${expression}`);
      },
      { timeout: 15_000, interval: 100 },
    );
  return {
    evaluate,
    until,
    async click(selector, words = '') {
      const element = `[...document.querySelectorAll(${JSON.stringify(selector)})].find(element =>
        element.textContent.replace(/\\s+/g, ' ').trim().startsWith(${JSON.stringify(words)}))`;
      await until(element);
      await evaluate(`${element}.click()`);
    },
    close: async () => void (await close()),
  };
}

const inChrome = (page: Page): OwnPage =>
  ownPage(
    async expression => (await page.evaluate(expression)) as string,
    () => page.close(),
  );

function inFirefox(browser: Browser, url: string): OwnPage {
  const tab = `gBrowser.tabs.find(tab => tab.linkedBrowser.currentURI.spec === ${JSON.stringify(url)})`;
  const run = (expression: string) => {
    const inside = `(async () => {
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      sendAsyncMessage('answer', await Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox));
    })()`;
    return inWindow(
      browser,
      `new Promise((resolve, reject) => {
        const tab = ${tab};
        if (!tab) return reject(new Error('The tab has gone.'));
        const { messageManager } = tab.linkedBrowser;
        const listen = ({ data }) => {
          messageManager.removeMessageListener('answer', listen);
          resolve(data);
        };
        messageManager.addMessageListener('answer', listen);
        messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(inside)}), false);
      })`,
    );
  };
  return ownPage(run, () => inWindow(browser, `gBrowser.removeTab(${tab});`));
}
