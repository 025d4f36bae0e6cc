import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { flatten, type Language, setLanguage } from '../i18n/translate.ts';
import type { Note } from '../notes.ts';
import { EXPORT_FORMATS, type ExportFormat, notesAsFile } from './export-notes.ts';
import { uniqueNames } from './file-names.ts';
import { anyNotes, makeNote } from './sample-notes.ts';

const now = new Date(2025, 2, 1, 12);
const speak = (language: Language) =>
  setLanguage(
    language,
    flatten(JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8'))),
  );
const textOf = async (notes: readonly Note[], format: ExportFormat, names?: Map<string, string>) =>
  (await notesAsFile(notes, format, { now, names })).content as string;

afterEach(() => {
  setLanguage('en', {});
  vi.restoreAllMocks();
});

const full = makeNote({
  text: '**Who** counted?\n\n---\n\nکی؟',
  tags: ['water', 'aid money'],
  made: new Date(2025, 1, 20, 12).toISOString(),
  changed: new Date(2025, 1, 21, 12).toISOString(),
  ties: {
    claims: ['wells'],
    entities: ['herat'],
    page: { address: 'https://news.example/wells?a=1&b', title: 'Wells *of* <Herat>', published: '2025-02-19' },
    passage: { exact: 'some 40 wells\nwere drilled', prefix: '', suffix: '', start: 0, end: 26 },
  },
});
const names = new Map([['wells', 'How many wells?']]);

describe('every format', () => {
  it.each(EXPORT_FORMATS)('%s has a safe name and something in it, also for no note at all', async format => {
    const { name, content, type } = await notesAsFile([], format, { now });
    expect(name).toMatch(/^daftar-notes-2025-03-01\.(json|jsonld|zip|md|csv|html)$/);
    expect(type).toMatch(/^(text|application)\//);
    expect(content.length).toBeGreaterThan(10);
  });

  it.each(EXPORT_FORMATS)('%s is made in pieces, says how far it is, and stops when it is told to', async format => {
    // Each look at the clock finds that a piece was long enough.
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 100));
    const notes = Array.from({ length: 6 }, (_, i) => makeNote({ id: `n${i}` }));
    const seen: number[] = [];
    await notesAsFile(notes, format, { now, onProgress: done => seen.push(done) });
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
    const controller = new AbortController();
    const stopped = notesAsFile(notes, format, {
      now,
      signal: controller.signal,
      onProgress: done => done === 3 && controller.abort(new Error('Enough.')),
    });
    await expect(stopped).rejects.toThrow('Enough.');
  });
});

