/** The rows of notes: read, saved, changed and changed back, each in one transaction. */
import type { NoteChange, NoteDraft, NoteQuery, SaveResult, TagCount, Undone } from '@/lib/note-store';
import { type Note, sameContent } from '@/lib/notes';
import type { DaftarDatabase } from './db';

/** The order of lists: the last changed first. */
export const laterChange = (a: Note, b: Note): number => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0);

/** What `NoteStore.list` gives. Reads nothing but the database, so that `liveQuery` can follow it. */
export async function readNotes(db: DaftarDatabase, query: NoteQuery): Promise<Note[]> {
  const notes = await among(db, query).toArray();
  return notes
    .filter(note => (note.deleted !== null) === (query.bin ?? false) && isAmong(note, query))
    .sort(laterChange);
}

/** The rows that the narrowest index gives. Without a tie all of them: no row that lacks an indexed field is ever passed over. */
function among(db: DaftarDatabase, { bin, claim, entity, source, page, title }: NoteQuery) {
  if (claim !== undefined) return db.notes.where('ties.claims').equals(claim);
  if (source !== undefined) return db.notes.where('ties.sources').equals(source);
  if (page !== undefined) return db.notes.where('ties.page.address').equals(page);
  if (title !== undefined) return db.notes.where('ties.page.title').equals(title);
  if (entity !== undefined) return db.notes.where('ties.entities').equals(entity);
  return bin ? db.notes.where('deleted').above('') : db.notes.toCollection();
}

function isAmong({ ties }: Note, { claim, entity, source, page, title }: NoteQuery): boolean {
  return (
    (claim === undefined || ties.claims.includes(claim)) &&
    (entity === undefined || ties.entities.includes(entity)) &&
    (source === undefined || ties.sources.includes(source)) &&
    (page === undefined || ties.page?.address === page) &&
    (title === undefined || ties.page?.title === title)
  );
}

export async function countTags(db: DaftarDatabase): Promise<TagCount[]> {
  const counts = new Map<string, number>();
  for (const { tags } of await readNotes(db, {})) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

/** Tags as they are kept: without "#" and white space around them, each once. */
export const cleanTags = (tags: readonly string[]): string[] => [
  ...new Set(tags.map(tag => tag.normalize('NFC').trim().replace(/^#+/, '').trim()).filter(Boolean)),
];

/** Saves a draft, unless another save came between. @param now ISO instant */
export function saveRow(
  db: DaftarDatabase,
  draft: NoteDraft,
  basedOn: number | null,
  now: string,
): Promise<SaveResult> {
  return db.transaction('rw', db.notes, async (): Promise<SaveResult> => {
    const row = (await db.notes.get(draft.id)) ?? null;
    const fits = (row?.revision ?? null) === basedOn;
    // The same once more: a save that was tried again because its answer was lost.
    if (row && sameContent(row, draft) && (fits || row.deleted === null)) return { outcome: 'saved', note: row };
    if (!fits) return { outcome: 'conflict', theirs: row };
    const { id, text, tags, ties } = draft;
    const note: Note = {
      ...{ id, text, tags, ties, changed: now },
      ...{ made: row?.made ?? now, revision: (row?.revision ?? 0) + 1, deleted: row?.deleted ?? null },
    };
    await db.notes.put(note);
    return { outcome: 'saved', note };
  });
}

/** Writes rows and erases others, and tells what that changed. Called within a transaction. */
async function apply(db: DaftarDatabase, writes: readonly { before: Note | null; note: Note | null; id: string }[]) {
  await db.notes.bulkPut(writes.flatMap(({ note }) => note ?? []));
  await db.notes.bulkDelete(writes.filter(({ note }) => note === null).map(({ id }) => id));
  return writes.map(({ id, before, note }): NoteChange => ({ id, before, after: note?.revision ?? null }));
}

/**
 * Changes notes that are there.
 * @param edit gives what becomes of a note: its new content, null to erase it, undefined to leave it
 */
export function changeRows(
  db: DaftarDatabase,
  ids: readonly string[],
  edit: (note: Note) => Note | null | undefined,
): Promise<NoteChange[]> {
  return db.transaction('rw', db.notes, async () => {
    const rows = await db.notes.bulkGet([...new Set(ids)]);
    const writes = rows.flatMap(before => {
      const note = before && edit(before);
      if (!before || note === undefined) return [];
      return { id: before.id, before, note: note && { ...note, revision: before.revision + 1 } };
    });
    return apply(db, writes);
  });
}

/**
 * Puts notes in by their ids.
 * @param mayReplace whether one of another content gives way
 * @param now ISO instant from which a note that comes in for the bin rests there
 */
export function putRows(
  db: DaftarDatabase,
  notes: readonly Note[],
  mayReplace: boolean,
  now: string,
): Promise<NoteChange[]> {
  return db.transaction('rw', db.notes, async () => {
    const incoming = [...new Map(notes.map(note => [note.id, note])).values()];
    const rows = await db.notes.bulkGet(incoming.map(({ id }) => id));
    const writes = incoming.flatMap((note, i) => {
      const before = rows[i] ?? null;
      const deleted = note.deleted === null ? null : now;
      if (!before) return { id: note.id, before, note: { ...note, deleted } };
      const same = sameContent(before, note) && (before.deleted === null) === (note.deleted === null);
      if (same || !mayReplace) return [];
      // Above both, so that an editor that is open on either is told.
      const revision = Math.max(before.revision, note.revision) + 1;
      return { id: note.id, before, note: { ...note, deleted, made: before.made, revision } };
    });
    return apply(db, writes);
  });
}

/** What `NoteStore.undo` does. */
export function undoRows(db: DaftarDatabase, changes: readonly NoteChange[]): Promise<Undone> {
  return db.transaction('rw', db.notes, async () => {
    const rows = await db.notes.bulkGet(changes.map(({ id }) => id));
    const fits = (change: NoteChange, i: number) => (rows[i]?.revision ?? null) === change.after;
    const writes = changes.flatMap((change, i) => {
      if (!fits(change, i)) return [];
      const row = rows[i] ?? null;
      // Never a revision that was there before: it would hide this change from an open editor.
      const revision = (change.after ?? change.before?.revision ?? 0) + 1;
      return { id: change.id, before: row, note: change.before && { ...change.before, revision } };
    });
    const left = changes.filter((change, i) => !fits(change, i)).map(({ id }) => id);
    return { changes: await apply(db, writes), left };
  });
}
