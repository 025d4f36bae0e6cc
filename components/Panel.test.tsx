// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Comparison } from '@/lib/reading/reading';
import { compareSample as compare } from '@/lib/reading/sample-comparison';
import { Panel, type Target, UNDO_TIME } from './Panel';

// jsdom has nothing to scroll.
Element.prototype.scrollIntoView = () => {};

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const FIGURE = compare('Iran deported 500,000 Afghans in 2024.');
const STATUS = compare('No country has recognised the Taliban.');

function show(target: Target, { remembered = true, copies = true, pinned = false } = {}) {
  const undo = vi.fn();
  const spies = {
    undo,
    copy: vi.fn(async () => copies),
    hide: vi.fn(async () => ({ remembered, undo })),
    lookUp: vi.fn(),
    note: vi.fn(),
    noteEntity: vi.fn(),
    countNotes: vi.fn(async () => 2),
    openNotes: vi.fn(),
    onClose: vi.fn(),
    onPin: vi.fn(),
    onStep: vi.fn(),
  };
  const { onClose, onPin, onStep, ...deeds } = spies;
  const bar = { pinned, onClose, onPin, onStep };
  const { container } = render(
    <div role="dialog" aria-labelledby="heading">
      <Panel target={target} headingId="heading" site="news.example" deeds={deeds} {...bar} />
    </div>,
  );
  return { container, ...spies };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const statement = (...comparisons: Comparison[]): Target => ({ kind: 'statement', comparisons });

describe('the bar', () => {
  it('goes on, pins and closes', () => {
    const { onStep, onPin, onClose } = show(statement(FIGURE));
    press('Next mark');
    press('Previous mark');
    press('Keep open');
    press('Close');
    expect(onStep.mock.calls).toEqual([[1], [-1]]);
    expect(onPin).toHaveBeenCalledOnce();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('has a grip and a pressed pin when it is pinned', () => {
    show(statement(FIGURE), { pinned: true });
    expect(screen.getByRole('button', { name: /^Move/ })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Keep open' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the comparisons of a mark', () => {
  it('are all there: the first as a card, of the others the verdict and the question', () => {
    show(statement(FIGURE, STATUS));
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      FIGURE.claim.question,
    ]);
    press(new RegExp(`^Dated ${STATUS.claim.question.slice(0, 10)}`));
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
  });

  it.each([
    [true, 'Copied'],
    [false, 'Could not be copied'],
  ])('are copied, which is said (%s)', async (copies, words) => {
    const { copy } = show(statement(FIGURE), { copies });
    press('Copy');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(words));
    expect(copy).toHaveBeenCalledWith(FIGURE);
  });

  it('can be noted, and lead to the notes that there are', async () => {
    const { note, openNotes, countNotes } = show(statement(FIGURE));
    press('Note');
    expect(note).toHaveBeenCalledWith(FIGURE);
    fireEvent.click(await screen.findByRole('button', { name: 'You have 2 notes on this' }));
    expect(countNotes).toHaveBeenCalledWith(FIGURE.claim.id);
    expect(openNotes).toHaveBeenCalledWith(FIGURE.claim.id);
  });

  it('are hidden as a wrong match, and come back by undo', async () => {
    const { hide, undo, onClose } = show(statement(FIGURE));
    press('Wrong match');
    const button = await screen.findByRole('button', { name: 'Undo' });
    expect(hide).toHaveBeenCalledWith(FIGURE, 'sentence');
    expect(screen.getByRole('dialog').textContent).toContain('Hidden for this sentence.');
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(FIGURE.claim.question);
    expect(onClose).not.toHaveBeenCalled();
  });

  it.each([
    ['on this page', 'page', 'Hidden on this page.'],
    ['on news.example', 'site', 'Hidden on news.example.'],
    ['everywhere', 'everywhere', 'Hidden everywhere.'],
  ] as const)('are hidden %s', async (name, scope, said) => {
    const { hide } = show(statement(FIGURE));
    expect(screen.queryByRole('button', { name })).toBeNull();
    press('Do not mark again…');
    press(name);
    expect(await screen.findByText(said)).toBeDefined();
    expect(hide).toHaveBeenCalledWith(FIGURE, scope);
  });

  it('leave the other comparisons of the mark where they are', async () => {
    show(statement(FIGURE, STATUS));
    press('Wrong match');
    await screen.findByRole('button', { name: 'Undo' });
    expect(screen.getByRole('button', { name: /^Dated/ })).toBeDefined();
  });

  it('say when hiding is not remembered', async () => {
    show(statement(FIGURE), { remembered: false });
    press('Wrong match');
    expect(await screen.findByText(/back when the page is loaded again/)).toBeDefined();
  });
});

describe('the offer to undo', () => {
  async function hideAll(target: Target) {
    const shown = show(target);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    press('Wrong match');
    await act(async () => {});
    return shown;
  }

  it('goes after some seconds without a movement', async () => {
    const { onClose } = await hideAll(statement(FIGURE));
    act(() => void vi.advanceTimersByTime(UNDO_TIME - 1));
    fireEvent.pointerMove(screen.getByRole('button', { name: 'Undo' }));
    await act(async () => {});
    act(() => void vi.advanceTimersByTime(UNDO_TIME - 1));
    expect(onClose).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('stays as long as something else is there', async () => {
    const { onClose } = await hideAll(statement(FIGURE, STATUS));
    act(() => void vi.advanceTimersByTime(UNDO_TIME * 3));
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('accessibility', () => {
  const entity = {
    id: 'wardoni',
    kind: 'person',
    name: 'Daud Wardoni',
    names: [],
    role: 'Made-up spokesman',
    note: null,
    questions: [],
  } as const;
  const clean = async (container: Element) => {
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  };

  it.each<[string, Target, boolean]>([
    ['one comparison', statement(FIGURE), false],
    ['several, pinned', statement(FIGURE, STATUS), true],
    ['an entity', { kind: 'entity', entity: { ...entity, names: [], questions: [] } }, false],
  ])('has no violations: %s', async (_, target, pinned) => {
    await clean(show(target, { pinned }).container);
  });

  it('has no violations: all details and choices', async () => {
    const { container } = show(statement(STATUS));
    press(/^All versions/);
    press('Do not mark again…');
    await clean(container);
  });

  it('has no violations, and a name, when all is hidden', async () => {
    const { container } = show(statement(FIGURE));
    press('Wrong match');
    await screen.findByRole('button', { name: 'Undo' });
    expect(screen.getByRole('dialog', { name: 'Hidden for this sentence.' })).toBeDefined();
    await clean(container);
  });
});
