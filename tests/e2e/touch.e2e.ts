/** Fingers on marks and beside them. Only Chromium's protocol has fingers. */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { markWith, POPOVER, popoverBox, popoverIsClosed, popoverText } from './reader.ts';
import { type Session, startSession } from './session.ts';

const IN_ELEMENT = '41 million';
const IN_FLEX = '47 million';
const PHONE = { width: 390, height: 800, hasTouch: true, isMobile: true };
/** In the heading, where there is no mark. */
const ELSEWHERE = { x: 300, y: 40 };

interface Finger {
  x: number;
  y: number;
  id?: number;
}

describe('touch', () => {
  let session: Session;
  let page: Page;
  let touch: CDPSession;

  beforeAll(async () => {
    session = await startSession('chrome');
    page = await session.open('about:blank');
    await page.setViewport(PHONE);
    await page.goto(`${session.pages.url}touch.html`);
    touch = await page.createCDPSession();
    await markWith(page, IN_ELEMENT);
  });
  afterAll(() => session?.close());
  afterEach(async () => {
    await tap(ELSEWHERE);
    await popoverIsClosed(page);
  });

  const tap = async (point: { x: number; y: number }) => {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  /** Fingers that come down, move in steps, and go. */
  const drag = async (from: Finger[], to: Finger[]) => {
    const STEPS = 8;
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: from });
    for (let step = 1; step <= STEPS; step++) {
      const touchPoints = from.map(({ x, y, id }, i) => ({ x, y: y + (((to[i]?.y ?? y) - y) * step) / STEPS, id }));
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  /** Where the first line of words stands in the window. */
  const lineOf = (words: string) =>
    page.evaluate(text => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        return (range.getClientRects()[0] as DOMRect).toJSON() as DOMRect;
      }
      throw new Error(`There is no “${text}” on the page.`);
    }, words);
  const tapOn = async (words: string) => {
    const { x, y, width, height } = await lineOf(words);
    await tap({ x: x + width / 2, y: y + height / 2 });
  };
  /** How far the popover is from the last line of a mark. */
  const distance = async (words: string) => (await popoverBox(page, 'chrome', '.panel')).y - (await lineOf(words)).top;

  it.each([
    ['an element', IN_ELEMENT],
    ['a highlight', IN_FLEX],
  ])('opens by a tap on %s, and closes by a tap elsewhere', async (_, words) => {
    await tapOn(words);
    expect(await popoverText(page, 'chrome')).toContain('How many people live in Afghanistan?');
    await tap(ELSEWHERE);
    await popoverIsClosed(page);
  });

  it('stays open, and on its line, while a finger scrolls the page', async () => {
    await tapOn(IN_ELEMENT);
    await popoverText(page, 'chrome');
    const before = await distance(IN_ELEMENT);
    await drag([{ x: 200, y: 150 }], [{ x: 200, y: 60 }]);
    await page.waitForFunction('scrollY > 20');
    expect(await page.$$(POPOVER)).toHaveLength(1);
    await expect.poll(() => distance(IN_ELEMENT)).toBeCloseTo(before, 0);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  });

  it('stays open, and on its line, while two fingers zoom', async () => {
    await tapOn(IN_ELEMENT);
    await popoverText(page, 'chrome');
    const before = await distance(IN_ELEMENT);
    const [one, other] = [
      { x: 200, y: 100, id: 0 },
      { x: 200, y: 120, id: 1 },
    ];
    await drag(
      [one, other],
      [
        { ...one, y: 60 },
        { ...other, y: 160 },
      ],
    );
    // Headless Chromium takes the fingers and does not zoom by them.
    await touch.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await page.waitForFunction('visualViewport.scale === 2');
    expect(await page.$$(POPOVER)).toHaveLength(1);
    await expect.poll(() => distance(IN_ELEMENT)).toBeCloseTo(before, 0);
    await touch.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await page.waitForFunction('visualViewport.scale === 1');
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  });

  it('follows a link that has a mark in it', async () => {
    await tapOn('$3.9 billion');
    await page.waitForFunction('location.hash === "#end"');
    expect(await page.$(POPOVER)).toBeNull();
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  });

  it('causes no error', () => {
    expect(session.faults).toEqual([]);
  });
});
