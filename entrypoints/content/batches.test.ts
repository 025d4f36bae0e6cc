// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PagePassage } from '@/lib/page/passages';
import { cutBatches } from './batches';

/** A sixteenth of what a batch takes. */
const PART = 512;

/** How often a block was asked for its box. */
const asked = vi.fn();

/** A passage of so many characters whose block stands at this height of the window. */
function passage(id: number, length: number, top = 0): PagePassage {
  const block = document.createElement('p');
  block.getBoundingClientRect = () => {
    asked();
    return { top, bottom: top + 20 } as DOMRect;
  };
  return { id, block, heading: false, text: 'x'.repeat(length), parts: [] };
}

const ids = (batches: PagePassage[][]) => batches.map(batch => batch.map(({ id }) => id));
const scrollTo = (y: number) => vi.spyOn(window, 'scrollY', 'get').mockReturnValue(y);

afterEach(() => {
  vi.restoreAllMocks();
  asked.mockClear();
});

describe('cutBatches', () => {
  it('makes one batch of a page that fits, without asking for places', () => {
    scrollTo(500);
    expect(ids(cutBatches([passage(0, 2 * PART), passage(1, 14 * PART)]))).toEqual([[0, 1]]);
    expect(asked).not.toHaveBeenCalled();
  });

  it('asks for no places where the page has not been scrolled', () => {
    const passages = [passage(0, 10 * PART), passage(1, 10 * PART, 300), passage(2, 5 * PART, 600)];
    expect(ids(cutBatches(passages))).toEqual([[0], [1, 2]]);
    expect(asked).not.toHaveBeenCalled();
  });

  it('begins with what is on screen, and ends with what is above it', () => {
    scrollTo(900);
    const passages = [
      passage(0, 9 * PART, -900),
      passage(1, 9 * PART, -400),
      passage(2, 8 * PART, -10),
      passage(3, 8 * PART, 300),
      passage(4, 8 * PART, 700),
    ];
    expect(ids(cutBatches(passages))).toEqual([[2, 3], [4], [0], [1]]);
  });

  it('asks few of many blocks', () => {
    scrollTo(900);
    cutBatches(Array.from({ length: 4000 }, (_, id) => passage(id, 20, id * 20 - 900)));
    expect(asked.mock.calls.length).toBeLessThan(20);
  });

  it('begins at the beginning where all of it is above the window', () => {
    scrollTo(900);
    expect(ids(cutBatches([passage(0, 9 * PART, -900), passage(1, 9 * PART, -400)]))).toEqual([[0], [1]]);
  });

  it('lets no batch pass 8 K, and gives a longer passage one of its own', () => {
    const passages = [
      passage(0, 8 * PART),
      passage(1, 20 * PART),
      passage(2, 8 * PART),
      passage(3, 8 * PART),
      passage(4, 1),
    ];
    expect(ids(cutBatches(passages))).toEqual([[0], [1], [2, 3], [4]]);
  });

  it('makes no batch of nothing', () => {
    expect(cutBatches([])).toEqual([]);
  });
});
