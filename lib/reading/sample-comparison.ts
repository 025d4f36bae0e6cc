/** Makes comparisons for tests, the whole way from a text. */
import { compilePacks } from './compiled-pack.ts';
import { type Comparison, compareMatch, type PageFacts, readPassages } from './reading.ts';
import { SAMPLE_PACK } from './sample-pack.ts';
import type { Pack } from './types.ts';

const PAGE: PageFacts = { title: 'Winter in Afghanistan', date: '2025-02-01', lead: '' };

/** The comparison of a text's first statement; throws where it has none. */
export function compareSample(text: string, page: Partial<PageFacts> = {}, pack: Pack = SAMPLE_PACK): Comparison {
  const facts = { ...PAGE, ...page };
  const [reading] = readPassages(compilePacks([pack]), [{ id: 0, text }], facts);
  const match = reading?.matches[0];
  const claim = pack.claims.find(({ id }) => id === match?.claim);
  if (!reading || !match || !claim) throw new Error('no statement');
  const sources = new Map(pack.sources.map(source => [source.id, source]));
  return compareMatch(match, reading, text, claim, sources, facts, '2026-06-01');
}
