import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteDraft, NoteStore, SaveResult } from '../note-store';
import { NO_TIES, type Note } from '../notes';
import { type EditingState, editNote, SAVE_AFTER, type Start } from './editing';
import type { Drafts, KeptDraft } from './notes-data';

const note = (text: string, revision: number, more: Partial<Note> = {}): Note => ({
  id: 'n',
  text,
  tags: [],
  ties: NO_TIES,
  made: '2026-01-01T00:00:00Z',
  changed: '2026-01-01T00:00:00Z',
  revision,
  deleted: null,
  ...more,
});

/** A store of one note, that can be made to fail or to be slow. */
function world(first: Note | null) {
  const rows = new Map<string, Note>(first ? [[first.id, first]] : []);
  const kept = new Map<string, KeptDraft>();
  let gate: Promise<void> = Promise.resolve();
  let fails = false;
  const save = vi.fn(async (draft: NoteDraft, basedOn: number | null): Promise<SaveResult> => {
    await gate;
    if (fails) throw new Error('No room.');
    const row = rows.get(draft.id) ?? null;
    if ((row?.revision ?? null) !== basedOn) return { outcome: 'conflict', theirs: row };
    const saved = note(draft.text, (row?.revision ?? 0) + 1, { ...draft, deleted: row?.deleted ?? null });
    rows.set(draft.id, saved);
    return { outcome: 'saved', note: saved };
  });
  const restore: NoteStore['restore'] = async ids =>
    ids.flatMap(id => {
      const before = rows.get(id);
      if (!before?.deleted) return [];
      rows.set(id, { ...before, deleted: null, revision: before.revision + 1 });
      return { id, before, after: before.revision + 1 };
    });
  const drafts: Drafts = {
    get: async id => kept.get(id) ?? null,
    put: async draft => void kept.set(draft.draft.id, draft),
    drop: async id => void kept.delete(id),
    hold: () => {},
    listLeft: async () => [...kept.values()],
  };
  return {
    rows,
    kept,
    save,
    store: { save, restore },
    drafts,
    fail: (value: boolean) => {
      fails = value;
    },
    hold() {
      let open = () => {};
      gate = new Promise(done => {
        open = done;
      });
      return open;
    },
  };
}

