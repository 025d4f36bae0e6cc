/** The notes page over a store in memory, for its tests. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { setLanguage } from '@/lib/i18n/translate';
import type { NoteChange, NoteDraft, NoteStore } from '@/lib/note-store';
import type { KeptDraft, NotesData } from '@/lib/notebook/notes-data';
import { NO_FILTER, notesHash } from '@/lib/notebook/route';
import { NO_TIES, type Note } from '@/lib/notes';
import type { Preview } from '@/lib/notes-files/import-notes';
import { NotesPage, type PageRoute } from './NotesPage';
import type { NoteFiles } from './use-files';

export const make = (id: string, text: string, more: Partial<Note> = {}): Note => ({
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
export const FIRST = make('aaa', '# Border\n\nAsk the **desk**.', {
  tags: ['aid'],
  ties: { ...NO_TIES, claims: ['c1'] },
});
export const NOTES = [FIRST, make('bb', 'Second', { tags: ['aid', 'money'] }), make('c', 'Third')];

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

/** Shows the page over a store in memory. @returns what of it a test looks at */
export function show(
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
    showPassage: vi.fn(),
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
        moved={new Set()}
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
  return { container, data, rows, files, keeping, onNew, hashes };
}

export const LIST: PageRoute = { page: 'list', filter: NO_FILTER };
export const BIN: PageRoute = { page: 'list', filter: { ...NO_FILTER, bin: true } };
export const open = (id: string): PageRoute => ({ page: 'note', id, filter: NO_FILTER });
export const titles = () =>
  screen.queryAllByRole('listitem').flatMap(item => item.querySelector('.first')?.textContent ?? []);
export const shown = (...names: string[]) => waitFor(() => expect(titles()).toEqual(names));
export const link = (name: string) => screen.getByText(name, { selector: '.first' }).closest('a') as HTMLElement;
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement as Element, { key: name, ...more });
export const said = (words: string) => screen.findByText(words, { selector: '[role=status]' });

/** What jsdom lacks, before each test of a file; after it all is taken back. */
export function setUp(): void {
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
}
