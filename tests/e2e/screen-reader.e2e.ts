/** What a screen reader is told: the tree that Chromium makes for it. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pressCommand } from './browser-keys.ts';
import { MARK, markWith, popoverIsClosed, popoverIsOpen, popoverText } from './reader.ts';
import { type Session, startSession } from './session.ts';

/** A node of the accessibility tree, without what it does not have. */
interface Told {
  role: string;
  name: string;
  description: string;
  focused: boolean;
  live: string;
}

type Node = Protocol.Accessibility.AXNode;

/** The protocol lists a tree level by level; it is heard in the order of the page. */
function inOrder(nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const from = (node: Node): Node[] => [
    node,
    ...(node.childIds ?? []).flatMap(id => {
      const child = byId.get(id);
      return child ? from(child) : [];
    }),
  ];
  return nodes.filter(({ parentId }) => !parentId || !byId.has(parentId)).flatMap(from);
}

describe('a screen reader', () => {
  let session: Session;

  beforeAll(async () => {
    session = await startSession('chrome');
  });
  afterAll(() => session?.close());

  const sessions = new WeakMap<Page, Promise<CDPSession>>();

  /** All that is told of the page and, where it has one, of the popover's frame. */
  async function tree(page: Page): Promise<Told[]> {
    const opening = sessions.get(page) ?? page.createCDPSession();
    sessions.set(page, opening);
    const protocol = await opening;
    const { frameTree } = await protocol.send('Page.getFrameTree');
    const frames = [frameTree.frame.id, ...(frameTree.childFrames ?? []).map(({ frame }) => frame.id)];
    const trees = await Promise.all(frames.map(frameId => protocol.send('Accessibility.getFullAXTree', { frameId })));
    return trees
      .flatMap(({ nodes }) => inOrder(nodes))
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, description, properties = [] }) => {
        const property = (wanted: string) => properties.find(each => each.name === wanted)?.value.value;
        return {
          role: String(role?.value ?? ''),
          name: String(name?.value ?? ''),
          description: String(description?.value ?? ''),
          focused: property('focused') === true,
          live: String(property('live') ?? ''),
        };
      });
  }
  const focusIn = async (page: Page) =>
    (await tree(page)).filter(({ focused, role }) => focused && role !== 'RootWebArea');

  it('hears each mark as a button with the mark’s own words, and the sentence as the page has it', async () => {
    const page = await session.open(`${session.pages.url}popover.html`);
    await markWith(page, '41 million');
    const told = await tree(page);
    const words = await page.$$eval(`${MARK}[role]`, marks =>
      marks.map(mark => mark.textContent?.replace(/\s+/g, ' ')),
    );
    const buttons = told.filter(({ role }) => role === 'button');
    expect(buttons.map(({ name }) => name)).toEqual(words);
    expect(words.length).toBeGreaterThan(5);
    expect(buttons.filter(({ description }) => description !== '')).toEqual([]);
    const heard = told.flatMap(({ role, name }) => (role === 'StaticText' ? [name] : [])).join('');
    const bare = (text: string) => text.replace(/\s+/g, '');
    expect(bare(heard)).toContain(bare(await page.$eval('article p', paragraph => paragraph.textContent ?? '')));
    await page.close();
  });

  it('is told politely and once how many statements are marked', async () => {
    const page = await session.open('about:blank');
    const regions: string[] = [];
    await page.exposeFunction('noteCounts', (count: number) => regions.push(String(count)));
    await page.evaluateOnNewDocument(() => {
      const note = (window as unknown as { noteCounts(count: number): void }).noteCounts;
      new MutationObserver(records => {
        const added = records
          .flatMap(({ addedNodes }) => [...addedNodes])
          .filter(node => node.nodeName === 'DAFTAR-COUNT');
        if (added.length > 0) note(added.length);
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${session.pages.url}popover.html`);
    const said = async () =>
      (await tree(page)).filter(({ name, role }) => role === 'StaticText' && name.endsWith('compared with sources'));
    await expect
      .poll(async () => (await said()).map(({ name }) => name), { timeout: 5000 })
      .toEqual([expect.stringMatching(/^[2-9] statements on this page compared with sources$/)]);
    expect((await tree(page)).filter(({ role, live }) => role === 'status' && live === 'polite')).toHaveLength(1);
    await page.waitForFunction(() => !document.querySelector('daftar-count'), { timeout: 9000 });
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Afghanistan has a population of 52 million, an official in Kabul said.';
      document.querySelector('article')?.append(paragraph);
    });
    await markWith(page, '52 million');
    expect(regions).toEqual(['1']);
    await page.close();
  });

  it.each(['plain.html', 'passing.html'])('is told nothing on a page without statements (%s)', async path => {
    const page = await session.open(session.pages.url + path);
    await page.waitForFunction('performance.now() > 2500');
    expect(await page.$('daftar-count')).toBeNull();
    await page.close();
  });

  it('is in a dialog that is named by its question, and back on the mark after it', async () => {
    const page = await session.open(`${session.pages.url}popover.html`);
    const mark = await markWith(page, '41 million');
    await mark.focus();
    expect(await focusIn(page)).toMatchObject([{ role: 'button', name: '41 million' }]);
    await page.keyboard.press('Enter');
    await popoverIsOpen(page);
    await popoverText(page, 'chrome');
    const question = 'How many people live in Afghanistan?';
    await expect.poll(async () => (await focusIn(page)).at(-1)).toMatchObject({ role: 'dialog', name: question });
    const named = (await tree(page)).filter(({ role }) => role === 'button' || role === 'link');
    expect(named.filter(({ name }) => name.trim() === '')).toEqual([]);
    await page.keyboard.press('Escape');
    await popoverIsClosed(page);
    expect(await focusIn(page)).toMatchObject([{ role: 'button', name: '41 million' }]);
    await page.close();
  });

  it('hears a mark without an element by its own words too', async () => {
    const page = await session.open(`${session.pages.url}keys.html`);
    await page.waitForFunction(() => [...CSS.highlights.keys()].some(name => name.startsWith('daftar-')));
    await pressCommand(session, page, 'next-mark');
    await pressCommand(session, page, 'next-mark');
    await expect.poll(() => focusIn(page)).toMatchObject([{ role: 'button', name: '47 million', description: '' }]);
    await page.close();
  });

  it('causes no error', () => {
    expect(session.faults).toEqual([]);
  });
});
