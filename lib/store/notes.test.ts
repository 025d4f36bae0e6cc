import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NoteDraft, NoteStore } from '@/lib/note-store';
import { NO_TIES, type Note } from '@/lib/notes';
import { DaftarDatabase } from './db';
import { readJournal } from './journal';
import { knownNotes, lostNotes } from './known-notes';
import { createNotes } from './notes';
import { makeNote } from './sample-notes';

/** For a machine that does other things as well. */
const PATIENT = { timeout: 4000 };

let name: string;
let count = 0;
let open: DaftarDatabase[];
let time: Date;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  name = `notes-${count++}`;
  open = [];
  time = new Date('2026-03-01T10:00:00.000Z');
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const db of open) db.close();
  await new DaftarDatabase(name).delete();
});

/** A store as one tab has it, with a connection of its own. */
function tab(patience?: number): NoteStore & { db: DaftarDatabase } {
  const db = new DaftarDatabase(name);
  open.push(db);
  return { ...createNotes(db, { now: () => time, patience }), db };
}

const draft = (id: string, text: string, more: Partial<NoteDraft> = {}): NoteDraft => ({
  id,
  text,
  tags: [],
  ties: NO_TIES,
  ...more,
});

/** Saves, and gives the note that was kept. */
async function saved(store: NoteStore, one: NoteDraft, basedOn: number | null = null): Promise<Note> {
  const result = await store.save(one, basedOn);
  if (result.outcome !== 'saved') throw new Error(result.outcome);
  return result.note;
}

async function journaled(store: NoteStore, one: NoteDraft, basedOn: number | null = null): Promise<Note> {
  const result = await store.save(one, basedOn);
  if (result.outcome !== 'journal') throw new Error(result.outcome);
  return result.note;
}

const texts = (notes: readonly Note[]) => notes.map(({ text }) => text).toSorted();

function breakDatabase() {
  return vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied it.', 'InvalidStateError');
  });
}

describe('saving', () => {
  it('keeps a new note with its times and its tags cleaned', async () => {
    const note = await saved(tab(), draft('a', 'One.', { tags: ['#aid', ' aid ', 'visas', ''] }));
    const at = time.toISOString();
    expect(note).toEqual({ ...makeNote('a', { text: 'One.', tags: ['aid', 'visas'] }), made: at, changed: at });
    expect(await tab().get('a')).toEqual(note);
  });

  it('counts revisions, and keeps when it was made', async () => {
    const store = tab();
    const first = await saved(store, draft('a', 'One.'));
    time = new Date('2026-03-02T10:00:00.000Z');
    const second = await saved(store, draft('a', 'Two.'), first.revision);
    expect(second).toMatchObject({ revision: 2, made: first.made, changed: time.toISOString() });
  });

  it('tells the second of two tabs, and overwrites nothing', async () => {
    const [one, other] = [tab(), tab()];
    const { revision } = await saved(one, draft('a', 'One.'));
    const theirs = await saved(one, draft('a', 'One, more.'), revision);
    expect(await other.save(draft('a', 'Another.'), revision)).toEqual({ outcome: 'conflict', theirs });
    expect(texts(await other.list())).toEqual(['One, more.']);
    await saved(other, draft('b', 'Another.'));
    expect(texts(await one.list())).toEqual(['Another.', 'One, more.']);
  });

  it('lets only one of two saves at once win', async () => {
    const [one, other] = [tab(), tab()];
    const { revision } = await saved(one, draft('a', 'One.'));
    const results = await Promise.all([
      one.save(draft('a', 'Left.'), revision),
      other.save(draft('a', 'Right.'), revision),
    ]);
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'saved']);
  });

  it('takes the same save, tried again, for the same note', async () => {
    const store = tab();
    const note = await saved(store, draft('a', 'One.'));
    expect(await saved(store, draft('a', 'One.'))).toEqual(note);
  });

  it.each([
    ['put into the bin', async (store: NoteStore) => void (await store.remove(['a']))],
    [
      'erased',
      async (store: NoteStore) => {
        await store.remove(['a']);
        await store.erase(['a']);
      },
    ],
  ])('tells an editor whose note was %s', async (_, lose) => {
    const store = tab();
    const { revision } = await saved(store, draft('a', 'One.'));
    await lose(store);
    const result = await store.save(draft('a', 'Two.'), revision);
    expect(result).toEqual({ outcome: 'conflict', theirs: await store.get('a') });
  });

  it('confirms nothing that the database did not commit', async () => {
    const store = tab();
    await store.list();
    vi.spyOn(store.db.notes, 'put').mockRejectedValue(new DOMException('Full.', 'QuotaExceededError'));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Full.'));
    await expect(store.save(draft('a', 'One.'), null)).rejects.toThrow('neither');
    vi.restoreAllMocks();
    expect(await store.list()).toEqual([]);
  });
});

