/** A file of notes read in: everything is checked first, and what it would change is shown. Nothing is written here. */
import type { Note } from '../notes.ts';
import { isAnnotations, notesFromAnnotations } from './annotations-in.ts';
import { canonicalJson } from './canonical.ts';
import type { DraftNote, ReadNote, ReadNotes } from './check.ts';
import { isClipper, notesFromClipper } from './clipper.ts';
import { type BadNote, LARGEST_FILE, NotesFileError } from './faults.ts';
import { isHypothesis, isHypothesisCsv, notesFromHypothesis, notesFromHypothesisCsv } from './hypothesis.ts';
import { noteFromMarkdown } from './markdown-note.ts';
import { isZip, notesFromZip } from './markdown-zip.ts';
import { FORMAT, notesFromJson } from './own-json.ts';
import { parseJson, textOf } from './parse-json.ts';

export type ImportFormat =
  | 'json'
  | 'annotations'
  | 'hypothesis'
  | 'hypothesis-csv'
  | 'clipper'
  | 'markdown'
  | 'markdown-zip';

/** A note that the store has otherwise than the file. */
export interface ChangedNote {
  stored: Note;
  /** The file's, with the revision of the stored one, so that it can be saved as its next edit. */
  read: Note;
  /** Which of the two was changed last; what the file gives no time for counts as older. Taking over the older one wants a question. */
  newer: 'stored' | 'read';
}

/** What taking over notes would do. Importing a file twice gives only `same`. */
export interface Preview {
  fresh: Note[];
  changed: ChangedNote[];
  same: Note[];
  bad: BadNote[];
}

/** That of a file. */
export interface ImportPreview extends Preview {
  format: ImportFormat;
}

export interface ImportOptions {
  now: Date;
  /** The notes that the store has of these ids, those in the bin too. */
  stored(ids: readonly string[]): Promise<readonly Note[]>;
}

/**
 * What taking over a file would do.
 * @param file its name as the reader chose it (its ending tells Markdown from other texts), and its bytes
 * @throws NotesFileError when the file is refused whole; no other error
 */
export async function readNotesFile(
  file: { name: string; bytes: Uint8Array },
  options: ImportOptions,
): Promise<ImportPreview> {
  if (file.bytes.length > LARGEST_FILE) throw new NotesFileError('large');
  const { format, read } = await readFormat(file);
  return { format, ...(await previewOf(read, options)) };
}

/** What taking over notes that are known to be right would do: those of a backup. */
export const previewNotes = (notes: readonly Note[], options: ImportOptions): Promise<Preview> =>
  previewOf({ notes: notes.map((note, index) => ({ note, number: index + 1, file: '' })), bad: [] }, options);

async function previewOf(read: ReadNotes, options: ImportOptions): Promise<Preview> {
  const { once, twice } = eachOnce(read.notes);
  const stored = await options.stored(once.map(({ note }) => note.id));
  const byId = new Map(stored.map(note => [note.id, note]));
  const preview: Preview = { fresh: [], changed: [], same: [], bad: [...read.bad, ...twice] };
  preview.bad.sort((a, b) => a.number - b.number);
  for (const { note } of once) {
    const known = byId.get(note.id);
    if (!known) preview.fresh.push(freshNote(note, options.now.toISOString()));
    else {
      const changed = changedNote(note, known);
      if (changed) preview.changed.push(changed);
      else preview.same.push(known);
    }
  }
  return preview;
}

async function readFormat({
  name,
  bytes,
}: {
  name: string;
  bytes: Uint8Array;
}): Promise<{ format: ImportFormat; read: ReadNotes }> {
  if (isZip(bytes)) return { format: 'markdown-zip', read: await notesFromZip(bytes) };
  const text = textOf(bytes);
  if (/\.(?:md|markdown)$/i.test(name)) {
    return { format: 'markdown', read: await noteFromMarkdown(text, { number: 1, file: '' }) };
  }
  if (isHypothesisCsv(text)) return { format: 'hypothesis-csv', read: await notesFromHypothesisCsv(text) };
  if (!/^\s*[[{]/.test(text)) throw new NotesFileError('unknown');
  const value = parseJson(text);
  if ((value as { format?: unknown }).format === FORMAT) {
    return { format: 'json', read: await notesFromJson(value as Record<string, unknown>) };
  }
  if (isAnnotations(value)) return { format: 'annotations', read: await notesFromAnnotations(value) };
  if (isClipper(value)) return { format: 'clipper', read: await notesFromClipper(value as unknown[]) };
  if (isHypothesis(value)) return { format: 'hypothesis', read: await notesFromHypothesis(value) };
  throw new NotesFileError('unknown');
}

/** The first of each id, and the others as faults. */
function eachOnce(notes: readonly ReadNote[]): { once: ReadNote[]; twice: BadNote[] } {
  const seen = new Set<string>();
  const once: ReadNote[] = [];
  const twice: BadNote[] = [];
  for (const read of notes) {
    if (seen.has(read.note.id)) twice.push({ number: read.number, file: read.file, field: '', fault: 'twice' });
    else once.push(read);
    seen.add(read.note.id);
  }
  return { once, twice };
}

function freshNote(draft: DraftNote, now: string): Note {
  const made = draft.made ?? draft.changed ?? now;
  return { ...draft, made, changed: draft.changed ?? made, revision: draft.revision ?? 1 };
}

/** Everything that a reader could notice; the revision only counts saves. */
const contentOf = ({ revision, ...note }: Note) => canonicalJson(note);

/** The last time at which anything happened to a note. */
const lastTouched = ({ changed, deleted }: Note) => (deleted && deleted > changed ? deleted : changed);

function changedNote(draft: DraftNote, stored: Note): ChangedNote | null {
  const made = draft.made ?? stored.made;
  const read: Note = { ...draft, made, changed: draft.changed ?? stored.changed, revision: stored.revision };
  if (contentOf(read) === contentOf(stored)) return null;
  const older = draft.changed === null || lastTouched(read) < lastTouched(stored);
  return { stored, read, newer: older ? 'stored' : 'read' };
}
