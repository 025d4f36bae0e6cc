/** How matching grows with the number of claims. */
import { deserialize, serialize } from 'node:v8';
import { type CompiledPack, compilePacks } from '../lib/reading/compiled-pack.ts';
import { readPassages } from '../lib/reading/reading.ts';
import { findSentences } from '../lib/reading/sentences.ts';
import type { Pack } from '../lib/reading/types.ts';
import { readBundledPack } from '../scripts/read-pack.ts';
import { withClaims } from './many-claims.ts';
import { bestCpuSeconds, bytesOf, cpuSeconds, timed } from './measure.ts';
import { counted, printNote, printTable, rounded } from './table.ts';
import { type Page, readArticles, textsOf } from './text.ts';

/** Versions' texts that make one page, and how many of them are read. */
const ON_PAGE = 20;
const FROM_PACK = 600;
const RUNS = 12;

/** Pages that speak of the pack's own claims, taken evenly from all of them. */
function pagesAbout(pack: Pack): Page[] {
  const texts = pack.claims.flatMap(({ versions }) => versions.map(({ text }) => text));
  const step = Math.max(1, Math.floor(texts.length / FROM_PACK));
  const some = texts.filter((_, i) => i % step === 0).slice(0, FROM_PACK);
  return Array.from({ length: Math.ceil(some.length / ON_PAGE) }, (_, page) => {
    const passages = some.slice(page * ON_PAGE, (page + 1) * ON_PAGE).map((text, id) => ({ id, text }));
    return { passages, facts: { title: null, date: '2025-07-15', lead: passages[0]?.text ?? '' } };
  });
}

interface Cost {
  /** Microseconds of the CPU for one sentence beyond those that it takes without any claims. */
  each: number;
  matches: number;
}

function costOf(pages: readonly Page[], index: CompiledPack, without: CompiledPack): Cost {
  const sentences = textsOf(pages).reduce((sum, text) => sum + findSentences(text).length, 0);
  let matches = 0;
  const read = (compiled: CompiledPack) => () => {
    matches = 0;
    for (const { passages, facts } of pages)
      for (const reading of readPassages(compiled, passages, facts)) matches += reading.matches.length;
  };
  // In turns, so that both meet the same machine: what is asked for is a small difference of large numbers.
  let [bare, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < RUNS; i++) {
    bare = Math.min(bare, cpuSeconds(read(without)));
    whole = Math.min(whole, cpuSeconds(read(index)));
  }
  return { each: ((whole - bare) / sentences) * 1e6, matches };
}

function rowOf(pack: Pack, articles: readonly Page[]): string[] {
  const { value: index, seconds: build } = timed(() => compilePacks([pack]));
  const record = serialize(index);
  const restore = bestCpuSeconds(2, () => deserialize(record));
  const without = compilePacks([{ ...pack, claims: [] }]);
  const [news, own] = [costOf(articles, index, without), costOf(pagesAbout(pack), index, without)];
  return [
    `${counted(pack.claims.length)} claims`,
    rounded(build),
    rounded(bytesOf(index.claims) / 1e6),
    rounded(record.length / 1e6),
    rounded(restore * 1000),
    `${rounded(news.each)} (${news.matches})`,
    `${rounded(own.each)} (${own.matches})`,
  ];
}

export function measureClaims(quick: boolean): void {
  const bundled = readBundledPack();
  const articles = readArticles();
  const counts = [bundled.claims.length, 1000, 10_000, ...(quick ? [] : [100_000])];
  printTable(
    'Matching, with claims in made-up words beside the bundled ones (in brackets: matches found)',
    [
      '',
      'build, CPU s',
      'index, MB',
      'stored, MB',
      'restore, CPU ms',
      'µs per news sentence',
      'µs per sentence of the pack',
    ],
    counts.map(count => rowOf(withClaims(bundled, count), articles)),
  );
  printNote('The index is that of the claims alone; stored and restored is all that is compiled, names included.');
}
