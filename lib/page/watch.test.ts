// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage, whenSettled } from './watch';

let controller: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
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

describe('watchPage', () => {
  const watch = (mend: (records: readonly MutationRecord[]) => Text[] = () => []) => {
    const dirty = vi.fn<(elements: Element[]) => void>();
    return { dirty, ...watchPage(document, mend, dirty, controller.signal) };
  };

  it('tells an addition once the burst is over', async () => {
    const { dirty } = watch();
    const paragraph = add('<p>Late</p>');
    await pass(99);
    expect(dirty).not.toHaveBeenCalled();
    await pass(1);
    expect(dirty.mock.calls).toEqual([[[paragraph]]]);
  });

  it('gathers a burst into one call', async () => {
    const { dirty } = watch();
    const first = add('<p>One</p>');
    await pass(60);
    const second = add('<p>Two</p>');
    await pass(100);
    expect(dirty.mock.calls).toEqual([[[first, second]]]);
  });

  it('does not wait for ever for a burst to end', async () => {
    const { dirty } = watch();
    for (let i = 0; i < 20; i++) {
      add('<p>Tick</p>');
      await pass(60);
    }
    expect(dirty).toHaveBeenCalled();
  });

  it('comes ever more seldom to a page that never rests', async () => {
    const { dirty } = watch();
    for (let i = 0; i < 100; i++) {
      add('<p>Tick</p>');
      await pass(100);
    }
    expect(dirty.mock.calls.length).toBeLessThan(20);
    await pass(2000);
    const last = dirty.mock.calls.at(-1)?.[0];
    expect(last).toContain(main().lastElementChild);
  });

  it.each<[string, string, (element: Element) => void, string[]]>([
    ['the outermost elements only', '<div></div>', element => add('<p>In</p>', add('<ul></ul>', element)), ['ul']],
    ['the element around added words', '<p>Old</p>', element => element.append(' new'), ['p']],
    ['the element around changed words', '<p>Old</p>', element => ((element.firstChild as Text).data = 'New'), ['p']],
    ['the element around words that went', '<p>Old <b>and</b> new</p>', ({ children }) => children[0]?.remove(), ['p']],
    ['nothing for a block that went', '<div><p>Old</p></div>', ({ children }) => children[0]?.remove(), []],
    ['nothing for an attribute', '<p>Old</p>', element => element.setAttribute('class', 'x'), []],
    ['nothing that is gone again', '<div></div>', element => add('<p>Flash</p>', element).remove(), []],
  ])('tells %s', async (_, html, alter, expected) => {
    const element = add(html);
    const { dirty } = watch();
    alter(element);
    await pass(100);
    expect(dirty.mock.calls.flat(2).map(({ localName }) => localName)).toEqual(expected);
  });

  it('hands records over at once, and tells where words must be read again', async () => {
    const text = add('<p>Words</p>').firstChild as Text;
    const mend = vi.fn(() => [text]);
    const { dirty } = watch(mend);
    add('<p>Other</p>');
    await pass(0);
    expect(mend).toHaveBeenCalledOnce();
    await pass(100);
    expect(dirty.mock.calls[0]?.[0]).toContain(text.parentElement);
  });

  it('does not see our own changes, but what the page did just before', async () => {
    const { dirty, change } = watch();
    const theirs = add('<p>Theirs</p>');
    change(() => add('<p>Ours</p>'));
    await pass(100);
    expect(dirty.mock.calls).toEqual([[[theirs]]]);
  });

  it('waits until the page can be seen', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { dirty } = watch();
    add('<p>Late</p>');
    await pass(2000);
    expect(dirty).not.toHaveBeenCalled();
    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(1000);
    expect(dirty).toHaveBeenCalledOnce();
  });

  it('watches other roots when it is told to', async () => {
    const root = add('<div></div>').attachShadow({ mode: 'open' });
    const { dirty, observe } = watch();
    observe(root);
    const inside = document.createElement('p');
    root.append(inside);
    await pass(100);
    expect(dirty.mock.calls).toEqual([[[inside]]]);
  });

  it('falls silent on abort, even within a burst', async () => {
    const { dirty } = watch();
    add('<p>Late</p>');
    await pass(50);
    controller.abort();
    add('<p>Later</p>');
    await pass(1000);
    expect(dirty).not.toHaveBeenCalled();
  });
});