describe('listing', () => {
  it('gives the last changed first, the bin apart', async () => {
    const store = tab();
    await store.importNotes([
      makeNote('a', { changed: '2026-01-01T00:00:00.000Z' }),
      makeNote('b', { changed: '2026-01-03T00:00:00.000Z' }),
      makeNote('c', { changed: '2026-01-02T00:00:00.000Z' }),
    ]);
    await store.remove(['c']);
    expect((await store.list()).map(({ id }) => id)).toEqual(['b', 'a']);
    expect((await store.list({ bin: true })).map(({ id }) => id)).toEqual(['c']);
  });

  it('finds notes by what they are tied to, without those in the bin', async () => {
    const store = tab();
    const page = { address: 'https://paper.example/a', title: 'A', published: null };
    await store.importNotes([
      makeNote('claim', { ties: { ...NO_TIES, claims: ['aid', 'visas'] } }),
      makeNote('entity', { ties: { ...NO_TIES, entities: ['iran'] } }),
      makeNote('source', { ties: { ...NO_TIES, sources: ['lakeside'] } }),
      makeNote('page', { ties: { ...NO_TIES, page, claims: ['aid'] } }),
      makeNote('gone', { ties: { ...NO_TIES, page, claims: ['aid'], entities: ['iran'], sources: ['lakeside'] } }),
    ]);
    await store.remove(['gone']);
    const ids = async (query: object) => (await store.list(query)).map(({ id }) => id).toSorted();
    expect(await ids({ claim: 'aid' })).toEqual(['claim', 'page']);
    expect(await ids({ entity: 'iran' })).toEqual(['entity']);
    expect(await ids({ source: 'lakeside' })).toEqual(['source']);
    expect(await ids({ page: page.address })).toEqual(['page']);
    expect(await ids({ page: page.address, claim: 'visas' })).toEqual([]);
    expect(await ids({ bin: true, claim: 'aid' })).toEqual(['gone']);
  });

  it('counts tags outside the bin', async () => {
    const store = tab();
    await store.importNotes([
      makeNote('a', { tags: ['aid', 'visas'] }),
      makeNote('b', { tags: ['visas'] }),
      makeNote('c', { tags: ['aid', 'kabul'] }),
    ]);
    await store.remove(['c']);
    expect(await store.tags()).toEqual([
      { tag: 'visas', count: 2 },
      { tag: 'aid', count: 1 },
    ]);
  });

  it('follows changes of another tab until it is told to stop', async () => {
    const [one, other] = [tab(), tab()];
    const stop = new AbortController();
    const seen = vi.fn();
    const failed = vi.fn();
    one.watch(({ kept }) => seen(texts(kept)), failed, stop.signal);
    await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith([]), PATIENT);
    await saved(other, draft('a', 'One.'));
    await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith(['One.']), PATIENT);
    stop.abort();
    await saved(other, draft('b', 'Two.'));
    expect(await one.list()).toHaveLength(2);
    expect(seen).not.toHaveBeenCalledWith(['One.', 'Two.']);
    expect(failed).not.toHaveBeenCalled();
  });
});

describe('the bin', () => {
  it('keeps notes for thirty days', async () => {
    const store = tab();
    await saved(store, draft('a', 'One.'));
    await saved(store, draft('b', 'Two.'));
    await store.remove(['a']);
    time = new Date('2026-03-31T09:59:59.000Z');
    expect(await store.eraseOld()).toBe(0);
    time = new Date('2026-03-31T10:00:00.000Z');
    expect(await store.eraseOld()).toBe(1);
    expect(texts([...(await store.list()), ...(await store.list({ bin: true }))])).toEqual(['Two.']);
  });

  it('erases on request, but only what is in it', async () => {
    const store = tab();
    await saved(store, draft('a', 'One.'));
    await saved(store, draft('b', 'Two.'));
    await store.remove(['a']);
    expect(await store.erase(['a', 'b', 'unknown'])).toMatchObject([{ id: 'a', after: null }]);
    expect(texts(await store.list())).toEqual(['Two.']);
  });
});

