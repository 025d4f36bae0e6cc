/** What people touch besides the page, in both browsers: the toolbar's popup, the panel beside the page, and pausing. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBehind, type View } from './extension-view.ts';
import { MARK, popoverIsClosed, popoverText, shownMarks } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

const FIGURE = '41 million';
const STATUS = 'no country had recognised the Taliban';
const FAR = '$3.9 billion';

describe.each(KINDS)('beside the page, in %s', kind => {
  let session: Session;
  let page: Page;
  let views: View[] = [];

  const open = async (path: string) => {
    const view = await openBehind(session, path, page);
    views.push(view);
    return view;
  };
  const news = (path = 'beside.html') => session.open(`${session.pages.url}${path}`);
  const marks = (of = page) => of.$$eval(MARK, all => all.map(({ textContent }) => textContent));
  const marked = (text: string, of = page) => expect.poll(() => marks(of), { timeout: 8000 }).toContain(text);
  const bare = (of = page) => of.waitForFunction(`document.querySelector('${MARK}') === null`);
  const current = (view: View) => view.ask('document.querySelector("[aria-current=location]")?.textContent ?? ""');
  const badge = (view: View) =>
    view.ask(`(async ({ tabs, action }) => {
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      return action.getBadgeText({ tabId: tab.id });
    })(globalThis.browser ?? chrome)`);
  const scrollTo = (id: string) =>
    page.evaluate(name => document.getElementById(name)?.scrollIntoView({ behavior: 'instant', block: 'center' }), id);

  beforeAll(async () => {
    session = await startSession(kind);
    page = await news();
    await shownMarks(page);
  });
  afterAll(() => session?.close());
  afterEach(async () => {
    for (const view of views) await view.close();
    views = [];
    await scrollTo('people');
  });

  describe('the popup', () => {
    it('counts the statements and lists them in reading order', async () => {
      const popup = await open('popup.html');
      await expect.poll(() => popup.text(), { timeout: 8000 }).toContain(FAR);
      const text = await popup.text();
      expect(text).toContain('Dated: 1 Agrees with some: 2');
      expect(text.indexOf(FIGURE)).toBeLessThan(text.indexOf(STATUS));
      expect(text.indexOf(STATUS)).toBeLessThan(text.indexOf(FAR));
    });

    it('goes to a statement that is chosen, and opens it', async () => {
      const popup = await open('popup.html');
      await expect.poll(() => popup.text(), { timeout: 8000 }).toContain(FAR);
      views = [];
      // The popup closes itself, so nothing may be asked of it any more.
      await popup.press(FAR).catch(() => {});
      expect(await popoverText(page, kind)).toContain('How much aid has the United States given');
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
      await page.keyboard.press('Escape');
      await popoverIsClosed(page);
    });

    it('marks less and more at once in the open page', async () => {
      const popup = await open('popup.html');
      await expect.poll(() => popup.text(), { timeout: 8000 }).toContain('How much is marked');
      await popup.press('Figures');
      await expect.poll(() => marks()).not.toContain(STATUS);
      await marked(FIGURE);
      await popup.press('Figures and facts');
      await marked(STATUS);
    });

    it('says why there is nothing', async () => {
      const about = await session.browser.newPage();
      const before = page;
      page = about;
      await about.bringToFront();
      const popup = await open('popup.html');
      await expect.poll(() => popup.text(), { timeout: 8000 }).toContain('page of the browser itself');
      page = before;
      await about.close();
      const passing = await news('second.html');
      await passing.bringToFront();
      await expect.poll(() => popup.text(), { timeout: 8000 }).toMatch(/On this page/);
      await passing.close();
    });
  });

  describe('a pause', () => {
    it('of a site takes all marks of its open tabs back at once, and gives them back', async () => {
      const other = await news('popover.html');
      await shownMarks(other);
      await page.bringToFront();
      const popup = await open('popup.html');
      await expect.poll(() => popup.text(), { timeout: 8000 }).toContain(FAR);
      await popup.press('Pause on 127.0.0.1');
      await Promise.all([bare(), bare(other)]);
      await expect.poll(() => popup.text()).toContain('Reading is paused On 127.0.0.1');
      await expect.poll(() => badge(popup)).toBe('‖');
      await other.reload();
      const third = await news();
      await page.bringToFront();
      expect(await marks(third)).toEqual([]);
      expect(await page.evaluate(() => document.querySelector('#people')?.childNodes.length)).toBe(1);
      await popup.press('Go on reading');
      await marked(FIGURE);
      await expect.poll(() => badge(popup)).toBe('3');
      await Promise.all([marked(FIGURE, third), shownMarks(other)]);
      await Promise.all([other.close(), third.close()]);
    });

    it('of a tab is of that tab alone, through a reload', async () => {
      const other = await news();
      await shownMarks(other);
      await page.bringToFront();
      const popup = await open('popup.html');
      await expect.poll(() => popup.text(), { timeout: 8000 }).toContain(FAR);
      await popup.press('This tab');
      await popup.press('Pause in this tab');
      await bare();
      await marked(FIGURE, other);
      await page.reload();
      await expect
        .poll(() => popup.text(), { timeout: 8000 })
        .toMatch(/Reading is paused In this tab.*not read as long/);
      expect(await marks()).toEqual([]);
      await popup.press('Go on reading');
      await marked(FIGURE);
      await other.close();
    });
  });

  describe('the panel', () => {
    it('follows the page as it scrolls', async () => {
      const panel = await open('sidepanel.html');
      await expect.poll(() => current(panel), { timeout: 8000 }).toContain(FIGURE);
      await scrollTo('aid');
      await expect.poll(() => current(panel), { timeout: 8000 }).toContain(FAR);
    });

    it('opens a comparison in itself, and goes on from there', async () => {
      const panel = await open('sidepanel.html');
      await expect.poll(() => panel.text(), { timeout: 8000 }).toContain(FAR);
      await panel.press(FAR);
      await expect.poll(() => panel.text()).toContain('This page says');
      expect(await panel.text()).toContain('auditors say');
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
      await panel.press('Previous mark');
      await expect.poll(() => panel.text()).toContain('a tailor said');
      await panel.press('All statements');
      await expect.poll(() => panel.text()).toContain(FAR);
    });

    // Firefox shows its own popups to no test.
    it.runIf(kind === 'chrome')('opens from the real popup, which a press of its button allows', async () => {
      const opened = (path: string) => session.browser.waitForTarget(target => target.url().endsWith(path));
      const [extension] = (await session.browser.extensions()).values();
      const popup = opened('/popup.html');
      await extension?.triggerAction(page);
      const inPopup = await (await popup).asPage();
      const panel = opened('/sidepanel.html');
      await (await inPopup.waitForSelector('button::-p-text(Side panel)'))?.click();
      const inPanel = await (await panel).asPage();
      const statement = await inPanel.waitForSelector('.statements button');
      await statement?.click();
      await inPanel.waitForSelector('.card');
      await inPanel.close();
    });

    it('follows to another tab, to another page, and through a pause', async () => {
      const panel = await open('sidepanel.html');
      await expect.poll(() => panel.text(), { timeout: 8000 }).toContain(FAR);
      const other = await news('popover.html');
      await other.bringToFront();
      await expect.poll(() => panel.text(), { timeout: 8000 }).toContain('47 million');
      await other.goto(`${session.pages.url}beside.html`);
      await expect.poll(() => panel.text(), { timeout: 8000 }).toContain(FAR);
      await panel.press('This tab');
      await panel.press('Pause in this tab');
      await expect.poll(() => panel.text(), { timeout: 8000 }).toMatch(/not read as long as/);
      await panel.press('Go on reading');
      await expect.poll(() => panel.text(), { timeout: 8000 }).toContain(FAR);
      await other.close();
      await page.bringToFront();
    });
  });

  it('causes no error and asks the network for nothing', () => {
    expect(session.faults).toEqual([]);
  });
});
