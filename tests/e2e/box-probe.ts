/** Where everything of a page stands, and how far its marks have come. */
import type { Page } from 'puppeteer-core';

/** An element's number and name, and its border box in CSS pixels from the corner of its own window. */
type Box = [name: string, x: number, y: number, width: number, height: number];

export interface Layout {
  boxes: Box[];
  /** How many marks there are of either kind. */
  elements: number;
  highlights: number;
}

declare global {
  interface Window {
    layOut(): Layout;
  }
}

/** Runs in the page: all elements but ours, in open shadow roots and in frames of the page's own too. */
function install(): void {
  window.layOut = () => {
    const layout: Layout = { boxes: [], elements: 0, highlights: 0 };
    const visit = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.localName === 'daftar-mark') layout.elements++;
        if (element.localName.startsWith('daftar-')) continue;
        const { x, y, width, height } = element.getBoundingClientRect();
        layout.boxes.push([`${layout.boxes.length} ${element.localName}`, x, y, width, height]);
        if (element.shadowRoot) visit(element.shadowRoot);
        const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
        if (inner) visit(inner);
      }
      if (root.nodeType !== Node.DOCUMENT_NODE) return;
      const registry = (root as Document).defaultView?.CSS.highlights as unknown as Map<string, Set<unknown>>;
      for (const highlight of registry.values()) layout.highlights += highlight.size;
    };
    visit(document);
    return layout;
  };
}

/** Puts `layOut` into every document that the page will open. */
export const addLayOut = (page: Page) => page.evaluateOnNewDocument(install);

export const layoutOf = (page: Page): Promise<Layout> => page.evaluate(() => window.layOut());

/** Half a pixel is what a reader may see. */
const SEEN = 0.5;

/** The elements that stand elsewhere than before, with how far each side has moved. */
export function moved(before: Layout, after: Layout): string[] {
  if (before.boxes.length !== after.boxes.length)
    return [`${before.boxes.length} elements, then ${after.boxes.length}`];
  return after.boxes.flatMap(([name, ...now], i) => {
    const [, ...then] = before.boxes[i] as Box;
    const by = now.map((side, j) => side - (then[j] as number));
    return by.some(side => Math.abs(side) >= SEEN) ? [`${name}: ${by.map(side => side.toFixed(2)).join(' ')}`] : [];
  });
}

/** Waits for the first marks, which mostly are highlights. */
export const marksAreShown = (page: Page) =>
  page.waitForFunction(
    () => {
      const { elements, highlights } = window.layOut();
      return elements + highlights > 0;
    },
    { polling: 50 },
  );

/** Waits until nothing about the marks changes any more: they become elements after a second of rest, if at all. */
export const marksAreAtRest = (page: Page) =>
  page.waitForFunction(
    () => {
      const own = window as unknown as { restsSince?: number; marksThen?: string };
      const { elements, highlights } = window.layOut();
      const marks = `${elements} ${highlights}`;
      if (own.marksThen !== marks) own.restsSince = performance.now();
      own.marksThen = marks;
      return performance.now() - (own.restsSince ?? 0) > (elements === 0 ? 2500 : 500);
    },
    { polling: 50 },
  );
