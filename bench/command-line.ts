/** How long the command-line reader takes for a file of lines, its start included. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findSentences } from '../lib/reading/sentences.ts';
import { counted, printTable, rounded } from './table.ts';
import { readArticles, textsOf } from './text.ts';

/** Seconds by the clock: the CPU time of another process cannot be asked for. */
function secondsFor(lines: readonly string[]): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/annotate.ts', '--jsonl'], {
    cwd: join(import.meta.dirname, '..'),
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - start) / 1000;
  const answers = stdout.split('\n').length - 1;
  if (status !== 0 || answers !== lines.length)
    throw new Error(`The command-line reader answered ${answers} of ${lines.length} lines: ${stderr}`);
  return seconds;
}

export function measureCommandLine(): void {
  const sentences = textsOf(readArticles()).flatMap(text =>
    findSentences(text).map(({ start, end }) => text.slice(start, end)),
  );
  const lines = (count: number) =>
    Array.from({ length: count }, (_, i) => JSON.stringify({ id: i, text: sentences[i % sentences.length] }));
  const rows = [1, 1000].map(count => [
    count === 1 ? '1 line' : `${counted(count)} lines`,
    rounded(Math.min(...[0, 0].map(() => secondsFor(lines(count))))),
  ]);
  printTable('The command-line reader, with its start', ['', 's'], rows);
}