const controller = () => new AbortController();
function edit(around: ReturnType<typeof world>, given: Partial<Start> = {}, living = controller()) {
  const stored = around.rows.get('n') ?? null;
  const start = { draft: stored ?? note('', 0), note: stored, basedOn: stored?.revision ?? null, touched: false };
  const states: EditingState[] = [];
  const editing = editNote(
    { ...start, ...given },
    around.store,
    around.drafts,
    state => states.push(state),
    living.signal,
    () => 'copy',
  );
  return { editing, states, living };
}
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an edit', () => {
  it('is saved a second after the last change, once', async () => {
    const around = world(note('a', 1));
    const { editing } = edit(around);
    for (const text of ['ab', 'abc', 'abcd']) {
      editing.change({ text });
      await pass(SAVE_AFTER - 1);
    }
    expect(around.save).not.toHaveBeenCalled();
    await pass(1);
    expect(around.save.mock.calls).toEqual([[expect.objectContaining({ text: 'abcd' }), 1]]);
    expect(editing.state.status).toBe('saved');
  });

  it('is not said to be saved before the store has confirmed it', async () => {
    const around = world(note('a', 1));
    const open = around.hold();
    const { editing, states } = edit(around);
    editing.change({ text: 'b' });
    await pass(SAVE_AFTER);
    expect(editing.state.status).toBe('saving');
    expect(states.some(({ status }) => status === 'saved')).toBe(false);
    open();
    await pass(0);
    expect(editing.state.status).toBe('saved');
  });

  it('that goes on while it is saved is saved too, on the new revision', async () => {
    const around = world(note('a', 1));
    const open = around.hold();
    const { editing } = edit(around);
    editing.change({ text: 'b' });
    await pass(SAVE_AFTER);
    editing.change({ text: 'bc' });
    open();
    await pass(SAVE_AFTER);
    expect(around.save.mock.calls.map(([{ text }, basedOn]) => [text, basedOn])).toEqual([
      ['b', 1],
      ['bc', 2],
    ]);
    expect(around.rows.get('n')?.text).toBe('bc');
    expect(editing.state.status).toBe('saved');
  });

  it('is kept as a draft until it is saved', async () => {
    const around = world(note('a', 1));
    const { editing } = edit(around);
    editing.change({ text: 'b' });
    await pass(SAVE_AFTER / 2);
    expect(around.kept.get('n')).toMatchObject({ draft: { text: 'b' }, basedOn: 1, touched: true });
    await pass(SAVE_AFTER);
    expect(around.kept.size).toBe(0);
  });

  it('stays with its draft when it cannot be saved, and can be tried again', async () => {
    const around = world(note('a', 1));
    const { editing } = edit(around);
    around.fail(true);
    editing.change({ text: 'b' });
    await pass(SAVE_AFTER);
    expect(editing.state).toMatchObject({ status: 'failed', draft: { text: 'b' } });
    expect(around.kept.get('n')?.draft.text).toBe('b');
    around.fail(false);
    await editing.flush();
    expect(editing.state.status).toBe('saved');
    expect(around.kept.size).toBe(0);
  });

  it('is saved when the editor is left', async () => {
    const around = world(note('a', 1));
    const { editing, living } = edit(around);
    editing.change({ text: 'b' });
    living.abort();
    await pass(0);
    expect(around.rows.get('n')?.text).toBe('b');
    expect(editing.over).toBe(true);
  });

  it('that a closed tab has left is saved by itself', async () => {
    const around = world(note('a', 1));
    edit(around, { draft: note('left', 1), touched: true });
    await pass(SAVE_AFTER);
    expect(around.rows.get('n')?.text).toBe('left');
  });

  it('takes over what another tab has saved, where nothing is unsaved here', async () => {
    const around = world(note('a', 1));
    const { editing } = edit(around);
    editing.take(note('theirs', 2));
    expect(editing.state.draft.text).toBe('theirs');
    editing.change({ text: 'mine' });
    editing.take(note('later', 3));
    expect(editing.state.draft.text).toBe('mine');
  });
});

describe('two tabs', () => {
  async function conflict(theirs: Note | null) {
    const around = world(note('a', 1));
    const { editing } = edit(around);
    if (theirs) around.rows.set('n', theirs);
    else around.rows.delete('n');
    editing.change({ text: 'mine' });
    await pass(SAVE_AFTER);
    expect(editing.state).toMatchObject({ status: 'conflict', theirs });
    return { around, editing };
  }

  it('write nothing until the reader has chosen', async () => {
    const { around, editing } = await conflict(note('theirs', 2));
    editing.change({ text: 'mine, more' });
    await pass(10 * SAVE_AFTER);
    expect(around.rows.get('n')?.text).toBe('theirs');
    expect(editing.state.status).toBe('conflict');
  });

  it('keep mine', async () => {
    const { around, editing } = await conflict(note('theirs', 2));
    await editing.resolve('mine');
    expect([...around.rows.values()].map(({ text }) => text)).toEqual(['mine']);
    expect(editing.state.status).toBe('saved');
  });

  it('keep theirs', async () => {
    const { around, editing } = await conflict(note('theirs', 2));
    await editing.resolve('theirs');
    expect([...around.rows.values()].map(({ text }) => text)).toEqual(['theirs']);
    expect(editing.state).toMatchObject({ status: 'unchanged', draft: { text: 'theirs' } });
    expect(around.kept.size).toBe(0);
  });

  it('keep both', async () => {
    const { around, editing } = await conflict(note('theirs', 2));
    await editing.resolve('both');
    expect([...around.rows].map(([id, { text }]) => [id, text])).toEqual([
      ['n', 'theirs'],
      ['copy', 'mine'],
    ]);
    expect(editing.state.draft.text).toBe('theirs');
  });

  it('make a note anew that was erased in between, and take it out of the bin', async () => {
    const erased = await conflict(null);
    await erased.editing.resolve('mine');
    expect(erased.around.rows.get('n')?.text).toBe('mine');
    const binned = await conflict(note('theirs', 2, { deleted: '2026-01-02T00:00:00Z' }));
    await binned.editing.resolve('mine');
    expect(binned.around.rows.get('n')).toMatchObject({ text: 'mine', deleted: null });
  });
});
