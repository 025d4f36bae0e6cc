// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flatten, setLanguage } from '@/lib/i18n/translate';
import type { NoteChange, NoteDraft, NoteStore } from '@/lib/note-store';
import type { KeptDraft, NotesData } from '@/lib/notebook/notes-data';
import { NO_FILTER, notesHash } from '@/lib/notebook/route';
import { NO_TIES, type Note } from '@/lib/notes';
import type { Preview } from '@/lib/notes-files/import-notes';
import dari from '../../locales/fa.json' with { type: 'json' };
import { NotesPage, type PageRoute } from './NotesPage';
import type { NoteFiles } from './use-files';

const make = (id: string, text: string, more: Partial<Note> = {}): Note => ({
  id,
  text,
  tags: [],
  ties: NO_TIES,
  made: '2026-01-01T00:00:00Z',
  changed: `2026-01-0${id.length}T00:00:00Z`,
  revision: 1,
  deleted: null,
  ...more,
});
const FIRST = make('aaa', '# Border\n\nAsk the **desk**.', { tags: ['aid'], ties: { ...NO_TIES, claims: ['c1'] } });
const NOTES = [FIRST, make('bb', 'Second', { tags: ['aid', 'money'] }), make('c', 'Third')];

/** A store in memory that keeps to what its interface says. */
function memory(first: readonly Note[]) {
  const rows = new Map(first.map(note => [note.id, note]));
  const watchers = new Set<() => void>();
  const list = (bin: boolean) => [...rows.values()].filter(({ deleted }) => (deleted !== null) === bin);
  const put = (id: string, note: Note | null): NoteChange => {
    const before = rows.get(id) ?? null;
    if (note) rows.set(id, { ...note, revision: (before?.revision ?? 0) + 1 });
    else rows.delete(id);
    return { id, before, after: rows.get(id)?.revision ?? null };
  };
  const changing = async (ids: readonly string[], make: (note: Note) => Note | null) => {
    const changes = ids.flatMap(id => {
      const note = rows.get(id);
      return note ? put(id, make(note)) : [];
    });
    for (const tell of watchers) tell();
    return changes;
  };
  const store: NoteStore = {
    get: async id => rows.get(id) ?? null,
    getMany: async ids => ids.flatMap(id => rows.get(id) ?? []),
    list: async () => list(false),
    tags: async () => [],
    async save(draft: NoteDraft, basedOn) {
      const theirs = rows.get(draft.id) ?? null;
      if ((theirs?.revision ?? null) !== basedOn) return { outcome: 'conflict', theirs };
      put(draft.id, { ...(theirs ?? make(draft.id, '')), ...draft });
      for (const tell of watchers) tell();
      return { outcome: 'saved', note: rows.get(draft.id) as Note };
    },
    retag: (ids, add, drop) =>
      changing(ids, note => ({
        ...note,
        tags: [...new Set([...note.tags, ...add])].filter(tag => !drop.includes(tag)),
      })),
    remove: ids => changing(ids, note => ({ ...note, deleted: '2026-02-01T00:00:00Z' })),
    restore: ids => changing(ids, note => ({ ...note, deleted: null })),
    erase: ids => changing(ids, () => null),
    eraseOld: async () => 0,
    importNotes: async notes => {
      const changes = notes.map(note => put(note.id, note));
      for (const tell of watchers) tell();
      return changes;
    },
    addMissing: async () => [],
    async undo(changes) {
      for (const { id, before } of changes) put(id, before);
      for (const tell of watchers) tell();
      return { changes: [], left: [] };
    },
    journaled: async () => [],
    mergeJournal: async () => 0,
    watch(callback, _, signal) {
      const tell = () => callback({ kept: list(false), binned: list(true) });
      watchers.add(tell);
      signal.addEventListener('abort', () => watchers.delete(tell));
      void Promise.resolve().then(tell);
    },
  };
  return { rows, store };
}

function show(
  start: PageRoute,
  notes: readonly Note[] = NOTES,
  more: Partial<Parameters<typeof NotesPage>[0]> = {},
  drafts: readonly KeptDraft[] = [],
) {
  const { rows, store } = memory(notes);
  const kept = new Map(drafts.map(one => [one.draft.id, one]));
  const data: NotesData = {
    store,
    drafts: {
      get: async id => kept.get(id) ?? null,
      put: async draft => void kept.set(draft.draft.id, draft),
      drop: async id => void kept.delete(id),
      hold: () => {},
      listLeft: async () => [],
    },
    namesOf: async (_, ids) => new Map(ids.map(id => [id, `Name of ${id}`])),
    find: async query => [
      { kind: 'entities', id: 'e1', name: `${query} the first` },
      { kind: 'sources', id: 's1', name: `${query} the second` },
    ],
  };
  const files = {
    save: vi.fn<NoteFiles['save']>(async () => 'Written.'),
    read: vi.fn<(file: File) => Promise<Preview>>(),
  };
  const keeping = {
    list: vi.fn(async () => [{ id: '2026-03-01T10:00:00.000Z', count: 2 }]),
    backUp: vi.fn(async () => true),
    preview: vi.fn<(id: string) => Promise<Preview>>(),
    room: async () => ({ used: 3 * 2 ** 20, quota: 2 ** 30, persisted: true }),
  };
  const onNew = vi.fn();
  const hashes: string[] = [];
  function Around() {
    const [route, setRoute] = useState(start);
    const go = (to: PageRoute) => {
      hashes.push(notesHash(to));
      setRoute(to);
    };
    return (
      <NotesPage
        route={route}
        onRoute={go}
        onNew={onNew}
        data={data}
        files={files}
        unplaced={new Set()}
        leftDrafts={[]}
        keeping={keeping}
        safety={{ lost: null, backups: [], left: null, onRestore: async () => 0, onDismiss: () => {} }}
        {...more}
      />
    );
  }
  const { container } = render(
    <main>
      <Around />
    </main>,
  );
  return { container, rows, files, keeping, onNew, hashes };
}

