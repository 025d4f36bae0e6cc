// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type BoxedPassage, createNoteBoxes, type NoteBoxes } from './note-boxes';
import { putNoteHost } from './note-host';

const LINE = { left: 40, top: 100, right: 240, bottom: 120, width: 200, height: 20 };

/** What jsdom lacks. */
class Rect {
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  constructor(left = 0, top = 0, width = 0, height = 0) {
    [this.left, this.top, this.width, this.height] = [left, top, width, height];
    [this.right, this.bottom] = [left + width, top + height];
  }
}

let controller: AbortController;
let root: ShadowRoot;
let boxes: NoteBoxes;
const open = vi.fn();
const onStale = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  document.body.innerHTML = '<p>Two wells gave water.</p><p dir="rtl">یک چاه آب داد.</p>';
  // jsdom lays nothing out: every range has one line, in the window.
  vi.stubGlobal('DOMRect', Rect);
  Object.assign(Range.prototype, { getClientRects: () => [LINE], getBoundingClientRect: () => LINE });
  Object.assign(document, { elementFromPoint: () => null });
  controller = new AbortController();
  ({ root } = putNoteHost(document));
  boxes = createNoteBoxes(root, 'Your notes', open, onStale, controller.signal);
});
afterEach(() => {
  controller.abort();
  root.host.remove();
  vi.unstubAllGlobals();
});

const paragraph = (i: number) => document.querySelectorAll('p')[i]?.firstChild as Text;
const passage = (id: string, at = 0): BoxedPassage => ({
  id,
  label: `Your note on ${id}`,
  moved: false,
  parts: [{ node: paragraph(at), start: 0, end: 9 }],
});
const handles = () => [...root.querySelectorAll('button')];

it('names each handle and draws each line', () => {
  boxes.show([passage('a'), { ...passage('b', 1), moved: true }]);
  expect(handles().map(handle => handle.getAttribute('aria-label'))).toEqual(['Your note on a', 'Your note on b']);
  expect(root.querySelectorAll('.line')).toHaveLength(2);
  expect(root.querySelectorAll('.moved .line')).toHaveLength(1);
});

it('puts the handle where the line begins, on the right in right-to-left text, and several in a row', () => {
  boxes.show([passage('a'), passage('b'), passage('c', 1)]);
  expect(handles().map(({ style }) => Number.parseInt(style.left, 10))).toEqual([37, 61, 226]);
});

it('shows what it was given last, and nothing after its end', () => {
  boxes.show([passage('a')]);
  boxes.show([passage('b')]);
  expect(handles()).toHaveLength(1);
  controller.abort();
  expect(handles()).toHaveLength(0);
});

it('does not open for a click that a script makes', () => {
  boxes.show([passage('a')]);
  handles()[0]?.click();
  const { left, top } = LINE;
  document.dispatchEvent(new MouseEvent('click', { clientX: left, clientY: top, detail: 1 }));
  expect(open).not.toHaveBeenCalled();
});

it('draws no box around words that the page has changed, and tells of them', () => {
  boxes.show([passage('a')]);
  paragraph(0).data = 'No well gave anything.';
  window.dispatchEvent(new Event('resize'));
  expect(root.querySelectorAll('.line')).toHaveLength(0);
  expect(onStale).toHaveBeenCalled();
});

it.each(['ltr', 'rtl'])('has no accessibility violations (%s)', async dir => {
  document.documentElement.dir = dir;
  boxes.show([passage('a'), passage('b', 1)]);
  // A closed root hides from axe as it does from the page: what is in it is looked at outside.
  const group = root.firstElementChild?.cloneNode(true) as Element;
  document.body.append(group);
  const { violations } = await axe.run(group, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  document.documentElement.removeAttribute('dir');
});
