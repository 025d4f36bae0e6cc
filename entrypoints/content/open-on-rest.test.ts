import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Found } from './open-on-demand';
import { openOnRest } from './open-on-rest';

interface Move {
  x: number;
  mark?: string;
  /** Whether the pointer is in the popover. */
  inPopover?: boolean;
  link?: boolean;
  buttons?: number;
  isTrusted?: boolean;
  pointerType?: string;
}

/** A page of which only the listeners are real: a test cannot make trusted events. */
function setUp(wanted = true) {
  const listeners = new Map<string, (event: unknown) => void>();
  const target = {
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
  };
  const document = { ...target, documentElement: target } as unknown as Document;
  const find = (event: Event) => {
    const { mark } = event as unknown as Move;
    return mark ? ({ anchor: { id: mark }, target: { kind: 'statement', comparisons: [] } } as unknown as Found) : null;
  };
  let open: string | null = null;
  const popover = {
    open: vi.fn(),
    openByRest: vi.fn(({ id }: { id: string }) => {
      open = id;
    }),
    holds: (event: Event, mark: string | null) =>
      (event as unknown as Move).inPopover === true || (mark !== null && mark === open),
    closeRested: vi.fn(),
    closeFor: vi.fn(),
    current: vi.fn(),
    leave: vi.fn(),
    listenIn: vi.fn(),
  };
  const pointAt = vi.fn();
  const controller = new AbortController();
  openOnRest(document, find, { pointAt }, popover, () => wanted, controller.signal);
  const move = ({ x, link = false, ...rest }: Move) =>
    listeners.get('pointermove')?.({
      isTrusted: true,
      pointerType: 'mouse',
      buttons: 0,
      ...rest,
      screenX: x,
      screenY: 0,
      composedPath: () => (link ? [{ localName: 'a', hasAttribute: () => true }] : []),
    });
  return { move, popover, pointAt, controller, tell: (type: string) => listeners.get(type)?.({}) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const wait = (time: number) => vi.advanceTimersByTime(time);

describe('a rest of the pointer', () => {
  it('opens after 400 ms without movement', () => {
    const { move, popover } = setUp();
    move({ x: 1, mark: 'a' });
    wait(399);
    move({ x: 2, mark: 'a' });
    wait(399);
    expect(popover.openByRest).not.toHaveBeenCalled();
    wait(1);
    expect(popover.openByRest.mock.calls.map(([{ id }]) => id)).toEqual(['a']);
  });

  it.each<[string, Partial<Move>]>([
    ['a finger', { pointerType: 'touch' }],
    ['a press', { buttons: 1 }],
    ['a move that the page made up', { isTrusted: false }],
    ['no mark', { mark: undefined }],
  ])('opens nothing for %s', (_, part) => {
    const { move, popover } = setUp();
    move({ x: 1, mark: 'a', ...part });
    wait(1000);
    expect(popover.openByRest).not.toHaveBeenCalled();
  });

  it('opens nothing unless it is wanted', () => {
    const { move, popover } = setUp(false);
    move({ x: 1, mark: 'a' });
    wait(1000);
    expect(popover.openByRest).not.toHaveBeenCalled();
  });

  it.each(['pointerdown', 'scroll', 'keydown'])('is none when there is a %s in between', type => {
    const { move, popover, tell } = setUp();
    move({ x: 1, mark: 'a' });
    tell(type);
    wait(1000);
    expect(popover.openByRest).not.toHaveBeenCalled();
  });

  it('is none when the page scrolls under a pointer that stands still', () => {
    const { move, popover } = setUp();
    move({ x: 1 });
    move({ x: 1, mark: 'a' });
    wait(1000);
    expect(popover.openByRest).not.toHaveBeenCalled();
  });

  it('is over when the script ends', () => {
    const { move, popover, controller } = setUp();
    move({ x: 1, mark: 'a' });
    controller.abort();
    wait(1000);
    expect(popover.openByRest).not.toHaveBeenCalled();
  });
});

describe('what has opened by rest', () => {
  it('stays on the way from the mark to the popover, and goes when the pointer has left both', () => {
    const { move, popover } = setUp();
    move({ x: 1, mark: 'a' });
    wait(400);
    popover.closeRested.mockClear();
    move({ x: 2 });
    wait(299);
    move({ x: 3, inPopover: true });
    wait(1000);
    expect(popover.closeRested).not.toHaveBeenCalled();
    move({ x: 4 });
    move({ x: 5 });
    wait(300);
    expect(popover.closeRested).toHaveBeenCalledOnce();
  });
});

describe('the hand', () => {
  it('is over marks, but not in a link, whose click is the page’s', () => {
    const { move, pointAt } = setUp(false);
    move({ x: 1, mark: 'a' });
    move({ x: 2 });
    move({ x: 3, mark: 'b', link: true });
    expect(pointAt.mock.calls.map(([anchor]) => anchor?.id ?? null)).toEqual(['a', null, null]);
  });
});
