/** The first page that a new reader sees, and the settings, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OwnPage, openOwnPage } from './own-pages.ts';
import { MARK, markWith, popoverIsClosed, popoverText } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

/** All rules of the marks' sheet, as the page sees them. */
const rulesOn = (page: Page) =>
  page.evaluate(() =>
    [...document.adoptedStyleSheets].flatMap(sheet => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n'),
  );
const STRONG = /background-color: rgb\(255, 239, 159\)/;

describe.each(KINDS)('welcome and settings in %s', kind => {
  let session: Session;
  let settings: OwnPage;
  const choose = (words: string) => settings.click('label', words);
  const chosen = (words: string) =>
    `[...document.querySelectorAll('label')].some(label => label.textContent.startsWith('${words}') && label.querySelector('input').checked)`;

  beforeAll(async () => {
    session = await startSession(kind);
    settings = await openOwnPage(session, 'options.html');
  });
  afterAll(() => session?.close());

  it('marks the example of the welcome page alone', async () => {
    const welcome = await openOwnPage(session, 'welcome.html');
    await welcome.until(
      `[...document.querySelectorAll('${MARK}')].some(({ textContent }) => textContent === '$3.8 billion')`,
    );
    // Nothing of our own words around it.
    expect(await welcome.evaluate(`document.querySelectorAll('${MARK}:not(.example *)').length`)).toBe(0);
    await welcome.close();
  });

  // WebDriver can click in Chrome's extension pages only.
  it.runIf(kind === 'chrome')('compares the example by mouse and by keyboard', async () => {
    const page = await session.open(session.extensionUrl('welcome.html'));
    const mark = await markWith(page, '$3.8 billion');
    await mark.click();
    expect(await popoverText(page, kind)).toContain('over $3.8 billion');
    await page.keyboard.press('Escape');
    await popoverIsClosed(page);
    await (await markWith(page, '$3.8 billion')).focus();
    await page.keyboard.press('Enter');
    expect(await popoverText(page, kind)).toContain('Same figure');
    await page.close();
  });

  it('draws the marks of an open page in another style at once', async () => {
    const article = await session.open(`${session.examples.url}article.html`);
    await article.waitForSelector(MARK);
    await choose('Strong');
    await vi.waitFor(async () => expect(await rulesOn(article)).toMatch(STRONG), 5000);
    await choose('UnderlinesQuiet');
    await vi.waitFor(async () => expect(await rulesOn(article)).not.toMatch(STRONG), 5000);
    await article.close();
  });

  it('marks nothing of a theme that is switched off', async () => {
    await choose('Aid and money');
    await settings.until(`!(${chosen('Aid and money')})`);
    const article = await session.open(`${session.examples.url}article.html`);
    await markWith(article, '1.4 million');
    const marks = await article.$$eval(MARK, all => all.map(({ textContent }) => textContent));
    expect(marks).not.toContain('$3.8 billion');
    await article.close();
    await choose('Aid and money');
    await settings.until(chosen('Aid and money'));
  });

  it('speaks Dari, from right to left, and English again', async () => {
    await choose('دری');
    await settings.until("document.documentElement.dir === 'rtl' && document.documentElement.lang === 'fa'");
    expect(await settings.evaluate("document.querySelector('h1').textContent")).toBe('تنظیمات');
    await choose('English');
    await settings.until("document.documentElement.dir === 'ltr'");
  });

  it('takes settings from a file, refuses a bad one, resets, and undoes that', async () => {
    const take = (name: string, values: object) => {
      const text = JSON.stringify({ format: 'daftar-settings', version: 1, settings: values });
      return settings.evaluate(`(() => {
        const files = new DataTransfer();
        files.items.add(new File([${JSON.stringify(text)}], '${name}'));
        const input = document.querySelector('input[type=file]');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    };
    const said = (words: string) =>
      settings.until(`document.querySelector('.said').textContent.includes(${JSON.stringify(words)})`);

    await take('good.json', { density: 'figures', markStyle: 'tint' });
    await said('good.json');
    await settings.until(chosen('Figures Amounts'));
    await settings.until(chosen('Underlines and tint'));

    await take('bad.json', { density: 'all' });
    await said('density: "all"');
    expect(await settings.evaluate(chosen('Figures Amounts'))).toBe(true);

    await settings.click('button', 'Reset all');
    await said('defaults');
    await settings.until(chosen('Figures and facts'));
    await settings.click('button', 'Undo');
    await said('Undone');
    await settings.until(chosen('Figures Amounts'));
  });

  it('keeps what was set for the next time that the page is opened', async () => {
    await settings.close();
    settings = await openOwnPage(session, 'options.html');
    await settings.until(chosen('Figures Amounts'));
  });
});
