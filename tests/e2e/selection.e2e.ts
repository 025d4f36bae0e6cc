/** Looking up what is selected on a page, in both browsers: by key, by the menu's own way, and by the button beside it. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pressCommand } from './browser-keys.ts';
import { openBehind, tabAddresses } from './extension-view.ts';
import { popoverBox, popoverIsClosed, popoverText, shownMarks } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

const BUTTON = 'daftar-selection';

describe.each(KINDS)('a selection, in %s', kind => {
  let session: Session;
  let page: Page;

  /** Selects words of an element by dragging over them, and gives the box of their last line. */
  const select = async (id: string, words: string) => {
    const box = await page.evaluate(
      (name, text) => {
        const element = document.getElementById(name) as HTMLElement;
        element.scrollIntoView({ behavior: 'instant', block: 'center' });
        const range = document.createRange();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const whole = element.textContent ?? '';
        const [from, to] = [whole.indexOf(text), whole.indexOf(text) + text.length];
        for (let node = walker.nextNode() as Text | null, at = 0; node; node = walker.nextNode() as Text | null) {
          if (at <= from && from < at + node.length) range.setStart(node, from - at);
          if (at < to && to <= at + node.length) range.setEnd(node, to - at);
          at += node.length;
        }
        const rects = [...range.getClientRects()];
        const [first, last] = [rects[0] as DOMRect, rects.at(-1) as DOMRect];
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
          right: last.right,
          bottom: last.bottom,
        };
      },
      id,
      words,
    );
    await page.mouse.move(box.from.x, box.from.y);
    await page.mouse.down();
    await page.mouse.move(box.to.x, box.to.y, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toBe(words);
    return box;
  };
  /** The addresses of all tabs; puppeteer tells none of Firefox's that are an extension's. */
  const addresses = () =>
    kind === 'chrome' ? session.browser.targets().map(target => target.url()) : tabAddresses(session.browser);
  /** The address of the tab that has opened since. */
  const newTab = async (before: ReadonlySet<string>) => {
    const isNew = (url: string) => !before.has(url) && url.includes('lookup.html');
    await expect.poll(async () => (await addresses()).some(isNew), { timeout: 8000 }).toBe(true);
    await page.bringToFront();
    return decodeURIComponent((await addresses()).find(isNew) ?? '');
  };
  const close = async () => {
    await page.keyboard.press('Escape');
    await popoverIsClosed(page);
  };

  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.open(`${session.pages.url}beside.html`);
    await shownMarks(page);
  });
  afterAll(() => session?.close());
  afterEach(() => page.evaluate(() => getSelection()?.empty()));

  it('of a statement opens its comparison beside it', async () => {
    const { bottom } = await select('people', 'Afghanistan has about 41 million people');
    await pressCommand(session, page, 'look-up-selection');
    const text = await popoverText(page, kind);
    expect(text).toContain('How many people live in Afghanistan?');
    expect(text).toContain('most of those we met');
    expect((await popoverBox(page, kind, '.panel')).y).toBeGreaterThanOrEqual(bottom);
    await close();
    expect(await page.evaluate(() => String(getSelection()))).toContain('41 million');
  });

  it('of a name lists what is found, and leads to the lookup', async () => {
    await select('name', 'Amir Khan Muttaqi');
    await pressCommand(session, page, 'look-up-selection');
    const text = await popoverText(page, kind);
    expect(text).toContain('Found for “Amir Khan Muttaqi”');
    expect(text).toContain('Amir Khan Muttaqi Name');
    await close();
  });

  it('of words that the store does not have, or not all of, says so', async () => {
    await select('plain', 'zebra crossing');
    await pressCommand(session, page, 'look-up-selection');
    expect(await popoverText(page, kind)).toContain('Nothing has all of “zebra crossing”');
    await close();
    await select('plain', 'QWX-77');
    await pressCommand(session, page, 'look-up-selection');
    expect(await popoverText(page, kind)).toContain('Nothing found for “QWX-77”');
    await close();
  });

  it('of what somebody writes is not read', async () => {
    await page.evaluate(() => {
      const draft = document.getElementById('draft') as HTMLTextAreaElement;
      draft.focus();
      draft.select();
    });
    const before = new Set(await addresses());
    await pressCommand(session, page, 'look-up-selection');
    expect(await newTab(before)).toMatch(/#search\/$/);
    expect(await page.$('daftar-popover')).toBeNull();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  });

  it('has a button beside it once the reader wants that, which opens the same', async () => {
    await select('people', 'Afghanistan has about 41 million people');
    expect(await page.$(BUTTON)).toBeNull();
    const settings = await openBehind(session, 'popup.html', page);
    await settings.ask('(globalThis.browser ?? chrome).storage.local.set({ selectionButton: true }).then(() => "")');
    await settings.close();
    await page.evaluate(() => getSelection()?.empty());
    const { right, bottom } = await select('people', 'Afghanistan has about 41 million people');
    await page.waitForSelector(BUTTON);
    await page.mouse.click(right + 20, bottom + 20);
    expect(await popoverText(page, kind)).toContain('How many people live in Afghanistan?');
    expect(await page.$(BUTTON)).toBeNull();
    await close();
    await select('plain', 'zebra crossing');
    await page.waitForSelector(BUTTON);
    await page.keyboard.press('Escape');
    await page.waitForFunction(`document.querySelector('${BUTTON}') === null`);
  });

  it('shows no button to what a page dispatches by itself', async () => {
    await page.evaluate(() => {
      const words = document.getElementById('people') as HTMLElement;
      getSelection()?.selectAllChildren(words);
      for (const type of ['pointerup', 'keyup'])
        words.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    });
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.$(BUTTON)).toBeNull();
  });

  it('causes no error and asks the network for nothing', () => {
    expect(session.faults).toEqual([]);
  });
});
