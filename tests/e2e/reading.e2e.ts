/** From a news page to a comparison, in both browsers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as Browser } from 'wxt/browser';
import { clickIn, MARK, markWith, popoverIsClosed, popoverText, shownMarks } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

interface Expected {
  quote: string;
  expect: string;
  accept?: string[];
  level?: 'figures' | 'facts' | 'everything';
  where: string;
}

const expected: Expected[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../examples/article.expected.json'), 'utf8'),
);

describe.each(KINDS)('reading in %s', kind => {
  let session: Session;
  let article: Page;

  beforeAll(async () => {
    session = await startSession(kind);
    article = await session.open(`${session.examples.url}article.html`);
  });
  afterAll(() => session?.close());

  it('marks statements of the article that the store knows', async () => {
    const marks = (await shownMarks(article)).filter(mark => !mark.entity);
    const texts = marks.map(mark => mark.text);
    for (const words of ['1.4 million', '$3.8 billion', '41 million', '43 per cent', '190,000', '$7 billion'])
      expect(texts).toContain(words);
    expect(marks.some(({ block }) => /no country had recognised/.test(block))).toBe(true);
  });

  it('marks nothing in navigation, adverts, comments, forms or the footer', async () => {
    const outside = await article.$$eval(MARK, marks =>
      marks
        .filter(mark =>
          mark.closest(
            'nav, footer, form, button, [class*="ad-"], .ad, [aria-label="Advertisement"], [id*="comment"], [class*="comment"]',
          ),
        )
        .map(mark => mark.textContent),
    );
    expect(outside).toEqual([]);
  });

  it('marks no figure of the sentences that are traps', async () => {
    const marks = (await shownMarks(article)).filter(mark => !mark.entity && /\d/.test(mark.text));
    const traps = expected.filter(({ expect: verdict, where }) => verdict === 'none' && where !== 'pull');
    const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
    const caught = traps.flatMap(({ quote }) => {
      const sentence = clean(quote);
      return marks
        .filter(mark => mark.block.includes(sentence) && sentence.includes(clean(mark.text)))
        .map(mark => `${mark.text} in “${sentence}”`);
    });
    expect(caught).toEqual([]);
  });

  it('leaves the text of the page as it was', async () => {
    const marked = await article.$eval('article', element => element.textContent);
    const source = await (await fetch(`${session.examples.url}article.html`)).text();
    const unmarked = await article.evaluate(
      html => new DOMParser().parseFromString(html, 'text/html').querySelector('article')?.textContent,
      source,
    );
    expect(marked).toBe(unmarked);
  });

  it('opens the comparison on a click, and closes it on Escape with the focus back on the mark', async () => {
    const mark = await markWith(article, '41 million');
    await mark.click();
    await popoverText(article, kind);
    await clickIn(article, kind, 'All versions');
    const text = await popoverText(article, kind);
    for (const words of [
      'Most planners give Afghanistan a population of 41 million',
      'How many people live in Afghanistan?',
      '40 million',
      '44 million',
      'Chatham House',
      'The Diplomat',
      'Differs',
      '% higher',
      '% lower',
    ])
      expect(text).toContain(words);
    await article.keyboard.press('Escape');
    await popoverIsClosed(article);
    expect(await article.evaluate(() => document.activeElement?.textContent)).toBe('41 million');
  });

  it('opens and closes by keyboard alone', async () => {
    const mark = await markWith(article, '190,000');
    await mark.focus();
    await article.keyboard.press('Enter');
    expect(await popoverText(article, kind)).toContain('Congressional Research Service');
    expect(await article.evaluate(() => document.activeElement?.localName)).toBe('daftar-popover');
    await article.keyboard.press('Escape');
    await popoverIsClosed(article);
    expect(await article.evaluate(() => document.activeElement?.textContent)).toBe('190,000');
  });

  it('opens one at a time, and closes on a click elsewhere', async () => {
    await (await markWith(article, '41 million')).click();
    await popoverText(article, kind);
    await (await markWith(article, '$7 billion')).click();
    expect(await popoverText(article, kind)).toContain('$7 billion');
    expect(await article.$$eval('daftar-popover', popovers => popovers.length)).toBe(1);
    await article.mouse.click(5, 400);
    await popoverIsClosed(article);
  });

  it('does not answer to events that the page makes up', async () => {
    await article.evaluate(() => {
      const mark = document.querySelector('daftar-mark');
      mark?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      mark?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      (mark as HTMLElement | null)?.click();
    });
    expect(await article.$('daftar-popover')).toBeNull();
  });

  it('marks the same again after a reload', async () => {
    const before = (await shownMarks(article)).map(mark => mark.text);
    await article.reload();
    expect((await shownMarks(article)).map(mark => mark.text)).toEqual(before);
  });

  // Firefox lets no test open a page of the extension.
  it.runIf(kind === 'chrome')('shows the number of statements on the toolbar', async () => {
    const statements = (await shownMarks(article)).filter(mark => !mark.entity).length;
    const popup = await session.open(session.extensionUrl('popup.html'));
    const badges = await popup.evaluate(async () => {
      const { tabs, action } = (globalThis as unknown as { chrome: typeof Browser }).chrome;
      const all = await tabs.query({});
      return Promise.all(all.map(tab => action.getBadgeText({ tabId: tab.id })));
    });
    await popup.close();
    const counts = badges.filter(Boolean).map(Number);
    expect(counts).toHaveLength(1);
    expect(counts[0]).toBeGreaterThanOrEqual(statements);
  });

  it('works under a strict content security policy with Trusted Types', async () => {
    const page = await session.open(`${session.pages.url}csp.html`);
    const marks = (await shownMarks(page)).filter(mark => !mark.entity);
    expect(marks.map(mark => mark.text)).toContain('$3.63 billion');
    await (await markWith(page, '$3.63 billion')).click();
    expect(await popoverText(page, kind)).toContain('Chatham House');
    await page.close();
  });

  it('judges by the page’s own date', async () => {
    const page = await session.open(`${session.pages.url}second.html`);
    const marks = await shownMarks(page);
    const recognition = marks.find(mark => !mark.entity && mark.block.includes('formal recognition'));
    await (await markWith(page, recognition?.text ?? '')).click();
    await popoverText(page, kind);
    await clickIn(page, kind, 'All versions');
    const text = await popoverText(page, kind);
    expect(text).toContain('5 February 2025');
    expect(text).toContain('Dated');
    await page.close();
  });

  it('marks what stands in shadow roots and in frames of the page, and answers there', async () => {
    const page = await session.open(`${session.pages.url}within.html`);
    const places = {
      shadow: "document.querySelector('#inside').shadowRoot",
      frame: "document.querySelector('iframe').contentDocument",
    };
    for (const [where, root] of Object.entries(places)) {
      const words = where === 'shadow' ? 'Russia has recognised the Taliban' : '22.9 million';
      const mark = `[...${root}.querySelectorAll('${MARK}')].find(({ textContent }) => textContent === '${words}')`;
      await page.waitForFunction(mark);
      // A box in a frame is told by the frame's own corner.
      const [x, y] = (await page.evaluate(`(() => {
        const frame = document.querySelector('iframe').getBoundingClientRect();
        const { x, y, width, height } = ${mark}.getBoundingClientRect();
        const [left, top] = '${where}' === 'frame' ? [frame.x + 2, frame.y + 2] : [0, 0];
        return [left + x + width / 2, top + y + height / 2];
      })()`)) as [number, number];
      await page.mouse.click(x, y);
      expect(await popoverText(page, kind)).toContain(
        where === 'shadow' ? 'Which states recognise' : 'How many people',
      );
      await page.keyboard.press('Escape');
      await popoverIsClosed(page);
    }
    await page.close();
  });

  it('follows what a page adds later', async () => {
    const page = await session.open(`${session.pages.url}second.html`);
    await shownMarks(page);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Afghanistan has a population of 47 million, an official in Kabul said.';
      document.querySelector('article')?.append(paragraph);
    });
    await page.waitForFunction(
      `[...document.querySelectorAll('${MARK}')].some(mark => mark.textContent === '47 million')`,
    );
    await page.close();
  });

  it('causes no error and asks the network for nothing', () => {
    expect(session.faults).toEqual([]);
  });
});
