/** What the extension as it is built does to the page's main thread, from traces of it. */
import type { Browser, Page } from 'puppeteer-core';
import { counted, printNote, printTable, rounded } from '../table.ts';
import { under } from './bars.ts';
import { median } from './in-page.ts';
import type { BenchPage } from './pages.ts';
import { CATEGORIES, readTrace, type TraceEvent, type Work } from './trace.ts';

interface Traced extends Work {
  marks: number;
}

/** How many marks of both kinds a page shows. */
const countMarks = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelectorAll('daftar-mark').length +
      [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (name.startsWith('daftar-') ? size : 0), 0),
  );

/** Waits until marks are there and neither their number nor their kind changes any more. */
async function waitForMarks(page: Page): Promise<number> {
  let last = '';
  for (let still = 0; still < 4; ) {
    await new Promise(resolve => setTimeout(resolve, 750));
    const now = await page.evaluate(() =>
      [document.querySelectorAll('daftar-mark').length, ...[...CSS.highlights].map(([, { size }]) => size)].join(' '),
    );
    still = now === last && /[1-9]/.test(now) ? still + 1 : 0;
    last = now;
  }
  return countMarks(page);
}

async function trace(browser: Browser, url: string, slowness: number): Promise<Traced> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.emulateCPUThrottling(slowness);
  await page.tracing.start({ categories: CATEGORIES });
  await page.goto(url);
  const marks = await waitForMarks(page);
  const recorded = await page.tracing.stop();
  await page.close();
  const { traceEvents } = JSON.parse(Buffer.from(recorded ?? []).toString()) as { traceEvents: TraceEvent[] };
  return { ...readTrace(traceEvents), marks };
}

/** Traces each page at full speed and at a quarter of it, and prints the table. */
export async function measureTasks(
  browser: Browser,
  base: string,
  pages: readonly BenchPage[],
  runs: number,
): Promise<void> {
  // The first page of all finds the pack being put in.
  await trace(browser, new URL(pages[0]?.path ?? '', base).href, 1);
  const rows: string[][] = [];
  for (const { name, path, huge } of pages) {
    for (const slowness of [1, 4]) {
      const all: Traced[] = [];
      for (let run = 0; run < runs; run++) all.push(await trace(browser, new URL(path, base).href, slowness));
      const of = (key: keyof Traced) => median(all.map(one => one[key]));
      const bar = huge && name.includes('MB') ? under(of('longest'), slowness === 1 ? 8 : 30, 'ms') : '';
      rows.push([
        `${name}${slowness === 1 ? '' : ', a quarter of the speed'}`,
        counted(of('marks')),
        rounded(of('script')),
        counted(of('tasks')),
        rounded(of('longest')),
        rounded(of('longestLater')),
        rounded(of('collecting')),
        rounded(of('longestFrame')),
        bar,
      ]);
    }
  }
  printTable(
    `The extension at work, from traces, medians of ${runs}`,
    [
      '',
      'marks',
      'our script, ms',
      'tasks',
      'longest, ms',
      'after the first',
      'of it collecting',
      'longest frame',
      'bar',
    ],
    rows,
  );
  printNote(
    'In milliseconds of the processor. "longest" is the longest task that holds script of ours; the first one is where the script is compiled and begins.',
  );
}
