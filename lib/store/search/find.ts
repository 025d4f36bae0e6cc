/** Searches the index: what a query means, and which records answer it, by kind. */
import { rowsWithFigure } from './figures.ts';
import { beginsIdle, readQuery } from './query.ts';
import { findWords, idIn, isOf, type SearchIndex, type WordHit } from './search-index.ts';

/** A version that has the figure of the query, or a claim of which the best version is still to be chosen. */
export interface FoundVersion {
  claim: string;
  version: string | null;
  terms: string[];
}

/** Ids of all that was found, the best first. */
export interface Found {
  entities: WordHit[];
  claims: WordHit[];
  versions: FoundVersion[];
  sources: WordHit[];
  notes: WordHit[];
  whole: boolean;
}

function grouped(hits: readonly WordHit[], figures: readonly FoundVersion[], whole: boolean): Found {
  const claims = hits.filter(hit => isOf(hit, 'claim'));
  const withFigure = new Set(figures.map(({ claim }) => claim));
  // What only the sources' words have is shown as theirs, and each claim once.
  const said = claims.filter(hit => !hit.ofMatter && !withFigure.has(idIn(hit)));
  return {
    entities: hits.filter(hit => isOf(hit, 'entity')),
    claims: claims.filter(({ ofMatter }) => ofMatter),
    versions: [...figures, ...said.map(hit => ({ claim: idIn(hit), version: null, terms: hit.terms }))],
    sources: hits.filter(hit => isOf(hit, 'source')),
    notes: hits.filter(hit => isOf(hit, 'note')),
    whole,
  };
}

/** Searches. Never throws; an empty query finds nothing. */
export function find(index: SearchIndex, typed: string): Found {
  const { figures, words, all } = readQuery(typed);
  const last = all.at(-1) ?? '';
  let hits = findWords(index, all);
  if (hits.length === 0 && all.length > 1 && beginsIdle(last)) hits = findWords(index, all.slice(0, -1));
  const rows = [...new Set(figures.flatMap(figure => rowsWithFigure(index.figures, figure)))];
  const asFound = (terms: ReadonlyMap<string, string[]>): FoundVersion[] =>
    rows.map(({ claim, version }) => ({ claim, version, terms: terms.get(claim) ?? [] }));
  if (words.length === 0) return grouped(hits, asFound(new Map()), true);
  if (rows.length > 0) {
    // "$3.6bn aid": of the versions with the figure, those whose claim also has the words.
    const about = new Map(findWords(index, words).flatMap(hit => (isOf(hit, 'claim') ? [[idIn(hit), hit.terms]] : [])));
    const both = asFound(about).filter(({ claim }) => about.has(claim));
    if (both.length > 0 || hits.length > 0) return grouped(hits, both, true);
  } else if (hits.length > 0) return grouped(hits, [], true);
  return grouped(findWords(index, all, true), asFound(new Map()), false);
}
