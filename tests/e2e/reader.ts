/** What a reader does and sees, in words that fit both browsers. */
import type { CDPSession, ElementHandle, Page } from 'puppeteer-core';
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

/** Waits for the first element, then gives all marks of either kind in the order of the page; the parts of one are joined. */
export async function shownMarks(page: Page): Promise<ShownMark[]> {
  await page.waitForSelector(MARK);
  return page.evaluate(name => {
    const BLOCKS = 'p, li, td, th, figcaption, h1, h2, h3, blockquote, div';
    const blockOf = (element: Element | null) =>
      (element?.closest(BLOCKS)?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const parts = [...document.querySelectorAll(name)].map(element => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const entity = getComputedStyle(element).textDecorationStyle === 'dotted';
      return { range, id: element.getAttribute('data-m') ?? '', entity, block: blockOf(element), highlight: false };
    });
    for (const [look, ranges] of CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>) {
      if (!look.startsWith('daftar-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const parent = startContainer.parentElement as Element;
        const entity = getComputedStyle(parent, `::highlight(${look})`).textDecorationStyle === 'dotted';
        parts.push({ range, id: look, entity, block: blockOf(parent), highlight: true });
      }
    }
    parts.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    const marks: ShownMark[] = [];
    let last: (typeof parts)[number] | null = null;
    for (const part of parts) {
      const before = marks.at(-1);
      const between = document.createRange();
      if (last) between.setStart(last.range.endContainer, last.range.endOffset);
      between.setEnd(part.range.startContainer, part.range.startOffset);
      // Highlights have no ids: ranges of one look without a letter between are one mark.
      const same = last?.id === part.id && (!part.highlight || between.toString() === '');
      if (before && same) before.text += part.range.toString();
      else marks.push({ text: part.range.toString(), entity: part.entity, block: part.block, id: part.id });
      last = part;
    }
    return marks;
  }, MARK);
}

/** Resolves once `condition` holds in the page. */
const until = (page: Page, condition: string) => page.waitForFunction(condition);

/** The element of the mark with just this text, scrolled into view (at once: the page may scroll smoothly). */
export async function markWith(page: Page, text: string): Promise<ElementHandle<Element>> {
  // Marks become elements in slices.
  const has = (name: string, words: string) =>
    [...document.querySelectorAll(name)].some(({ textContent }) => textContent === words);
  await page.waitForFunction(has, { timeout: 8000 }, MARK, text).catch(() => {});
  for (const element of await page.$$(MARK)) {
    if ((await element.evaluate(node => node.textContent)) !== text) continue;
    await element.evaluate(node => node.scrollIntoView({ behavior: 'instant', block: 'center' }));
    return element;
  }
  throw new Error(`There is no mark “${text}”.`);
}

export const popoverIsOpen = (page: Page) => until(page, `document.querySelector('${POPOVER}') !== null`);
export const popoverIsClosed = (page: Page) => until(page, `document.querySelector('${POPOVER}') === null`);

/** A node of the popover's tree. Its shadow root is closed, so that pages cannot see it; the browsers' own protocols can. */
interface Inner {
  name: string;
  text: string;
  attributes: Record<string, string>;
  children: Inner[];
  box(): Promise<Box>;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The text in the first open popover, or in the one that was opened last. */
export async function popoverText(page: Page, kind: BrowserKind, which: 'first' | 'last' = 'first'): Promise<string> {
  await popoverIsOpen(page);
  const textOf = ({ text, children }: Inner): string => text || children.map(textOf).join(' ');
  const all = await popovers(page, kind);
  const inner = all.at(which === 'first' ? 0 : -1);
  return (inner ? textOf(inner) : '').replace(/\s+/g, ' ').trim();
}

/** Where something in a popover stands: the first button whose label or text begins so, or what has a class (".panel"). */
export async function popoverBox(page: Page, kind: BrowserKind, what: string, which = 0): Promise<Box> {
  const textOf = ({ text, children }: Inner): string => text || children.map(textOf).join('');
  const fits = (inner: Inner) =>
    what.startsWith('.')
      ? (inner.attributes.class ?? '').split(' ').includes(what.slice(1))
      : (inner.attributes['aria-label'] ?? textOf(inner).trim()).startsWith(what) && inner.name === 'button';
  const find = (inner: Inner): Inner | null => {
    if (fits(inner)) return inner;
    for (const child of inner.children) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  const inner = (await popovers(page, kind)).at(which);
  const found = inner && find(inner);
  if (!found) throw new Error(`There is no “${what}” in the popover.`);
  return found.box();
}

/** Clicks something in a popover, once it stands still. */
export async function clickIn(page: Page, kind: BrowserKind, what: string, which = 0): Promise<void> {
  let box = await popoverBox(page, kind, what, which);
  for (let before = null as Box | null; JSON.stringify(before) !== JSON.stringify(box); ) {
    before = box;
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    box = await popoverBox(page, kind, what, which);
  }
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const popovers = (page: Page, kind: BrowserKind) => (kind === 'chrome' ? chromePopovers(page) : firefoxPopovers(page));

interface CdpNode {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  contentDocument?: CdpNode;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function chromePopovers(page: Page): Promise<Inner[]> {
  const opening = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, opening);
  const session = await opening;
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const inner = (node: CdpNode): Inner => ({
    name: node.nodeName.toLowerCase(),
    text: node.nodeValue,
    attributes: Object.fromEntries(
      (node.attributes ?? []).flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1] ?? '']] : [])),
    ),
    children: [...(node.shadowRoots ?? []), ...(node.contentDocument?.children ?? []), ...(node.children ?? [])].map(
      inner,
    ),
    async box() {
      const { model } = await session.send('DOM.getBoxModel', { nodeId: node.nodeId });
      const [x = 0, y = 0] = model.border;
      return { x, y, width: model.width, height: model.height };
    },
  });
  const hosts = (node: CdpNode): CdpNode[] =>
    node.nodeName === POPOVER.toUpperCase() ? [node] : (node.children ?? []).flatMap(hosts);
  return hosts(root as unknown as CdpNode).map(inner);
}

