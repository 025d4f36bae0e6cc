/** Whether what the extension holds of a page goes with the page: what is left after many of them, in numbers. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { counted, printNote, printTable, rounded } from '../table.ts';
import type { BenchPage } from './pages.ts';

/** What is counted once the garbage has been collected. */
interface Held {
  /** Megabytes of JavaScript objects, those of all worlds of the page. */
  heap: number;
  documents: number;
  nodes: number;
  listeners: number;
}

async function held(session: CDPSession): Promise<Held> {
  // What one collection has found dead on the page's side is freed on the other with the next one.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize / 1e6, documents, nodes, listeners: jsEventListeners };
}

const waitForMark = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('daftar-mark') !== null ||
      [...CSS.highlights].some(([name, { size }]) => name.startsWith('daftar-') && size > 0),
    { polling: 50 },
  );

/** Swaps the article's text for itself, as a site does that loads its next story into the page that is there. */
async function swap(page: Page, html: string, i: number): Promise<void> {
  await page.evaluate(
    (html, i) => {
      history.pushState(null, '', `?story=${i}`);
      const article = document.querySelector('article') as HTMLElement;
      article.replaceChildren();
      const next = new DOMParser().parseFromString(html, 'text/html').querySelector('article') as HTMLElement;
      next.append(`Story ${i}.`);
      article.replaceWith(next);
    },
    html,
    i,
  );
  // The marks of the last story go with it: those that are there then are the new one's.
  await page.waitForFunction(
    () => {
      const article = document.querySelector('article');
      const isIn = (node: Node | null) => node !== null && article?.contains(node) === true;
      return (
        isIn(document.querySelector('daftar-mark')) ||
        [...CSS.highlights].some(
          ([name, ranges]) => name.startsWith('daftar-') && [...ranges].some(range => isIn(range.startContainer)),
        )
      );
    },
    { polling: 50 },
  );
}

/** Goes from page to page and from story to story, and prints what is held after the first and after the last. */
export async function measureMemory(
  browser: Browser,
  base: string,
  pages: readonly BenchPage[],
  times: number,
): Promise<void> {
  const rows: string[][] = [];
  const row = (name: string, { heap, documents, nodes, listeners }: Held) =>
    rows.push([name, rounded(heap), counted(documents), counted(nodes), counted(listeners)]);
  const open = async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    return { page, session: await page.createCDPSession() };
  };
  const quiet = new URL('/nothing.html', base).href;

  // The first page of all finds the pack being put in.
  const first = await open();
  await first.page.goto(new URL(pages[0]?.path ?? '', base).href);
  await waitForMark(first.page);
  await first.page.close();

  const long = pages.find(({ name }) => name === '1 MB');
  if (long) {
    const { page, session } = await open();
    const address = new URL(long.path, base).href;
    for (let i = 1; i <= times; i++) {
      await page.goto(`${address}?visit=${i}`);
      await waitForMark(page);
      if (i !== 1 && i !== times) continue;
      await page.goto(quiet);
      row(`a page without anything, after ${counted(i)} × ${long.name}`, await held(session));
    }
    await page.close();
  }

  const story = pages.find(({ name }) => name.startsWith('long read'));
  if (story) {
    const { page, session } = await open();
    await page.goto(new URL(story.path, base).href);
    await waitForMark(page);
    for (let i = 1; i <= times; i++) {
      await swap(page, story.html, i);
      if (i === 1 || i === times >> 1 || i === times)
        row(`one page, after ${counted(i)} × ${story.name} put in`, await held(session));
    }
    await page.close();
  }
  printTable('What is held', ['', 'heap, MB', 'documents', 'nodes', 'listeners'], rows);
  printNote('After 1 and after many it should be the same: what grows with the number of pages is not given back.');
}
