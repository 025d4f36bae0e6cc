// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchAdditions, whenSettled } from './watch';

let controller: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  document.body.innerHTML = '<main></main>';
  controller = new AbortController();
});

afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

const main = () => document.querySelector('main') as HTMLElement;
const add = (html: string, to: Element = main()) => {
  to.insertAdjacentHTML('beforeend', html);
  return to.lastElementChild as Element;
};
/** Lets mutation observers run, which wait for a microtask, and then the clock. */
async function pass(milliseconds: number): Promise<void> {
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(milliseconds);
}

describe('whenSettled', () => {
  const settled = () => {
    const done = vi.fn();
    const failed = vi.fn();
    whenSettled(document, controller.signal).then(done, failed);
    return { done, failed };
  };

  it('resolves after a second without mutations', async () => {
    const { done } = settled();
    await pass(999);
    expect(done).not.toHaveBeenCalled();
    await pass(1);
    expect(done).toHaveBeenCalledOnce();
  });

  it('begins the second anew with every mutation', async () => {
    const { done } = settled();
    await pass(900);
    add('<p>Late</p>');
    await pass(900);
    expect(done).not.toHaveBeenCalled();
    await pass(100);
    expect(done).toHaveBeenCalledOnce();
  });

  it('waits no longer than five seconds for a page that never rests', async () => {
    const { done } = settled();
    for (let i = 0; i < 9; i++) {
      add('<p>Tick</p>');
      await pass(500);
    }
    expect(done).not.toHaveBeenCalled();
    add('<p>Tick</p>');
    await pass(500);
    expect(done).toHaveBeenCalledOnce();
  });

  it('waits for the page to load', async () => {
    const loading = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    const { done } = settled();
    await pass(3000);
    expect(done).not.toHaveBeenCalled();
    loading.mockRestore();
    window.dispatchEvent(new Event('load'));
    await pass(1000);
    expect(done).toHaveBeenCalledOnce();
  });

  it('rejects with the signal’s reason when aborted first', async () => {
    const { done, failed } = settled();
    controller.abort(new Error('gone'));
    await pass(6000);
    expect(failed).toHaveBeenCalledWith(new Error('gone'));
    expect(done).not.toHaveBeenCalled();
  });
});

describe('watchAdditions', () => {
  const watch = () => {
    const added = vi.fn<(elements: Element[]) => void>();
    return { added, change: watchAdditions(document, added, controller.signal) };
  };

  it('tells an addition once the burst is over', async () => {
    const { added } = watch();
    const paragraph = add('<p>Late</p>');
    await pass(299);
    expect(added).not.toHaveBeenCalled();
    await pass(1);
    expect(added.mock.calls).toEqual([[[paragraph]]]);
  });

  it('gathers a burst into one call', async () => {
    const { added } = watch();
    const first = add('<p>One</p>');
    await pass(200);
    const second = add('<p>Two</p>');
    await pass(300);
    expect(added.mock.calls).toEqual([[[first, second]]]);
  });

  it('tells the outermost elements only', async () => {
    const { added } = watch();
    const section = add('<section></section>');
    await pass(0);
    add('<p>Inside</p>', section);
    await pass(300);
    expect(added.mock.calls).toEqual([[[section]]]);
  });

  it('tells the element around an added text', async () => {
    const { added } = watch();
    main().append('Late words');
    await pass(300);
    expect(added.mock.calls).toEqual([[[main()]]]);
  });

  it('is silent about what is gone again', async () => {
    const { added } = watch();
    add('<p>Flash</p>').remove();
    await pass(300);
    expect(added).not.toHaveBeenCalled();
  });

  it('does not see our own changes', async () => {
    const { added, change } = watch();
    change(() => add('<p>Ours</p>'));
    await pass(300);
    expect(added).not.toHaveBeenCalled();
  });

  it('still sees what the page did just before our own change', async () => {
    const { added, change } = watch();
    const theirs = add('<p>Theirs</p>');
    change(() => add('<p>Ours</p>'));
    await pass(300);
    expect(added.mock.calls).toEqual([[[theirs]]]);
  });

  it('falls silent on abort, even within a burst', async () => {
    const { added } = watch();
    add('<p>Late</p>');
    await pass(100);
    controller.abort();
    add('<p>Later</p>');
    await pass(1000);
    expect(added).not.toHaveBeenCalled();
  });
});
