/**
 * What touches no page, as Chrome draws it: the popup in its one size, and every view's accessibility with its colours, which
 * the unit tests cannot see, in both directions of text and in both themes.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwnPage } from './own-pages.ts';
import { shownMarks } from './reader.ts';
import { type Session, startSession } from './session.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The most that browsers give a popup, in CSS pixels. */
const MOST_HEIGHT = 600;

const LOOKS = [
  { language: 'en', theme: 'light', dir: 'ltr' },
  { language: 'fa', theme: 'dark', dir: 'rtl' },
] as const;

/** What is wrong with what stands in a page, as axe names it. */
async function faultsOf(page: { evaluate(expression: string): Promise<unknown> }): Promise<string[]> {
  await page.evaluate(`(() => { ${AXE} })()`);
  const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

describe('the views', () => {
  let session: Session;
  let page: Page;

  /** Chrome's own popup over the page, once it shows what the page holds. */
  const openPopup = async () => {
    const opened = session.browser.waitForTarget(target => target.url().endsWith('/popup.html'));
    const [extension] = (await session.browser.extensions()).values();
    await page.bringToFront();
    await extension?.triggerAction(page);
    const popup = await (await opened).asPage();
    await popup.waitForSelector('.statements button');
    return popup;
  };
  const dressed = async ({ language, theme, dir }: (typeof LOOKS)[number]) => {
    const settings = await openOwnPage(session, 'options.html');
    await settings.evaluate(`chrome.storage.local.set(${JSON.stringify({ language, theme })})`);
    await settings.until(`document.documentElement.dir === '${dir}'`);
    return settings;
  };

  beforeAll(async () => {
    session = await startSession('chrome');
    page = await session.open(`${session.examples.url}article.html`);
    await shownMarks(page);
  });
  afterAll(() => session?.close());

  it('keep the popup in one size that needs no scrolling, whatever it shows', async () => {
    const popup = await openPopup();
    const size = () =>
      popup.evaluate(() => [document.body.offsetWidth, document.body.offsetHeight, document.body.scrollHeight]);
    const [, height, content] = await size();
    expect(content).toBeLessThanOrEqual(height ?? 0);
    expect(height).toBeLessThanOrEqual(MOST_HEIGHT);
    const inside = () =>
      popup.$eval('footer', footer => footer.getBoundingClientRect().bottom <= document.body.offsetHeight);
    expect(await inside()).toBe(true);
    const before = await size();
    await popup.type('input[type=search]', 'iran');
    await popup.waitForSelector('a.hit');
    expect(await size()).toEqual(before);
    await popup.close();
  });

  it.each(LOOKS)('have no accessibility violations: popup and panel in $language, $theme', async look => {
    await (await dressed(look)).close();
    const popup = await openPopup();
    expect(await faultsOf(popup)).toEqual([]);
    await popup.click('.pausing summary');
    await popup.waitForSelector('.pausing[open] .primary');
    expect(await faultsOf(popup)).toEqual([]);
    const opened = session.browser.waitForTarget(target => target.url().endsWith('/sidepanel.html'));
    await popup.click('footer button:nth-last-of-type(2)');
    const panel = await (await opened).asPage();
    await (await panel.waitForSelector('.statements button'))?.click();
    await (await panel.waitForSelector('.compared .quiet'))?.click();
    await panel.waitForSelector('.chart');
    expect(await faultsOf(panel)).toEqual([]);
    await panel.close();
  });

  it.each(LOOKS)('have no accessibility violations: the pages in $language, $theme', async look => {
    const settings = await dressed(look);
    expect(await faultsOf(settings)).toEqual([]);
    await settings.close();
    for (const [path, shown] of [
      ['welcome.html', 'daftar-mark'],
      ['lookup.html', '.chip'],
      ['lookup.html#search/iran', '.hit'],
      ['lookup.html#claim/us-aid-since-2021', '.scoped'],
      ['lookup.html#claim/afghanistan-population', 'svg.chart'],
      ['lookup.html#entity/taliban', 'h1'],
      ['lookup.html#source/chatham-house-2025', 'h1'],
    ] as const) {
      const own = await openOwnPage(session, path);
      await own.until(`document.querySelector('${shown}')`);
      expect(await faultsOf(own), path).toEqual([]);
      await own.close();
    }
  });
});