describe('undoing', () => {
  const steps: [
    string,
    (store: NoteStore) => Promise<unknown>,
    (store: NoteStore) => ReturnType<NoteStore['remove']>,
  ][] = [
    ['the bin', async () => {}, store => store.remove(['a'])],
    ['coming out of the bin', store => store.remove(['a']), store => store.restore(['a'])],
    ['erasing', store => store.remove(['a']), store => store.erase(['a'])],
    ['tags', async () => {}, store => store.retag(['a'], ['new'], ['aid'])],
    ['an import', async () => {}, store => store.importNotes([makeNote('a', { text: 'Imported.' }), makeNote('b')])],
    ['restoring', async () => {}, store => store.addMissing([makeNote('b')])],
  ];

  const contents = async (store: NoteStore) =>
    [...(await store.list()), ...(await store.list({ bin: true }))].map(note => ({ ...note, revision: 0 }));

  it.each(steps)('takes %s back, and does it again', async (_, prepare, change) => {
    const store = tab();
    await saved(store, draft('a', 'One.', { tags: ['aid'] }));
    await prepare(store);
    const before = await contents(store);
    const changes = await change(store);
    const after = await contents(store);
    expect(after).not.toEqual(before);
    const undone = await store.undo(changes);
    expect(undone.left).toEqual([]);
    expect(await contents(store)).toEqual(before);
    expect((await store.undo(undone.changes)).left).toEqual([]);
    expect(await contents(store)).toEqual(after);
  });

  it('leaves what was changed since', async () => {
    const store = tab();
    const { revision } = await saved(store, draft('a', 'One.'));
    const changes = await store.importNotes([makeNote('a', { text: 'Imported.' }), makeNote('b')]);
    const imported = await store.get('a');
    expect(imported?.revision).toBeGreaterThan(revision);
    await saved(store, draft('a', 'Imported and edited.'), imported?.revision);
    expect((await store.undo(changes)).left).toEqual(['a']);
    expect(texts(await store.list())).toEqual(['Imported and edited.']);
  });

  it('tells an editor that was open meanwhile', async () => {
    const store = tab();
    const { revision } = await saved(store, draft('a', 'One.'));
    await store.undo(await store.remove(['a']));
    expect((await store.save(draft('a', 'Two.'), revision)).outcome).toBe('conflict');
  });
});

describe('importing', () => {
  it('changes nothing the second time', async () => {
    const store = tab();
    await saved(store, draft('a', 'One.'));
    const notes = [
      makeNote('a', { text: 'Other.' }),
      makeNote('b', { revision: 7 }),
      makeNote('c', { deleted: '2020-01-01T00:00:00.000Z' }),
    ];
    expect(await store.importNotes(notes)).toHaveLength(3);
    const after = await store.list();
    expect(await store.importNotes(notes)).toEqual([]);
    expect(await store.list()).toEqual(after);
  });

  it('lets what comes into the bin rest there for its time', async () => {
    const store = tab();
    await store.importNotes([makeNote('a', { deleted: '2020-01-01T00:00:00.000Z' })]);
    expect(await store.eraseOld()).toBe(0);
  });

  it('is done whole or not at all', async () => {
    const store = tab();
    await store.list();
    const broken = makeNote('b', { text: (() => '') as never });
    await expect(store.importNotes([makeNote('a'), broken])).rejects.toThrow();
    expect(await store.list()).toEqual([]);
  });
});