const LIST: PageRoute = { page: 'list', filter: NO_FILTER };
const BIN: PageRoute = { page: 'list', filter: { ...NO_FILTER, bin: true } };
const open = (id: string): PageRoute => ({ page: 'note', id, filter: NO_FILTER });
const titles = () => screen.queryAllByRole('listitem').flatMap(item => item.querySelector('.first')?.textContent ?? []);
const shown = (...names: string[]) => waitFor(() => expect(titles()).toEqual(names));
const link = (name: string) => screen.getByText(name, { selector: '.first' }).closest('a') as HTMLElement;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement as Element, { key: name, ...more });
const said = (words: string) => screen.findByText(words, { selector: '[role=status]' });

beforeEach(() => {
  // A list is as tall as the window: jsdom lays nothing out.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(78);
  HTMLElement.prototype.scrollTo = () => {};
});
afterEach(() => {
  cleanup();
  setLanguage('en', {});
  document.documentElement.removeAttribute('dir');
  vi.restoreAllMocks();
});

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

describe('a file', () => {
  const choose = (container: Element) => {
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    const file = new File(['{}'], 'notes.json');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    Object.defineProperty(input, 'value', { value: '', writable: true });
    fireEvent.change(input);
  };

  it('is taken in after its preview, the older notes of it only on request', async () => {
    const { container, rows, files } = show(LIST);
    await shown('Border', 'Second', 'Third');
    files.read.mockResolvedValue({
      fresh: [make('dddd', 'Fresh')],
      changed: [{ stored: FIRST, read: { ...FIRST, text: 'Older' }, newer: 'stored' }],
      same: [],
      bad: [{ number: 3, file: '', field: 'made', fault: 'date' }],
    });
    choose(container);
    await screen.findByText('1 new note');
    expect(screen.getByText(/Note 3.*made/)).toBeDefined();
    press('Take in 1 note');
    await shown('Fresh', 'Border', 'Second', 'Third');
    expect(rows.get('aaa')?.text).toBe(FIRST.text);
    press('Undo');
    await waitFor(() => expect(titles()).not.toContain('Fresh'));
  });

  it('is refused with the reason', async () => {
    const { container, files } = show(LIST);
    await shown('Border', 'Second', 'Third');
    files.read.mockRejectedValue(new Error('notes.json: cut.'));
    choose(container);
    await said('notes.json: cut.');
  });
});

describe('an export that takes its time', () => {
  it('says how far it is, and can be stopped', async () => {
    const { container, files } = show(LIST);
    await shown('Border', 'Second', 'Third');
    files.save.mockImplementation(
      (_, __, { signal, onProgress }) =>
        new Promise(resolve => {
          onProgress?.(2);
          signal?.addEventListener('abort', () => resolve('Stopped.'));
        }),
    );
    fireEvent.change(container.querySelector('.notes-bar select') as Element, { target: { value: 'html' } });
    expect((await screen.findByLabelText<HTMLProgressElement>('Exporting: 2 of 3 notes')).value).toBeCloseTo(2 / 3);
    press('Stop');
    await said('Stopped.');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});

describe('backups', () => {
  it('are listed with the room that is left, and made on request', async () => {
    const { keeping } = show(LIST);
    await shown('Border', 'Second', 'Third');
    press('Backups');
    await screen.findByText(/3.1 MB of the 1.1 GB/);
    expect(screen.getByText('2 notes')).toBeDefined();
    press('Make a backup now');
    await said('A backup was made.');
    expect(keeping.list).toHaveBeenCalledTimes(2);
    keeping.backUp.mockResolvedValue(false);
    press('Make a backup now');
    await said('Nothing has changed since the last one.');
  });

  it('are compared with what is there before anything is put back, and a copy of that is made first', async () => {
    const { keeping, rows } = show(LIST);
    await shown('Border', 'Second', 'Third');
    keeping.preview.mockResolvedValue({ fresh: [make('dddd', 'Lost')], changed: [], same: [FIRST], bad: [] });
    press('Backups');
    fireEvent.click(await screen.findByRole('button', { name: /^Compare with the backup of 1 March 2026/ }));
    await screen.findByText('1 note is there already.');
    let had = rows.has('dddd');
    keeping.backUp.mockImplementation(async () => {
      had = rows.has('dddd');
      return true;
    });
    press('Take in 1 note');
    await shown('Lost', 'Border', 'Second', 'Third');
    expect(keeping.backUp).toHaveBeenCalledOnce();
    expect(had).toBe(false);
  });

  it('that cannot be made do not keep notes from coming in', async () => {
    const { keeping } = show(LIST);
    await shown('Border', 'Second', 'Third');
    keeping.preview.mockResolvedValue({ fresh: [make('dddd', 'Lost')], changed: [], same: [], bad: [] });
    keeping.backUp.mockRejectedValue(new Error('No room.'));
    press('Backups');
    fireEvent.click(await screen.findByRole('button', { name: /^Compare with/ }));
    await screen.findByText('1 new note');
    press('Take in 1 note');
    await shown('Lost', 'Border', 'Second', 'Third');
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
