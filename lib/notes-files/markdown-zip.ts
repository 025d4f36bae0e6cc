/** A zip of one Markdown file per note. Packed in the page's own thread: fflate's workers come from addresses that our CSP forbids. */
import { strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import type { Note } from '../notes.ts';
import { makeBreather, type Waiting } from './breathe.ts';
import type { ReadNotes } from './check.ts';
import { LARGEST_FILE, MOST_NOTES, NotesFileError } from './faults.ts';
import { fileNameOf, uniqueNames } from './file-names.ts';
import { noteAsMarkdown, noteFromMarkdown } from './markdown-note.ts';
import { textOf } from './parse-json.ts';

/** @param written the time that the files in the zip bear */
export async function notesAsZip(
  notes: readonly Note[],
  written: Date,
  waiting: Waiting = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const names = uniqueNames(notes.map(fileNameOf));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  const breathe = makeBreather(waiting);
  for (const [index, note] of notes.entries()) {
    await breathe(index);
    const file = new ZipDeflate(`${names[index]}.md`);
    file.mtime = written;
    zip.add(file);
    file.push(strToU8(noteAsMarkdown(note)), true);
  }
  zip.end();
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Whether bytes begin as a zip does, an empty one included. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** Notes only: no attachments, no folders, nothing that a system or Obsidian keeps for itself. */
const isNote = (name: string) => /\.(?:md|markdown)$/i.test(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name);

/**
 * @throws NotesFileError `zip` when it is cut or damaged, `large` and `many` before anything is unpacked beyond the bounds
 */
export async function notesFromZip(bytes: Uint8Array): Promise<ReadNotes> {
  const files = Object.entries(unpack(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const read: ReadNotes = { notes: [], bad: [] };
  const breathe = makeBreather();
  for (const [index, [file, content]] of files.entries()) {
    await breathe();
    const { notes, bad } = await noteFromMarkdown(textIn(file, content), { number: index + 1, file });
    read.notes.push(...notes);
    read.bad.push(...bad);
  }
  return read;
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isNote(name)) return false;
        size += originalSize;
        count++;
        if (size > LARGEST_FILE) throw new NotesFileError('large');
        if (count > MOST_NOTES) throw new NotesFileError('many', { detail: String(count) });
        return true;
      },
    });
  } catch (error) {
    throw error instanceof NotesFileError ? error : new NotesFileError('zip');
  }
}

function textIn(file: string, content: Uint8Array): string {
  try {
    return textOf(content);
  } catch (error) {
    throw error instanceof NotesFileError ? new NotesFileError(error.fault, { ...error.place, file }) : error;
  }
}
