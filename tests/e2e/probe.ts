/** What a page shows at a moment, whichever way its marks are painted; and whether it has come to rest. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** What a reader sees of the article. */
export interface Shown {
  /** The text of each of its blocks, exactly; a break is a line's end. */
  blocks: string[];
  /**
   * The words marked as statements, in the order of the page: one entry for each mark, however many nodes it spans.
   * Without them whatever is marked will do.
   */
  statements?: string[];
}

interface Found extends Shown {
  statements: string[];
  entities: string[];
  /** Text of the article that stands outside of its blocks: none should. */
  loose: string;
  /** Painted ranges whose text has gone, and how many marks there are in each painter. */
  stale: number;
  elements: number;
  highlights: number;
}

declare global {
  interface Window {
    probe: {
      find(): Found;
      /**
       * Whether just this has been shown for a while, and nothing in the document has changed either.
       * @param elements whether marks must have become elements meanwhile, or had all the time for it
       */
      rests(wanted: Shown, elements: boolean): boolean;
      /** Mutation records since the page began, whoever caused them. */
      records: number;
      /** Every text that the article, once parsed, had at the beginning of a frame since the last call. */
      takeFrames(): string[];
      /** Whether the page has come back from the browser's cache of whole pages. */
      persisted: boolean;
      /** The first heading that the parser made: hydration must keep it. */
      heading: Element | null;
    };
  }
}

/** Runs in the page before its own scripts. */
function install(): void {
  const BLOCKS = 'article :is(h1, p, li, [contenteditable])';
  /** Longer than the bursts in which a page's changes are looked at. */
  const REST = 300;
  /** Longer than the second of rest after which a page gets its elements. */
  const FIRST_REST = 1400;
  let changedAt = performance.now();
  let last = '';
  let frames = new Set<string>();

  interface Part {
    range: Range;
    text: string;
    name: string;
    dotted: boolean;
    element: boolean;
  }

  const elementParts = (): Part[] =>
    [...document.querySelectorAll('daftar-mark')].map(element => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const name = `element ${element.getAttribute('data-m')}`;
      const dotted = getComputedStyle(element).textDecorationStyle === 'dotted';
      return { range, text: element.textContent ?? '', name, dotted, element: true };
    });

  let stale = 0;
  const highlightParts = (): Part[] => {
    stale = 0;
    const parts: Part[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>) {
      if (!name.startsWith('daftar-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const parent = startContainer.parentElement;
        if (!parent?.isConnected || !endContainer.isConnected) {
          stale++;
          continue;
        }
        const range = document.createRange();
        try {
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
        } catch {
          // The text has become shorter than the range.
          stale++;
          continue;
        }
        const dotted = getComputedStyle(parent, `::highlight(${name})`).textDecorationStyle === 'dotted';
        parts.push({ range, text: range.toString(), name, dotted, element: false });
      }
    }
    return parts;
  };

  /** Parts of one mark: elements have the same id; ranges of one look follow each other without a letter between. */
  const belongTogether = (a: Part, b: Part): boolean => {
    if (a.name !== b.name) return false;
    if (a.element) return true;
    if (a.range.compareBoundaryPoints(Range.START_TO_END, b.range) > 0) return false;
    const between = document.createRange();
    between.setStart(a.range.endContainer, a.range.endOffset);
    between.setEnd(b.range.startContainer, b.range.startOffset);
    return between.toString() === '';
  };

  const textOf = (element: Element): string => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      text += node.nodeType === Node.TEXT_NODE ? (node as Text).data : node.nodeName === 'BR' ? '\n' : '';
    return text;
  };

  const find = (): Found => {
    const parts = [...elementParts(), ...highlightParts()].sort((a, b) =>
      a.range.compareBoundaryPoints(Range.START_TO_START, b.range),
    );
    const marks: Part[] = [];
    for (const part of parts) {
      const before = marks.at(-1);
      if (before && belongTogether(before, part)) marks[marks.length - 1] = { ...part, text: before.text + part.text };
      else marks.push(part);
    }
    const bare = (text: string) => text.replace(/\s+/g, '');
    const blocks = [...document.querySelectorAll(BLOCKS)].map(textOf);
    const all = bare([...document.querySelectorAll('article')].map(textOf).join(''));
    const told = bare(blocks.join(''));
    return {
      blocks,
      statements: marks.filter(({ dotted }) => !dotted).map(({ text }) => text),
      entities: marks.filter(({ dotted }) => dotted).map(({ text }) => text),
      loose: all === told ? '' : all,
      stale,
      elements: marks.filter(({ element }) => element).length,
      highlights: marks.filter(({ element }) => !element).length,
    };
  };

  window.probe = {
    find,
    records: 0,
    heading: null,
    persisted: false,
    rests(wanted, elements) {
      const found = find();
      const now = JSON.stringify(found);
      if (now !== last) changedAt = performance.now();
      last = now;
      return (
        performance.now() - changedAt >= (elements && found.elements === 0 ? FIRST_REST : REST) &&
        (!wanted.statements || JSON.stringify(found.statements) === JSON.stringify(wanted.statements)) &&
        JSON.stringify(found.blocks) === JSON.stringify(wanted.blocks)
      );
    },
    takeFrames() {
      const texts = [...frames];
      frames = new Set();
      return texts;
    },
  };
  new MutationObserver(records => {
    window.probe.records += records.length;
    changedAt = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  document.addEventListener('DOMContentLoaded', () => {
    window.probe.heading = document.querySelector('h1');
    requestAnimationFrame(watch);
  });
  addEventListener('pageshow', event => {
    window.probe.persisted = event.persisted;
  });
  const watch = () => {
    frames.add(document.querySelector('article')?.textContent ?? '');
    requestAnimationFrame(watch);
  };
}

/** Puts the probe into every document that the page will open. */
export const addProbe = (page: Page) => page.evaluateOnNewDocument(install);

/**
 * Waits until the page shows just this and has come to rest; fails with what it shows instead.
 * @param elements whether to wait for marks to become elements, as they do on a page that has rested
 */
export async function expectShown(page: Page, wanted: Shown, step: string, elements = false): Promise<void> {
  const rests = page.waitForFunction(
    (shown: Shown, hardened: boolean) => window.probe.rests(shown, hardened),
    { polling: 50, timeout: 8_000 },
    wanted,
    elements,
  );
  const timedOut = await rests.then(
    () => false,
    () => true,
  );
  const { blocks, statements, entities, loose, stale } = await page.evaluate(() => window.probe.find());
  // An entity is marked at one mention only.
  const twice = entities.filter((words, i) => entities.indexOf(words) < i);
  const clean = { loose: '', stale: 0, twice: [] };
  expect({ blocks, statements, loose, stale, twice }, step).toEqual({ statements, ...wanted, ...clean });
  if (timedOut) expect.fail(`${step}: the page shows what it should, but does not come to rest.`);
}
