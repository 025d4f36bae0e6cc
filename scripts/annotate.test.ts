import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SAMPLE_PACK } from '@/lib/reading/sample-pack';

// Every run begins a Node of its own; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let packFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daftar-annotate-'));
  packFile = await file('pack.json', JSON.stringify(SAMPLE_PACK));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** Runs the reader as `npm run annotate` does. */
function run(args: string[], input = ''): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/annotate.ts', ...args], { cwd: join(import.meta.dirname, '..') });
    let out = '';
    let err = '';
    child.stdout.on('data', data => {
      out += data;
    });
    child.stderr.on('data', data => {
      err += data;
    });
    child.on('error', reject);
    child.on('close', status => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}

const sample = (...args: string[]) => ['--pack', packFile, ...args];

/** Feeds lines and gives the answers, one for each line. */
async function answers(lines: unknown[], ...args: string[]) {
  const input = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { status, out, err } = await run(sample('--jsonl', ...args), `${input}\n`);
  expect([status, err]).toEqual([0, '']);
  return out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
}

const TEXT =
  'The border\n\nIran deported 500,000 Afghans in 2024. Daud Wardoni was there.\nNo country has recognised the Taliban.';
const HTML = `<!doctype html><html lang="en"><head><title>Winter</title>
<script type="application/ld+json">{"datePublished":"2025-02-01"}</script></head>
<body><nav><p>Iran deported 900,000 Afghans in 2024.</p></nav><main><h1>Winter at the border</h1>
<p>Iran <b>deported</b> 500,000 Afghans in 2024.</p></main></body></html>`;

describe('--jsonl', () => {
  it('answers each line in its place, broken ones too', async () => {
    const lines = [
      { id: 'a', text: TEXT, title: 'Afghanistan', date: '2025-02-01' },
      '{"id": "b", "text": ',
      { id: 'c' },
      { id: 'd', text: 7 },
      { id: 'e', text: 'x', title: 7 },
      { id: 'f', text: 'x', date: 'tomorrow' },
      '[1]',
      'null',
      '',
      { id: 9, text: '' },
      { id: 'z', text: TEXT, date: null },
    ];
    const given = await answers(lines);
    expect(given.map(({ id }) => id)).toEqual(['a', null, 'c', 'd', 'e', 'f', null, null, null, 9, 'z']);
    expect(given.map(({ error }) => error !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(given[2].error).toBe('The line has no "text", or it is no string.');
    expect(given[4].error).toBe('"title" is no string.');
    expect(given[5].error).toBe('"date" is no ISO date: tomorrow');
  });

  it('gives entities, figures and statements in the documented form, with places in the text', async () => {
    const [answer] = await answers([{ id: 'a', text: TEXT, date: '2025-02-01' }]);
    const words = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);
    expect(answer.entities.map((entity: never) => [words(entity), (entity as { entity: string }).entity])).toEqual([
      ['Iran', 'iran'],
      ['Daud Wardoni', 'daud-wardoni'],
      ['Taliban', 'taliban'],
    ]);
    expect(answer.figures).toMatchObject([
      {
        text: '500,000',
        kind: 'count',
        value: 500_000,
        qualifier: 'exact',
        per: null,
        period: { from: '2024', to: '2024' },
      },
    ]);
    expect(words(answer.figures[0])).toBe('500,000');
    const [deported, recognition] = answer.statements;
    expect(words(deported)).toBe('Iran deported 500,000 Afghans in 2024.');
    expect(deported).toMatchObject({
      claim: 'deported',
      figure: 0,
      verdict: 'differs',
      versions: [{ version: 'deported/lakeside', relation: 'lower', difference: -37.5 }],
    });
    expect(deported.why.words.map(words)).toEqual(['Iran', 'deported']);
    expect(recognition).toMatchObject({ claim: 'recognition', figure: null, verdict: 'dated' });
  });

  it('ranks the claims for the whole text with --rank', async () => {
    const [answer] = await answers(
      [{ id: 'a', text: 'Aid that the United States has given, and an embassy' }],
      '--rank',
      '2',
    );
    expect(answer.ranked).toHaveLength(2);
    expect(answer.ranked[0].claim).toBe('aid');
    expect(answer.ranked[0].score).toBeGreaterThan(answer.ranked[1].score);
  });

  it('writes nothing for no input', async () => {
    expect(await run(sample('--jsonl'))).toEqual({ status: 0, out: '', err: '' });
  });
});

describe('a file', () => {
  it.each([
    ['text', 'story.txt', TEXT],
    ['HTML, by its article alone', 'story.html', HTML],
  ])('of %s is printed for a person', async (_, name, content) => {
    const { status, out } = await run(sample('--date', '2025-02-01', await file(name, content)));
    expect(status).toBe(0);
    expect(out).toContain('DIFFERS: 500,000 (2024)');
    expect(out).toContain('How many Afghans has Iran sent back?');
    expect(out).toContain('Institute lakeside, “A year at the border”, 10 February 2025');
    expect(out).toContain('https://lakeside.example/report');
    expect(out).not.toContain('900,000');
  });

  it('is given for a program with --json', async () => {
    const { status, out } = await run(sample('--json', await file('story.html', HTML)));
    const { statements } = JSON.parse(out);
    expect([status, statements.map(({ claim }: { claim: string }) => claim)]).toEqual([0, ['deported']]);
  });

  it('is explained with --explain', async () => {
    const { out } = await run(sample('--explain', await file('story.txt', TEXT)));
    expect(out).toMatch(/Why: claim deported, score 0\.\d\d = cues .* nearness/);
  });

  it('that says nothing on any claim gives a sentence', async () => {
    const { status, out } = await run(sample(await file('other.txt', 'It rained in Oslo.')));
    expect([status, out.trim().split('\n').at(-1)]).toEqual([
      0,
      'No statement here is about a matter that the store has sources on.',
    ]);
  });
});

describe('what cannot be done', () => {
  it.each<[string, () => Promise<string[]>, RegExp]>([
    ['a missing file', async () => [join(folder, 'missing.html')], /missing\.html cannot be read: .*ENOENT/],
    ['no file', async () => [], /^usage:/],
    ['two files', async () => ['a.txt', 'b.txt'], /^usage:/],
    ['an unknown option', async () => ['--verdict'], /--verdict[\s\S]*usage:/],
    ['a count that is no number', async () => ['--jsonl', '--rank', 'many'], /--rank takes a whole number, not "many"/],
    ['a missing pack', async () => ['--pack', join(folder, 'no.json'), 'a.txt'], /no\.json cannot be read/],
    [
      'a broken pack',
      async () => ['--pack', await file('broken.json', '{"pack": '), 'a.txt'],
      /broken\.json cannot be read/,
    ],
    [
      'a pack in another form',
      async () => ['--pack', await file('form.json', '{"pack": 1}'), 'a.txt'],
      /not in the pack format:\n#/,
    ],
  ])('%s is said with status 2', async (_, args, message) => {
    const { status, out, err } = await run(await args());
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
