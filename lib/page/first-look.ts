/** The cheap test that most pages fail, before anything on them is judged: one look at the recorded text, line by line. */
import type { Inside } from './composed.ts';
import { isNoteMark } from './links.ts';
import { type PageRecord, replay } from './record.ts';
import type { Steps } from './slices.ts';
import { BLOCK, NAMED, NEVER } from './traits.ts';

/**
 * Whether any line of a record passes the test. All that may be read as a passage is in these lines, and more: what is
 * hidden, and the parts beside the article, which are left to the judgement that follows.
 * @param test told a line of text, its white space as it stands in the page
 */
export function* lookForFirst(record: PageRecord, test: (line: string) => boolean): Steps<boolean> {
  const { nodes, traits, ends, texts } = record;
  let line = '';
  let found = false;

  function close() {
    found ||= line !== '' && test(line);
    line = '';
  }
  const inline: Inside<null> = { place: null };
  const apart: Inside<null> = { place: null, leave: close };

  function enter(at: number): Inside<null> | null {
    const element = nodes[at] as Element;
    if (found || isNoteMark(element, '')) return null;
    const own = traits[at] as number;
    // A part with a name may be a line of its own, or be left out: the words beside it end there.
    const isApart = (own & (BLOCK | NAMED)) !== 0 || element.localName === 'br';
    if (isApart) close();
    // A panel that a heading's button opens is read all the same.
    if (own & NEVER && ends[at] === at + 1) return null;
    return isApart ? apart : inline;
  }

  function read(at: number) {
    line += texts[at];
  }

  const steps = replay(record, 0, null, read, enter);
  while (!found && !steps.next().done) yield;
  close();
  return found;
}
