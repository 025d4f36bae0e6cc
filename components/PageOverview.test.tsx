// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Overview, OverviewItem } from '@/lib/messaging';
import type { Unreadable } from '@/lib/readable';
import { PageOverview } from './PageOverview';

const scrolled = vi.fn();
Element.prototype.scrollIntoView = scrolled;

beforeEach(() => scrolled.mockClear());
afterEach(cleanup);

const item = (mark: string, verdict: OverviewItem['verdict'], words: string, question: string): OverviewItem => ({
  mark,
  verdict,
  words,
  question,
});
const DONE: Overview = {
  state: 'done',
  stored: true,
  statements: [
    item('a1', 'differs', '$4 billion', 'How much aid came?'),
    item('b2', 'dated', 'no country', 'Who recognises it?'),
    item('b2', 'agrees', 'no country', 'Does anyone trade with it?'),
  ],
};
const of = (state: Overview['state']): Overview => ({ state, stored: true, statements: [] });

function show(overview: Overview | null, why: Unreadable | null = null, inView: string[] = []) {
  const spies = { onChoose: vi.fn(), onReload: vi.fn(), onAllow: vi.fn() };
  const draw = (seen: string[]) => <PageOverview overview={overview} why={why} inView={seen} {...spies} />;
  const { container, rerender } = render(draw(inView));
  return { container, follow: (seen: string[]) => rerender(draw(seen)), ...spies };
}
const statements = () => screen.getByRole('list', { name: 'Statements on this page' });

describe('the statements of the page', () => {
  it('are listed with their verdict and question, in order, and lead to their mark', () => {
    const { onChoose } = show(DONE);
    expect([...statements().querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      '$4 billion DiffersHow much aid came?',
      'no country DatedWho recognises it?',
      'no country AgreesDoes anyone trade with it?',
    ]);
    fireEvent.click(screen.getByRole('button', { name: /Who recognises it/ }));
    expect(onChoose).toHaveBeenCalledWith('b2');
  });

  it('are counted by verdict, without those that there are none of', () => {
    show(DONE);
    const counts = screen.getByRole('list', { name: '3 statements' });
    expect([...counts.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      'Differs: 1',
      'Dated: 1',
      'Agrees: 1',
    ]);
  });

  it('follow the page: the first on screen is the current one, once', () => {
    const { container, follow } = show(DONE, null, ['a1']);
    const current = () => [...container.querySelectorAll('[aria-current]')].map(({ textContent }) => textContent);
    expect(current()).toEqual(['$4 billion DiffersHow much aid came?']);
    follow(['b2']);
    expect(current()).toEqual(['no country DatedWho recognises it?']);
    expect(container.querySelectorAll('.on-screen')).toHaveLength(2);
    expect(scrolled).toHaveBeenCalledTimes(2);
  });

  it('do not move under the fingers of who is in the list', () => {
    const { follow } = show(DONE, null, ['a1']);
    scrolled.mockClear();
    screen.getByRole('button', { name: /How much aid/ }).focus();
    follow(['b2']);
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('are one stop of Tab, and are gone through by the arrow keys', () => {
    show(DONE, null, ['b2']);
    const buttons = [...statements().querySelectorAll('button')];
    const stops = () => buttons.map(({ tabIndex }) => tabIndex);
    expect(stops()).toEqual([-1, 0, -1]);
    buttons[1]?.focus();
    const focused = (key: string) => {
      fireEvent.keyDown(document.activeElement as Element, { key });
      return buttons.indexOf(document.activeElement as HTMLButtonElement);
    };
    expect(['ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowUp', 'End'].map(focused)).toEqual([2, 2, 1, 0, 0, 2]);
    expect(stops()).toEqual([-1, -1, 0]);
  });

  it('are shown while the page is still being read', () => {
    show({ ...DONE, state: 'reading' });
    expect(screen.getByRole('status').textContent).toBe('Still reading…');
    expect(statements().children).toHaveLength(3);
  });

  it('show hostile words of the page as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { container } = show({ ...DONE, statements: [item('x', 'agrees', hostile, hostile)] });
    expect(container.querySelector('img')).toBeNull();
    expect(statements().textContent).toContain(hostile);
  });
});

describe('without statements it says that the page', () => {
  it.each<[string, Overview | null, RegExp]>([
    ['is asked', null, /^Asking the page/],
    ['is being read', of('reading'), /Still reading/],
    ['is about something else', of('nothing-to-read'), /Nothing about Afghanistan/],
    ['got no answer', of('failed'), /did not answer/],
    ['has no statement that the store knows', of('done'), /No statement here/],
    ['is paused', of('paused'), /as long as reading is paused/],
    ['is a PDF', of('pdf'), /PDF document/],
  ])('%s', (_, overview, words) => {
    show(overview);
    expect(screen.getByText(words)).toBeDefined();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it.each<[Unreadable, RegExp]>([
    ['browser-page', /page of the browser itself/],
    ['shop', /shop for extensions/],
    ['pdf', /PDF document/],
    ['not-granted', /not been allowed/],
    ['not-loaded', /was open before/],
  ])('cannot be read, and why: %s', (why, words) => {
    show(null, why);
    expect(screen.getByText(words)).toBeDefined();
  });

  it('can be allowed or loaded again', () => {
    const { onAllow } = show(null, 'not-granted');
    fireEvent.click(screen.getByRole('button', { name: 'Allow on this site' }));
    expect(onAllow).toHaveBeenCalledOnce();
    cleanup();
    const { onReload } = show(null, 'not-loaded');
    fireEvent.click(screen.getByRole('button', { name: 'Reload the page' }));
    expect(onReload).toHaveBeenCalledOnce();
  });

  it('is answered by the bundled pack', () => {
    show({ ...DONE, stored: false });
    expect(screen.getByText(/could not be opened/)).toBeDefined();
  });
});

describe('accessibility', () => {
  it.each<[string, Overview | null, Unreadable | null, 'ltr' | 'rtl']>([
    ['a list', DONE, null, 'ltr'],
    ['a list', DONE, null, 'rtl'],
    ['a sentence', of('done'), null, 'ltr'],
    ['a button', null, 'not-loaded', 'rtl'],
  ])('has no violations: %s (%s, %s, %s)', async (_, overview, why, dir) => {
    document.documentElement.dir = dir;
    const { container } = show(overview, why, ['a1']);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    document.documentElement.removeAttribute('dir');
    expect(violations).toEqual([]);
  });
});
