/** Opens a hostile page and asks it what its own scripts have seen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Server, serve } from '../../scripts/serve.ts';
import type { Session } from './session.ts';

const folder = join(import.meta.dirname, '../pages/hostile');

/** The scripts beside the article: each makes one page, `NAME.html`. */
export const ATTACKS = [
  'observe',
  'events',
  'messages',
  'forged',
  'prototypes',
  'remove',
  'reinsert',
  'restyle',
  'clear',
  'cover',
  'flood',
  'long',
  'deep',
  'root',
  'evict',
  'freeze',
] as const;

export type Attack = (typeof ATTACKS)[number];

/** The article as it is without any script. */
export const ARTICLE = readFileSync(join(folder, 'article.html'), 'utf8');

export function serveHostile(): Promise<Server> {
  const pages = ATTACKS.map(name => [`/${name}.html`, ARTICLE.replace('ATTACK', name)]);
  return serve(folder, { pages: Object.fromEntries(pages) });
}

/** What the fixtures' scripts leave on the window. */
export interface HostileWindow {
  attack(way?: unknown): unknown;
  everythingSeen(words: string[]): Promise<string>;
  ourMutations: number;
  takenOut: number;
  evicted: number;
  longestGap: number;
  listens: boolean;
  handedOver: string;
  shadowsThroughInternals(): string[];
  find(word: string): boolean;
}

/** Lets the page do its worst. */
export const attack = (page: Page, way?: unknown) =>
  page.evaluate(async given => {
    await (window as unknown as HostileWindow).attack(given);
  }, way);

export const globalOf = <Name extends keyof HostileWindow>(page: Page, name: Name) =>
  page.evaluate(key => (window as unknown as HostileWindow)[key as 'ourMutations'], name);

/** The page's own text, as its reader gets it. */
export const textOf = (page: Page) => page.$eval('article', article => article.textContent);

/** Where a mark with just these words is, of either kind, once there is one. Scrolled into view. */
export async function placeOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const place = await page.waitForFunction(
    text => {
      const ranges = [...CSS.highlights.values()]
        .flatMap(highlight => [...highlight])
        .map(({ startContainer, startOffset, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(startContainer, endOffset);
          return range;
        });
      const elements = [...document.querySelectorAll('daftar-mark')];
      const mark =
        elements.find(element => element.textContent === text) ?? ranges.find(range => range.toString() === text);
      if (!mark) return null;
      const holder = mark instanceof Range ? mark.startContainer.parentElement : mark;
      holder?.scrollIntoView({ behavior: 'instant', block: 'center' });
      const [box] = mark.getClientRects();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
    { polling: 100, timeout: 15_000 },
    words,
  );
  return place.jsonValue() as Promise<{ x: number; y: number }>;
}

/** Clicks where a mark is, as a reader does. */
export async function press(page: Page, words: string): Promise<void> {
  const { x, y } = await placeOf(page, words);
  await page.mouse.click(x, y);
}

/** Adds a statement to the article, and waits until it is marked: the script is alive and follows the page. */
export async function followsThePage(page: Page, figure: string): Promise<void> {
  await page.evaluate(words => {
    const paragraph = document.createElement('p');
    paragraph.textContent = `Afghanistan has a population of ${words}, an official in Kabul said.`;
    document.querySelector('article')?.append(paragraph);
  }, figure);
  await placeOf(page, figure);
}

/** Opens a hostile page in a session and gives its server's address to it. */
export const openHostile = (session: Session, server: Server, name: Attack) =>
  session.open(`${server.url}${name}.html`);
