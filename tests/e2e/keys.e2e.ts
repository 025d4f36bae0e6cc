/** The browser's own keys: to the marks from anywhere, from one to the next, and back to where the reader was. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkCommand } from '../../lib/messaging.ts';
import { pressCommand } from './browser-keys.ts';
import { MARK, markWith, POPOVER, popoverIsClosed, popoverText } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

/** The first mark of keys.html, an entity. A figure, another entity and another figure follow. */
const FIRST = 'Afghanistan';

describe.each(KINDS)('keys in %s', kind => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  const press = (command: MarkCommand) => pressCommand(session, page, command);
  /** What has the focus: an element's name, and its words. */
  const focus = () =>
    page.evaluate(() => {
      const { localName = '', textContent } = document.activeElement ?? {};
      return localName === 'body' ? localName : `${localName} ${textContent}`.trim();
    });
  const focusIs = (wanted: string) => expect.poll(focus).toBe(wanted);
  /** Where words of the page stand in the window. */
  const placeOf = (words: string) =>
    page.evaluate(text => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        return range.getBoundingClientRect().toJSON() as { x: number; y: number; width: number; height: number };
      }
      throw new Error(`There is no “${text}” on the page.`);
    }, words);
  const isInView = async (words: string) => {
    const { y, height } = await placeOf(words);
    return y >= 0 && y + height <= 900;
  };
  /** A picture of words and what is drawn around them. */
  const pictureOf = async (words: string) => {
    const { x, y, width, height } = await placeOf(words);
    // A picture's clip is told from the document's beginning.
    const top = y + (await page.evaluate(() => scrollY));
    const clip = { x: x - 6, y: top - 6, width: width + 12, height: height + 12 };
    return page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
  };
  const highlighted = () =>
    page.waitForFunction(() => [...CSS.highlights.keys()].some(name => name.startsWith('daftar-')));

  describe('on a page whose marks stay highlights', () => {
    beforeAll(async () => {
      page = await session.open(`${session.pages.url}keys.html`);
      await highlighted();
      await page.type('input', 'herat');
    });
    afterAll(() => page.close());

    it('go to the first mark from a field far above it, show it, open it, and bring the reader back', async () => {
      await focusIs('input');
      await press('next-mark');
      await focusIs('daftar-overlay');
      expect(await page.$(MARK)).toBeNull();
      expect(await isInView(FIRST)).toBe(true);
      const ringed = await pictureOf(FIRST);
      await press('next-mark');
      await expect.poll(() => pictureOf(FIRST)).not.toBe(ringed);
      await press('previous-mark');
      await expect.poll(() => pictureOf(FIRST)).toBe(ringed);
      await press('toggle-mark');
      expect(await popoverText(page, kind)).toContain('Kabul is its capital');
      await focusIs(POPOVER);
      await page.keyboard.press('Escape');
      await popoverIsClosed(page);
      await focusIs('daftar-overlay');
      await page.keyboard.press('Escape');
      await focusIs('input');
      await page.keyboard.type('!');
      expect(await page.$eval('input', field => field.value)).toBe('herat!');
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });

    it('step on with the popover open, and close it', async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await press('toggle-mark');
      await expect.poll(() => popoverText(page, kind)).toContain('Kabul is its capital');
      await press('next-mark');
      await expect.poll(() => popoverText(page, kind)).toContain('The page differs');
      await press('previous-mark');
      await expect.poll(() => popoverText(page, kind)).toContain('Kabul is its capital');
      // Before the first one comes the last.
      await press('previous-mark');
      await expect.poll(() => popoverText(page, kind)).toContain('How much');
      expect(await page.$$(POPOVER)).toHaveLength(1);
      expect(await isInView('$3.9 billion')).toBe(true);
      await press('toggle-mark');
      await popoverIsClosed(page);
      await focusIs('daftar-overlay');
      await page.keyboard.press('Escape');
      await focusIs('body');
    });

    it('let Tab go on from the mark', async () => {
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await press('next-mark');
      await focusIs('daftar-overlay');
      await page.keyboard.press('Tab');
      await focusIs('a the capital');
      await press('next-mark');
      await focusIs('daftar-overlay');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await focusIs('input');
    });
  });

  it('go on from the mark in view when the reader has been away', async () => {
    page = await session.open(`${session.pages.url}keys.html`);
    await highlighted();
    await press('next-mark');
    await focusIs('daftar-overlay');
    await page.keyboard.press('Escape');
    await focusIs('body');
    await press('next-mark');
    await focusIs('daftar-overlay');
    await page.keyboard.press('Enter');
    expect(await popoverText(page, kind)).toContain('The page differs');
    await page.close();
  });

  it('go to elements as well, with a ring though the pointer was used last', async () => {
    page = await session.open(`${session.pages.url}popover.html`);
    await markWith(page, '41 million');
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.mouse.click(20, 300);
    await press('next-mark');
    await focusIs(`${MARK} Afghanistan`);
    await press('next-mark');
    await press('next-mark');
    await focusIs(`${MARK} 41 million`);
    expect(await page.$eval(`${MARK}:focus`, mark => getComputedStyle(mark).outlineStyle)).toBe('solid');
    await press('toggle-mark');
    expect(await popoverText(page, kind)).toContain('How many people live in Afghanistan?');
    await page.keyboard.press('Escape');
    await focusIs(`${MARK} 41 million`);
    await page.keyboard.press('Escape');
    await focusIs('body');
    await page.close();
  });

  it('do nothing on a page without marks', async () => {
    page = await session.open(`${session.pages.url}plain.html`);
    await page.evaluate(() => {
      (window as unknown as { records: number }).records = 0;
      new MutationObserver(records => {
        (window as unknown as { records: number }).records += records.length;
      }).observe(document, { childList: true, subtree: true, attributes: true });
    });
    for (const command of ['next-mark', 'previous-mark', 'toggle-mark'] as const) await press(command);
    await page.waitForFunction('performance.now() > 2500');
    expect(await focus()).toBe('body');
    expect(await page.evaluate('window.records')).toBe(0);
    await page.close();
  });

  it('cause no error', () => {
    expect(session.faults).toEqual([]);
  });
});
