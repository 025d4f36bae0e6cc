import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { flatten, setLanguage } from '../i18n/translate.ts';
import { NotesFileError } from './faults.ts';
import { badNoteInWords, fileFaultInWords, guardedInWords } from './faults-in-words.ts';

afterEach(() => setLanguage('en', {}));

it.each([
  [new NotesFileError('altered', { note: 14 }), 'Note 14: The checksum does not fit. The file was altered or damaged.'],
  [new NotesFileError('json', { line: 3 }), 'Line 3: The file is no whole JSON. It was cut or altered.'],
  [
    new NotesFileError('encoding', { file: 'a.md', line: 2 }),
    'a.md: Line 2: The file is not text in UTF-8, or was damaged.',
  ],
  [
    new NotesFileError('count', { detail: '18 / 20' }),
    'Notes are missing or were added (18 / 20). The file was cut or altered.',
  ],
])('says why a file is refused: %s', (error, words) => {
  expect(fileFaultInWords(error)).toBe(`${words} Nothing was taken over.`);
});

it.each([
  [{ number: 14, file: '', field: 'made', fault: 'date' }, 'Note 14: “made” is no date.'],
  [{ number: 2, file: 'a/b.md', field: '', fault: 'yaml' }, 'Note 2 (a/b.md): its front matter cannot be read.'],
  [{ number: 3, file: '', field: '', fault: 'object' }, 'Note 3 is no note.'],
  [{ number: 3, file: '', field: '', fault: 'twice' }, 'Note 3 stands further up in the file already.'],
] as const)('says what is wrong with a note: %j', (bad, words) => {
  expect(badNoteInWords(bad)).toBe(words);
});

it('says what was guarded, and nothing where nothing was', () => {
  expect(guardedInWords(0)).toBeNull();
  expect(guardedInWords(2)).toMatch(/^2 cells begin /);
});

it.each(['fa', 'ps'])('keeps names of values apart from the words around them in %s', language => {
  const texts = JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8'));
  setLanguage(language as 'fa', flatten(texts));
  expect(badNoteInWords({ number: 14, file: '', field: 'made', fault: 'date' })).toContain('«\u2068made\u2069»');
});
