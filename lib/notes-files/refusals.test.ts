import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Note } from '../notes.ts';
import { notesAsFile } from './export-notes.ts';
import { NotesFileError } from './faults.ts';
import { readNotesFile } from './import-notes.ts';
import { makeNote } from './sample-notes.ts';

const now = new Date('2025-03-01T12:00:00Z');
const file = (text: string, name = 'notes.json') => ({ name, bytes: new TextEncoder().encode(text) });
const read = (input: { name: string; bytes: Uint8Array }, stored: readonly Note[] = [], at = now) =>
  readNotesFile(input, { now: at, stored: async ids => stored.filter(note => ids.includes(note.id)) });
const refusal = async (input: { name: string; bytes: Uint8Array }) => {
  const error = await read(input).catch(error => error);
  expect(error).toBeInstanceOf(NotesFileError);
  return { fault: error.fault, ...error.place };
};
const ownJson = async (notes: readonly Note[]) => (await notesAsFile(notes, 'json', { now })).content as string;

describe('files that are refused whole', () => {
  const notes = [makeNote({ id: 'a' }), makeNote({ id: 'b', text: 'سه «چاه»' }), makeNote({ id: 'c' })];

  it.each<[string, (text: string) => string, object]>([
    ['an altered note', text => text.replace('"text":"سه', '"text":"دو'), { fault: 'altered', note: 2 }],
    ['an altered checksum', text => text.replace(/"checksum": "./, '"checksum": "x'), { fault: 'altered' }],
    [
      'a note taken out',
      text => text.replace(/\{"changed":[^\n]*"id":"b"[^\n]*\n/, ''),
      { fault: 'count', detail: '2 / 3' },
    ],
    ['a note broken', text => text.replace('"id":"b"', '"id":b"'), { fault: 'json', note: 2 }],
    ['cut within a note', text => text.slice(0, text.indexOf('"id":"c"')), { fault: 'json', note: 3 }],
    ['cut between notes', text => text.slice(0, text.indexOf('\n{"changed"')), { fault: 'json' }],
    ['of a later version', text => text.replace('"version": 1', '"version": 2'), { fault: 'version', detail: '2' }],
    ['without notes', text => text.replace('"notes"', '"other"'), { fault: 'shape', detail: 'notes' }],
  ])('%s', async (_, alter, expected) => {
    expect(await refusal(file(alter(await ownJson(notes))))).toMatchObject(expected);
  });

  it('names the line where a text is not UTF-8', async () => {
    const bytes = new TextEncoder().encode('[\n"سه",\n"چاه"]').map((byte, index) => (index === 4 ? 0xff : byte));
    expect(await refusal({ name: 'a.json', bytes })).toEqual({ fault: 'encoding', line: 2 });
  });

  it.each([
    ['', { fault: 'unknown' }],
    ['Some text', { fault: 'unknown' }],
    ['{}', { fault: 'unknown' }],
    ['[]', { fault: 'unknown' }],
    ['{\n"a": 1,\n}', { fault: 'json', line: 3 }],
    ['{"type":"AnnotationCollection","first":"https://elsewhere.example/"}', { fault: 'shape', detail: 'items' }],
    ['{"type":"AnnotationCollection","total":3,"first":{"items":[]}}', { fault: 'count', detail: '0 / 3' }],
    ['[{"highlights":[]},{"url":"x"}]', { fault: 'shape', detail: 'highlights 2' }],
    ['URL,Annotation/Reply Type\na,b\n"a', { fault: 'csv', note: 2 }],
    ['URL,Annotation/Reply Type\na,b\nc', { fault: 'csv', note: 2 }],
    ['['.repeat(65), { fault: 'deep', line: 1 }],
  ])('%j', async (text, expected) => {
    expect(await refusal(file(text))).toEqual(expected);
  });

  it('more notes than allowed', async () => {
    expect(await refusal(file(`{"annotations":[${'0,'.repeat(200_000)}0]}`))).toEqual({
      fault: 'many',
      detail: '200001',
    });
  });

  it('more bytes than allowed, packed or not', async () => {
    expect(await refusal({ name: 'a', bytes: new Uint8Array(100_000_001) })).toEqual({ fault: 'large' });
    const bomb = zipSync({ 'a.md': strToU8('a') });
    // The unpacked size that the directory at the end names (APPNOTE 4.3.12: 24 bytes behind its signature).
    const directory = bomb.findLastIndex((_, at) =>
      [0x50, 0x4b, 1, 2].every((byte, index) => bomb[at + index] === byte),
    );
    new DataView(bomb.buffer).setUint32(directory + 24, 100_000_001, true);
    expect(await refusal({ name: 'a.zip', bytes: bomb })).toEqual({ fault: 'large' });
  });

  it('a zip with a changed byte gives a preview or the one error', async () => {
    const { content } = await notesAsFile(notes, 'markdown-zip', { now });
    await fc.assert(
      fc.asyncProperty(fc.nat(content.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = Uint8Array.from(content as Uint8Array);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const result = await read({ name: 'a.zip', bytes }).catch(error => error);
        if (!(result instanceof NotesFileError)) expect(result.format).toBe('markdown-zip');
      }),
    );
  });
});

describe('hostile values', () => {
  it('of names of prototypes do nothing', async () => {
    const json =
      '{"annotations":[{"uri":"https://a.example/","__proto__":{"text":"x","tags":["x"]},"constructor":{}}]}';
    const { fresh } = await read(file(json));
    expect(fresh).toMatchObject([{ text: '', tags: [] }]);
    const yaml = '---\n__proto__:\n  title: x\n  tags: [x]\nsource: https://a.example/\n---\n';
    const { fresh: notes } = await read(file(yaml, 'a.md'));
    expect(notes).toMatchObject([{ tags: [], ties: { page: { title: '' } } }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['aliases that multiply', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]`],
    ['deep nesting', `a: ${'['.repeat(5_000)}`],
    ['deep blocks', Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a list', '- a\n- b'],
    ['the same name twice', 'a: 1\na: 2'],
    ['a tag of another language', 'a: !!js/function "x"\nb: *none'],
  ])('of YAML (%s) make a bad note', async (_, yaml) => {
    const { bad } = await read(file(`---\n${yaml}\n---\nx`, 'a.md'));
    expect(bad).toEqual([{ number: 1, file: '', field: '', fault: 'yaml' }]);
  });

  it('that are wrong many thousand times give a few faults', async () => {
    const tags = `[${'1,'.repeat(200_000)}1]`;
    const { bad } = await read(file(`{"annotations":[{"uri":"https://a.example/","tags":${tags}}]}`));
    expect(bad).toHaveLength(5);
    expect(bad[0]).toEqual({ number: 1, file: '', field: 'tags.0', fault: 'text' });
  });

  it('of ids that are none become ids made from them', async () => {
    const ids = ['urn:x-daftar:note:a%0Ab', 'urn:x-daftar:note:%', 'urn:x-daftar:note:', 'urn:uuid:none'];
    const list = ids.map(id => ({ id, type: 'Annotation', target: 'https://a.example/' }));
    const { fresh } = await read(file(JSON.stringify(list)));
    expect(new Set(fresh.map(note => note.id)).size).toBe(4);
    for (const note of fresh) expect(note.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('of addresses and titles that are too long are named', async () => {
    const long = 'x'.repeat(10_001);
    const { bad } = await read(file(JSON.stringify({ annotations: [{ uri: long, document: { title: [long] } }] })));
    expect(bad.map(({ field, fault }) => [field, fault])).toEqual([
      ['uri', 'long'],
      ['document.title.0', 'long'],
    ]);
  });
});
