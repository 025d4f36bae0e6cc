/** An extension that is updated or removed while pages are open. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOf } from '../../scripts/launch.ts';
import { MARK, markWith, POPOVER, popoverIsClosed, popoverText, shownMarks } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

const NOTICE = 'daftar-notice';

describe.each(KINDS)('an update in %s', kind => {
  let session: Session;
  let page: Page;

  const text = () => page.$eval('article', article => article.textContent);
  const textNodes = () =>
    page.$eval('article', article => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      let count = 0;
      while (walker.nextNode()) count++;
      return count;
    });
  const firstId = async () => (await shownMarks(page))[0]?.id;
  /** Installs the same build again, as an update does, and waits for the new script's marks. */
  const update = async () => {
    const before = await firstId();
    await session.browser.installExtension(buildOf(kind));
    await page.waitForFunction(
      (selector, id) => {
        const mark = document.querySelector(selector)?.getAttribute('data-m');
        return mark && mark !== id;
      },
      {},
      MARK,
      before,
    );
  };

  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.open(`${session.pages.url}second.html`);
    await shownMarks(page);
  });
  afterAll(() => session?.close());

  it('hands the page to the new script without doubling anything', async () => {
    const marks = (await shownMarks(page)).map(mark => mark.text);
    const [words, nodes] = [await text(), await textNodes()];
    await (await markWith(page, '$3.63 billion')).click();
    await popoverText(page, kind);
    await update();
    expect((await shownMarks(page)).map(mark => mark.text)).toEqual(marks);
    expect(await page.$(`${POPOVER}, ${NOTICE}`)).toBeNull();
    expect([await text(), await textNodes()]).toEqual([words, nodes]);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });

  it('opens and follows the page after a second update', async () => {
    await update();
    await (await markWith(page, '$3.63 billion')).click();
    expect(await popoverText(page, kind)).toContain('Chatham House');
    expect(await page.$$(POPOVER)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await popoverIsClosed(page);
  });

  // Firefox ends a script together with its extension: nobody is left to say anything.
  it.runIf(kind === 'chrome')('leaves one line where no new script comes, and the page as it was', async () => {
    const words = await text();
    await session.browser.uninstallExtension(new URL(session.extensionUrl('')).host);
    await page.click('h1');
    await page.waitForSelector(NOTICE);
    expect(await page.$(MARK)).toBeNull();
    expect(await text()).toBe(words);
    await page.waitForFunction(`document.querySelector('${NOTICE}').getBoundingClientRect().width > 0`);
    await page.click('h1');
    expect(await page.$$(NOTICE)).toHaveLength(1);
    // Its button is the last stop for the keyboard on the page.
    for (let stop = 0; stop < 12 && (await page.evaluate(() => document.activeElement?.localName)) !== NOTICE; stop++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.querySelector('${NOTICE}') === null`);
  });

  it('causes no error', () => expect(session.faults).toEqual([]));
});
