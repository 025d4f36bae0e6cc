/** Cuts a page's passages into batches, what is on screen first. */
import type { PagePassage } from '@/lib/page/passages';

/**
 * Characters of a batch. A longer one blocks the page while its answer is taken apart, which holds all that the popovers
 * show: some twenty times the text where much is marked.
 */
const BATCH_LENGTH = 8 * 1024;

/**
 * Batches of at most 8 K characters; a single longer passage makes one of its own. The first one begins with what is on
 * screen, and what is further up comes last. Order inside is that of the page.
 */
export function cutBatches(passages: readonly PagePassage[]): PagePassage[][] {
  // One batch needs no order.
  const total = passages.reduce((sum, { text }) => sum + text.length, 0);
  const first = total <= BATCH_LENGTH ? 0 : firstOnScreen(passages);
  return [...cut(passages.slice(first)), ...cut(passages.slice(0, first))];
}

function cut(passages: readonly PagePassage[]): PagePassage[][] {
  const batches: PagePassage[][] = [];
  let room = 0;
  for (const passage of passages) {
    if (passage.text.length > room || batches.length === 0) {
      batches.push([]);
      room = BATCH_LENGTH;
    }
    batches.at(-1)?.push(passage);
    room -= passage.text.length;
  }
  return batches;
}

/**
 * The first passage that is not above the window. Found by halving, so that few blocks are asked for their box: on a page
 * whose columns do not go downwards it is about right.
 */
function firstOnScreen(passages: readonly PagePassage[]): number {
  const window = passages[0]?.block.ownerDocument.defaultView;
  // On a page that has not been scrolled nothing need be asked.
  if (!window || window.scrollY === 0) return 0;
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = passages[middle]?.block.getBoundingClientRect();
    if (box && box.bottom <= 0) low = middle + 1;
    else high = middle;
  }
  return low === passages.length ? 0 : low;
}
