// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Target } from '@/components/Panel';
import { createLatePopover, offerPopover } from './late-popover';
import type { Anchor } from './places';
import type { Popover } from './popover';

const sent = vi.hoisted(() => vi.fn());
vi.mock('@/lib/messaging', () => ({ sendMessage: sent }));

const anchor = (id: string) => ({ id }) as Anchor;
const target = {} as Target;
const around = {} as Parameters<typeof createLatePopover>[1];

describe('createLatePopover', () => {
  let controller: AbortController;
  let real: Popover;
  let create: ReturnType<typeof vi.fn<() => Popover>>;
  /** Answers the message that asks for the code, as the background does. */
  let answer: (arrives?: boolean) => Promise<void>;

  beforeEach(() => {
    controller = new AbortController();
    real = {
      open: vi.fn(),
      openByRest: vi.fn(),
      holds: vi.fn(() => true),
      current: vi.fn(() => null),
      leave: vi.fn(() => false),
      closeRested: vi.fn(),
      closeFor: vi.fn(),
      listenIn: vi.fn(),
    };
    create = vi.fn(() => real);
    sent.mockImplementation(
      () =>
        new Promise<void>((resolve, reject) => {
          answer = async (arrives = true) => {
            if (arrives) offerPopover(create);
            arrives ? resolve() : reject(new Error('gone'));
            await Promise.resolve();
            await Promise.resolve();
          };
        }),
    );
  });
  afterEach(() => {
    sent.mockReset();
    // The next page begins without the code.
    Reflect.deleteProperty(globalThis, Symbol.for('daftar-popover-code'));
  });
  it('asks for nothing where the code is there from the start, as in a page of ours', () => {
    offerPopover(create);
    late().open(anchor('a'), target);
    expect(sent).not.toHaveBeenCalled();
    expect(real.open).toHaveBeenCalledOnce();
  });

  const late = () => createLatePopover(document, around, controller.signal);

  it('asks for the code once, and for nothing before it is needed', async () => {
    const popover = late();
    popover.closeRested();
    popover.closeFor('a');
    expect(popover.holds(new Event('click'), null)).toBe(false);
    expect(sent).not.toHaveBeenCalled();
    popover.prepare();
    popover.open(anchor('a'), target);
    await answer();
    popover.prepare();
    expect(sent.mock.calls).toEqual([['bringPopover']]);
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('opens what was asked for last once the code is there, and at once from then on', async () => {
    const popover = late();
    popover.open(anchor('a'), target);
    popover.open(anchor('b'), target);
    expect(create).not.toHaveBeenCalled();
    await answer();
    expect(real.open).toHaveBeenCalledExactlyOnceWith(anchor('b'), target);
    popover.openByRest(anchor('c'), target);
    expect(real.openByRest).toHaveBeenCalledExactlyOnceWith(anchor('c'), target);
  });

  it('opens nothing by rest once the pointer has left', async () => {
    const popover = late();
    popover.openByRest(anchor('a'), target);
    popover.closeRested();
    await answer();
    expect(real.openByRest).not.toHaveBeenCalled();
  });

  it('opens what was clicked, whatever the pointer does meanwhile', async () => {
    const popover = late();
    popover.open(anchor('a'), target);
    popover.openByRest(anchor('b'), target);
    popover.closeRested();
    await answer();
    expect(real.open).toHaveBeenCalledExactlyOnceWith(anchor('a'), target);
    expect(real.openByRest).not.toHaveBeenCalled();
  });

  it('has the popover listen in documents that were met before it came', async () => {
    const popover = late();
    popover.listenIn(document);
    popover.prepare();
    await answer();
    expect(real.listenIn).toHaveBeenCalledExactlyOnceWith(document);
  });

  it('asks again after it could not be brought', async () => {
    const popover = late();
    popover.prepare();
    await answer(false);
    popover.open(anchor('a'), target);
    expect(sent).toHaveBeenCalledTimes(2);
    await answer();
    expect(real.open).toHaveBeenCalledTimes(1);
  });

  it('makes none once its life has ended', async () => {
    const popover = late();
    popover.open(anchor('a'), target);
    controller.abort();
    await answer();
    expect(create).not.toHaveBeenCalled();
  });
});
