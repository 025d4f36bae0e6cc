/** What a reader does and sees, in words that fit both browsers. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/launch.ts';

export const MARK = 'daftar-mark';
export const POPOVER = 'daftar-popover';

/** A mark as the page shows it. Entities are the dotted ones. */
export interface ShownMark {
  text: string;
  entity: boolean;
  /** The text of the block that it stands in, white space collapsed. */
  block: string;
  id: string;
}

/** Waits for the first mark, then gives all in the order of the page; the parts of one mark are joined. */
export async function shownMarks(page: Page): Promise<ShownMark[]> {
  await page.waitForSelector(MARK);
  const parts = await page.$$eval(MARK, elements =>
    elements.map(element => ({
      id: element.getAttribute('data-m') ?? '',
      text: element.textContent ?? '',
      entity: getComputedStyle(element).textDecorationStyle === 'dotted',
      block: (element.closest('p, li, td, th, figcaption, h1, h2, h3, blockquote, div')?.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    })),
  );
  const marks = new Map<string, ShownMark>();
  for (const part of parts) {
    const known = marks.get(part.id);
    if (known) known.text += part.text;
    else marks.set(part.id, part);
  }
  return [...marks.values()];
}

/** Resolves once `condition` holds in the page. */
const until = (page: Page, condition: string) => page.waitForFunction(condition);

/** The element of the mark with just this text, scrolled into view (at once: the page may scroll smoothly). */
export async function markWith(page: Page, text: string): Promise<ElementHandle<Element>> {
  for (const element of await page.$$(MARK)) {
    if ((await element.evaluate(node => node.textContent)) !== text) continue;
    await element.evaluate(node => node.scrollIntoView({ behavior: 'instant', block: 'center' }));
    return element;
  }
  throw new Error(`There is no mark “${text}”.`);
}

export const popoverIsOpen = (page: Page) => until(page, `document.querySelector('${POPOVER}') !== null`);
export const popoverIsClosed = (page: Page) => until(page, `document.querySelector('${POPOVER}') === null`);

/**
 * The text in the open popover. Its shadow root is closed, so that pages cannot do this; the browsers' own protocols can.
 */
export async function popoverText(page: Page, kind: BrowserKind): Promise<string> {
  await popoverIsOpen(page);
  const text = kind === 'chrome' ? await chromePopoverText(page) : await firefoxPopoverText(page);
  return text.replace(/\s+/g, ' ').trim();
}

interface CdpNode {
  nodeName: string;
  nodeValue: string;
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

async function chromePopoverText(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const textOf = (node: CdpNode): string =>
    node.nodeName === '#text'
      ? node.nodeValue
      : [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf).join(' ');
  const find = (node: CdpNode): CdpNode | null => {
    if (node.nodeName === POPOVER.toUpperCase()) return node;
    for (const child of node.children ?? []) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  const host = find(root as unknown as CdpNode);
  return host ? textOf(host) : '';
}

interface BidiNode {
  type: string;
  value?: { nodeType: number; nodeValue?: string; children?: BidiNode[]; shadowRoot?: BidiNode | null };
}

/** WebDriver BiDi can serialize a node with its closed shadow root; puppeteer has no method for it, its connection does. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: { result: BidiNode } }>;
}

async function firefoxPopoverText(page: Page): Promise<string> {
  const { connection } = page.browser() as unknown as { connection: BidiConnection };
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const { result } = await connection.send('script.evaluate', {
    expression: `document.querySelector('${POPOVER}')`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
  });
  const textOf = ({ value }: BidiNode): string => {
    if (!value) return '';
    if (value.nodeType === 3) return value.nodeValue ?? '';
    return [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])].map(textOf).join(' ');
  };
  return textOf(result.result);
}
