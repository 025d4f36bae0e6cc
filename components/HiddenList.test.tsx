// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Hidden, HidingScope } from '@/lib/hidden';
import { HiddenList } from './HiddenList';

Element.prototype.scrollIntoView = () => {};
afterEach(cleanup);

const make = (scope: HidingScope, where: string, sentence = ''): Hidden => ({
  scope,
  claim: scope,
  question: `Question of ${scope}?`,
  where,
  sentence,
});
const ALL = [
  make('sentence', 'https://www.news.example/a?b=1', 'Some <b>500</b> left.'),
  make('page', 'https://news.example/a'),
  make('site', 'news.example'),
  make('everywhere', ''),
];

describe('HiddenList', () => {
  it('says of each entry what is hidden and where', () => {
    render(<HiddenList hidden={ALL} onUnhide={() => {}} />);
    expect(screen.getByText('Hidden by you (4)')).toBeDefined();
    expect([...document.querySelectorAll('.where')].map(({ textContent }) => textContent)).toEqual([
      'Wrong match for “Some <b>500</b> left.” on news.example/a?b=1',
      'On the page news.example/a',
      'On news.example',
      'Everywhere',
    ]);
  });

  it('takes one back', () => {
    const onUnhide = vi.fn();
    render(<HiddenList hidden={ALL} onUnhide={onUnhide} />);
    fireEvent.click(screen.getByRole('button', { name: 'Mark again: Question of site?', hidden: true }));
    expect(onUnhide.mock.calls).toEqual([[ALL[2]]]);
  });

  it('is not there when nothing is hidden', () => {
    expect(render(<HiddenList hidden={[]} onUnhide={() => {}} />).container.textContent).toBe('');
  });

  it('has no accessibility violations', async () => {
    const { container } = render(<HiddenList hidden={ALL} onUnhide={() => {}} />);
    container.querySelector('details')?.setAttribute('open', '');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
