/** Notes written out as a file, in any of the formats. */
import type { Note } from '../notes.ts';

/**
 * `json`: ours, loses nothing, checked by count and checksum; `annotations`: W3C Web Annotation JSON-LD, loses nothing;
 * `markdown-zip`: a zip of one Markdown file per note with front matter for Obsidian, loses nothing;
 * `markdown`, `csv`, `html`: to read, print and count with; they cannot be read back whole.
 */
export const EXPORT_FORMATS = ['json', 'annotations', 'markdown-zip', 'markdown', 'csv', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file to be saved. */
export interface NotesFile {
  /** A safe name with its extension: "daftar-notes-2025-02-05.json". */
  name: string;
  /** Media type. */
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
  /** CSV: how many cells got a leading apostrophe, because a spreadsheet would have run them as formulas. Else 0. */
  guarded: number;
}

export interface ExportOptions {
  now: Date;
  /** What claims, entities and sources are called, by their ids, for the formats that are for reading; ids without a name stand for themselves. */
  names?: ReadonlyMap<string, string>;
}

/**
 * @param notes in the order in which they are to stand; those in the bin too, where they are wanted
 */
export async function notesAsFile(
  notes: readonly Note[],
  format: ExportFormat,
  options: ExportOptions,
): Promise<NotesFile> {
  throw new Error(`not yet: ${format} ${notes.length} ${options.now}`);
}
