/** The notes page in both browsers: made, edited, found, filtered, binned and brought back, out to a file and in again. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findOwnPage } from './own-pages.ts';
import { clickIn, MARK, markWith, popoverIsOpen, popoverText } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

/** What of the browser's own the page is asked. */
interface Extension {
  chrome: { storage: { local: { set(items: object): Promise<void> } } };
}

describe.each(KINDS)('notes in %s', kind => {
  let session: Session;
  let page: Page;

  /** Firefox tells its driver nothing of an extension's pages having loaded: what is awaited is what they show. */
  const goTo = (path: string) => page.goto(session.extensionUrl(path), kind === 'firefox' ? { waitUntil: [] } : {});
  const titles = () => page.$$eval('.rows .first', all => all.map(({ textContent }) => textContent));
  const listed = (...wanted: string[]) => vi.waitFor(async () => expect(await titles()).toEqual(wanted), 10_000);
  const said = (words: string) =>
    page.waitForFunction(
      text => [...document.querySelectorAll('[role=status]')].some(({ textContent }) => textContent?.includes(text)),
      {},
      words,
    );
  const press = async (name: string) => {
    const found = (text: string) =>
      [...document.querySelectorAll<HTMLElement>('.notes button')].find(
        one => one.textContent?.trim() === text && one.checkVisibility(),
      );
    await page.waitForFunction(`Boolean((${found})(${JSON.stringify(name)}))`);
    await page.evaluate(`(${found})(${JSON.stringify(name)}).click()`);
  };
  const withControl = async (key: 'z' | 'Enter' | 'a') => {
    await page.keyboard.down('Control');
    await page.keyboard.press(key);
    await page.keyboard.up('Control');
  };
  const focusRow = async (title: string) => {
    await page.waitForFunction(
      text => [...document.querySelectorAll('.rows .first')].some(one => one.textContent === text),
      {},
      title,
    );
    await page.evaluate(text => {
      const first = [...document.querySelectorAll('.rows .first')].find(one => one.textContent === text);
      first?.closest('a')?.focus();
    }, title);
  };
  async function write(text: string, tags = '') {
    await page.keyboard.press('n');
    await page.waitForSelector('.editor textarea');
    await page.keyboard.type(text);
    if (tags) await page.type('.tags input', `${tags},`);
    await said('Saved');
    await press('Done');
    await page.waitForFunction(() => location.hash.startsWith('#list'));
  }

  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.browser.newPage();
  });
  afterAll(() => session?.close());

  it('are made, found, filtered and edited', async () => {
    await goTo('notes.html');
    await page.waitForSelector('.notes .state h2');
    await write('Who counted the deportations?', 'border');
    await write('The clinics that closed in the north', 'aid');
    await listed('The clinics that closed in the north', 'Who counted the deportations?');
    await page.keyboard.press('/');
    await page.keyboard.type('deport');
    await listed('Who counted the deportations?');
    await press('Show all');
    await page.click('.filters summary');
    await page.select('.filters select', 'aid');
    await listed('The clinics that closed in the north');
    await focusRow('The clinics that closed in the north');
    await page.keyboard.press('Enter');
    await press('Write');
    await page.waitForSelector('.editor textarea');
    await page.keyboard.type('\n\nAsk **Karima**.');
    await said('Saved');
    await press('Read');
    await page.waitForFunction(() => document.querySelector('.rendered strong')?.textContent === 'Karima');
    await press('Done');
    await press('Show all');
  });

  it('go into the bin and come back, by keys alone', async () => {
    await listed('The clinics that closed in the north', 'Who counted the deportations?');
    await focusRow('Who counted the deportations?');
    await page.keyboard.press('Delete');
    await listed('The clinics that closed in the north');
    await withControl('z');
    await listed('The clinics that closed in the north', 'Who counted the deportations?');
    await focusRow('Who counted the deportations?');
    await withControl('a');
    await page.keyboard.press('Delete');
    await page.waitForSelector('.notes .state h2');
    await press('Bin (2)');
    await focusRow('Who counted the deportations?');
    await page.keyboard.press(' ');
    await press('Restore');
    await listed('The clinics that closed in the north');
    await press('Back to the notes');
    await listed('Who counted the deportations?');
  });

  it('go out to a file, and come in again after all else is gone', async () => {
    // The file is taken where the browser would save it.
    await page.evaluate(() => {
      const own = URL.createObjectURL.bind(URL);
      URL.createObjectURL = blob => {
        (globalThis as { taken?: Blob }).taken = blob as Blob;
        return own(blob);
      };
    });
    await page.select('.notes-bar select', 'json');
    await said('1 note saved in daftar-notes-');
    const text = await page.evaluate(() => (globalThis as { taken?: Blob }).taken?.text());
    expect(text).toContain('Who counted the deportations?');
    const take = (content: string) =>
      page.evaluate(written => {
        const files = new DataTransfer();
        files.items.add(new File([written], 'notes.json'));
        const input = document.querySelector('input[type=file]') as HTMLInputElement;
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, content);

    await take((text ?? '').replace('deportations', 'departures'));
    await said('Nothing was taken in.');
    await focusRow('Who counted the deportations?');
    await page.keyboard.press('Delete');
    await press('Bin (2)');
    await focusRow('Who counted the deportations?');
    await withControl('a');
    await page.keyboard.press('Delete');
    await said('2 notes erased.');
    await press('Back to the notes');
    await take(text ?? '');
    await press('Take in 1 note');
    await listed('Who counted the deportations?');
    await take(text ?? '');
    await page.waitForFunction(() =>
      document.querySelector('.import')?.textContent?.includes('1 note is there already.'),
    );
    await press('Close');
  });

  it('are kept when the tab is closed in the middle of a word', async () => {
    await page.keyboard.press('n');
    await page.waitForSelector('.editor textarea');
    await page.keyboard.type('Half a thou');
    await page.close();
    page = await session.browser.newPage();
    await goTo('notes.html');
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.rows .first')].some(({ textContent }) => textContent?.startsWith('Half a')) ||
        document.querySelector('.side .note a'),
    );
  });

  it('fit a narrow window, in a language from right to left too', async () => {
    const speak = (language: string) =>
      page.evaluate(
        value => (globalThis as unknown as Extension).chrome.storage.local.set({ language: value }),
        language,
      );
    await speak('fa');
    await page.waitForFunction(() => document.documentElement.dir === 'rtl');
    await page.setViewport({ width: 320, height: 700 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(320);
    await page.click('.rows a');
    await page.waitForSelector('.editor');
    expect(await width()).toBeLessThanOrEqual(320);
    await speak('en');
    await page.waitForFunction(() => document.documentElement.dir === 'ltr');
    await page.setViewport({ width: 1280, height: 900 });
  });

  it('are made from a mark in two steps, and met again where their claim is', async () => {
    await page.close();
    const article = await session.open(`${session.pages.url}second.html`);
    await article.waitForSelector(MARK);
    const open = async () => {
      const mark = await markWith(article, '$3.63 billion');
      await mark.click();
      await popoverIsOpen(article);
    };
    await open();
    await clickIn(article, kind, 'Note');
    const own = await findOwnPage(kind, session.browser, 'notes.html#note/');
    await own.until("document.querySelector('.editor textarea')");
    const ties = await own.evaluate<string>("document.querySelector('.ties').textContent");
    expect(ties).toContain('$3.63 billion');
    const question = 'How much aid has the United States given to Afghanistan since August 2021?';
    await own.until(`document.querySelector('.ties').textContent.includes('${question}')`);
    await own.evaluate(`(() => {
      const area = document.querySelector('.editor textarea');
      area.value = 'Compare with the other count.';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await own.until("document.querySelector('.save-line').textContent === 'Saved'");
    expect(await article.evaluate(() => document.visibilityState)).toBe('hidden');
    await own.click('.editor button', 'Done');
    // Back at the page, by itself.
    await article.waitForFunction(() => document.visibilityState === 'visible', { polling: 100 });
    await article.keyboard.press('Escape');
    await open();
    await vi.waitFor(async () => expect(await popoverText(article, kind)).toContain('You have 1 note on this'), 10_000);
    expect(session.faults).toEqual([]);
  });
});
