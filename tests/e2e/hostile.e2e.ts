/** Pages that are out to see, to stop or to misuse us. Each has one script of tests/pages/hostile. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../scripts/serve.ts';
import { attack, followsThePage, globalOf, openHostile, placeOf, press, serveHostile, textOf } from './hostile-page.ts';
import { MARK, markWith, POPOVER, popoverIsClosed, popoverIsOpen, popoverText } from './reader.ts';
import { FIREFOX_UUID, KINDS, type Session, startSession } from './session.ts';

const FIGURE = '$3.63 billion';
const OTHER = '47 million';

describe.each(KINDS)('hostile pages in %s', kind => {
  let session: Session;
  let server: Server;
  let asItIs: string | null;

  beforeAll(async () => {
    [session, server] = await Promise.all([startSession(kind), serveHostile()]);
    const page = await openHostile(session, server, 'observe');
    asItIs = await page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      return new DOMParser().parseFromString(html, 'text/html').querySelector('article')?.textContent ?? null;
    });
    await page.close();
  });
  afterAll(() => Promise.all([session?.close(), server?.close()]));

  /** Opens a page, runs `act` on it, and closes it. */
  const on = async (name: Parameters<typeof openHostile>[2], act: (page: Page) => Promise<void>) => {
    const page = await openHostile(session, server, name);
    try {
      await act(page);
    } finally {
      await page.close();
    }
  };
  const opens = async (page: Page, words: string) => {
    await press(page, words);
    expect(await popoverText(page, kind)).toContain('Chatham House');
  };
  const leaves = async (page: Page) => {
    await page.keyboard.press('Escape');
    await popoverIsClosed(page);
  };
  /** Mutations of ours in a second without anybody doing anything. */
  const mutationsInASecond = async (page: Page) => {
    const before = Number(await globalOf(page, 'ourMutations'));
    const start = await page.evaluate('performance.now()');
    await page.waitForFunction(`performance.now() - ${start} > 1000`);
    return Number(await globalOf(page, 'ourMutations')) - before;
  };

  it('lets a page see marks with opaque ids, and nothing of what they open', () =>
    on('observe', async page => {
      await page.waitForSelector(MARK);
      await opens(page, FIGURE);
      const shown = await popoverText(page, kind);
      // Words that stand in the popover and not on the page.
      const secrets = ['Chatham House', 'How much', 'Agrees', 'Differs', 'us-aid-since-2021', 'chatham-house-2025'];
      expect(secrets.filter(words => shown.includes(words)).length).toBeGreaterThan(2);
      const seen = await page.evaluate(
        words => (window as unknown as { everythingSeen(of: string[]): Promise<string> }).everythingSeen(words),
        ['Daftar', ...secrets],
      );
      const own = [
        ...secrets,
        'extension://',
        FIREFOX_UUID,
        new URL(session.extensionUrl('')).host,
        'wxt:',
        'webext-core',
      ];
      expect(own.filter(words => seen.includes(words))).toEqual([]);
      const ids = await page.$$eval(MARK, marks => marks.map(mark => mark.getAttributeNames().sort().join()));
      expect([...new Set(ids)].sort()).toEqual(['aria-haspopup,data-m,role,tabindex']);
      await leaves(page);
    }));

  it('opens for no event that a page makes up', () =>
    on('events', async page => {
      await page.waitForSelector(MARK);
      await attack(page);
      expect(await page.$(POPOVER)).toBeNull();
      await opens(page, FIGURE);
      await attack(page);
      expect(await page.$$(POPOVER)).toHaveLength(1);
      await leaves(page);
    }));

  it('is not ended, reloaded or asked anything by messages and events with its libraries’ names', () =>
    on('messages', async page => {
      await page.waitForSelector(MARK);
      const host = new URL(session.extensionUrl('')).host;
      await attack(page, [host, 'daftar@daftar.invalid', 'undefined']);
      expect(await page.$(MARK)).not.toBeNull();
      await followsThePage(page, '52 million');
      await opens(page, FIGURE);
      const seen = await page.evaluate(() =>
        (window as unknown as { everythingSeen(of: string[]): Promise<string> }).everythingSeen([]),
      );
      expect(seen.includes('webext-core/messaging/window/response","response')).toBe(false);
    }));

  it('opens for no element that it has not made, and by the mark’s words for one whose id was changed', () =>
    on('forged', async page => {
      await page.waitForSelector(`${MARK}[role]`);
      await attack(page);
      const [first, second] = await page.$$eval(`${MARK}[role]`, marks =>
        marks.slice(1).map(mark => mark.textContent ?? ''),
      );
      await page.$eval('h1 daftar-mark', mark => mark.scrollIntoView({ block: 'center' }));
      await page.click('h1 daftar-mark');
      expect(await page.$$(POPOVER)).toHaveLength(1);
      await page.$eval('#forged', popover => popover.remove());
      expect([first, second]).not.toContain(undefined);
      await press(page, OTHER);
      expect(await popoverText(page, kind)).toContain('How many people live in Afghanistan?');
      expect(await textOf(page)).toContain('across the ditch');
    }));

  it('keeps its shadow roots from a page that has taken its names and redefined what scripts use', () =>
    on('prototypes', async page => {
      await placeOf(page, FIGURE);
      await page.evaluate(() => {
        (window as unknown as { listens: boolean }).listens = true;
      });
      await press(page, FIGURE);
      await page.waitForSelector(`${POPOVER}, [data-daftar]`);
      expect(await page.$$eval(MARK, marks => marks.length)).toBe(0);
      const [handedOver, shadows] = await page.evaluate(() => {
        const own = window as unknown as { listens: boolean; handedOver?: string; shadowsThroughInternals(): string[] };
        own.listens = false;
        return [own.handedOver ?? '', own.shadowsThroughInternals()] as const;
      });
      expect(handedOver).not.toMatch(/Chatham|aid-since|splitText/);
      expect(shadows.join('')).toBe('');
      expect(await textOf(page)).toBe(asItIs);
    }));

  it.each(['remove', 'reinsert'] as const)('leaves a page alone that fights its marks (%s)', name =>
    on(name, async page => {
      await page.waitForFunction('window.takenOut > 0');
      await page.waitForFunction('window.rounds = (window.rounds ?? 0) + 1, window.rounds > 120', { polling: 'raf' });
      expect(await mutationsInASecond(page)).toBe(0);
      if (name === 'remove') {
        expect(await textOf(page)).toBe(asItIs);
        await opens(page, FIGURE);
      }
    }),
  );

  it('shows its marks under rules that are against them', () =>
    on('restyle', async page => {
      await page.waitForSelector(MARK);
      const { x, y } = await placeOf(page, FIGURE);
      expect(await page.evaluate((left, top) => document.elementFromPoint(left, top)?.localName, x, y)).toBe(MARK);
      await attack(page);
      await followsThePage(page, '52 million');
      await page.waitForFunction('document.adoptedStyleSheets.length === 1');
      await opens(page, FIGURE);
    }));

  it('puts its highlights in again when the page goes on after it has cleared them', () =>
    on('clear', async page => {
      await page.waitForFunction('performance.now() > 2500');
      await attack(page);
      await opens(page, FIGURE);
      expect(await page.$(MARK)).toBeNull();
    }));

  it('opens above a page’s covers, in fullscreen too, and closes under its dialog', () =>
    on('cover', async page => {
      await page.waitForSelector(MARK);
      await page.click('#full');
      await page.waitForFunction('document.fullscreenElement !== null');
      const { x, y } = await placeOf(page, FIGURE);
      await page.mouse.click(x, y);
      await popoverText(page, kind);
      await page.waitForFunction(
        (left, top) =>
          [-60, 30, 60].some(by => document.elementFromPoint(left, top + by)?.localName === 'daftar-popover'),
        {},
        x,
        y,
      );
      // Firefox takes the first Escape for itself, to leave the full screen.
      if (kind === 'firefox') await page.keyboard.press('Escape');
      await leaves(page);
      await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
      await page.waitForFunction('document.fullscreenElement === null');
      await opens(page, FIGURE);
      await attack(page);
      // The page's dialog makes all else inert: its own Escape closes first what the reader sees.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await popoverIsClosed(page);
    }));

  it('lets a page that adds ten thousand nodes a second go on', () =>
    on('flood', async page => {
      await page.waitForSelector(MARK);
      await attack(page);
      expect(Number(await globalOf(page, 'longestGap'))).toBeLessThan(1500);
      await opens(page, FIGURE);
      expect(await mutationsInASecond(page)).toBeLessThan(5);
    }));

  it('reads on beside a text of a million characters', () =>
    on('long', async page => {
      await page.waitForSelector(MARK);
      await attack(page);
      await followsThePage(page, '52 million');
      await opens(page, FIGURE);
    }));

  it('reads on beside ten thousand elements in each other', () =>
    on('deep', async page => {
      await page.waitForSelector(MARK);
      await attack(page);
      await followsThePage(page, '52 million');
      // The browsers' own protocols cannot read so deep a page: that it opens must do.
      await press(page, FIGURE);
      await popoverIsOpen(page);
    }));

  it.each(['replace', 'write'])('marks and answers on what a page puts in its own place (%s)', way =>
    on('root', async page => {
      await page.waitForSelector(MARK);
      await attack(page, way);
      await opens(page, FIGURE);
      await page.waitForSelector(MARK);
      expect((await textOf(page))?.trim()).toBe(asItIs?.trim());
    }),
  );

  it.each(['before', 'blur', 'after'])('forgets a popover that the page removes (%s)', way =>
    on('evict', async page => {
      await page.waitForSelector(MARK);
      await attack(page, way);
      // Only what has had the focus loses it when the popover opens.
      if (way === 'blur') await (await markWith(page, FIGURE)).press('Enter');
      else await press(page, FIGURE);
      await page.waitForFunction('window.evicted > 0');
      await popoverIsClosed(page);
      await page.keyboard.press('Escape');
      if (way === 'blur') await (await markWith(page, FIGURE)).press('Enter');
      else await press(page, OTHER);
      await page.waitForFunction('window.evicted > 1');
      expect(await textOf(page)).toBe(asItIs);
    }),
  );

  it('waits for a page that keeps its thread to itself', () =>
    on('freeze', async page => {
      await opens(page, FIGURE);
      expect(await textOf(page)).toBe(asItIs);
    }));

  it('causes no error on any of them', () => {
    expect(session.faults).toEqual([]);
  });
});
