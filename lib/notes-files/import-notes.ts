/** A file of notes read in: everything is checked first, and what it would change is shown. Nothing is written here. */
import type { Note } from '../notes.ts';
import type { BadNote } from './faults.ts';

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

/** What taking over a file would do. Importing a file twice gives only `same`. */
export interface ImportPreview {
  format: ImportFormat;
  fresh: Note[];
  changed: ChangedNote[];
  same: Note[];
  bad: BadNote[];
}

export interface ImportOptions {
  now: Date;
  /** The notes that the store has of these ids, those in the bin too. */
  stored(ids: readonly string[]): Promise<readonly Note[]>;
}

/**
 * @param file its name as the reader chose it (its extension tells Markdown and CSV), and its bytes
 * @throws NotesFileError when the file is refused whole; no other error
 */
export async function readNotesFile(
  file: { name: string; bytes: Uint8Array },
  options: ImportOptions,
): Promise<ImportPreview> {
  throw new Error(`not yet: ${file.name} ${options.now}`);
}