describe('our JSON', () => {
  it('has one note a line, under a count and a checksum', async () => {
    const text = await textOf([full, makeNote({ id: 'b' })], 'json');
    expect(JSON.parse(text)).toMatchObject({
      format: 'daftar-notes',
      version: 1,
      written: now.toISOString(),
      count: 2,
    });
    expect(text.split('\n').filter(line => line.startsWith('{"'))).toHaveLength(2);
    expect(JSON.parse(text).checksum).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('annotations', () => {
  it('are a collection with what the standard asks of each', async () => {
    const { first, ...collection } = JSON.parse(await textOf([full, makeNote({ id: 'b', text: '' })], 'annotations'));
    expect(collection).toMatchObject({ type: 'AnnotationCollection', total: 2, label: 'Notes from Daftar' });
    expect(collection['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(first.items[0]).toMatchObject({
      id: `urn:uuid:${full.id}`,
      type: 'Annotation',
      body: [
        { type: 'TextualBody', format: 'text/markdown', value: full.text },
        { type: 'TextualBody', purpose: 'tagging', value: 'water' },
        { type: 'TextualBody', purpose: 'tagging', value: 'aid money' },
      ],
      target: {
        source: 'https://news.example/wells?a=1&b',
        selector: [
          { type: 'TextQuoteSelector', exact: 'some 40 wells\nwere drilled' },
          { type: 'TextPositionSelector', start: 0, end: 26 },
        ],
      },
    });
    expect(first.items[1]).toMatchObject({
      id: 'urn:x-daftar:note:b',
      motivation: 'highlighting',
      target: { source: expect.any(String) },
    });
  });
});

describe('Markdown in one file', () => {
  it('has each note under a heading, with its passage quoted and its facts in words', async () => {
    const lines = (await textOf([full], 'markdown', names)).split('\n');
    expect(lines.slice(0, 9)).toEqual([
      '# Notes from Daftar',
      '',
      '1 note, 1 March 2025',
      '',
      '## Note 1',
      '',
      '> some 40 wells',
      '> were drilled',
      '',
    ]);
    expect(lines).toContain('- Page: Wells \\*of\\* \\<Herat\\> <https://news.example/wells?a=1&b>');
    expect(lines).toContain('- Claims: How many wells?');
    expect(lines).toContain('- Entities: herat');
    expect(lines).toContain('- Made: 20 February 2025');
  });
});

describe('the zip', () => {
  const namesIn = async (notes: Note[]) => {
    const { content } = await notesAsFile(notes, 'markdown-zip', { now });
    return Object.keys(unzipSync(content as Uint8Array));
  };

  it.each([
    ['# Who counted: 40/50?\nmore', '2025-02-20 Who counted 40 50.md'],
    ['', '2025-02-20.md'],
    ['...', '2025-02-20.md'],
    ['\n\n- item [x](y)\u202E\0', '2025-02-20 item x (y).md'],
    ['چاه‌های هرات', '2025-02-20 چاه های هرات.md'],
  ])('names the file of %j after it', async (text, name) => {
    expect(await namesIn([makeNote({ text })])).toEqual([name]);
  });

  it('has names that differ where systems do not tell case apart', async () => {
    const notes = ['Wells', 'wells', 'WELLS'].map((text, id) => makeNote({ id: `${id}`, text }));
    expect(await namesIn(notes)).toEqual(['2025-02-20 Wells.md', '2025-02-20 wells (2).md', '2025-02-20 WELLS (3).md']);
    expect(uniqueNames(['a', 'a (2)', 'a', 'A'])).toEqual(['a', 'a (2)', 'a (3)', 'A (4)']);
  });

  it('has names that every system takes, once each, whatever the notes say', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, async notes => {
        const files = await namesIn(notes);
        expect(new Set(files.map(name => name.toLowerCase())).size).toBe(notes.length);
        for (const name of files) {
          expect(new TextEncoder().encode(name).length).toBeLessThan(200);
          expect(name).toMatch(/^\d{4}-\d\d-\d\d(?: [^<>:"/\\|?*#^[\]\p{Cc}]*[^<>:"/\\|?*#^[\]\p{Cc} .])?\.md$/u);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('CSV', () => {
  it('gives a row for each note, with line breaks and quotes kept', async () => {
    const text = await textOf([full], 'csv', names);
    expect(text.startsWith('\uFEFFMade,Changed,Note,Tags,')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data[0]).toMatchObject({
      Note: full.text,
      Tags: 'water, aid money',
      Claims: 'How many wells?',
      'Note’s id': full.id,
    });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=1\n2', '＝1'])('guards %j and says so', async text => {
    const { content, guarded } = await notesAsFile(
      [makeNote({ text, tags: ['=x'] }), makeNote({ text: 'a=1' })],
      'csv',
      { now },
    );
    expect(guarded).toBe(2);
    const { data } = Papa.parse<string[]>((content as string).slice(1), { skipEmptyLines: true });
    expect(data[1]?.slice(2, 4)).toEqual([`'${text}`, "'=x"]);
    expect(data[2]?.[2]).toBe('a=1');
  });
});

describe('the printable document', () => {
  it('shows passage, rendered text and facts', async () => {
    const { document } = new JSDOM(await textOf([full], 'html', names)).window;
    expect(document.title).toBe('Notes from Daftar');
    expect(document.querySelector('article strong')?.textContent).toBe('Who');
    expect(document.querySelector('article blockquote')?.textContent).toBe('some 40 wells\nwere drilled');
    expect(document.querySelector('dd a')?.getAttribute('href')).toBe('https://news.example/wells?a=1&b');
    const facts = [...document.querySelectorAll('dt')].map(
      dt => `${dt.textContent}: ${dt.nextElementSibling?.textContent}`,
    );
    expect(facts).toContain('Claims: How many wells?');
    expect(facts).toContain('Tags: water, aid money');
    expect(facts).toContain('Page published: 19 February 2025');
  });

  it.each(['fa', 'ps'] as const)('runs from right to left in %s', async language => {
    speak(language);
    const { document } = new JSDOM(await textOf([full], 'html', names)).window;
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual([language, 'rtl']);
    expect(document.querySelector('h1')?.textContent).toMatch(/یادښتونه|یادداشت/);
  });

  it('runs and loads nothing, whatever the notes say', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, async notes => {
        const { document } = new JSDOM(await textOf(notes, 'html')).window;
        expect(document.querySelectorAll('article')).toHaveLength(notes.length);
        expect(
          document.querySelector('script, img, iframe, link, object, embed, form, base, svg, [onerror], [style]'),
        ).toBeNull();
        expect(document.querySelectorAll('style, meta[http-equiv]')).toHaveLength(2);
        for (const link of document.querySelectorAll('a'))
          expect(link.getAttribute('href')).toMatch(/^(https?:\/\/|mailto:)/i);
      }),
      { numRuns: 15 },
    );
  });
});