describe('without the database', () => {
  it('keeps notes in the journal, and merges them when it opens again', async () => {
    const store = tab();
    const broken = breakDatabase();
    const result = await store.save(draft('a', 'One.'), null);
    expect(result).toMatchObject({ outcome: 'journal', note: { text: 'One.' } });
    const { revision } = await journaled(store, draft('a', 'One, more.'), (await store.get('a'))?.revision);
    expect((await store.get('a'))?.text).toBe('One, more.');
    await expect(store.list()).rejects.toThrow();
    expect(texts(await store.journaled())).toEqual(['One, more.']);
    broken.mockRestore();
    expect(texts(await store.list())).toEqual(['One, more.']);
    expect(await readJournal()).toEqual([]);
    // The editor that is still open goes on.
    expect((await saved(store, draft('a', 'One and two.'), revision)).text).toBe('One and two.');
  });

  it('tells one of two tabs in the journal, too', async () => {
    breakDatabase();
    const [one, other] = [tab(), tab()];
    const { revision } = await journaled(one, draft('a', 'One.'));
    await journaled(one, draft('a', 'One, more.'), revision);
    expect(await other.save(draft('a', 'Another.'), revision)).toMatchObject({
      outcome: 'conflict',
      theirs: { text: 'One, more.' },
    });
  });

  it('keeps both when the note was changed in the database since', async () => {
    const [one, other] = [tab(), tab()];
    const { revision } = await saved(one, draft('a', 'One.'));
    // It has looked for a journal before there is one.
    await other.list();
    one.db.close();
    const broken = breakDatabase();
    await one.save(draft('a', 'From the journal.'), revision);
    broken.mockRestore();
    await saved(other, draft('a', 'From the other tab.'), revision);
    expect(await one.mergeJournal()).toBe(1);
    expect(texts(await other.list())).toEqual(['From the journal.', 'From the other tab.']);
    // Its revision is now the same number; it must not pass for the one that the first tab has written.
    expect((await one.save(draft('a', 'From the journal, more.'), 2)).outcome).toBe('conflict');
  });

  it('merges a line once, though the worker is killed before the journal forgets it', async () => {
    const store = tab();
    const broken = breakDatabase();
    await store.save(draft('a', 'One.'), null);
    broken.mockRestore();
    const lines = await readJournal();
    await store.mergeJournal();
    const written = (await store.get('a'))?.revision ?? 0;
    await saved(store, draft('a', 'Edited since.'), written);
    await store.db.merged.put({ line: lines[0]?.line ?? '', id: 'a', journaled: written, written });
    await fakeBrowser.storage.local.set({ journal: lines });
    const after = tab();
    expect(texts(await after.list())).toEqual(['Edited since.']);
    expect(await readJournal()).toEqual([]);
  });

  it('goes to the journal when the database takes no writing, and goes on there', async () => {
    const store = tab();
    await saved(store, draft('a', 'One.'));
    const full = vi.spyOn(store.db.notes, 'put').mockRejectedValue(new DOMException('Full.', 'QuotaExceededError'));
    const { revision } = await journaled(store, draft('a', 'Two.'), 1);
    await journaled(store, draft('a', 'Three.'), revision);
    expect((await store.get('a'))?.text).toBe('Three.');
    full.mockRestore();
    expect(texts(await store.list())).toEqual(['Three.']);
  });

  it('does not wait for ever for a database that another version holds', async () => {
    const holding = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 20);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = tab(10);
    expect((await store.save(draft('a', 'One.'), null)).outcome).toBe('journal');
    holding.close();
    await vi.waitFor(async () => expect(texts(await store.list())).toEqual(['One.']), PATIENT);
  });

  it('takes no more than it can hold, and says so', async () => {
    breakDatabase();
    const store = tab();
    await expect(store.save(draft('a', 'x'.repeat(5_000_000)), null)).rejects.toThrow('neither');
    expect(await readJournal()).toEqual([]);
  });
});

describe('what is known outside', () => {
  it('follows the number of notes', async () => {
    const store = tab();
    await saved(store, draft('a', 'One.'));
    expect(await knownNotes.getValue()).toEqual({ count: 1, changed: time.toISOString() });
  });

  it('tells of notes that were there and are not, before the first new one', async () => {
    await saved(tab(), draft('a', 'One.'));
    for (const db of open) db.close();
    await new DaftarDatabase(name).delete();
    await saved(tab(), draft('b', 'Two.'));
    expect(await lostNotes.getValue()).toEqual({ had: 1, found: time.toISOString() });
  });

  it('tells nothing where the reader has erased them all', async () => {
    const store = tab();
    await saved(store, draft('a', 'One.'));
    await store.remove(['a']);
    await store.erase(['a']);
    await tab().list();
    expect(await lostNotes.getValue()).toBeNull();
  });

  it('keeps no note from being saved when it cannot be written', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Full.'));
    await saved(tab(), draft('a', 'One.'));
    expect(texts(await tab().list())).toEqual(['One.']);
  });
});
