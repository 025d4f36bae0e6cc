import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../notes.ts';
import { type ExportFormat, notesAsFile } from './export-notes.ts';
import { NotesFileError } from './faults.ts';
import { readNotesFile } from './import-notes.ts';
import { anyNotes, makeNote } from './sample-notes.ts';

const now = new Date('2025-03-01T12:00:00Z');
const runs = { numRuns: Number(process.env.NOTES_RUNS ?? 100) };

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

async function written(notes: readonly Note[], format: ExportFormat) {
  const { name, content } = await notesAsFile(notes, format, { now });
  return { name, bytes: bytesOf(content) };
}

const read = (file: { name: string; bytes: Uint8Array }, stored: readonly Note[] = []) =>
  readNotesFile(file, { now, stored: async ids => stored.filter(note => ids.includes(note.id)) });

const sorted = (notes: readonly Note[]) => notes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe.each(['json', 'annotations', 'markdown-zip'] as const)('%s', format => {
  it('loses nothing of any note', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, async notes => {
        const preview = await read(await written(notes, format));
        expect(preview.format).toBe(format);
        expect(preview.bad).toEqual([]);
        expect(sorted(preview.fresh)).toEqual(sorted(notes));
      }),
      runs,
    );
  });

  it('changes nothing when it is imported again', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, async notes => {
        const preview = await read(await written(notes, format), notes);
        expect(preview).toMatchObject({ fresh: [], changed: [], bad: [] });
        expect(preview.same).toHaveLength(notes.length);
      }),
      runs,
    );
  });

  it('is refused with the one error, or gives whole notes, wherever it is cut', async () => {
    const notes = [makeNote({ id: 'a', text: 'یک «دو» 👩‍🌾' }), makeNote({ id: 'b', tags: ['"\\'] })];
    const { name, bytes } = await written(notes, format);
    for (let end = 0; end < bytes.length; end++) {
      const cut = read({ name, bytes: bytes.subarray(0, end) });
      // What is cut off after the last bracket is white space.
      if (format !== 'markdown-zip' && end === bytes.length - 1) expect((await cut).fresh).toEqual(notes);
      else await expect(cut).rejects.toBeInstanceOf(NotesFileError);
    }
  });
});

describe('a changed byte in our own file', () => {
  it('is noticed, or changes none of the notes', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, fc.nat(), fc.integer({ min: 1, max: 255 }), async (notes, at, flip) => {
        const { name, bytes } = await written(notes, 'json');
        const altered = Uint8Array.from(bytes);
        altered[at % bytes.length] = (altered[at % bytes.length] ?? 0) ^ flip;
        const preview = await read({ name, bytes: altered }).catch(error => error);
        if (preview instanceof NotesFileError) return;
        expect(preview).toMatchObject({ format: 'json', fresh: notes });
      }),
      runs,
    );
  });
});

describe('any input', () => {
  const name = fc.constantFrom('a.json', 'a.md', 'a.csv', 'a.zip', 'a');
  const frame = fc.constantFrom<(value: unknown) => unknown>(
    value => value,
    value => [value],
    value => ({ annotations: [value] }),
    value => ({ rows: value }),
    value => ({ format: 'daftar-notes', version: 1, count: 1, notes: [value] }),
    value => [{ type: 'Annotation', target: value, body: value }],
    value => ({ type: 'AnnotationCollection', total: 1, first: value }),
    value => ({ type: 'AnnotationPage', items: [value] }),
    value => ({ annotations: [{ uri: 'https://a.example/', target: [value], document: value, tags: value }] }),
    value => [{ url: value, highlights: [value] }],
  );

  it.each([
    ['JSON', fc.tuple(frame, fc.jsonValue({ maxDepth: 4 })).map(([around, value]) => JSON.stringify(around(value)))],
    ['text', fc.string({ unit: 'binary' })],
    ['front matter', fc.string({ unit: 'binary' }).map(text => `---\ndaftar-id: a\n${text}\n---\nx`)],
    ['a table', fc.string({ unit: 'binary' }).map(text => `URL,Annotation/Reply Type,Quote\n${text}`)],
  ])('of %s gives a preview or the one error', async (_, inputs) => {
    await fc.assert(
      fc.asyncProperty(name, inputs, async (name, text) => {
        const result = await read({ name, bytes: bytesOf(text) }).catch(error => error);
        if (result instanceof NotesFileError) return;
        expect(Object.keys(result).sort()).toEqual(['bad', 'changed', 'format', 'fresh', 'same']);
      }),
      { numRuns: runs.numRuns * 3 },
    );
  });

  it('of bytes gives a preview or the one error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.boolean(), async (bytes, zip) => {
        const input = zip ? Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes) : bytes;
        const result = await read({ name: 'a', bytes: input }).catch(error => error);
        expect(result).toBeInstanceOf(NotesFileError);
      }),
      runs,
    );
  });
});
