/** Searches the index: what a query means, and which records answer it, by kind. */
import { rowsWithFigure } from './figures.ts';
import { readQuery } from './query.ts';
import { findWords, type SearchIndex, type WordHit } from './search-index.ts';

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

const ofKind = (hits: readonly WordHit[], kind: WordHit['kind']) => hits.filter(hit => hit.kind === kind);

function grouped(hits: readonly WordHit[], figures: readonly FoundVersion[], whole: boolean): Found {
  const claims = ofKind(hits, 'claim');
  const withFigure = new Set(figures.map(({ claim }) => claim));
  // What only the sources' words have is shown as theirs, and each claim once.
  const said = claims.filter(({ id, inQuestion }) => !inQuestion && !withFigure.has(id));
  return {
    entities: ofKind(hits, 'entity'),
    claims: claims.filter(({ inQuestion }) => inQuestion),
    versions: [...figures, ...said.map(({ id, terms }) => ({ claim: id, version: null, terms }))],
    sources: ofKind(hits, 'source'),
    notes: ofKind(hits, 'note'),
    whole,
  };
}

/** Searches. Never throws; an empty query finds nothing. */
export function find(index: SearchIndex, typed: string): Found {
  const { figures, words, all } = readQuery(typed);
  const hits = findWords(index, all);
  const rows = [...new Set(figures.flatMap(figure => rowsWithFigure(index.figures, figure)))];
  const asFound = (terms: ReadonlyMap<string, string[]>): FoundVersion[] =>
    rows.map(({ claim, version }) => ({ claim, version, terms: terms.get(claim) ?? [] }));
  if (words.length === 0) return grouped(hits, asFound(new Map()), true);
  if (rows.length > 0) {
    // "$3.6bn aid": of the versions with the figure, those whose claim also has the words.
    const about = new Map(ofKind(findWords(index, words), 'claim').map(({ id, terms }) => [id, terms]));
    const both = asFound(about).filter(({ claim }) => about.has(claim));
    if (both.length > 0 || hits.length > 0) return grouped(hits, both, true);
  } else if (hits.length > 0) return grouped(hits, [], true);
  return grouped(findWords(index, all, true), asFound(new Map()), false);
}
