/** Notes as a table, one a row, for counting and sorting. */
import Papa from 'papaparse';
import { type MessageKey, t } from '../i18n/translate.ts';
import type { Note } from '../notes.ts';
import { mapInPieces, type Waiting } from './breathe.ts';
import { listed, type Names } from './readable.ts';

/**
 * Spreadsheets run a cell that begins so as a formula, which could send the table elsewhere (OWASP, "CSV Injection"); the
 * last four are the full-width forms. Papa Parse's own pattern misses cells of several lines.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const COLUMNS: [MessageKey, (note: Note, named: (ids: readonly string[]) => string) => string][] = [
  ['notesFiles.label.made', note => note.made],
  ['notesFiles.label.changed', note => note.changed],
  ['notesFiles.label.text', note => note.text],
  ['notesFiles.label.tags', note => listed(note.tags)],
  ['notesFiles.label.passage', note => note.ties.passage?.exact ?? ''],
  ['notesFiles.label.page', note => note.ties.page?.title ?? ''],
  ['notesFiles.label.address', note => note.ties.page?.address ?? ''],
  ['notesFiles.label.published', note => note.ties.page?.published ?? ''],
  ['notesFiles.label.figure', note => note.ties.figure?.text ?? ''],
  ['notesFiles.label.claims', (note, named) => named(note.ties.claims)],
  ['notesFiles.label.entities', (note, named) => named(note.ties.entities)],
  ['notesFiles.label.sources', (note, named) => named(note.ties.sources)],
  ['notesFiles.label.deleted', note => note.deleted ?? ''],
  ['notesFiles.label.id', note => note.id],
];

/**
 * RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else.
 * @returns the text, and how many cells got a leading apostrophe lest they be run
 */
export async function notesAsCsv(
  notes: readonly Note[],
  names: Names,
  waiting: Waiting = {},
): Promise<{ content: string; guarded: number }> {
  const named = (ids: readonly string[]) => listed(ids.map(id => names.get(id) ?? id));
  // A NUL ends the file for some spreadsheets.
  let guarded = 0;
  const line = (cells: string[]) => Papa.unparse([cells], { escapeFormulae: FORMULA, newline: '\r\n' });
  const rows = await mapInPieces(
    notes,
    note => {
      const cells = COLUMNS.map(([, read]) => read(note, named).replaceAll('\0', ''));
      guarded += cells.filter(cell => FORMULA.test(cell)).length;
      return line(cells);
    },
    waiting,
  );
  return { content: `\uFEFF${[line(COLUMNS.map(([label]) => t(label))), ...rows].join('\r\n')}\r\n`, guarded };
}
