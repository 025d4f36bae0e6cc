/** Marks take no room: every element of every layout stands where it stood, whichever way they are painted. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '../../scripts/serve.ts';
import { addLayOut, type Layout, layoutOf, marksAreAtRest, marksAreShown, moved } from './box-probe.ts';
import { KINDS, type Session, startSession } from './session.ts';

const root = join(import.meta.dirname, '../..');
const LAYOUTS = join(root, 'tests/pages/layouts');

/** What every block says besides, so that there is something to mark in each. */
const STATEMENT = ' Afghanistan has a population of 47 million, an official said.';
/** The ends of blocks, in the page itself and in the text of a frame's attribute. Some sites have nothing but `div`. */
const BLOCK_ENDS = /(?:<|&lt;)\/(?:p|li|td|dd|figcaption|h2)(?:>|&gt;)|(?<=[.”])<\/div>/g;
/** A picture of a size of its own: one that is still awaited takes other room than one that has failed. */
const PICTURE =
  '<img style="inline-size: 40px; block-size: 30px" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">';

/** Rules as sites have them, under which one more element in a paragraph moves things. */
const AGAINST = `<style>
  p > :last-child { display: block; }
  p > :first-child { margin-inline-start: 12px; }
  :is(li, dd) > * + * { padding-inline-start: 9px; }
  td > :only-child { letter-spacing: 2px; }
  figcaption { display: flex; gap: 7px; }
  h2:has(> *) { padding-block-end: 30px; }
  p:first-of-type::first-letter { font-size: 3em; float: left; }
  p { text-align: justify; hyphens: auto; }
  h1, h2 { text-wrap: balance; }
</style></head>`;

const pages: Record<string, string> = {};
for (const file of readdirSync(LAYOUTS).filter(name => name.endsWith('.html'))) {
  const html = readFileSync(join(LAYOUTS, file), 'utf8')
    .replace(/<img\b[^>]*>/g, PICTURE)
    // A browser that asks for a printer waits for the answer.
    .replaceAll('window.print()', '')
    .replace(BLOCK_ENDS, end => STATEMENT + end);
  pages[file] = html;
  pages[`against-${file}`] = html.includes('</head>') ? html.replace('</head>', AGAINST) : AGAINST + html;
}
/** All but the one that is a list of other sites' headlines, of which nothing is read. */
const NAMES = Object.keys(pages).filter(name => !name.startsWith('against-') && name !== 'aggregator.html');

/** So many windows at once: nearly all the time goes into waiting for pages to come to rest. */
const AT_ONCE = 6;

describe.each(KINDS)('boxes in %s', kind => {
  let session: Session;
  let server: Server;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daftar-boxes-'));
    for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, name), html);
    [session, server] = await Promise.all([startSession(kind), serve(folder)]);
  });
  afterAll(async () => {
    await Promise.all([session?.close(), server?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page without marks (the extension does not read files), with its first marks, and at rest. */
  async function layoutsOf(file: URL, address: string, width: number): Promise<[Layout, Layout, Layout]> {
    const page = await session.browser.newPage({ type: 'window' });
    try {
      await page.setViewport({ width, height: 900 });
      await addLayOut(page);
      await page.goto(file.href);
      const bare = await layoutOf(page);
      await page.goto(address);
      await marksAreShown(page);
      const first = await layoutOf(page);
      await marksAreAtRest(page);
      return [bare, first, await layoutOf(page)];
    } finally {
      await page.close();
    }
  }

  /** Lays out all of these, and gives what has moved by page; tells how many marks of either kind there were in the end. */
  async function compare(names: readonly string[], width: number) {
    const faults: Record<string, string[]> = {};
    const marks = { elements: 0, highlights: 0 };
    const left = [...names];
    const work = async () => {
      for (let name = left.shift(); name; name = left.shift()) {
        const [bare, first, last] = await layoutsOf(pathToFileURL(join(folder, name)), server.url + name, width);
        expect([bare.elements, bare.highlights], name).toEqual([0, 0]);
        marks.elements += last.elements;
        marks.highlights += last.highlights;
        const fault = [...moved(bare, first), ...moved(bare, last)];
        if (fault.length > 0) faults[name] = fault;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { faults, marks };
  }

  it.each([1280, 390])(
    'stay where they are, on all layouts, in a window of %i pixels',
    { timeout: 240_000 },
    async width => {
      expect(NAMES.length).toBeGreaterThanOrEqual(20);
      const { faults, marks } = await compare(NAMES, width);
      expect(faults).toEqual({});
      expect(marks.elements).toBeGreaterThan(100);
    },
  );

  it('stay where they are under rules that would move them', { timeout: 240_000 }, async () => {
    const { faults, marks } = await compare(
      NAMES.map(name => `against-${name}`),
      390,
    );
    expect(faults).toEqual({});
    // What moved something was taken back, and is shown the other way.
    expect(marks.highlights).toBeGreaterThan(50);
  });

  it('stay where they are in the example article', async () => {
    const url = new URL(`${session.examples.url}article.html`);
    for (const width of [1280, 390]) {
      const [bare, first, last] = await layoutsOf(pathToFileURL(join(root, 'examples/article.html')), url.href, width);
      expect([...moved(bare, first), ...moved(bare, last)], String(width)).toEqual([]);
      expect(last.elements).toBeGreaterThan(10);
    }
  });
});
