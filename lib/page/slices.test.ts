import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atOnce, inSlices, type Steps } from './slices';

let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

/** So many steps of so many milliseconds; `done` tells how many were taken. */
function* work(steps: number, milliseconds: number, done: number[] = []): Steps<string> {
  for (let i = 0; i < steps; i++) {
    now += milliseconds;
    done.push(i);
    yield;
  }
  return 'result';
}

const never = new AbortController().signal;

describe('inSlices', () => {
  it('gives the result', async () => {
    expect(await inSlices(work(3, 0), async () => {}, never)).toBe('result');
  });

  it('does not pause for little work', async () => {
    const pause = vi.fn(async () => {});
    await inSlices(work(10, 0.1), pause, never);
    expect(pause).not.toHaveBeenCalled();
  });

  it('pauses whenever a slice is over, and counts no pause as work', async () => {
    const pause = vi.fn(async () => {
      now += 1000;
    });
    await inSlices(work(12, 2), pause, never);
    expect(pause).toHaveBeenCalledTimes(6);
  });

  it('takes no step while it pauses', async () => {
    const done: number[] = [];
    let goOn = () => {};
    const all = inSlices(
      work(2, 5, done),
      () =>
        new Promise(resolve => {
          goOn = resolve;
        }),
      never,
    );
    expect(done).toEqual([0]);
    goOn();
    await Promise.resolve();
    expect(done).toEqual([0, 1]);
    goOn();
    expect(await all).toBe('result');
  });

  it('rejects with the signal’s reason when that is aborted in a pause, and takes no further step', async () => {
    const controller = new AbortController();
    const done: number[] = [];
    const all = inSlices(work(9, 5, done), async () => controller.abort(new Error('gone')), controller.signal);
    await expect(all).rejects.toThrow('gone');
    expect(done).toEqual([0]);
  });

  it('rejects with what the work throws', async () => {
    function* fails(): Steps<void> {
      yield;
      throw new Error('broken');
    }
    await expect(inSlices(fails(), async () => {}, never)).rejects.toThrow('broken');
  });
});

describe('atOnce', () => {
  it('takes all steps and gives the result', () => {
    const done: number[] = [];
    expect(atOnce(work(4, 5, done))).toBe('result');
    expect(done).toEqual([0, 1, 2, 3]);
  });
});
