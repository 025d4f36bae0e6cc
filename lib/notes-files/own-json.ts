/** Our own format: JSON with one note a line, a count, and a checksum over the notes. It loses nothing. */
import type { Note } from '../notes.ts';
import { mapInPieces, type Waiting } from './breathe.ts';
import { canonicalJson, sha256, shortSum } from './canonical.ts';
import { type ReadNotes, readEach } from './check.ts';
import { NotesFileError } from './faults.ts';
import { NOTE } from './note-schema.ts';

export const FORMAT = 'daftar-notes';
const VERSION = 1;

/** The line above the notes: from there on each line is one note, so that a broken line tells which one. */
const NOTES_LINE = '  "notes": [';

/** @param written ISO instant */
export async function notesAsJson(notes: readonly Note[], written: string, waiting: Waiting = {}): Promise<string> {
  const forms = await mapInPieces(notes, canonicalJson, waiting);
  const head = {
    format: FORMAT,
    version: VERSION,
    written,
    count: notes.length,
    checksum: await sha256(forms.join('\n')),
  };
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const sums = `  "sums": ${JSON.stringify(await mapInPieces(forms, shortSum, { signal: waiting.signal }))},`;
  return `{\n${lines.join('\n')}\n${sums}\n${NOTES_LINE}\n${forms.join(',\n')}\n  ]\n}\n`;
}

/**
 * @param file the parsed file, whose format is ours
 * @throws NotesFileError when it comes from a later Daftar, was cut or altered; its place is the note that was altered
 */
export async function notesFromJson(file: Record<string, unknown>): Promise<ReadNotes> {
  const { version, count, checksum, sums, notes } = file;
  if (version !== VERSION) throw new NotesFileError('version', { detail: String(version).slice(0, 20) });
  if (!Array.isArray(notes) || typeof count !== 'number') throw new NotesFileError('shape', { detail: 'notes' });
  if (notes.length !== count) throw new NotesFileError('count', { detail: `${notes.length} / ${count}` });
  const forms = await mapInPieces(notes, canonicalJson);
  if (checksum !== (await sha256(forms.join('\n')))) {
    const altered = Array.isArray(sums) ? forms.findIndex((form, index) => shortSum(form) !== sums[index]) : -1;
    throw new NotesFileError('altered', altered < 0 ? {} : { note: altered + 1 });
  }
  return readEach(notes, NOTE, note => note);
}

/**
 * Which note of a broken file of ours is the first that cannot be read, from 1; null when the text is no such file, or
 * its notes are whole and it breaks before or behind them.
 */
export function firstBrokenNote(text: string): number | null {
  if (!text.slice(0, 100).includes(FORMAT)) return null;
  const lines = text.split('\n');
  const first = lines.indexOf(NOTES_LINE) + 1;
  if (first === 0) return null;
  const broken = lines
    .slice(first)
    .findIndex(line => line !== '  ]' && line !== '}' && line !== '' && !isJson(line.replace(/,$/, '')));
  return broken < 0 ? null : broken + 1;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
