// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MARK_STYLES } from '@/lib/settings';
import { createLooks, type Look } from './looks';

const LOOKS: Look[] = ['agrees', 'agrees-with-some', 'differs', 'dated', 'context', 'entity'];

let controller: AbortController;
let theirs: CSSStyleSheet;
const replaceSync = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync');

beforeEach(() => {
  theirs = new CSSStyleSheet();
  document.adoptedStyleSheets = [theirs];
  controller = new AbortController();
  replaceSync.mockClear();
});

function adopt() {
  const looks = createLooks(controller.signal);
  looks.adopt(document);
  return { ...looks, css: replaceSync.mock.lastCall?.[0] ?? '' };
}
/** The underline that a mark with this id gets. */
const underlineOf = (css: string, id: string) =>
  [...css.matchAll(/\[data-m\^="(\w)"\]\{text-decoration:underline ([^!]+)!/g)].find(([, letter]) =>
    id.startsWith(letter ?? '-'),
  )?.[2];

describe('createLooks', () => {
  it('adds one sheet beside the page’s own, and takes just that out on abort', () => {
    adopt();
    expect(document.adoptedStyleSheets).toHaveLength(2);
    expect(document.adoptedStyleSheets[0]).toBe(theirs);
    controller.abort();
    expect(document.adoptedStyleSheets).toEqual([theirs]);
  });

  it('adds it once to each root, and to shadow roots and frames too', () => {
    const { adopt: again } = adopt();
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [];
    again(document);
    again(root);
    expect(document.adoptedStyleSheets).toHaveLength(2);
    expect(root.adoptedStyleSheets).toEqual([document.adoptedStyleSheets[1]]);
    controller.abort();
    expect(root.adoptedStyleSheets).toEqual([]);
  });

  it('draws highlights of a look as its elements are drawn', () => {
    const { makeId, nameOf, css } = adopt();
    for (const look of LOOKS) {
      const id = makeId(look);
      expect(css).toContain(`::highlight(${nameOf(id)}){text-decoration:underline ${underlineOf(css, id)};`);
    }
  });

  it('gives each look an underline of its own shape or width', () => {
    const { makeId, css } = adopt();
    const shapes = LOOKS.map(look => underlineOf(css, makeId(look))?.replace(/#\w+$/, '').trim());
    expect(shapes).not.toContain(undefined);
    expect(new Set(shapes).size).toBe(LOOKS.length);
  });

  it('never gives an id twice', () => {
    const { makeId } = adopt();
    expect(new Set(Array.from({ length: 200 }, () => makeId('agrees'))).size).toBe(200);
  });

  it('gives ids that do not name the look', () => {
    const { makeId } = adopt();
    for (const look of LOOKS) expect(makeId(look)).toMatch(/^[b-z][0-9a-f]{8}$/);
  });

  it('draws the letters anew for each page', () => {
    const letters = Array.from({ length: 30 }, () => adopt().makeId('differs')[0]);
    expect(new Set(letters).size).toBeGreaterThan(1);
  });

  it('says nothing to a printer and keeps to the system’s colours where they are forced', () => {
    const { css } = adopt();
    expect(css).toMatch(/@media print\{daftar-mark\[data-m\]\{text-decoration:none/);
    expect(css).toMatch(/@media \(forced-colors:active\)\{daftar-mark\[data-m\]\{text-decoration-color:LinkText/);
  });

  it.each(MARK_STYLES)('tells all looks apart by shape or width, and moves no words: %s', style => {
    const { makeId, setStyle } = adopt();
    setStyle(style);
    const css = replaceSync.mock.lastCall?.[0] ?? '';
    const shapes = LOOKS.map(look => underlineOf(css, makeId(look))?.replace(/#\w+$/, '').trim());
    expect(new Set(shapes).size).toBe(LOOKS.length);
    expect(css).not.toMatch(/[{;](?:font|padding|margin|border(?!-radius)|letter-spacing|display:(?!inline))/);
  });

  it('changes the sheet that pages have adopted already, and colours words only in a style that does', () => {
    const { setStyle } = adopt();
    const before = [...document.adoptedStyleSheets];
    setStyle('strong');
    expect(replaceSync.mock.lastCall?.[0]).toContain('background-color:#ffef9f');
    setStyle('underline');
    expect(replaceSync.mock.lastCall?.[0]).not.toContain('background-color:#');
    expect([...document.adoptedStyleSheets]).toEqual(before);
  });
});
