/** Pages that change while they are read: what the page's own code does must come out as it would without us. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Server, serve } from '../../scripts/serve.ts';
import { blocksOf, FIRST, marksOf, type Story } from '../pages/apps/story.ts';
import { FRAMEWORKS } from './build-apps.ts';
import { addProbe, expectShown, type Shown } from './probe.ts';
import { clickIn, popoverIsOpen, popoverText } from './reader.ts';
import { KINDS, type Session, startSession } from './session.ts';

declare global {
  interface Window {
    // What the pages under `living` offer.
    translate(): void;
    showOriginal(): void;
    more(): void;
    go(story: string): void;
    rounds: number;
    ticks: number;
    foreign: number;
    calm?: { since: number; foreign: number };
  }
}

const shownOf = (story: Story): Shown => ({ blocks: blocksOf(story), statements: marksOf(story) });
const nothing: Shown = { blocks: [], statements: [] };

/** What each further state of the applications differs in from the one before it. */
const STEPS: [step: string, change: Partial<Story>][] = [
  ['figures change inside a marked sentence', { millions: 49, readers: 13 }],
  ['text and an element come before and behind it', { corrected: true }],
  [
    'these go again, and lists change their order',
    { corrected: false, readers: 14, items: ['arms', 'money', 'need'], lines: ['three', 'two', 'one'] },
  ],
  ['items go from a list', { items: ['arms', 'need'], lines: ['three', 'one'] }],
];

