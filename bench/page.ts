/**
 * Measures what reading costs a page, in a real browser: the scan, the marks, the longest task, the way through the
 * worker, what is held afterwards. It prints numbers beside what was promised and asserts none: a test that fails on a busy machine tells nothing.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOf, launch } from '../scripts/launch.ts';
import { serve } from '../scripts/serve.ts';
import { measureInPage } from './page/in-page.ts';
import { measureMemory } from './page/memory.ts';
import { benchPages } from './page/pages.ts';
import { measureTasks } from './page/tasks.ts';
import { measureTrips } from './page/trips.ts';

const PARTS = ['in-page', 'tasks', 'trips', 'memory'];
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const unknown = positionals.filter(name => !PARTS.includes(name));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}.\nusage: npm run bench:page [-- [--quick] [PART ...]], of ${PARTS.join(', ')}`,
  );
  process.exit(2);
}
const wanted = (part: string) => positionals.length === 0 || positionals.includes(part);

const root = join(import.meta.dirname, '..');
const build = spawnSync('wxt', ['build'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}${build.stderr}`);

const pages = benchPages();
const NOTHING = '<!doctype html><title>Nothing</title><p>Nothing to be read here.';
// Pages that are isolated from others are given an exact clock.
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const server = await serve(root, {
  pages: { ...Object.fromEntries(pages.map(({ path, html }) => [path, html])), '/nothing.html': NOTHING },
  headers: Object.fromEntries(pages.map(({ path }) => [path, ISOLATED])),
});
const { browser, extensionId } = await launch('chrome', { headless: true });
try {
  console.log(await browser.version());
  if (wanted('in-page')) {
    // Without the extension: only what is measured may run.
    await browser.uninstallExtension(extensionId);
    await measureInPage(browser, server.url, pages, options.quick ? 3 : 9);
    await browser.installExtension(buildOf('chrome'));
  }
  if (wanted('tasks')) await measureTasks(browser, server.url, pages, options.quick ? 1 : 3);
  if (wanted('trips')) await measureTrips(browser, server.url, options.quick ? 3 : 9);
  if (wanted('memory')) await measureMemory(browser, server.url, pages, options.quick ? 5 : 20);
} finally {
  await browser.close();
  await server.close();
}
