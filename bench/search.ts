/** How fast search answers over many claims, once its index is there; and what that index costs. */

import type { Pack } from '../lib/reading/types.ts';
import { libraryOfPack } from '../lib/store/library.ts';
import { find } from '../lib/store/search/find.ts';
import { hitsOf } from '../lib/store/search/hits.ts';
import { buildIndex, recordOf, restoreIndex, type SearchIndex } from '../lib/store/search/search-index.ts';
import { readBundledPack } from '../scripts/read-pack.ts';
import { withClaims } from './many-claims.ts';
import { counted, printNote, printTable, rounded } from './table.ts';

/** What people type: the most frequent words, names in other spellings, typing errors, figures, words that nothing has. */
const QUERIES = [
  'taliban',
  'tal',
  'afghanistan taliban',
  'US aid since 2021',
  'how many Afghans has Iran deported?',
  'Haibatullah',
  'hibatulah akhunzada',
  'deportations',
  'recognition russia',
  '3.6bn',
  '$3.6 billion aid',
  '۲۳ میلیون',
  'taliban xqzwv',
];
const RUNS = 15;
/** Hits of each kind that the first view shows. */
const SHOWN = 5;

/** What a run gives, and the CPU milliseconds of the whole process for it. */
async function timeOf<T>(run: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const before = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

/** CPU milliseconds for one query with its hits: the middle of some runs, and the number of records found. */
async function costOf(index: SearchIndex, pack: Pack, query: string): Promise<{ ms: number; found: number }> {
  const library = libraryOfPack(pack);
  const all: number[] = [];
  let found = 0;
  for (let i = 0; i < RUNS; i++) {
    const { value, ms } = await timeOf(() => hitsOf(library, find(index, query), query, SHOWN));
    found = [value.entities, value.claims, value.versions, value.sources].reduce((sum, { total }) => sum + total, 0);
    all.push(ms);
  }
  return { ms: all.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0, found };
}

/** Prints both tables. `quick`: on fewer claims. */
export async function measureSearch(quick: boolean): Promise<void> {
  const bundled = readBundledPack();
  const costs: string[][] = [];
  const answers = new Map<string, string[]>(QUERIES.map(query => [query, [query]]));
  const counts = [bundled.claims.length, ...(quick ? [1000] : [10_000])];
  for (const count of counts) {
    const pack = withClaims(bundled, count);
    const { value: built, ms: build } = await timeOf(() => buildIndex(pack));
    const { value: record, ms: store } = await timeOf(() => recordOf(built));
    const { value: index, ms: restore } = await timeOf(() => restoreIndex(record));
    costs.push([
      `${counted(count)} claims`,
      rounded(build),
      rounded(store),
      rounded(record.words.length / 1e6),
      rounded(restore),
    ]);
    for (const query of QUERIES) {
      const { ms, found } = await costOf(index, pack, query);
      answers.get(query)?.push(`${rounded(ms)} (${counted(found)})`);
    }
  }
  printTable(
    'The index of search',
    ['', 'build, CPU ms', 'to a record, CPU ms', 'record, MB', 'restore, CPU ms'],
    costs,
  );
  const heads = counts.map(count => `CPU ms at ${counted(count)} claims`);
  printTable('One query with its best hits (in brackets: records found)', ['', ...heads], [...answers.values()]);
  printNote('A frame has 16 ms. Hits are read from memory here; in a page they come from the database.');
}
