// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EntityCardFacts } from '@/lib/messaging';
import { EntityCard } from './EntityCard';

afterEach(cleanup);

const FACTS: EntityCardFacts = {
  id: 'wardoni',
  kind: 'person',
  name: 'Daud Wardoni',
  names: ['Dawood Wardoni', 'D. Wardoni'],
  role: 'Made-up spokesman of a made-up office',
  note: 'Not the painter of the same name.',
  questions: [{ claim: 'office', question: 'Who speaks for the office?' }],
};
const show = (more: Partial<EntityCardFacts> = {}, onOpen = vi.fn(), onNote = vi.fn()) =>
  render(<EntityCard entity={{ ...FACTS, ...more }} headingId="heading" onOpen={onOpen} onNote={onNote} />).container;
const numbered = (count: number, word: string) => Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);

describe('EntityCard', () => {
  it('shows name, role, note, other names and questions', () => {
    const text = show().textContent;
    expect(screen.getByRole('heading', { name: 'Daud Wardoni' }).id).toBe('heading');
    for (const part of [
      FACTS.role,
      FACTS.note,
      'Also written Dawood Wardoni, D. Wardoni.',
      'Who speaks for the office?',
    ])
      expect(text).toContain(part);
  });

  it('leads to the pages of the claims, and to its own', () => {
    const onOpen = vi.fn();
    show({}, onOpen);
    fireEvent.click(screen.getByRole('button', { name: 'Who speaks for the office?' }));
    fireEvent.click(screen.getByRole('button', { name: 'All about this name' }));
    expect(onOpen.mock.calls).toEqual([[{ page: 'claim', id: 'office' }], [{ page: 'entity', id: 'wardoni' }]]);
  });

  it('makes a note on it', () => {
    const onNote = vi.fn();
    show({}, vi.fn(), onNote);
    fireEvent.click(screen.getByRole('button', { name: 'Note' }));
    expect(onNote).toHaveBeenCalledOnce();
  });

  it('says that there are no questions instead of an empty list', () => {
    show({ questions: [] });
    expect(screen.getByText('No source in the store speaks on this by name.')).toBeDefined();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it.each([
    [5, 5, null],
    [6, 5, 'and 1 more.'],
    [20, 5, 'and 15 more.'],
  ])('of %i questions shows %i', (count, shown, more) => {
    show({ questions: numbered(count, 'Question').map(question => ({ claim: question, question })) });
    expect(screen.getAllByRole('listitem')).toHaveLength(shown);
    expect(screen.queryByText(/^and \d+ more\.$/)?.textContent ?? null).toBe(more);
  });

  it('shows no line of other names where there are none, and six at most', () => {
    expect(show({ names: [] }).textContent).not.toContain('Also written');
    cleanup();
    const text = show({ names: numbered(8, 'Name') }).textContent;
    expect(text).toContain('Name 6.');
    expect(text).not.toContain('Name 7');
  });

  it('shows hostile strings as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const container = show({
      name: hostile,
      names: [hostile],
      role: hostile,
      note: hostile,
      questions: [{ claim: 'office', question: hostile }],
    });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(hostile);
  });

  it.each([{}, { questions: [], names: [], note: null }])('has no accessibility violations: %j', async more => {
    const { violations } = await axe.run(show(more), { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
