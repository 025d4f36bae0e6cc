// Whole pages as sites build them, each with what must be read of it: nothing less, nothing twice, nothing else. The pages
// are written for this test; what stands in the file beside each was written with it, not taken from what is read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { findPageDate, findTitle } from './page-facts';
import { findArticle, findPassages } from './passages';

interface Expected {
  address: string;
  title: string;
  date: string | null;
  /** The passages, in order. */
  read: string[];
}

const FOLDER = join(import.meta.dirname, '../../tests/pages/layouts');
const names = readdirSync(FOLDER)
  .filter(file => file.endsWith('.html'))
  .map(file => file.replace('.html', ''));

/** What browsers do with declarative shadow roots and with `srcdoc`, and jsdom does not. */
function complete(root: Document | ShadowRoot): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = (template.parentElement as Element).attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    complete(shadow);
  }
  for (const frame of root.querySelectorAll('iframe')) {
    if (frame.dataset.origin === 'other') Object.defineProperty(frame, 'contentDocument', { value: null });
    else if (frame.hasAttribute('srcdoc')) {
      const inner = frame.contentDocument as Document;
      inner.open();
      inner.write(frame.getAttribute('srcdoc') ?? '');
      inner.close();
      complete(inner);
    }
  }
}

/** A stand-in for layout, which jsdom has none of. */
const UNSEEN = '[hidden], details:not([open]) > :not(summary), [style*="display: none"], [style*="display:none"]';

function open(name: string): { document: Document; expected: Expected } {
  const expected = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Expected;
  const { window } = new JSDOM(readFileSync(join(FOLDER, `${name}.html`), 'utf8'), { url: expected.address });
  window.Element.prototype.checkVisibility = function (this: Element) {
    return this.closest(UNSEEN) === null;
  };
  complete(window.document);
  return { document: window.document, expected };
}

describe.each(names)('%s', name => {
  const { document, expected } = open(name);
  const article = findArticle(document);

  it('is read in full, once, and nothing else', () => {
    expect(findPassages(article).map(({ text }) => text)).toEqual(expected.read);
  });

  it('tells its title', () => {
    expect(findTitle(document, article)).toBe(expected.title);
  });

  it('tells its date', () => {
    expect(findPageDate(document, article, expected.address)).toBe(expected.date);
  });
});