// Both browsers at once: nearly all the time goes into waiting for pages to come to rest.
describe.each(KINDS)('living pages in %s', { concurrent: true }, kind => {
  let session: Session;
  let apps: Server;
  let pages: Server;
  let page: Page;

  beforeAll(async () => {
    // Pages that may not be stored do not come back from the browser's cache of whole pages.
    const headers = { '/article.html': { 'cache-control': 'no-cache' } };
    [session, apps, pages] = await Promise.all([
      startSession(kind),
      serve(inject('apps')),
      serve(join(import.meta.dirname, '../pages/living'), { headers }),
    ]);
  });
  afterAll(async () => {
    await session?.close();
    await Promise.all([apps?.close(), pages?.close()]);
  });

  let faultsBefore = 0;
  beforeEach(() => {
    faultsBefore = session.faults.length;
  });
  afterEach(async () => {
    await page?.close();
    expect(session.faults.slice(faultsBefore)).toEqual([]);
  });

  const open = async (server: Server, path: string) => {
    page = await session.open(server.url + path, addProbe);
  };

  /** The page's own texts: those that the article may show at the beginning of any frame. */
  async function expectFrames(...shown: Shown[]) {
    const bare = (text: string) => text.replace(/\s+/g, '');
    const allowed = shown.map(({ blocks }) => bare(blocks.join('')));
    const frames = await page.evaluate(() => window.probe.takeFrames());
    expect(frames.map(bare).filter(text => !allowed.includes(text))).toEqual([]);
  }

  describe.each(Object.keys(FRAMEWORKS))('%s', { concurrent: false }, framework => {
    it('changes, moves and removes marked text', async () => {
      await open(apps, `${framework}.html`);
      await expectShown(page, shownOf(FIRST), 'hydration before marking', true);
      await expectHydrated();
      await page.evaluate(() => window.probe.takeFrames());
      let story = FIRST;
      for (const [step, change] of STEPS) {
        const before = story;
        story = { ...story, ...change };
        await page.evaluate(next => window.app.set(next), change);
        await expectShown(page, shownOf(story), step);
        await expectFrames(shownOf(before), shownOf(story));
      }
      await page.evaluate(() => window.app.unmount());
      await expectShown(page, nothing, 'the application leaves');
      await page.evaluate(() => window.app.mount());
      await expectShown(page, shownOf(story), 'the application comes back', true);
      await page.evaluate(first => window.app.set(first), FIRST);
      await expectShown(page, shownOf(FIRST), 'what was changed and removed comes back');
      await expectFrames(nothing, shownOf(story), shownOf(FIRST));
    });

    it.each([
      ['as soon as it is marked', false],
      ['after its marks have become elements', true],
    ])('takes over its HTML %s', async (_, elements) => {
      await open(apps, `${framework}.html?hydrate=later`);
      await expectShown(page, shownOf(FIRST), 'before hydration', elements);
      await page.evaluate(() => window.app.hydrate());
      await expectHydrated();
      await expectShown(page, shownOf(FIRST), 'hydration after marking');
      await page.evaluate(() => window.app.set({ millions: 49, corrected: true }));
      const changed = shownOf({ ...FIRST, millions: 49, corrected: true });
      await expectShown(page, changed, 'a change after that', true);
      await expectFrames(shownOf(FIRST), changed);
    });
  });

  /** The application stands, on the nodes that the server sent. */
  async function expectHydrated() {
    await page.waitForFunction(() => 'ready' in document.documentElement.dataset);
    const kept = await page.evaluate(() => window.probe.heading === document.querySelector('h1'));
    expect(kept, 'hydration keeps the nodes of the server').toBe(true);
  }

  describe('without a framework', { concurrent: false }, () => {
    const ARTICLE: Shown = {
      blocks: [
        'Four lines about the country',
        'Afghanistan has a population of about 48 million, by the estimate of one ministry.',
        'Some 23 million people in Afghanistan need humanitarian aid this year.',
        '',
        'The United States gave Afghanistan $3.63 billion in assistance from October 2021 until December 2024.',
        'American forces left behind military equipment worth $7 billion in Afghanistan.',
        'Nothing else was known at the time of writing, and the desk went home at eleven.',
      ],
      statements: ['48 million', '23 million', '$3.63 billion', '$7 billion'],
    };
    const withBlock = (shown: Shown, place: number, text: string): string[] => shown.blocks.with(place, text);

    it('follows blocks whose HTML is replaced', async () => {
      const replaced = {
        blocks: withBlock(ARTICLE, 1, 'Afghanistan has a population of about 44 million, by another estimate.'),
        statements: ['44 million', '23 million', '$3.63 billion', '$7 billion'],
      };
      const refined = {
        blocks: withBlock(ARTICLE, 1, 'Afghanistan has a population of about 45 million, by another estimate.'),
        statements: ['45 million', '23 million', '$3.63 billion', '$7 billion'],
      };
      const silent = {
        blocks: withBlock(refined, 2, 'Of need the ministry says nothing.'),
        statements: ['45 million', '$3.63 billion', '$7 billion'],
      };
      await open(pages, 'article.html');
      await expectShown(page, ARTICLE, 'at first', true);
      const replace = (selector: string, html: string) =>
        page.$eval(
          selector,
          (element, text) => {
            element.innerHTML = text;
          },
          html,
        );
      await replace('#people', 'Afghanistan has a population of about <b>44</b> million, by another estimate.');
      await expectShown(page, replaced, 'another figure');
      await replace('#people b', '45');
      await expectShown(page, refined, 'another figure, in an element of the sentence');
      await replace('#need', 'Of need the ministry says nothing.');
      await expectShown(page, silent, 'no figure');
      await expectFrames(ARTICLE, replaced, refined, silent);
    });

    it('lets the reader type beside marks', async () => {
      await open(pages, 'article.html');
      await expectShown(page, ARTICLE, 'at first', true);
      const letter = 'Some 23 million people in Afghanistan need humanitarian aid.';
      const draft = 'Afghanistan has a population of about 48 million.';
      await page.focus('#draft');
      await page.keyboard.type(draft);
      await page.focus('#letter');
      await page.keyboard.type(letter);
      await expectShown(page, { ...ARTICLE, blocks: withBlock(ARTICLE, 3, draft) }, 'after typing');
      expect(await page.$eval('#letter', field => (field as HTMLTextAreaElement).value)).toBe(letter);
      expect(await page.$eval('#draft', field => field.innerHTML)).toBe(draft);
    });

    it('gives way to a translation, and comes back with the original', async () => {
      const original: Shown = {
        blocks: [
          'Three lines about the country',
          'Afghanistan has a population of about 48 million, by the estimate of one ministry.',
          'Some 23 million people in Afghanistan need humanitarian aid this year.',
          'Nothing else was known at the time of writing, and the desk went home at eleven.',
        ],
        statements: ['48 million', '23 million'],
      };
      const translated: Shown = {
        blocks: [
          'Three lines etwa der country',
          'Afghanistan hat eine Bevölkerung von etwa 48 Millionen, nach der estimate von one ministry.',
          'Some 23 Millionen Menschen in Afghanistan brauchen humanitäre Hilfe dieses Jahr.',
          'Nothing else was known at der time von writing, and der desk went home at eleven.',
        ],
        statements: [],
      };
      await open(pages, 'translated.html');
      await expectShown(page, original, 'at first', true);
      await page.evaluate(() => window.translate());
      await expectShown(page, translated, 'translated');
      await page.evaluate(() => window.showOriginal());
      await expectShown(page, original, 'original again');
      await expectFrames(original, translated);
    });

    it('marks each of fifty batches that scrolling brings', async () => {
      await open(pages, 'scroll.html');
      const shown = {
        blocks: [
          'Without an end',
          'Afghanistan has a population of about 48 million, by the estimate of one ministry.',
        ],
        statements: ['48 million'],
      };
      await expectShown(page, shown, 'at first', true);
      await page.evaluate(
        () =>
          new Promise<void>(resolve => {
            let left = 50;
            const timer = setInterval(() => {
              window.more();
              if (--left > 0) return;
              clearInterval(timer);
              resolve();
            }, 20);
          }),
      );
      for (let batch = 0; batch < 50; batch++) {
        const millions = `${41 + (batch % 9)} million`;
        shown.statements.push(millions);
        shown.blocks.push(
          `Batch ${batch + 1} came while the reader was scrolling, as the ones before it did.`,
          `The population of Afghanistan is ${millions}, by another estimate.`,
          'Between two figures there is always a paragraph in which nothing is counted.',
        );
      }
      await expectShown(page, shown, 'after fifty batches');
    });

    it('reads the next article of a single-page site by its own date', async () => {
      const winter: Shown = {
        blocks: [
          'In winter: who pays for what',
          'The United States gave Afghanistan $3.63 billion in assistance from October 2021 until December 2024.',
          'Afghanistan has a population of about 48 million, by the estimate of one ministry.',
        ],
        statements: ['$3.63 billion', '48 million'],
      };
      const autumn: Shown = {
        blocks: [
          'In autumn: what was left behind',
          'American forces left behind military equipment worth $7 billion in Afghanistan.',
          'Some 23 million people in Afghanistan need humanitarian aid this year.',
        ],
        statements: ['$7 billion', '23 million'],
      };
      await open(pages, 'single-page.html');
      await expectShown(page, winter, 'the first article', true);
      await page.evaluate(() => window.go('autumn'));
      await expectShown(page, autumn, 'the second article');
      await clickMark('23 million');
      await popoverText(page, kind);
      await clickIn(page, kind, 'Details');
      expect(await popoverText(page, kind)).toContain('18 November 2025');
      await page.keyboard.press('Escape');
      await page.goBack();
      await expectShown(page, winter, 'the first article again');
      await clickMark('48 million');
      await popoverText(page, kind);
      await clickIn(page, kind, 'All versions');
      expect(await popoverText(page, kind)).toContain('5 February 2025');
      await page.keyboard.press('Escape');
      await page.evaluate(async () => {
        // Faster than anybody can answer: what is said of one article may come when another stands there.
        for (const story of ['autumn', 'winter', 'autumn']) {
          window.go(story);
          await new Promise(resolve => setTimeout(resolve, 150));
        }
      });
      await expectShown(page, autumn, 'after quick changes');
    });

    /** Clicks in the middle of the words, whichever way they are marked. */
    async function clickMark(words: string) {
      const place = await page.evaluate(text => {
        const walker = document.createTreeWalker(document.querySelector('article') as Element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node as Text).data.indexOf(text);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + text.length);
          const { left, top, width, height } = range.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }
        return null;
      }, words);
      expect(place).not.toBeNull();
      if (place) await page.mouse.click(place.x, place.y);
      await popoverIsOpen(page);
    }

    it('has its marks once when the reader comes back to a page', async () => {
      await open(pages, 'article.html');
      await expectShown(page, ARTICLE, 'at first', true);
      await page.goto(`${session.pages.url}plain.html`);
      await travel(-1, '/article.html');
      expect(await page.evaluate(() => window.probe.persisted), 'the page was kept whole').toBe(true);
      await expectShown(page, ARTICLE, 'after coming back');
      await travel(1, '/plain.html');
      await travel(-1, '/article.html');
      await page.evaluate(() => {
        const block = document.querySelector('#people');
        if (block) block.textContent = 'Afghanistan has a population of about 44 million, by another estimate.';
      });
      const changed = {
        blocks: withBlock(ARTICLE, 1, 'Afghanistan has a population of about 44 million, by another estimate.'),
        statements: ['44 million', '23 million', '$3.63 billion', '$7 billion'],
      };
      await expectShown(page, changed, 'followed after coming back');
    });

    /** Back or forward in the tab's history. Puppeteer's own way waits for a page to load, and a kept one does not. */
    async function travel(steps: number, path: string) {
      await page.evaluate(by => history.go(by), steps);
      await page.waitForFunction(wanted => location.pathname === wanted, {}, path);
    }

    // Firefox's protocol cannot pretend to print.
    it.runIf(kind === 'chrome')('shows no mark in print', async () => {
      await open(pages, 'article.html');
      await expectShown(page, ARTICLE, 'at first', true);
      const measure = () =>
        page.evaluate(() => {
          const box = document.querySelector('article')?.getBoundingClientRect();
          const elements = [...document.querySelectorAll('daftar-mark')].map(
            element => getComputedStyle(element).textDecorationLine,
          );
          const painted = [...(CSS.highlights as unknown as Map<string, unknown>).keys()]
            .filter(name => name.startsWith('daftar-'))
            .map(name => getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine);
          return { height: box?.height, lines: [...elements, ...painted] };
        });
      const onScreen = await measure();
      await page.emulateMediaType('print');
      const inPrint = await measure();
      await page.emulateMediaType(undefined);
      expect(onScreen.lines).toContain('underline');
      expect(inPrint.lines.filter(line => line !== 'none')).toEqual([]);
      expect(inPrint.height).toBe(onScreen.height);
      await expectShown(page, ARTICLE, 'on screen again');
    });

    const DEFENDED: Shown = {
      blocks: [
        'Three lines in a defended page',
        'Afghanistan has a population of about 48 million, by the estimate of one ministry.',
        'The estimate of another ministry is that 23 million people in Afghanistan need humanitarian aid this year.',
        'Nothing else was known at the time of writing, and the desk went home at eleven.',
      ],
    };

    // Whether such a page is marked in another way, in part or not at all is open; its text and its peace are not.
    it.each(['normalises', 'unwraps', 'removes', 'rewrites'])('ends its rounds with a page that %s', async how => {
      await open(pages, `fighting.html?how=${how}`);
      await page.waitForFunction(() => {
        const { statements } = window.probe.find();
        return statements.length > 0 || window.rounds > 0;
      });
      await expectShown(page, DEFENDED, `a page that ${how}`, true);
      const { statements } = await page.evaluate(() => window.probe.find());
      expect(['48 million', '23 million'].filter(words => statements.includes(words))).toEqual(statements);
      expect(await page.evaluate(() => window.rounds)).toBeLessThanOrEqual(20);
      await expectFrames(DEFENDED);
    });

    it('leaves a page alone that rewrites itself ten times a second', async () => {
      await open(pages, 'restless.html');
      // What stands still is marked, what does not may be.
      await page.waitForFunction(() => window.probe.find().statements.includes('23 million'));
      // Ten rewritings in a row to which nobody answered with a change of the document.
      await page.waitForFunction(
        () => {
          const { ticks, foreign } = window;
          if (window.calm?.foreign !== foreign) window.calm = { since: ticks, foreign };
          return ticks - window.calm.since >= 10;
        },
        { polling: 50, timeout: 15_000 },
      );
      const frames = await page.evaluate(() => window.probe.takeFrames());
      const sentence = /Afghanistan has a population of about \d\d million, says the clock at (\d+)\./g;
      const wrong = frames.filter(text => {
        const ticks = [...text.matchAll(sentence)].map(([, tick]) => tick);
        return ticks.length > 0 && (ticks.length !== 2 || ticks[0] !== ticks[1]);
      });
      expect(wrong).toEqual([]);
      const { statements, stale } = await page.evaluate(() => window.probe.find());
      expect(statements.filter(text => text === '23 million')).toHaveLength(1);
      expect(statements.length).toBeLessThanOrEqual(3);
      expect(stale).toBe(0);
    });
  });
});
