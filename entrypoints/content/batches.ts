/** Cuts a page's passages into batches, what is on screen first. */
import type { PagePassage } from '@/lib/page/passages';

/** Longer messages block the page while they are sent (measured: 1 MB takes 12 ms, 50 KB half a millisecond). */
const BATCH_LENGTH = 64 * 1024;

/** Batches of at most 64 K characters; a single longer passage makes one of its own. Order inside is that of the page. */
export function cutBatches(passages: readonly PagePassage[], windowHeight: number): PagePassage[][] {
  const onScreen = (passage: PagePassage) => {
    const box = passage.block.getBoundingClientRect();
    return box.bottom > 0 && box.top < windowHeight;
  };
  // One batch needs no order, and asking for boxes would cost a layout.
  const total = passages.reduce((sum, { text }) => sum + text.length, 0);
  const ordered =
    total <= BATCH_LENGTH ? passages : [...passages].sort((a, b) => Number(onScreen(b)) - Number(onScreen(a)));
  const batches: PagePassage[][] = [];
  let room = 0;
  for (const passage of ordered) {
    if (passage.text.length > room || batches.length === 0) {
      batches.push([]);
      room = BATCH_LENGTH;
    }
    batches.at(-1)?.push(passage);
    room -= passage.text.length;
  }
  return batches.map(batch => batch.sort((a, b) => a.id - b.id));
}
