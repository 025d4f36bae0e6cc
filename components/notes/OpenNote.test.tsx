// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { NO_TIES } from '@/lib/notes';
import { BIN, FIRST, key, link, make, NOTES, open, press, said, setUp, show, shown } from './sample-page';

setUp();

describe('an open note', () => {
  it('is read, with its text rendered and its ties named', async () => {
    const { container } = show(open('aaa'));
    await screen.findByText('desk', { selector: 'strong' });
    expect(await within(container.querySelector('.ties') as HTMLElement).findByText('Name of c1')).toBeDefined();
  });

  it('is written, saved when it is left, and said to be saved then', async () => {
    const { rows } = show(open('aaa'));
    await screen.findByRole('button', { name: 'Write' });
    press('Write');
    const field = await screen.findByRole('textbox', { name: /^Text of the note/ });
    fireEvent.input(field, { target: { value: 'Other words' } });
    expect(screen.queryByText('Saved')).toBeNull();
    fireEvent.blur(field);
    await screen.findByText('Saved');
    expect(rows.get('aaa')?.text).toBe('Other words');
  });

  it('is tied to a record of the store by keys, once', async () => {
    const { rows } = show(open('bb'));
    const field = await screen.findByLabelText('Tie to a claim, a name or a source');
    field.focus();
    fireEvent.input(field, { target: { value: 'Kabul' } });
    const second = await screen.findByRole('option', { name: 'Source Kabul the second' });
    key('ArrowDown');
    await waitFor(() => expect(field.getAttribute('aria-activedescendant')).toBe(second.id));
    expect(second.getAttribute('aria-selected')).toBe('true');
    key('Enter');
    await screen.findByRole('link', { name: 'Name of s1' });
    await waitFor(() => expect(rows.get('bb')?.ties.sources).toEqual(['s1']), { timeout: 3000 });
    fireEvent.input(field, { target: { value: 'Herat' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Entity Herat the first' }));
    await waitFor(() => expect(rows.get('bb')?.ties.entities).toEqual(['e1']), { timeout: 3000 });
    fireEvent.input(field, { target: { value: 'Kabul' } });
    await screen.findByText('Nothing in the store fits.');
    key('Escape');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('loses a tie, and gets it back', async () => {
    const { rows } = show(open('aaa'));
    await screen.findByText('Name of c1', { selector: '.ties a' });
    press('Untie: Claim: Name of c1');
    await said('Claim untied.');
    press('Undo');
    await said('Undone.');
    fireEvent(window, new Event('pagehide'));
    await waitFor(() => expect(rows.get('aaa')?.revision).toBe(2));
    expect(rows.get('aaa')?.ties.claims).toEqual(['c1']);
  });

  it('that two tabs have changed shows both, and keeps both', async () => {
    const { rows } = show(open('aaa'));
    await screen.findByRole('button', { name: 'Write' });
    press('Write');
    const field = await screen.findByRole('textbox', { name: /^Text of the note/ });
    rows.set('aaa', { ...FIRST, text: 'Theirs', revision: 2 });
    fireEvent.input(field, { target: { value: 'Mine' } });
    fireEvent.blur(field);
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('Theirs')).toBeDefined();
    press('Keep both');
    await waitFor(() => expect([...rows.values()].map(({ text }) => text)).toContain('Mine'));
    expect(rows.get('aaa')?.text).toBe('Theirs');
  });

  it('that is new is kept by its ties alone when the reader says that it is done', async () => {
    const draft = { id: 'new', text: '', tags: [], ties: { ...NO_TIES, claims: ['c9'] } };
    const { rows } = show(open('new'), NOTES, {}, [{ draft, basedOn: null, touched: false, at: '' }]);
    fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
    await waitFor(() => expect(rows.get('new')?.ties.claims).toEqual(['c9']));
  });

  it('leads to its passage on the page, where that was found', async () => {
    const passage = { exact: 'the words', prefix: '', suffix: '', start: 0, end: 9 };
    const page = { address: 'https://news.example/a', title: 'Aid falls', published: null };
    const note = make('aaa', 'Noted', { ties: { ...NO_TIES, passage, page } });
    const { data } = show(open('aaa'), [note]);
    fireEvent.click(await screen.findByRole('button', { name: 'Show on the page' }));
    expect(data.showPassage).toHaveBeenCalledExactlyOnceWith('aaa');
  });

  it.each([
    ['unplaced', 'This passage was not found when the page was last open.'],
    ['moved', /^The page has other words here by now/],
  ] as const)('says when its passage was %s', async (state, words) => {
    const passage = { exact: 'the words', prefix: '', suffix: '', start: 0, end: 9 };
    const note = make('aaa', 'Noted', { ties: { ...NO_TIES, passage } });
    show(open('aaa'), [note], { [state]: new Set(['aaa']) });
    await screen.findByText(words);
  });

  it('says so when it is not there', async () => {
    show(open('gone'));
    await screen.findByText(/^This note is not there/);
  });
});

describe('the bin', () => {
  const binned = [make('aaa', 'Old', { deleted: '2026-01-05T00:00:00Z' })];

  it('restores', async () => {
    const { rows } = show(BIN, binned);
    await shown('Old');
    fireEvent.click(link('Old'));
    press((await screen.findByRole('button', { name: 'Restore' })).textContent ?? '');
    await waitFor(() => expect(rows.get('aaa')?.deleted).toBeNull());
  });

  it('erases, and takes even that back', async () => {
    const { rows } = show(BIN, binned);
    await shown('Old');
    link('Old').focus();
    key('Delete');
    await screen.findByText('The bin is empty.');
    expect(rows.size).toBe(0);
    press('Undo');
    await shown('Old');
  });
});
