/**
 * `npm start`: builds the extension, opens a page with it, and on a machine without a display prints what it found.
 * usage: npm start [-- FILE | URL]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { statedInWords } from '../lib/i18n/wording.ts';
import { compilePacks } from '../lib/reading/compiled-pack.ts';
import { type Annotated, annotate } from './annotate/annotate-document.ts';
import { printForPerson } from './annotate/print.ts';
import { isHtml, readHtml } from './annotate/read-document.ts';
import { findBrowser, NO_BROWSER } from './browsers.mjs';
import { type BrowserKind, launch } from './launch.ts';
import { readBundledPack } from './read-pack.ts';
import { type Server, serve } from './serve.ts';

const root = join(import.meta.dirname, '..');
const SCREENSHOT = join(root, '.output/screenshot.png');
const MARK = 'daftar-mark';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** A plain page around a text, one paragraph for each line. */
function pageAround(title: string, text: string): string {
  const escaped = (words: string) =>
    words.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');
  const paragraphs = text.split(/[\r\n]+/).filter(line => line.trim());
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif;color-scheme:light dark}</style>
<main><article>${paragraphs.map(line => `<p>${escaped(line)}</p>`).join('\n')}</article></main></html>`;
}

/** Makes what was asked for reachable by an address: an address is itself, a file is served on loopback. */
async function openTarget(target: string | undefined): Promise<{ url: string; server: Server | null }> {
  if (target && /^https?:\/\//.test(target)) return { url: target, server: null };
  const file = target ? resolve(process.env.INIT_CWD ?? '.', target) : join(root, 'examples/article.html');
  const text = await readFile(file, 'utf8').catch(error => fail(`${target} cannot be read: ${error.message}`));
  if (isHtml(text)) {
    const server = await serve(dirname(file));
    return { url: `${server.url}${encodeURIComponent(basename(file))}`, server };
  }
  const server = await serve(dirname(file), { pages: { '/text.html': pageAround(basename(file), text) } });
  return { url: `${server.url}text.html`, server };
}

/** The comparisons of the page as the browser has it, made by the same code and pack as in the extension. */
async function readComparisons(page: Page): Promise<Annotated> {
  const pack = readBundledPack();
  const engine = { pack, compiled: compilePacks([pack]), today: new Date().toISOString().slice(0, 10), rank: null };
  return annotate(engine, await readHtml(await page.content(), page.url()));
}

/** Opens the popover of the first statement that has a figure, as a reader would. */
async function openFirst(page: Page, { comparisons }: Annotated): Promise<void> {
  const words = comparisons.filter(({ figure }) => figure).map(statedInWords);
  for (const mark of await page.$$(MARK)) {
    if (!words.includes((await mark.evaluate(element => element.textContent)) ?? '')) continue;
    await mark.evaluate(element => element.scrollIntoView({ behavior: 'instant', block: 'center' }));
    await mark.click();
    // The popover is placed within a frame of its opening.
    await page.waitForSelector('daftar-popover');
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    return;
  }
}

async function report(browser: Browser, page: Page): Promise<void> {
  const annotated = await readComparisons(page);
  console.log(printForPerson(annotated));
  const marked = await page.waitForSelector(MARK, { timeout: 15_000 }).catch(() => null);
  if (marked) await openFirst(page, annotated);
  mkdirSync(dirname(SCREENSHOT), { recursive: true });
  await page.screenshot({ path: SCREENSHOT });
  const count = (await page.$$(MARK)).length;
  console.log(
    `\n${annotated.comparisons.length} statements compared, ${count} marks on the page. Screenshot: ${SCREENSHOT}`,
  );
  await browser.close();
}

const kind: BrowserKind = findBrowser('chrome') ? 'chrome' : findBrowser('firefox') ? 'firefox' : fail(NO_BROWSER);
const build = spawnSync('wxt', ['build', ...(kind === 'firefox' ? ['-b', 'firefox'] : [])], {
  cwd: root,
  shell: process.platform === 'win32',
  encoding: 'utf8',
});
if (build.status !== 0) fail(`The build failed:\n${build.stdout}${build.stderr}`);

const { url, server } = await openTarget(process.argv[2]);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const { browser } = await launch(kind, { headless: !hasDisplay });
const [page = await browser.newPage()] = await browser.pages();
if (!hasDisplay) await page.setViewport({ width: 1280, height: 900 });
await page.goto(url).catch(error => fail(`${url} cannot be opened: ${error.message}`));
if (hasDisplay) {
  console.log(`Opened ${url} with Daftar in ${kind}. Close the browser or press Ctrl+C to end.`);
  await new Promise<void>(done => browser.once('disconnected', () => done()));
} else {
  await report(browser, page);
}
await server?.close();
