/** Notes written out as a file, in any of the formats. */
import { t } from '../i18n/translate.ts';
import type { Note } from '../notes.ts';
import { notesAsAnnotations } from './annotations-out.ts';
import type { Waiting } from './breathe.ts';
import { notesAsCsv } from './csv.ts';
import { notesAsMarkdown } from './markdown-list.ts';
import { notesAsZip } from './markdown-zip.ts';
import { notesAsJson } from './own-json.ts';
import { notesAsHtml } from './printable.ts';
import type { Names } from './readable.ts';

/**
 * `json`: ours, loses nothing, checked by count and checksum; `annotations`: W3C Web Annotation JSON-LD, loses nothing;
 * `markdown-zip`: a zip of one Markdown file per note with front matter for Obsidian, loses nothing;
 * `markdown`, `csv`, `html`: to read, count and print with; they cannot be read back whole.
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
  /** CSV: how many cells got a leading apostrophe, because a spreadsheet would have run them as formulas; say so. Else 0. */
  guarded: number;
}

export interface ExportOptions extends Waiting {
  now: Date;
  /** What claims, entities and sources are called, by their ids, for the formats that are for reading. */
  names?: Names;
}

const FILES: Record<ExportFormat, { ending: string; type: string }> = {
  json: { ending: 'json', type: 'application/json' },
  annotations: { ending: 'jsonld', type: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"' },
  'markdown-zip': { ending: 'zip', type: 'application/zip' },
  markdown: { ending: 'md', type: 'text/markdown;charset=utf-8' },
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8' },
  html: { ending: 'html', type: 'text/html;charset=utf-8' },
};

/**
 * Rejects with the signal's reason once that is aborted.
 * @param notes in the order in which they are to stand; those in the bin too, where they are wanted
 */
export async function notesAsFile(
  notes: readonly Note[],
  format: ExportFormat,
  { now, names = new Map(), ...waiting }: ExportOptions,
): Promise<NotesFile> {
  const { ending, type } = FILES[format];
  const name = `daftar-notes-${now.toISOString().slice(0, 10)}.${ending}`;
  return { name, type, guarded: 0, ...(await contentOf(notes, format, now, names, waiting)) };
}

async function contentOf(
  notes: readonly Note[],
  format: ExportFormat,
  now: Date,
  names: Names,
  waiting: Waiting,
): Promise<Pick<NotesFile, 'content'> & Partial<NotesFile>> {
  switch (format) {
    case 'json':
      return { content: await notesAsJson(notes, now.toISOString(), waiting) };
    case 'annotations':
      return { content: await notesAsAnnotations(notes, t('notesFiles.title'), waiting) };
    case 'markdown-zip':
      return { content: await notesAsZip(notes, now, waiting) };
    case 'markdown':
      return { content: await notesAsMarkdown(notes, now, names, waiting) };
    case 'csv':
      return notesAsCsv(notes, names, waiting);
    case 'html':
      return { content: await notesAsHtml(notes, now, names, waiting) };
  }
}
