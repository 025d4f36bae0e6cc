// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { PagePassage } from '@/lib/page/passages';
import { cutBatches } from './batches';

const K = 1024;

/** A passage of so many characters whose block stands at this height of the window. */
function passage(id: number, length: number, top = 0): PagePassage {
  const block = document.createElement('p');
  block.getBoundingClientRect = vi.fn(() => ({ top, bottom: top + 20 }) as DOMRect);
  return { id, block, heading: false, text: 'x'.repeat(length), pieces: [] };
}

const ids = (batches: PagePassage[][]) => batches.map(batch => batch.map(({ id }) => id));
const WINDOW = 600;

describe('cutBatches', () => {
  it('makes one batch of a page that fits, without asking for places', () => {
    const passages = [passage(0, 10 * K), passage(1, 54 * K)];
    expect(ids(cutBatches(passages, WINDOW))).toEqual([[0, 1]]);
    expect(passages[0]?.block.getBoundingClientRect).not.toHaveBeenCalled();
  });

  it('puts what is on screen first, in the page’s order within a batch', () => {
    const passages = [
      passage(0, 40 * K, -900),
      passage(1, 30 * K, 700),
      passage(2, 30 * K, 300),
      passage(3, 30 * K, 10),
    ];
    expect(ids(cutBatches(passages, WINDOW))).toEqual([[2, 3], [0], [1]]);
  });

  it('lets no batch pass 64 K, and gives a longer passage one of its own', () => {
    const passages = [passage(0, 30 * K), passage(1, 70 * K), passage(2, 30 * K), passage(3, 34 * K), passage(4, 1)];
    expect(ids(cutBatches(passages, WINDOW))).toEqual([[0], [1], [2, 3], [4]]);
  });

  it('does not change the order of the list that it is given', () => {
    const passages = [passage(0, 40 * K, 900), passage(1, 40 * K, 0)];
    cutBatches(passages, WINDOW);
    expect(passages.map(({ id }) => id)).toEqual([0, 1]);
  });

  it('makes no batch of nothing', () => {
    expect(cutBatches([], WINDOW)).toEqual([]);
  });
});
