/** Notes on a page, in both browsers: described, found again after the page was changed, shown where they are and to nobody else. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ties } from '../../lib/notes.ts';
import { type Server, serve } from '../../scripts/serve.ts';
import { tabAddresses } from './extension-view.ts';
import { noteBoxes } from './note-boxes.ts';
import { type OwnPage, openOwnPage } from './own-pages.ts';
import { KINDS, type Session, startSession } from './session.ts';

const NOTED = 'the well in the lower market gave eleven thousand litres a day';
const SECRET = 'Ask Karima whether this is before or after the pump was mended';
const ID = '3f0a52a4-7c1e-4c9b-9d9a-5a6f0a1b2c3d';

const STORY = [
  'Water has come back to the lower market of the town, where it had been sold by the bucket since spring.',
  `When the engineers measured it in June, ${NOTED}, which is enough for about four hundred families and two bakeries.`,
  'The town council has bought a second pump with money from the district, and hopes to have it running before the snow.',
  'Not everybody trusts the figures. Two of the bakers keep a cistern of their own, and fill it at night from the river.',
];
const page = (...paragraphs: string[]) =>
  `<!doctype html><html lang="en"><title>Water for the lower market</title>
   <style>body { max-width: 36rem; margin: 0 auto; font: 18px/1.6 serif } article { padding: 16px }</style>
   <article><h1>Water for the lower market</h1>${paragraphs.map(text => `<p>${text}</p>`).join('')}
   <div style="height: 2000px"></div></article></html>`;

describe.each(KINDS)('notes on a page, in %s', kind => {
  let session: Session;
  let server: Server;
  let own: OwnPage;
  let ties: Ties;
  const pages: Record<string, string> = { '/story.html': page(...STORY), '/other.html': page(STORY[3] as string) };
  let tab: Page;

  const open = async (path = 'story.html') => {
    await tab?.close();
    tab = await session.open(`${server.url}${path}`);
    await tab.waitForFunction(() => document.readyState === 'complete');
  };
  const inStorage = (key: string, value: unknown) =>
    own.evaluate(`window.browserApi.storage.local.set({ ${key}: ${JSON.stringify(value)} }).then(() => true)`);
  const fromStorage = (key: string) =>
    own.evaluate<unknown>(`window.browserApi.storage.local.get('${key}').then(items => items.${key} ?? null)`);
  /** The box around words of the page. */
  const boxOf = (words: string) =>
    tab.evaluate(text => {
      for (const paragraph of document.querySelectorAll('p')) {
        // Our marks may cut the text anywhere.
        const from = paragraph.textContent?.indexOf(text) ?? -1;
        if (from < 0) continue;
        const range = document.createRange();
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null, at = 0; node; node = walker.nextNode() as Text | null) {
          if (at <= from && from < at + node.length) range.setStart(node, from - at);
          const to = from + text.length;
          if (at < to && to <= at + node.length) range.setEnd(node, to - at);
          at += node.length;
        }
        const { left, top, right, bottom } = range.getBoundingClientRect();
        return { left, top, right, bottom };
      }
      return null;
    }, words);
  /** Waits until boxes stand around these words, and only there. */
  const expectBoxesAt = (words: string) =>
    vi.waitFor(
      async () => {
        const { lines, handles } = await noteBoxes(tab, kind);
        expect(handles).toHaveLength(1);
        const around = {
          left: Math.min(...lines.map(({ left }) => left)),
          top: Math.min(...lines.map(({ top }) => top)),
          right: Math.max(...lines.map(({ right }) => right)),
          bottom: Math.max(...lines.map(({ bottom }) => bottom)),
        };
        const there = await boxOf(words);
        for (const side of ['left', 'top', 'right', 'bottom'] as const)
          expect(Math.abs(around[side] - (there?.[side] ?? Number.NaN)), `${side} of ${words}`).toBeLessThan(4);
      },
      { timeout: 15_000, interval: 200 },
    );
  const expectNoBoxes = () =>
    vi.waitFor(async () => expect((await noteBoxes(tab, kind)).handles).toEqual([]), {
      timeout: 10_000,
      interval: 200,
    });

  /** The addresses of all tabs. */
  const all = async () =>
    kind === 'chrome' ? session.browser.targets().map(one => one.url()) : tabAddresses(session.browser);
  /** The tabs that show the note. */
  const opened = async () => (await all()).filter(url => url.endsWith(`/notes.html#note/${ID}`));
  /** What a note on these words of the page is tied to. */
  const describeWords = async (words: string): Promise<Ties> => {
    await tab.bringToFront();
    await tab.evaluate(wanted => {
      const texts = [...document.querySelectorAll('p')].map(({ firstChild }) => firstChild as Text);
      const node = texts.find(({ data }) => data.includes(wanted)) as Text;
      const at = node.data.indexOf(wanted);
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }, words);
    return describeSelection();
  };
  const describeSelection = () => {
    const ask = `window.browserApi.tabs.query({}).then(async tabs => {
      for (const { id } of tabs) {
        const message = { id: 1, type: 'describeSelection', timestamp: 0 };
        const reply = await window.browserApi.tabs.sendMessage(id, message).catch(() => null);
        if (reply?.res?.passage) return reply.res;
      }
      return null;
    })`;
    return vi.waitFor(async () => {
      const described = await own.evaluate<Ties | null>(ask);
      expect(described).not.toBeNull();
      return described as Ties;
    }, 10_000);
  };
  /** Puts a note into the database, as the store does, and tells of it. */
  const putNote = async (id: string, ties: Ties) => {
    const now = new Date().toISOString();
    const note = { id, text: SECRET, tags: [], ties, made: now, changed: now, revision: 1, deleted: null };
    await own.evaluate(`new Promise((resolve, reject) => {
      const opening = indexedDB.open('daftar');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const writing = opening.result.transaction('notes', 'readwrite');
        writing.objectStore('notes').put(${JSON.stringify(note)});
        writing.oncomplete = () => { opening.result.close(); resolve(true); };
        writing.onerror = () => reject(writing.error);
      };
    })`);
    await inStorage('notesKnown', { count: 1, changed: now });
  };

  beforeAll(async () => {
    session = await startSession(kind);
    server = await serve(import.meta.dirname, { pages });
    own = await openOwnPage(session, 'options.html');
    await own.until("document.readyState === 'complete'");
    await own.evaluate('(window.browserApi = window.browser ?? window.chrome, true)');
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it('are described by what is selected', async () => {
    await open();
    ties = await describeWords(NOTED);
    expect(ties.passage).toMatchObject({ exact: NOTED });
    expect(ties.passage?.prefix.endsWith('When the engineers measured it in June, ')).toBe(true);
    expect(ties.passage?.suffix.startsWith(', which is enough for about four')).toBe(true);
    expect(ties.page).toMatchObject({ address: `${server.url}story.html`, title: 'Water for the lower market' });
  });

  it('are shown only when wanted', async () => {
    await putNote(ID, ties);
    await vi.waitFor(async () => expect(await fromStorage('notedSites')).toEqual([new URL(server.url).host]), {
      timeout: 10_000,
    });
    expect(await tab.$('daftar-notes')).toBeNull();
    await inStorage('showNotes', true);
    await expectBoxesAt(NOTED);
  });

  it('follow scrolling, resizing and what the page does', async () => {
    await tab.evaluate(() => scrollTo({ top: 90, behavior: 'instant' }));
    await expectBoxesAt(NOTED);
    await tab.setViewport({ width: 520, height: 700 });
    await expectBoxesAt(NOTED);
    await tab.evaluate(() => {
      const late = document.createElement('p');
      late.textContent = 'Added at noon: the council has met, and will meet again on Thursday.';
      document.querySelector('h1')?.after(late);
    });
    await expectBoxesAt(NOTED);
    await tab.setViewport({ width: 1280, height: 900 });
    await expectBoxesAt(NOTED);
  });

  it('are nothing that the page can read', async () => {
    const { handles } = await noteBoxes(tab, kind);
    expect(handles[0]?.label).toContain(NOTED);
    const { left = 0, top = 0 } = handles[0]?.box ?? {};
    const seen = await tab.evaluate(
      (x, y) => {
        const host = document.querySelector('daftar-notes') as HTMLElement;
        const { width, height } = host.getBoundingClientRect();
        return {
          root: host.shadowRoot,
          html: host.outerHTML,
          size: [width, height, host.scrollHeight],
          at: document.elementsFromPoint(x, y).map(({ localName }) => localName),
          highlights: [...CSS.highlights.keys()],
          text: document.documentElement.textContent,
        };
      },
      left + 9,
      top + 9,
    );
    expect(seen).toMatchObject({ root: null, html: '<daftar-notes></daftar-notes>', highlights: [] });
    expect(seen.size.slice(0, 2)).toEqual([0, 0]);
    expect(seen.at).not.toContain('daftar-notes');
    expect(seen.text).not.toContain(SECRET);
    // A page without any note has just the same.
    await open('other.html');
    await tab.waitForSelector('daftar-notes');
    expect(await tab.$eval('daftar-notes', host => host.outerHTML)).toBe('<daftar-notes></daftar-notes>');
  });

  it('are found after the page was edited', async () => {
    const edited = NOTED.replace('eleven thousand litres', 'nine thousand litres');
    pages['/story.html'] = page(
      'This story was corrected on Thursday: a figure was wrong.',
      STORY[0] as string,
      (STORY[1] as string).replace(NOTED, edited).replace('two bakeries', 'the bakeries'),
      STORY[3] as string,
    );
    await open();
    await expectBoxesAt(edited);
    expect((await noteBoxes(tab, kind)).handles[0]?.label).toContain('which has changed since');
    expect(await fromStorage('unplacedNotes')).toBeNull();
    await vi.waitFor(async () => expect(await fromStorage('movedNotes')).toEqual([ID]), { timeout: 10_000 });
  });

  it('are told as unplaced when their passage has gone, and as placed when it is back', async () => {
    const before = pages['/story.html'] as string;
    pages['/story.html'] = page(STORY[0] as string, STORY[2] as string, STORY[3] as string);
    await open();
    await vi.waitFor(async () => expect(await fromStorage('unplacedNotes')).toEqual([ID]), { timeout: 15_000 });
    await expectNoBoxes();
    pages['/story.html'] = before;
    await open();
    await vi.waitFor(async () => expect(await fromStorage('unplacedNotes')).toEqual([]), { timeout: 15_000 });
  });

  it('open by a click on the handle, and the page is told of none', async () => {
    const { handles } = await vi.waitFor(async () => {
      const shown = await noteBoxes(tab, kind);
      expect(shown.handles).toHaveLength(1);
      return shown;
    });
    await tab.evaluate(() => {
      document.addEventListener('click', () => document.body.setAttribute('data-clicked', ''));
    });
    const { left = 0, top = 0 } = handles[0]?.box ?? {};
    await tab.bringToFront();
    await tab.mouse.click(left + 9, top + 9);
    await expect.poll(async () => (await opened()).length, { timeout: 8000 }).toBe(1);
    expect(await tab.$('[data-clicked]')).toBeNull();
  });

  it('open by keys alone', async () => {
    await tab.bringToFront();
    // The handles stand behind everything that the page has.
    await tab.evaluate(() => {
      const last = document.createElement('button');
      document.body.append(last);
      last.focus({ preventScroll: true });
    });
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('daftar-notes');
    await tab.keyboard.press('Enter');
    await expect.poll(async () => (await opened()).length, { timeout: 8000 }).toBe(2);
  });

  it('stay at their words when these are marked', async () => {
    const words = 'In all, Afghanistan has about 41 million people, the agency says';
    pages['/marked.html'] = page(`${STORY[0]} ${words}, and most of them fetch water.`, STORY[2] as string);
    await open('marked.html');
    const mark = 'daftar-mark';
    await putNote('b1c1f1de-0b57-4d6e-8a55-1f8f3c0a7f10', await describeWords(words));
    await expectBoxesAt(words);
    await tab.waitForSelector(mark);
    await expectBoxesAt(words);
    await open('marked.html');
    await tab.waitForSelector(mark);
    await expectBoxesAt(words);
    await tab.evaluate(() => scrollTo({ top: 40, behavior: 'instant' }));
    await expectBoxesAt(words);
    expect(await fromStorage('unplacedNotes')).toEqual([]);
  });

  it('are found on a page that changes its address by itself', async () => {
    await open('other.html');
    await tab.waitForSelector('daftar-notes');
    const next = pages['/story.html'] as string;
    await tab.evaluate(html => {
      history.pushState(null, '', '/story.html');
      const article = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
      document.querySelector('article')?.replaceWith(article as Node);
    }, next);
    await expectBoxesAt(NOTED.replace('eleven thousand litres', 'nine thousand litres'));
    await open('marked.html');
    await tab.waitForSelector('daftar-mark');
  });

  it('are not drawn where their words cannot be seen', async () => {
    const words = 'In all, Afghanistan has about 41 million people, the agency says';
    await tab.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
      const banner = document.createElement('div');
      banner.style.cssText = 'position: fixed; inset: 0 0 auto; height: 400px; background: #ddd';
      document.body.append(banner);
    });
    await tab.mouse.click(5, 500);
    await expectNoBoxes();
    await tab.evaluate(() => {
      document.body.lastElementChild?.remove();
      const article = document.querySelector('article') as HTMLElement;
      article.style.cssText = 'height: 300px; overflow: auto';
    });
    await tab.mouse.click(5, 500);
    await expectBoxesAt(words);
    await tab.evaluate(() => document.querySelector('article')?.scrollTo({ top: 600, behavior: 'instant' }));
    await expectNoBoxes();
    await tab.evaluate(() => document.querySelector('article')?.scrollTo({ top: 0, behavior: 'instant' }));
    await expectBoxesAt(words);
  });

  it('are shown in a frame of the page, and open by a click there', async () => {
    pages['/framed.html'] = page(
      STORY[0] as string,
      '<iframe src="/inner.html" style="width: 500px; height: 220px; border: 7px solid; padding: 5px"></iframe>',
    );
    pages['/inner.html'] =
      `<!doctype html><title>Inner</title><body style="margin: 20px"><p>The mill beside the bridge grinds for nine villages, and closes on Fridays.</p>
      <div style="height: 900px"></div></body>`;
    await open('framed.html');
    const frame = await vi.waitFor(() => {
      const found = tab.frames().find(one => one.url().endsWith('/inner.html'));
      if (!found) throw new Error('The frame is not there.');
      return found;
    });
    await frame.waitForSelector('p');
    const words = 'The mill beside the bridge grinds for nine villages';
    const select = async () => {
      await tab.bringToFront();
      await tab.focus('iframe');
      await frame.evaluate(text => {
        const node = document.querySelector('p')?.firstChild as Text;
        const at = node.data.indexOf(text);
        getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
      }, words);
    };
    await select();
    const noted = await describeSelection();
    expect(noted.passage?.exact).toBe(words);
    await putNote('c7a3c2de-0b57-4d6e-8a55-1f8f3c0a7f10', noted);
    /** Where the words are, in the window of the page. */
    const there = async () => {
      const outer = await tab.$eval('iframe', one => {
        const { left, top } = one.getBoundingClientRect();
        return { left: left + 12, top: top + 12 };
      });
      const inner = await frame.evaluate(() => {
        const paragraph = document.querySelector('p') as Element;
        const { left, top } = paragraph.getBoundingClientRect();
        return { left, top };
      });
      return { left: outer.left + inner.left, top: outer.top + inner.top };
    };
    const expectThere = () =>
      vi.waitFor(
        async () => {
          const [box] = (await noteBoxes(tab, kind)).lines;
          const { left, top } = await there();
          expect(Math.abs((box?.left ?? Number.NaN) - left)).toBeLessThan(4);
          expect(Math.abs((box?.top ?? Number.NaN) - top)).toBeLessThan(6);
        },
        { timeout: 15_000, interval: 200 },
      );
    await expectThere();
    await frame.evaluate(() => scrollTo({ top: 12, behavior: 'instant' }));
    await expectThere();
    await frame.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
    await expectNoBoxes();
    await frame.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await expectThere();
    const before = (await all()).length;
    const [handle] = (await noteBoxes(tab, kind)).handles;
    await tab.mouse.click((handle?.box.left ?? 0) + 7, (handle?.box.top ?? 0) + 7);
    await expect.poll(async () => (await all()).length, { timeout: 8000 }).toBe(before + 1);
  });

  it('are found on a copy at another site, and what is missing there is not called unplaced', async () => {
    const copies: Record<string, string> = {
      '/taken-over.html': page(STORY[3] as string, STORY[1] as string),
      '/shortened.html': page(STORY[3] as string),
    };
    pages['/story.html'] = page(...STORY);
    const elsewhere = await serve(import.meta.dirname, { pages: copies });
    try {
      await vi.waitFor(async () => expect(await fromStorage('notedTitles')).toHaveLength(1));
      await tab.close();
      tab = await session.open(`${elsewhere.url}taken-over.html`);
      await expectBoxesAt(NOTED);
      await tab.goto(`${elsewhere.url}shortened.html`);
      await tab.waitForSelector('daftar-notes');
      await expectNoBoxes();
      await open('story.html');
      await expectBoxesAt(NOTED);
      expect(await fromStorage('unplacedNotes')).not.toContain(ID);
    } finally {
      await elsewhere.close();
    }
  });

  it('go with the setting', async () => {
    await tab.bringToFront();
    await inStorage('showNotes', false);
    await tab.waitForFunction(() => document.querySelector('daftar-notes') === null);
    expect(session.faults).toEqual([]);
  });
});
