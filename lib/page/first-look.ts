/** The cheap test that most pages fail, before anything on them is judged: one pass over the text, line by line. */
import { DEEPEST, type Inside, walkThrough } from './composed.ts';
import { isBlock, isNeverRead, partByName } from './exclusions.ts';
import { isNoteMark } from './links.ts';
import type { Steps } from './slices.ts';

/**
 * Whether any line under `root` passes the test. All that may be read as a passage is in these lines, and more: what is
 * hidden, and the parts beside the article, which are left to the judgement that follows.
 * @param test told a line of text, its white space as it stands in the page
 */
export function* walkForFirst(root: Element, test: (line: string) => boolean): Steps<boolean> {
  /** The panels that a heading's button opens: they are read, hidden or not. */
  const opened = new Set<string>();
  let line = '';
  let found = false;

  function close() {
    found ||= line !== '' && test(line);
    line = '';
  }

  function enter(element: Element, _: null, depth: number): Inside<null> | null {
    if (found || depth > DEEPEST || isNoteMark(element, null)) return null;
    const block = isBlock(element);
    // A part with a name may be a line of its own, or be left out: the words beside it end there.
    const apart = block || element.localName === 'br' || partByName(element) !== null;
    if (isNeverRead(element) && !opened.has(element.id)) {
      if (apart) close();
      return null;
    }
    if (element.localName === 'button') opened.add(element.getAttribute('aria-controls') ?? '');
    if (!apart) return { place: null };
    close();
    return { place: null, leave: close };
  }

  function read(node: Text) {
    line += node.data;
  }

  const steps = walkThrough(root, null, read, enter);
  while (!found && !steps.next().done) yield;
  close();
  return found;
}
