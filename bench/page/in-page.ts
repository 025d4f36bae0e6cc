/** Runs what is measured inside a page and takes the medians. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';
import { counted, printNote, printTable, rounded, times } from '../table.ts';
import { type Bar, under } from './bars.ts';
import type { Repeated, Timings } from './inside.ts';
import type { BenchPage } from './pages.ts';

const root = join(import.meta.dirname, '../..');

const MARKS = [300, 3000];
const KEYWORDS = 50;

/** The measured modules as one script. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, 'inside.ts'), formats: ['iife'], name: 'daftarBench' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap(one => ('output' in one ? one.output : []));
  return outputs.map(one => (one.type === 'chunk' ? one.code : '')).join('');
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Painted = ReturnType<Timings['highlights']>;

function medians(all: readonly Painted[]): Painted {
  const of = (key: keyof Painted) => median(all.map(one => one[key]));
  return { script: of('script'), layout: of('layout'), undo: of('undo'), undoLayout: of('undoLayout') };
}

/** Calls one of the timings inside the page. */
async function call<K extends keyof Timings>(page: Page, name: K, ...given: Parameters<Timings[K]>) {
  const value = await page.evaluate(
    (name, given) =>
      (globalThis as unknown as { bench: Record<string, (...given: unknown[]) => unknown> }).bench[name]?.(...given),
    name,
    given,
  );
  return value as ReturnType<Timings[K]>;
}

async function open(browser: Browser, url: string, script: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(url);
  await page.addScriptTag({ content: script });
  return page;
}

/**
 * Makes what measures one of the page's passes in milliseconds of the processor: what else a machine does at the time is no
 * cost of ours. Short passes are made many times over.
 */
async function processorTimes(page: Page, bench: BenchPage) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const now = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
  };
  const times = bench.huge ? 1 : 20;
  return async (name: Repeated): Promise<number> => {
    const start = await now();
    await call(page, 'repeat', 'nothing', times);
    const between = await now();
    await call(page, 'repeat', name, times);
    return Math.max(0, (await now()) - between - (between - start)) / times;
  };
}

interface Measured {
  walk: number;
  rows: string[][];
}

/** All timings of one page, in turns, so that what slows the machine for a while slows all of them. */
async function measurePage(
  browser: Browser,
  url: string,
  bench: BenchPage,
  script: string,
  runs: number,
): Promise<Measured> {
  const page = await open(browser, url, script);
  const cold = { walk: await call(page, 'walk'), look: await call(page, 'look'), scan: await call(page, 'scan') };
  const passes: Record<Exclude<Repeated, 'nothing'>, number[]> = {
    walk: [],
    record: [],
    look: [],
    visibility: [],
    scan: [],
  };
  const walksByClock: number[] = [];
  const take = await processorTimes(page, bench);
  const together: number[] = [];
  const wraps: number[] = [];
  const painted = new Map<string, Painted[]>();
  const keep = (name: string, one: Painted) => painted.set(name, [...(painted.get(name) ?? []), one]);
  const fits = (count: number) => count <= bench.html.length / 15;
  let layouts = 0;
  for (let run = 0; run < runs; run++) {
    for (const [name, all] of Object.entries(passes)) all.push(await take(name as Repeated));
    walksByClock.push(await call(page, 'walk'));
    for (const count of MARKS.filter(fits)) {
      const { LayoutCount: before = 0 } = await page.metrics();
      keep(`first paint, ${counted(count)} marks`, await call(page, 'highlights', count));
      layouts += ((await page.metrics()).LayoutCount ?? 0) - before;
    }
    together.push(await call(page, 'scanAndPaint', 300));
    wraps.push(await call(page, 'wrap', 300));
    keep('elements, 300 marks', await call(page, 'elements', 300));
  }
  await page.close();
  // A fresh page for it: what mark.js leaves behind slows whatever comes next.
  const other = await open(browser, url, script);
  const list = medians(await Array.fromAsync({ length: bench.huge ? 1 : 3 }, () => call(other, 'keywords', KEYWORDS)));
  await other.close();
  const [walk, scan, walkByClock] = [median(passes.walk), median(passes.scan), median(walksByClock)];
  /** `to` is the walk measured in the same way. */
  const row = (name: string, ms: number, layout: number | null, bar: string, first?: number, to = walkByClock) => [
    name,
    rounded(ms),
    times(ms / to),
    layout === null ? '' : rounded(layout),
    first === undefined ? '' : rounded(first),
    bar,
  ];
  const first = medians(painted.get('first paint, 300 marks') ?? []);
  const elements = medians(painted.get('elements, 300 marks') ?? []);
  const rows = [
    row('bare walk', walk, null, '', cold.walk, walk),
    row('our one pass', median(passes.record), null, '', undefined, walk),
    row('… without any trigger', median(passes.look), null, '', cold.look, walk),
    row('is each block seen?', median(passes.visibility), null, '', undefined, walk),
    row('our scan', scan, null, under(scan / walk, 2, 'times the walk'), cold.scan, walk),
    row('bare walk, by the clock', walkByClock, null, ''),
    ...[...painted].flatMap(([name, all]) => {
      const { script, layout, undo, undoLayout } = medians(all);
      return [row(name, script, layout, bars(name)), row('… taken out again', undo, undoLayout, '')];
    }),
    row('bare elements, 300', median(wraps), null, ''),
    row(
      'our scan and first paint, 300',
      median(together),
      null,
      under(list.script / median(together), 50, 'times faster than the list', true),
    ),
    row(`mark.js, ${KEYWORDS} keywords`, list.script, list.layout, ''),
    row('… unmark', list.undo, list.undoLayout, ''),
  ];

  function bars(name: string): Bar {
    if (name === 'first paint, 300 marks') return `${under(first.script, 1, 'ms')}, ${under(layouts, 0, 'layouts')}`;
    if (name === 'elements, 300 marks' && !bench.huge) return under(elements.script / walkByClock, 8, 'times the walk');
    return '';
  }
  return { walk, rows };
}

/** Measures each page and prints its table. */
export async function measureInPage(
  browser: Browser,
  base: string,
  pages: readonly BenchPage[],
  runs: number,
): Promise<void> {
  const script = await bundle();
  for (const bench of pages) {
    const { rows } = await measurePage(browser, new URL(bench.path, base).href, bench, script, runs);
    printTable(
      `On the page: ${bench.name}, medians of ${runs}`,
      ['', 'ms', 'to the walk', 'layout, ms', 'cold, ms', 'bar'],
      rows,
    );
  }
  printNote(
    'No scan can take less than the one pass, the question of each block whether it is seen, and one more reading of each character, by which what stands twice on the page is found: about another walk. These passes are in milliseconds of the processor, the rest by the clock.',
  );
}
