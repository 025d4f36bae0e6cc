// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { PaintRange } from '@/lib/page/painter';
import { anchorOf, idsInOrder } from './places';
import { createShown } from './shown';

const range = (id: string, start = 0, end = 3, first = true): PaintRange => ({ id, start, end, first });
const textIn = (element: Element, text: string) => element.appendChild(document.createTextNode(text));

function shownIn(entries: [Text, PaintRange[]][]) {
  const shown = createShown();
  for (const [node, ranges] of entries) shown.add(node, ranges);
  return shown;
}

/** jsdom lays nothing out: a range's boxes are made up from its offsets. */
Range.prototype.getClientRects = function (this: Range) {
  return [
    new DOMRect(this.startOffset * 10, 0, (this.endOffset - this.startOffset) * 10, 20),
  ] as unknown as DOMRectList;
};
describe('idsInOrder', () => {
  it('follows the page through shadow roots, whatever order the marks came in', () => {
    document.body.replaceChildren();
    const add = (name: string) => document.body.appendChild(document.createElement(name));
    const [before, host, after] = [add('p'), add('div'), add('p')];
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    const shown = shownIn([
      [textIn(after, 'three'), [range('d')]],
      [textIn(inner, 'two'), [range('c')]],
      [textIn(before, 'one one'), [range('a'), range('b', 4, 7)]],
    ]);
    expect(idsInOrder(shown)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('counts a mark of several parts once, and none that has left the page', () => {
    document.body.replaceChildren();
    const one = textIn(document.body, 'one');
    const other = textIn(document.body, 'two');
    const gone = document.createTextNode('gone');
    const shown = shownIn([
      [one, [range('a')]],
      [other, [range('a', 0, 3, false)]],
      [gone, [range('x')]],
    ]);
    expect(idsInOrder(shown)).toEqual(['a']);
  });
});

describe('anchorOf', () => {
  it('measures a highlight by its words, and an element by itself once there is one', () => {
    document.body.replaceChildren();
    const node = textIn(document.body, 'about 41 million');
    const shown = shownIn([[node, [range('a', 6, 16)]]]);
    const elements: HTMLElement[] = [];
    const anchor = anchorOf('a', shown, () => elements);
    expect(anchor).toMatchObject({ text: '41 million', element: null });
    expect(anchor?.reference.getBoundingClientRect()).toMatchObject({ left: 60, width: 100 });
    const element = document.createElement('b');
    element.getClientRects = () => [new DOMRect(5, 6, 7, 8)] as unknown as DOMRectList;
    elements.push(element);
    expect(anchor?.reference.getBoundingClientRect()).toMatchObject({ left: 5, top: 6, width: 7, height: 8 });
  });

  it('joins the parts of a mark in several nodes, and loses those that go', () => {
    document.body.replaceChildren();
    const [one, two, three] = [...'abc'].map(text => textIn(document.body, `${text}${text}${text}`)) as [
      Text,
      Text,
      Text,
    ];
    const shown = shownIn([
      [one, [range('a')]],
      [two, [range('a', 0, 2, false), range('b', 2, 3)]],
      [three, [range('b', 0, 1, false)]],
    ]);
    expect(anchorOf('a', shown, () => [])?.text).toBe('aaabb');
    expect(anchorOf('b', shown, () => [])?.text).toBe('bc');
    shown.remove(two);
    expect(anchorOf('a', shown, () => [])?.text).toBe('aaa');
    expect(anchorOf('b', shown, () => [])?.text).toBe('c');
  });

  it('keeps the last place of a mark that has gone', () => {
    document.body.replaceChildren();
    const node = textIn(document.body, 'about 41 million');
    const shown = shownIn([[node, [range('a', 6, 16)]]]);
    const anchor = anchorOf('a', shown, () => []);
    anchor?.reference.getClientRects();
    shown.remove(node);
    expect(anchor?.reference.getBoundingClientRect()).toMatchObject({ left: 60, width: 100 });
    expect(anchorOf('a', shown, () => [])).toBeNull();
  });
});
