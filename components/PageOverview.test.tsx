// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Overview } from '@/lib/messaging';
import { PageOverview } from './PageOverview';

afterEach(cleanup);

const DONE: Overview = {
  state: 'done',
  statements: [
    { verdict: 'differs', words: '$4 billion', question: 'How much aid came?' },
    { verdict: 'dated', words: 'no country', question: 'Who recognises it?' },
  ],
};
const show = (overview: Overview | null) => render(<PageOverview overview={overview} />).container;

describe('PageOverview', () => {
  it('lists the marked words with their verdict and question, in order', () => {
    show(DONE);
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      '$4 billion DiffersHow much aid came?',
      'no country DatedWho recognises it?',
    ]);
  });

  it.each<[string, Overview | null, RegExp]>([
    ['cannot be read', null, /cannot be read/],
    ['is being read', { state: 'reading', statements: [] }, /Still reading/],
    ['is about something else', { state: 'nothing-to-read', statements: [] }, /Nothing about Afghanistan/],
    ['got no answer', { state: 'failed', statements: [] }, /did not answer/],
    ['has no statement that the store knows', { state: 'done', statements: [] }, /No statement here/],
  ])('says when the page %s', (_, overview, words) => {
    show(overview);
    expect(screen.getByText(words)).toBeDefined();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('shows hostile words of the page as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const container = show({ state: 'done', statements: [{ verdict: 'agrees', words: hostile, question: hostile }] });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('listitem').textContent).toContain(hostile);
  });

  it.each<[string, Overview | null]>([
    ['a list', DONE],
    ['a sentence', null],
  ])('has no accessibility violations: %s', async (_, overview) => {
    const { violations } = await axe.run(show(overview), { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
