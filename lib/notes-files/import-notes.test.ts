import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Note } from '../notes.ts';
import { notesAsFile } from './export-notes.ts';
import { readNotesFile } from './import-notes.ts';
import { makeNote } from './sample-notes.ts';

const now = new Date('2025-03-01T12:00:00Z');
const example = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../../tests/pages/notes/${name}`, import.meta.url))),
});
const file = (text: string, name = 'notes.json') => ({ name, bytes: new TextEncoder().encode(text) });
const read = (input: { name: string; bytes: Uint8Array }, stored: readonly Note[] = [], at = now) =>
  readNotesFile(input, { now: at, stored: async ids => stored.filter(note => ids.includes(note.id)) });
const ownJson = async (notes: readonly Note[]) => (await notesAsFile(notes, 'json', { now })).content as string;

describe('exports of others', () => {
  it('reads the JSON of Hypothesis: selectors, tags, page, replies, and what is wrong', async () => {
    const { format, fresh, bad } = await read(example('hypothesis.json'));
    expect(format).toBe('hypothesis');
    expect(fresh).toHaveLength(3);
    expect(fresh[0]).toMatchObject({
      text: 'Who counted? **Ask** the ministry.\n\nکی شمرده است؟',
      tags: ['water', 'هرات'],
      made: '2025-02-20T09:15:31.204Z',
      changed: '2025-02-21T10:00:00.000Z',
      revision: 1,
      ties: {
        page: { address: 'https://news.example/herat-water', title: 'Wells of Herat' },
        passage: { exact: 'some 40 wells have been drilled', start: 812, end: 842 },
      },
    });
    const { prefix = '', suffix = '' } = fresh[0]?.ties.passage ?? {};
    expect(prefix).toMatch(/^ town council, whose .* in the hall, $/);
    expect([prefix.length, suffix.length]).toEqual([64, 64]);
    expect(fresh.map(note => note.ties.passage === null)).toEqual([false, true, true]);
    expect(bad).toEqual([
      { number: 4, file: '', field: 'created', fault: 'date' },
      { number: 4, file: '', field: 'text', fault: 'text' },
    ]);
  });

  it('reads the CSV of Hypothesis', async () => {
    const { format, fresh, bad } = await read(example('hypothesis.csv'));
    expect(format).toBe('hypothesis-csv');
    expect(fresh.map(note => [note.text, note.tags, note.ties.passage?.exact])).toEqual([
      ['Who counted?\nAsk the ministry, soon.', ['water', 'هرات'], 'some 40 wells, "drilled"'],
      ['A note on the whole page.', [], undefined],
    ]);
    expect(fresh[0]?.made).toBe(new Date(2025, 1, 20, 9, 15).toISOString());
    expect(bad).toEqual([{ number: 3, file: '', field: 'Creation Date', fault: 'date' }]);
  });

  it('reads the highlights of Obsidian Web Clipper', async () => {
    const { format, fresh, bad } = await read(example('clipper-highlights.json'));
    expect(format).toBe('clipper');
    expect(fresh.map(note => [note.text, note.ties.page?.address, note.ties.passage?.exact, note.made])).toEqual([
      [
        'Who counted?\n\nAsk again.',
        'https://news.example/herat-water',
        'some 40 wells have been drilled',
        '2025-02-20T09:15:31.204Z',
      ],
      ['', 'https://news.example/herat-water', 'twelve of them are dry', now.toISOString()],
    ]);
    expect(bad).toEqual([{ number: 3, file: '', field: 'text', fault: 'missing' }]);
  });

  it('reads a clipped page with front matter', async () => {
    const { format, fresh } = await read(example('clipper.md'));
    expect(format).toBe('markdown');
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toMatchObject({
      text: expect.stringMatching(/^## What they say\n\n.*drilled\.\n$/),
      tags: ['clippings', 'water/wells'],
      made: '2025-02-20T00:00:00.000Z',
      ties: {
        page: {
          address: 'https://news.example/herat-water',
          title: 'Wells of Herat: who counts?',
          published: '2025-02-19',
        },
      },
    });
  });

  it('reads annotations of other software', async () => {
    const { format, fresh, bad } = await read(example('annotations.jsonld'));
    expect(format).toBe('annotations');
    expect(fresh.map(note => [note.text, note.tags, note.ties.page?.address])).toEqual([
      ['Who counted?\n\n<https://data.example/wells>', ['water'], 'https://news.example/herat-water'],
      ['A text alone.', [], 'https://news.example/herat-water'],
      ['', [], 'https://news.example/first'],
    ]);
    expect(fresh[0]?.id).toBe('6f1c2a90-5b7d-4a4e-9f38-0d2f6a1b7c55');
    expect(fresh[0]?.ties.passage).toEqual({ exact: 'some 40 wells', prefix: '', suffix: '', start: 0, end: 13 });
    expect(bad).toEqual([
      { number: 4, file: '', field: 'target.selector.1', fault: 'bounds' },
      { number: 5, file: '', field: 'target', fault: 'missing' },
    ]);
  });

  it.each(['hypothesis.json', 'hypothesis.csv', 'clipper-highlights.json', 'clipper.md', 'annotations.jsonld'])(
    'gives the same ids and nothing new when %s comes again, on another day',
    async name => {
      const { fresh } = await read(example(name));
      expect(fresh).not.toEqual([]);
      for (const note of fresh) expect(note.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const again = await read(example(name), fresh, new Date('2026-01-01T00:00:00Z'));
      expect(again).toMatchObject({ fresh: [], changed: [] });
      expect(again.same).toEqual(fresh);
    },
  );

  it('reads a zip of Markdown files, and passes over everything else in it', async () => {
    const zip = zipSync({
      'vault/one.md': strToU8('---\ntags: "#a, b"\n---\nOne'),
      'vault/two.markdown': strToU8('Two'),
      'vault/broken.md': strToU8('---\na: [\n---\nx'),
      'vault/.obsidian/x.md': strToU8('x'),
      '__MACOSX/one.md': strToU8('x'),
      'vault/image.png': strToU8('x'),
    });
    const { fresh, bad } = await read({ name: 'vault.zip', bytes: zip });
    expect(fresh.map(note => [note.text, note.tags])).toEqual([
      ['One', ['a', 'b']],
      ['Two', []],
    ]);
    expect(bad).toEqual([{ number: 1, file: 'vault/broken.md', field: '', fault: 'yaml' }]);
  });
});

describe('what would change', () => {
  const mine = makeNote();

  it.each([
    ['read', 'changed later', { changed: '2025-02-25T00:00:00.000Z' }],
    ['read', 'changed by hand, with the same time', {}],
    ['stored', 'changed earlier', { changed: '2025-02-20T10:00:00.000Z' }],
  ] as const)('names %s as the newer one when the file was %s', async (newer, _, more) => {
    const theirs = makeNote({ text: 'Other words', revision: 9, ...more });
    const { fresh, changed, same } = await read(file(await ownJson([theirs])), [mine]);
    expect([fresh, same]).toEqual([[], []]);
    // The stored revision, so that it is saved as the next edit of that note.
    expect(changed).toEqual([{ stored: mine, read: { ...theirs, revision: mine.revision }, newer }]);
  });

  it('does not bring back what was put into the bin since', async () => {
    const binned = makeNote({ deleted: '2025-02-26T00:00:00.000Z' });
    const { changed } = await read(file(await ownJson([mine])), [binned]);
    expect(changed.map(({ newer }) => newer)).toEqual(['stored']);
  });

  it('takes a stored note that differs in its revision alone for the same', async () => {
    const { same } = await read(file(await ownJson([mine])), [makeNote({ revision: 12 })]);
    expect(same).toHaveLength(1);
  });

  it('takes the first of an id and names the others', async () => {
    const { fresh, bad } = await read(file(await ownJson([mine, makeNote({ text: 'again' })])));
    expect(fresh).toEqual([mine]);
    expect(bad).toEqual([{ number: 2, file: '', field: '', fault: 'twice' }]);
  });

  it('keeps a note made in Obsidian from ours: edited text and tags, other ties untouched', async () => {
    const note = makeNote({ tags: ['aid money', 'herat'], ties: { claims: ['c'] } });
    const { content } = await notesAsFile([note], 'markdown-zip', { now });
    const { unzipSync, strFromU8 } = await import('fflate');
    const [text = ''] = Object.values(unzipSync(content as Uint8Array)).map(bytes => strFromU8(bytes));
    expect(text).toContain('tags:\n  - aid-money\n  - herat\n');
    const same = await read(file(text, 'a.md'), [note]);
    expect(same.same).toEqual([note]);
    const edited = text.replace('aid-money', 'aid').replace('Who counted?', 'Who did?');
    const { changed } = await read(file(edited, 'a.md'), [note]);
    expect(changed).toEqual([
      { stored: note, read: { ...note, tags: ['aid', 'herat'], text: 'Who did?' }, newer: 'read' },
    ]);
  });
});
