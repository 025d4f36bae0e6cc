/** The page of lookup in both browsers: by typing, by keys, by links, and back. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KINDS, type Session, startSession } from './session.ts';

/** What of the browser's own the page is asked. */
interface Extension {
  chrome: { storage: { local: { set(items: object): Promise<void> } } };
}

describe.each(KINDS)('lookup in %s', kind => {
  let session: Session;
  let page: Page;

  /** Firefox tells its driver nothing of an extension's pages having loaded: what is awaited is what they show. */
  const goTo = (path: string) => page.goto(session.extensionUrl(path), kind === 'firefox' ? { waitUntil: [] } : {});
  const heading = (text: string) =>
    page.waitForFunction(wanted => document.querySelector('.lookup article h1')?.textContent === wanted, {}, text);
  const found = () => page.waitForSelector('.lookup a.hit');
  const focusedHref = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
  const back = () => page.evaluate(() => history.back());
  const follow = (href: string) => page.click(`.lookup article a[href="${href}"]`);

  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.browser.newPage();
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    await goTo('lookup.html');
    await page.waitForFunction(() => document.activeElement?.matches('.lookup input'));
  });

  it('goes from a name to the claim, on to its entity and its source, and back', async () => {
    await page.keyboard.type('us aid since 2021');
    await page.waitForSelector('.lookup a.hit[href="#claim/us-aid-since-2021"]');
    await page.click('.lookup a.hit[href="#claim/us-aid-since-2021"]');
    const question = 'How much aid has the United States given to Afghanistan since August 2021?';
    await heading(question);
    expect(await page.title()).toContain(question);
    await follow('#entity/united-states');
    await heading('United States');
    await back();
    await heading(question);
    await follow('#source/chatham-house-2025');
    await heading('What the West can do now in Taliban-ruled Afghanistan');
    await back();
    await heading(question);
    await back();
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('href') === '#claim/us-aid-since-2021' && location.hash.length > 9,
    );
    expect(await page.$eval('.lookup input', input => (input as HTMLInputElement).value)).toBe('us aid since 2021');
    await page.evaluate(() => history.forward());
    await heading(question);
  });

  it('is used by keys alone', async () => {
    await page.keyboard.type('Haibatullah');
    await found();
    await page.keyboard.press('ArrowDown');
    expect(await focusedHref()).toBe('#entity/hibatullah-akhundzada');
    await page.keyboard.press('Enter');
    await heading('Hibatullah Akhundzada');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.matches('.lookup input'));
    await page.keyboard.type('3.6bn');
    await page.waitForFunction(() => document.querySelector('.lookup .value')?.textContent === '$3.63 billion');
    await page.keyboard.press('Enter');
    await heading('How much aid has the United States given to Afghanistan since August 2021?');
  });

  it('opens what an address names, and keeps its index', async () => {
    await goTo('lookup.html#search/bagram');
    await found();
    const stored = await page.evaluate(
      () =>
        new Promise(done => {
          const request = indexedDB.open('daftar');
          request.onsuccess = () => {
            const get = request.result.transaction('search').objectStore('search').get('search');
            get.onsuccess = () => done(typeof get.result?.record.words);
            request.result.close();
          };
        }),
    );
    expect(stored).toBe('string');
  });

  it('fits a narrow window, in a language from right to left too', async () => {
    await page.evaluate(() => (globalThis as unknown as Extension).chrome.storage.local.set({ language: 'fa' }));
    await page.waitForFunction(() => document.documentElement.dir === 'rtl');
    await page.setViewport({ width: 320, height: 700 });
    for (const hash of ['search/taliban', 'claim/us-aid-since-2021', 'entity/taliban', 'source/chatham-house-2025']) {
      await goTo(`lookup.html#${hash}`);
      await page.waitForSelector('.lookup a.hit, .lookup article');
      expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(320);
    }
  });
});
