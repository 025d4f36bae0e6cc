/**
 * The page as one flat list, made in one pass: all that may be read, with what each element is by itself. Whatever is asked
 * afterwards (does it hold a trigger, where is the article, what are its passages) goes through the list and not the page.
 */
import { DEEPEST, type Inside, walkThrough } from './composed.ts';
import type { Steps } from './slices.ts';
import { isPlain, NEVER, TEXT, traitsOf } from './traits.ts';

/** The nodes under an element and itself, in the order of the page, each with its index in all of these lists. */
export interface PageRecord {
  nodes: (Element | Text)[];
  /** `TEXT`, or what an element is; see `traits.ts`. */
  traits: number[];
  /** Where what is inside an element ends; nothing is inside what is never read. */
  ends: number[];
  /** Of text nodes the text as it was; else empty. */
  texts: string[];
  /** Of text nodes the number of characters without white space at their ends. */
  lengths: number[];
}

/** Makes the record in steps, in time in proportion to what is in the element. The element itself is the first. */
export function* recordPage(root: Element): Steps<PageRecord> {
  const record: PageRecord = { nodes: [], traits: [], ends: [], texts: [], lengths: [] };
  const { nodes, traits, ends, texts, lengths } = record;
  const open: number[] = [];
  /** The panels that a heading's button opens: they are read, hidden or not. */
  const opened = new Set<string>();

  function add(node: Element | Text, own: number, text: string, length: number): number {
    const at = nodes.length;
    nodes.push(node);
    traits.push(own);
    ends.push(at + 1);
    texts.push(text);
    lengths.push(length);
    return at;
  }

  function read(node: Text) {
    const { data } = node;
    add(node, TEXT, data, lengthOfWords(data));
  }

  function leave() {
    ends[open.pop() as number] = nodes.length;
  }
  const plain: Inside<null> = { place: null, leave, isPlain: true };
  const other: Inside<null> = { place: null, leave };

  function enter(element: Element, _: null, depth: number): Inside<null> | null {
    const own = depth > DEEPEST ? NEVER : traitsOf(element);
    const at = add(element, own, '', 0);
    if (own !== 0) {
      if (own & NEVER && !(opened.size > 0 && depth <= DEEPEST && opened.has(element.id))) return null;
      const panel = element.localName === 'button' && element.getAttribute('aria-controls');
      if (panel) opened.add(panel);
    }
    open.push(at);
    return isPlain(element) ? plain : other;
  }

  open.push(add(root, traitsOf(root), '', 0));
  yield* walkThrough(root, null, read, enter);
  leave();
  return record;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 11);

/** The characters of a text without the white space at its ends. */
function lengthOfWords(text: string): number {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end - start;
}

/**
 * Goes through what is recorded inside an element, in steps.
 * @param from the element's index
 * @param read called with each text node's index and what its element hands down
 * @param enter called with the index of each element that has any traits; gives what is inside, or null to leave it out
 */
export function* replay<P>(
  { traits, ends }: PageRecord,
  from: number,
  place: P,
  read: (at: number, place: P) => void,
  enter: (at: number, place: P) => Inside<P> | null,
): Steps<void> {
  const open: { end: number; inside: Inside<P> }[] = [];
  const last = ends[from] as number;
  let here: { end: number; inside: Inside<P> } = { end: last, inside: { place } };
  for (let at = from + 1, steps = 1; ; steps++) {
    if (steps % PER_STEP === 0) yield;
    while (at === here.end) {
      here.inside.leave?.();
      const outer = open.pop();
      if (!outer) return;
      here = outer;
    }
    const own = traits[at] as number;
    if (own === TEXT) read(at++, here.inside.place);
    else if (own === 0) at++;
    else {
      const inside = enter(at, here.inside.place);
      const end = ends[at] as number;
      if (!inside) at = end;
      else {
        at++;
        open.push(here);
        here = { end, inside };
      }
    }
  }
}

/** So many nodes are gone through from one pause to the next. */
const PER_STEP = 32;
