/** The way of a page's text through the worker and back, the whole reading included. */
import type { Browser, Page } from 'puppeteer-core';
import { printTable, rounded } from '../table.ts';
import { readArticles, textsOf } from '../text.ts';
import { under } from './bars.ts';
import { median } from './in-page.ts';

const CHARACTERS = 50_000;

/** Asks as the content script does, from its own world, and gives the milliseconds until the answer is there. */
async function ask(page: Page, passages: { id: number; text: string }[]): Promise<number> {
  const [world] = page.extensionRealms();
  if (!world) throw new Error('The content script does not run.');
  return world.evaluate(async given => {
    type Runtime = { runtime: { sendMessage(message: object): Promise<{ res?: { spans: unknown[] } }> } };
    const { runtime } = (globalThis as unknown as { chrome: Runtime }).chrome;
    const data = { page: { title: 'Afghanistan', date: '2025-11-20', lead: '' }, passages: given };
    const start = performance.now();
    const { res } = await runtime.sendMessage({ id: 1, type: 'read', data, timestamp: Date.now() });
    if (!res?.spans.length) throw new Error('The worker answered nothing.');
    return performance.now() - start;
  }, passages);
}

async function stopWorker(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget(candidate => candidate.type() === 'service_worker');
  const gone = new Promise<void>(resolve => {
    browser.on('targetdestroyed', destroyed => {
      if (destroyed === target) resolve();
    });
  });
  await (await target.worker())?.close();
  await gone;
}

export async function measureTrips(browser: Browser, base: string, runs: number): Promise<void> {
  const page = await browser.newPage();
  await page.goto(new URL('/article.html', base).href);
  await page.waitForSelector('daftar-mark');
  const texts = textsOf(readArticles());
  const passages: { id: number; text: string }[] = [];
  for (let id = 0, left = CHARACTERS; left > 0; id++) {
    const text = texts[id % texts.length] ?? '';
    passages.push({ id, text });
    left -= text.length;
  }
  await ask(page, passages);
  const awake: number[] = [];
  const stopped: number[] = [];
  for (let run = 0; run < runs; run++) {
    awake.push(await ask(page, passages));
    await stopWorker(browser);
    stopped.push(await ask(page, passages));
    // The first answer of a fresh worker is behind it; the next one is that of a worker that has been at work.
    await ask(page, passages);
  }
  await page.close();
  const row = (name: string, all: readonly number[], bar: number) => [
    name,
    rounded(median(all)),
    rounded(Math.min(...all)),
    under(median(all), bar, 'ms'),
  ];
  printTable(
    `50 KB of text through the worker and back, medians of ${runs}`,
    ['', 'ms', 'best', 'bar'],
    [row('awake', awake, 15), row('from a stopped worker', stopped, 110)],
  );
}
