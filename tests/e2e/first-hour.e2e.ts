/**
 * What somebody does who has never seen Daftar, in the order in which they would, without a mouse: lay a page's figures beside
 * the sources, look up a name, pause a site and go on, find the setting for fewer marks. English in Chrome, Dari in Firefox.
 * Firefox lets no protocol press keys in an extension's pages: what is pressed there is pressed by script.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatten, type Language, setLanguage, t } from '../../lib/i18n/translate.ts';
import { pressCommand } from './browser-keys.ts';
import { openBehind } from './extension-view.ts';
import { findOwnPage, openOwnPage } from './own-pages.ts';
import { MARK, markWith, popoverIsClosed, popoverText, shownMarks } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

const LANGUAGE: Record<(typeof KINDS)[number], Language> = { chrome: 'en', firefox: 'fa' };
const FIGURE = '$3.63 billion';
/** How often Tab is pressed before something counts as out of reach. */
const MOST_TABS = 80;

/** What is pressed in a page of the extension, and what it says. */
interface Hand {
  text(): Promise<string>;
  /** Goes to the control whose words begin so, and presses it. */
  press(words: string): Promise<void>;
  /** Chooses the option before the one that is chosen, whose words begin so. */
  before(words: string, earlier: string): Promise<void>;
  close(): Promise<void>;
}

/** The words of what has the focus, with those that its mark on the screen has around it. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  const words = at?.getAttribute('aria-label') ?? at?.closest('label')?.textContent ?? at?.textContent ?? '';
  return words.replace(/\\s+/g, ' ').trim();
})()`;

function byKeys(page: Page): Hand {
  const goTo = async (words: string, key: 'Enter' | 'ArrowUp') => {
    for (let i = 0; i < MOST_TABS; i++) {
      if (String(await page.evaluate(FOCUSED)).startsWith(words)) return page.keyboard.press(key);
      await page.keyboard.press('Tab');
    }
    throw new Error(`“${words}” cannot be reached by keyboard.`);
  };
  return {
    text: async () => String(await page.evaluate('document.body.innerText')).replace(/\s+/g, ' '),
    press: words => goTo(words, 'Enter'),
    before: words => goTo(words, 'ArrowUp'),
    close: () => page.close(),
  };
}

describe.each(KINDS)('the first hour, in %s', kind => {
  let session: Session;
  let page: Page;

  const marks = () => page.$$eval(MARK, all => all.map(({ textContent }) => textContent));
  const isMarked = (text: string) => expect.poll(marks, { timeout: 8000 }).toContain(text);
  const tabs = async (count: number) => {
    for (let i = 0; i < count; i++) await page.keyboard.press('Tab');
  };
  /** The toolbar's popup over the page: Chrome's own; in Firefox, which shows its popups to no test, in a tab behind. */
  const openPopup = async (): Promise<Hand> => {
    if (kind === 'firefox') {
      const view = await openBehind(session, 'popup.html', page);
      return { ...view, before: (_, earlier) => view.press(earlier) };
    }
    const opened = session.browser.waitForTarget(target => target.url().endsWith('/popup.html'));
    const [extension] = (await session.browser.extensions()).values();
    await extension?.triggerAction(page);
    return byKeys(await (await opened).asPage());
  };

  beforeAll(async () => {
    session = await startSession(kind);
    const language = LANGUAGE[kind];
    const catalog = readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8');
    setLanguage(language, flatten(JSON.parse(catalog)));
    const settings = await openOwnPage(session, 'options.html');
    await settings.click('label', t(`language.${language}`));
    await settings.until(`document.documentElement.lang === '${language}'`);
    await settings.close();
    page = await session.open(`${session.pages.url}second.html`);
    await shownMarks(page);
    await markWith(page, FIGURE);
    await page.evaluate(() => scrollTo(0, 0));
  });
  afterAll(async () => {
    setLanguage('en', {});
    await session?.close();
  });

  it('lays a figure of the page beside the sources', async () => {
    const focus = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let at = await focus(); at !== FIGURE; at = await focus()) {
      await pressCommand(session, page, 'next-mark');
      await expect.poll(focus).not.toBe(at);
    }
    await page.keyboard.press('Enter');
    const first = await popoverText(page, kind);
    for (const words of [t('card.pageSays'), t('card.nearest'), t('verdict.agrees')]) expect(first).toContain(words);
    // Past the four buttons of its edge and the part that scrolls.
    await tabs(6);
    await page.keyboard.press('Enter');
    await expect.poll(() => popoverText(page, kind)).toContain(t('card.fewer'));
    await page.keyboard.press('Escape');
    await popoverIsClosed(page);
    expect(await focus()).toBe(FIGURE);
  });

  it('looks up a name that is selected, and opens its page', async () => {
    await page.evaluate(name => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(name);
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + name.length);
      }
    }, 'Herat');
    await pressCommand(session, page, 'look-up-selection');
    expect(await popoverText(page, kind)).toContain(t('found.kind.entity'));
    await tabs(6);
    await page.keyboard.press('Enter');
    const lookup = await findOwnPage(kind, session.browser, 'lookup.html');
    await lookup.until(`document.querySelector('h1')?.textContent === 'Herat'`);
    expect(await lookup.evaluate('document.documentElement.dir')).toBe(kind === 'firefox' ? 'rtl' : 'ltr');
    expect(await lookup.evaluate('document.body.innerText')).toContain(t('lookup.alsoWritten'));
    await lookup.close();
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await popoverIsClosed(page);
  });

  it('pauses the site, sees that it is paused, and goes on', async () => {
    const popup = await openPopup();
    await expect.poll(() => popup.text(), { timeout: 8000 }).toContain(FIGURE);
    await popup.press(t('pausing.title'));
    await popup.press(t('pausing.do.siteLasting', { site: new URL(page.url()).host }));
    await expect.poll(marks, { timeout: 8000 }).toEqual([]);
    await expect.poll(() => popup.text()).toContain(t('pausing.paused'));
    await popup.press(t('pausing.resume'));
    await isMarked(FIGURE);
    await popup.close();
  });

  it('finds the setting for fewer marks, and sees it at work', async () => {
    const facts = (await marks()).length;
    const popup = await openPopup();
    await expect.poll(() => popup.text(), { timeout: 8000 }).toContain(t('density.title'));
    await popup.before(t('density.name.facts'), `${t('density.name.figures')} ${t('density.meaning.figures')}`);
    await expect.poll(async () => (await marks()).length, { timeout: 8000 }).toBeLessThan(facts);
    await isMarked(FIGURE);
    // The same, and all the rest, stands in the settings, to which the popup leads. It closes itself meanwhile.
    await popup.press(t('settings.title')).catch(() => {});
    const settings = await findOwnPage(kind, session.browser, 'options.html');
    await settings.until(`document.querySelector('.density input')?.checked`);
    await settings.close();
  });

  it('causes no error and asks the network for nothing', () => {
    expect(session.faults).toEqual([]);
  });
});