interface BidiNode {
  sharedId?: string;
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
  };
}

/** WebDriver BiDi can serialize a node with its shadow trees; puppeteer has no method for it, its connection does. */
interface BidiConnection {
  send<T>(method: string, parameters: object): Promise<{ result: { result: T } }>;
}

/** Each popover is a frame of its own; they are listed in the order in which they were opened. */
async function firefoxPopovers(page: Page): Promise<Inner[]> {
  const { connection } = page.browser() as unknown as { connection: BidiConnection };
  const contexts = page
    .frames()
    .filter(frame => frame !== page.mainFrame() && frame.url() === 'about:blank')
    .map(frame => (frame as unknown as { _id: string })._id);
  const evaluate = async (context: string) => {
    const { result } = await connection.send<BidiNode>('script.evaluate', {
      expression: `document.querySelector('[role="dialog"]')?.parentElement`,
      target: { context },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
    });
    return result.result.value ? [inner(result.result, context)] : [];
  };
  const inner = ({ sharedId, value }: BidiNode, context: string): Inner => ({
    name: value?.localName ?? '',
    text: value?.nodeType === 3 ? (value.nodeValue ?? '') : '',
    attributes: value?.attributes ?? {},
    children: (value?.children ?? []).map(child => inner(child, context)),
    async box() {
      const { result } = await connection.send<{ value: string }>('script.callFunction', {
        functionDeclaration: 'element => JSON.stringify(element.getBoundingClientRect())',
        arguments: [{ sharedId }],
        target: { context },
        awaitPromise: false,
      });
      return JSON.parse(result.result.value);
    },
  });
  return (await Promise.all(contexts.map(evaluate))).flat();
}
