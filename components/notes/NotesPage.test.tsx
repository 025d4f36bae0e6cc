// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { flatten, setLanguage } from '@/lib/i18n/translate';
import dari from '../../locales/fa.json' with { type: 'json' };
import { BIN, key, LIST, link, open, press, said, setUp, show, shown } from './sample-page';

setUp();

describe('the list', () => {
  it('shows the notes, the last changed first, and says how many there are', async () => {
    show(LIST);
    await shown('Border', 'Second', 'Third');
    expect(screen.getByText('3 notes')).toBeDefined();
    expect(link('Border').closest('li')?.getAttribute('aria-setsize')).toBe('3');
  });

  it('is searched, also by the names of what notes are tied to, and shows all again', async () => {
    show(LIST);
    await shown('Border', 'Second', 'Third');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'name c1' } });
    await shown('Border');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nothing' } });
    await screen.findByText('No note fits.');
    fireEvent.click(screen.getAllByRole('button', { name: 'Show all' })[0] as Element);
    await shown('Border', 'Second', 'Third');
  });

  it('is filtered by a tag', async () => {
    show(LIST);
    await shown('Border', 'Second', 'Third');
    fireEvent.change(screen.getByLabelText('Tag'), { target: { value: 'money' } });
    await shown('Second');
  });

  it('tells how to make a note where there is none', async () => {
    const { onNew } = show(LIST, []);
    await screen.findByText('Keep what you learn');
    press('Write the first note');
    expect(onNew).toHaveBeenCalledOnce();
  });

  it('tells nobody how to begin whose notes have been lost', async () => {
    const safety = { lost: 3, backups: [], left: null, onRestore: async () => 0, onDismiss: () => {} };
    show(LIST, [], { safety });
    await screen.findByText('0 notes');
    expect(screen.queryByText('Keep what you learn')).toBeNull();
  });

  it('is gone through by arrows, and a note is opened and left by keys', async () => {
    const { hashes, onNew } = show(LIST);
    await shown('Border', 'Second', 'Third');
    link('Border').focus();
    key('ArrowDown');
    await waitFor(() => expect(document.activeElement).toBe(link('Second')));
    key('End');
    await waitFor(() => expect(document.activeElement).toBe(link('Third')));
    fireEvent.click(document.activeElement as Element);
    await screen.findByRole('button', { name: 'Done' });
    key('Escape');
    expect(hashes).toEqual(['#note/c', '#list']);
    key('n');
    expect(onNew).toHaveBeenCalledOnce();
    key('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('is come back to by Ctrl+Enter from anywhere in a note, with the tag that was being typed', async () => {
    const { hashes, rows } = show(open('c'));
    const field = await screen.findByLabelText('Tags');
    field.focus();
    fireEvent.input(field, { target: { value: 'late' } });
    key('Enter', { ctrlKey: true });
    await waitFor(() => expect(hashes).toEqual(['#list']));
    expect(rows.get('c')?.tags).toEqual(['late']);
  });

  it('puts notes into the bin by a key, and brings them back by Ctrl+Z', async () => {
    show(LIST);
    await shown('Border', 'Second', 'Third');
    link('Border').focus();
    key('Delete');
    await shown('Second', 'Third');
    await said('1 note put into the bin.');
    key('z', { ctrlKey: true });
    await shown('Border', 'Second', 'Third');
    await said('Undone.');
  });
});

describe('chosen notes', () => {
  async function choose() {
    const page = show(LIST);
    await shown('Border', 'Second', 'Third');
    fireEvent.click(link('Border'), { ctrlKey: true });
    fireEvent.click(link('Third'), { shiftKey: true });
    await screen.findByText('3 chosen');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choose: Third' }));
    await screen.findByText('2 chosen');
    return page;
  }

  it('are deleted together, which is undone together', async () => {
    await choose();
    press('Delete');
    await shown('Third');
    press('Undo');
    await shown('Border', 'Second', 'Third');
  });

  it('are not chosen any more when they come back', async () => {
    await choose();
    press('Delete');
    await shown('Third');
    press('Undo');
    await shown('Border', 'Second', 'Third');
    expect(screen.queryByText('2 chosen')).toBeNull();
  });

  it('are exported', async () => {
    const { files } = await choose();
    fireEvent.change(screen.getByLabelText('Export the chosen…'), { target: { value: 'csv' } });
    await said('Written.');
    expect(files.save.mock.calls).toEqual([
      [[expect.objectContaining({ id: 'aaa' }), expect.anything()], 'csv', expect.anything()],
    ]);
  });

  it('get and lose a tag', async () => {
    const { rows } = await choose();
    press('Tags');
    const field = screen.getByRole('combobox', { name: 'Tags of the chosen notes' });
    fireEvent.input(field, { target: { value: '#new, ' } });
    await waitFor(() => expect(rows.get('bb')?.tags).toEqual(['aid', 'money', 'new']));
    press('Take off the tag aid');
    await waitFor(() => expect(rows.get('aaa')?.tags).toEqual(['new']));
    press('Undo');
    await waitFor(() => expect(rows.get('aaa')?.tags).toEqual(['aid', 'new']));
  });
});

describe.each(['ltr', 'rtl'])('for a screen reader (%s)', dir => {
  const clean = async (container: Element) => {
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  };
  beforeEach(() => {
    document.documentElement.dir = dir;
    if (dir === 'rtl') setLanguage('fa', flatten(dari));
  });

  it('the list with an open note and chosen ones has no faults', async () => {
    const { container } = show(open('aaa'));
    await shown('Border', 'Second', 'Third');
    fireEvent.click(link('Second'), { ctrlKey: true });
    await act(async () => {});
    await clean(container);
  });

  it('the first view and the bin have none', async () => {
    await clean(show(LIST, []).container);
    cleanup();
    await clean(show(BIN, []).container);
  });
});
