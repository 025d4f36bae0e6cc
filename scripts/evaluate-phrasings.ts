/**
 * Scores matching on phrasings: for each claim sentences of ours that are about it, and ones that only look so.
 * usage: npm run evaluate:phrasings [-- THEME …]   (themes are the names of the files in data/claims)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePacks } from '../lib/reading/compiled-pack.ts';
import { readPassages } from '../lib/reading/reading.ts';
import { readBundledPack } from './read-pack.ts';

/** One line of a file: what is about the claim, and what is not. */
interface Phrasings {
  claim: string;
  say: string[];
  not: string[];
}

const folder = join(import.meta.dirname, '../evaluation/phrasings');
const wanted = process.argv.slice(2);
const compiled = compilePacks([readBundledPack()]);
// As on a page on Afghanistan whose date is known.
const PAGE = { title: null, date: '2025-11-01', lead: 'Afghanistan, Afghanistan' };

const claimsOf = (text: string) =>
  readPassages(compiled, [{ id: 0, text }], PAGE).flatMap(({ matches }) => matches.map(({ claim }) => claim));

const themes = existsSync(folder) ? readdirSync(folder).sort() : [];
for (const file of themes) {
  const theme = file.replace('.jsonl', '');
  if (wanted.length > 0 && !wanted.includes(theme)) continue;
  const tally = { found: 0, said: 0, wrong: 0, denied: 0 };
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
    const { claim, say, not } = JSON.parse(line) as Phrasings;
    for (const text of say) {
      tally.said++;
      if (claimsOf(text).includes(claim)) tally.found++;
      else if (wanted.length > 0) console.log('MISSED', claim, '|', text);
    }
    for (const text of not) {
      tally.denied++;
      if (!claimsOf(text).includes(claim)) continue;
      tally.wrong++;
      if (wanted.length > 0) console.log('FALSE ', claim, '|', text);
    }
  }
  console.log(`${theme}: ${tally.found} of ${tally.said} found, ${tally.wrong} of ${tally.denied} wrongly matched`);
}
