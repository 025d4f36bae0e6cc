// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { readSelection } from './selection';

Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

afterEach(() => {
  document.body.innerHTML = '';
  (document.activeElement as HTMLElement | null)?.blur();
});

/** Selects from “[” to “]” in the page, and takes both out. */
function select(html: string): void {
  document.body.innerHTML = html;
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const from = node.data.indexOf('[');
    if (from >= 0) {
      node.deleteData(from, 1);
      range.setStart(node, from);
    }
    const to = node.data.indexOf(']');
    if (to >= 0) {
      node.deleteData(to, 1);
      range.setEnd(node, to);
    }
  }
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}
const read = () => {
  const selection = readSelection(document);
  return selection && [selection.text, selection.text.slice(selection.selected.start, selection.selected.end)];
};

describe('a selection', () => {
  it.each([
    ['words of a paragraph', '<p>One [two] three.</p>', 'One two three.', 'two'],
    ['white space collapsed', '<p>One\n   [two   three]\n four.</p>', 'One two three four.', 'two three'],
    ['through inline elements and marks', '<p>A <b>b[c</b> <i>d]e</i>.</p>', 'A bc de.', 'c d'],
    ['over two paragraphs: the first', '<p>One [two.</p><p>Three] four.</p>', 'One two.', 'two.'],
    ['that begins at the end of another', '<p>One.[</p><p>Two] three.</p>', 'Two three.', 'Two'],
    ['in a right-to-left text', '<p dir="rtl">او گفت [۴۱ میلیون] نفر.</p>', 'او گفت ۴۱ میلیون نفر.', '۴۱ میلیون'],
  ])('is read in its block: %s', (_, html, text, words) => {
    select(html);
    expect(read()).toEqual([text, words]);
  });

  it.each([
    ['nothing', '<p>One []two.</p>'],
    ['signs only', '<p>One [– ] two.</p>'],
    ['a script', '<script type="text/plain">let [one] = 1;</script>'],
    ['what is ours', '<daftar-popover>[Ours]</daftar-popover>'],
  ])('is none: %s', (_, html) => {
    select(html);
    expect(read()).toBeNull();
  });

  it('is not read where somebody writes', () => {
    select('<p>One [two] three.</p><textarea></textarea>');
    document.querySelector('textarea')?.focus();
    expect(read()).toBeNull();
    document.querySelector('textarea')?.blur();
    const paragraph = document.querySelector('p') as HTMLElement;
    // jsdom does not know what can be edited.
    Object.defineProperty(paragraph, 'isContentEditable', { value: true });
    expect(read()).toBeNull();
  });

  it('is cut where it is too long', () => {
    select(`<p>[${'word '.repeat(400)}]</p>`);
    expect(read()?.[1]).toHaveLength(600);
  });
});
