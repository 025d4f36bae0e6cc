/** The ways to make a note, in both browsers: each brings along what it can be tied to, and leads back to where it began. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { pressCommand } from './browser-keys.ts';
import { openBehind } from './extension-view.ts';
import { findOwnPage, type OwnPage } from './own-pages.ts';
import { clickIn, markWith, popoverIsOpen, shownMarks } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

describe.each(KINDS)('a note, in %s', kind => {
  let session: Session;
  let page: Page;
  let editor: OwnPage | null = null;

  /** The editor that has opened, and what its note is tied to once that holds some words. */
  const tiesWith = async (...words: string[]) => {
    editor = await findOwnPage(kind, session.browser, 'notes.html#note/');
    for (const text of words)
      await editor.until(`document.querySelector('.ties')?.textContent.includes(${JSON.stringify(text)})`);
    return editor.evaluate<string>("document.querySelector('.ties').textContent.replace(/[\\u2066-\\u2069]/g, '')");
  };
  const TITLE = 'Relief groups in Kabul wait for word from Washington';

  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.open(`${session.pages.url}second.html`);
    await shownMarks(page);
  });
  afterAll(() => session?.close());
  afterEach(async () => {
    await editor?.close();
    editor = null;
    await page.bringToFront();
    await page.keyboard.press('Escape');
  });

  it('on a name is made from its card', async () => {
    const mark = await markWith(page, 'Kabul');
    await mark.click();
    await popoverIsOpen(page);
    await clickIn(page, kind, 'Note');
    const ties = await tiesWith('Kabul', TITLE);
    expect(ties).toMatch(/^PassageKabul×EntityKabul×Page/);
  });

  it('on a figure that no claim knows has its value, unit and passage, by a key', async () => {
    await page.evaluate(() => {
      const words = '90 patients a day';
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf(words);
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      }
    });
    expect(await page.evaluate(() => String(getSelection()))).toBe('90 patients a day');
    await pressCommand(session, page, 'note-selection');
    expect(await tiesWith('90 patients a day', TITLE)).toContain('Figure90 people×');
  });

  it('on a statement is as whole from the panel as from its mark', async () => {
    const panel = await openBehind(session, 'sidepanel.html', page);
    await expect.poll(() => panel.text(), { timeout: 8000 }).toContain('$3.63 billion');
    await panel.press('$3.63 billion');
    await expect.poll(() => panel.text(), { timeout: 8000 }).toContain('All statements');
    await panel.press('Note');
    const ties = await tiesWith('added up to $3.63 billion', TITLE, 'How much aid');
    expect(ties).toContain('Figure$3.63 billion · October 2021 to December 2024');
    await panel.close();
  });

  it('on a page has its headline, without the site’s name, from the popup', async () => {
    await page.evaluate(() => getSelection()?.empty());
    const popup = await openBehind(session, 'popup.html', page);
    await popup.press('Note on this page').catch(() => {});
    const ties = await tiesWith(TITLE);
    expect(ties).toBe(`Page${TITLE} ↗ 5 February 2025×`);
    expect(session.faults).toEqual([]);
  });

  it('is tied by hand, ended by Ctrl+Enter in any field, and found in a backup', async () => {
    const own = await session.browser.newPage();
    await own.goto(session.extensionUrl('notes.html'), kind === 'firefox' ? { waitUntil: [] } : {});
    await own.waitForSelector('.notes .state h2');
    await own.keyboard.press('n');
    await own.waitForSelector('.editor textarea');
    await own.keyboard.type('Who inspects what was spent?');
    await own.type('.tie-field input', 'SIGAR');
    await own.waitForSelector('.tie-field [role=option]');
    await own.keyboard.press('Enter');
    await own.waitForFunction(() =>
      document.querySelector('.ties')?.textContent?.includes('Special Inspector General for Afghanistan'),
    );
    await own.keyboard.down('Control');
    await own.keyboard.press('Enter');
    await own.keyboard.up('Control');
    await own.waitForFunction(() => document.querySelectorAll('.rows .first').length === 1);
    const press = (name: string) =>
      own.evaluate(text => {
        const all = [...document.querySelectorAll<HTMLElement>('.notes button')];
        all.find(one => one.textContent === text)?.click();
      }, name);
    await press('Backups');
    await own.waitForSelector('.import');
    await press('Make a backup now');
    await own.waitForSelector('.backups li');
    await own.focus('.rows a');
    await own.keyboard.press('Delete');
    await own.waitForSelector('.notes .state h2');
    await press('Compare…');
    await own.waitForFunction(() => document.querySelector('.import')?.textContent?.includes('older there'));
    await press('Take in 1 note');
    await own.waitForFunction(() => document.querySelectorAll('.rows .first').length === 1);
  });

  it('leads back to its passage on the page', async () => {
    const long = await session.open(`${session.examples.url}article.html`);
    await shownMarks(long);
    const words = await long.evaluate(() => {
      const texts = [...document.querySelectorAll('article p')].map(({ firstChild }) => firstChild as Text);
      const node = texts.filter(one => one?.nodeType === 3 && one.data.trim().length > 60).at(-1) as Text;
      getSelection()?.setBaseAndExtent(node, 0, node, 60);
      return String(getSelection());
    });
    await pressCommand(session, long, 'note-selection');
    await tiesWith(words);
    await editor?.evaluate(`(() => {
      const area = document.querySelector('.editor textarea');
      area.value = 'Far down the page.';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await editor?.until("document.querySelector('.save-line').textContent === 'Saved'");
    await long.close();
    const before = new Set(await session.browser.pages());
    await editor?.click('.ties button', 'Show on the page');
    const opened = await vi.waitFor(
      async () => {
        const found = (await session.browser.pages()).find(
          one => !before.has(one) && one.url().includes('article.html'),
        );
        if (!found) throw new Error('The page has not opened.');
        return found;
      },
      { timeout: 10_000, interval: 100 },
    );
    await opened.waitForFunction(
      text => {
        const plain = (one: Element) => one.textContent?.replace(/\s+/g, ' ') ?? '';
        const all = [...document.querySelectorAll('article p')];
        const { top, bottom } = (all.find(one => plain(one).includes(text)) as Element).getBoundingClientRect();
        return scrollY > 300 && top > 0 && bottom < innerHeight;
      },
      {},
      words.replace(/\s+/g, ' ').trim(),
    );
    await opened.close();
  });
});
