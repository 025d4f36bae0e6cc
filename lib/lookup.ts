/** What lookup shows: the routes of its pages, and the data of each of them. Plain data: the store gives it, views draw it. */
import type { Claim, ClaimKind, Entity, Source, Span, Version } from './reading/types';

/** A page of the lookup; `#search/` with nothing behind it is where it begins. */
export type Route =
  | { page: 'search'; query: string }
  | { page: 'claim'; id: string }
  | { page: 'entity'; id: string }
  | { page: 'source'; id: string };

/** A route as the hash of an address, "#claim/us-aid". */
export function hashOf(route: Route): string {
  const value = route.page === 'search' ? route.query : route.id;
  // Half of a surrogate pair, from a text cut somewhere, cannot be encoded.
  return `#${route.page}/${encodeURIComponent(value.toWellFormed())}`;
}

/** The route in a hash, with or without its "#"; an empty search where it names none of ours. */
export function routeOf(hash: string): Route {
  const [, page = '', written = ''] = /^#?(\w+)\/(.*)$/s.exec(hash) ?? [];
  let value = written;
  try {
    value = decodeURIComponent(written);
  } catch {
    // A lone "%" that somebody typed into the address: taken as it stands.
  }
  if (value && (page === 'claim' || page === 'entity' || page === 'source')) return { page, id: value };
  return { page: 'search', query: page === 'search' ? value : '' };
}

/** A text, and the words of it that matched. */
export interface Marked {
  text: string;
  marks: Span[];
}

export interface ClaimHit {
  claim: Claim;
  question: Marked;
  /** What a source says, where words matched that the question does not have. */
  says: Marked | null;
}

export interface VersionHit {
  claim: Claim;
  version: Version;
  source: Source;
  says: Marked;
}

export interface EntityHit {
  entity: Entity;
  name: Marked;
  /** Another name of it that matched, where the shown one did not. */
  alias: Marked | null;
  role: Marked;
}

export interface SourceHit {
  source: Source;
  title: Marked;
}

/** A note as lookup shows it. */
export interface NoteBrief {
  id: string;
  text: string;
  tags: string[];
  /** ISO time of the last change. */
  changed: string;
}

export interface NoteHit {
  note: NoteBrief;
  /** The note, or the part of it around the first words that matched. */
  text: Marked;
}

/** The best hits of one kind, the best first, and how many there are in all. */
export interface Group<T> {
  hits: T[];
  total: number;
}

export interface SearchResults {
  entities: Group<EntityHit>;
  claims: Group<ClaimHit>;
  versions: Group<VersionHit>;
  sources: Group<SourceHit>;
  notes: Group<NoteHit>;
  /** False when nothing has all words of the query, and these have some of them. */
  whole: boolean;
}

/** A claim in a list. */
export interface ClaimBrief {
  id: string;
  kind: ClaimKind;
  question: string;
}

export interface ClaimView {
  claim: Claim;
  /** By id: the sources of its versions. */
  sources: Map<string, Source>;
  entities: Entity[];
  /** By id: the entities that hold its positions. A version may also name a holder who is none. */
  holders: Map<string, Entity>;
  /** Claims about the same entities or in the same measure, the nearest first. */
  related: ClaimBrief[];
  notes: NoteBrief[];
}

export interface EntityView {
  entity: Entity;
  /** The entity that this one stands for in news language, or null. */
  standsFor: Entity | null;
  claims: ClaimBrief[];
  notes: NoteBrief[];
}

export interface SourceView {
  source: Source;
  /** All that it says, by claim, in the order of its paragraphs. */
  says: { claim: Claim; versions: Version[] }[];
  /** By id, as in a claim's view. */
  holders: Map<string, Entity>;
  notes: NoteBrief[];
}

/** Where the views get their data. Each loader gives null for an unknown id, and rejects when the store cannot be read. */
export interface LookupData {
  /** False when the database cannot be used and the bundled pack answers, without notes. */
  stored: boolean;
  /** @param limit how many hits of each kind to give */
  search(query: string, limit: number): Promise<SearchResults>;
  claim(id: string): Promise<ClaimView | null>;
  entity(id: string): Promise<EntityView | null>;
  source(id: string): Promise<SourceView | null>;
}
