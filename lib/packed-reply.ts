/**
 * The answer to a page in the form in which it travels: claims, versions and sources once, however many statements are about
 * them. Written out, the same source stood in an answer some hundred times, and the browser wrote and read half a megabyte.
 */
import type { EntityCardFacts, PageSpan, ReadReply } from './messaging';
import type { ComparedVersion, Comparison } from './reading/reading';

/** What stands once; everything else names it by its place. */
type Shared = Comparison['claim'] | ComparedVersion['version'] | ComparedVersion['source'];

type PackedComparison = Omit<Comparison, 'claim' | 'versions'> & {
  claim: number;
  versions: (Omit<ComparedVersion, 'version' | 'source'> & { version: number; source: number })[];
};
type StatementSpan = Extract<PageSpan, { kind: 'statement' }>;
type PackedSpan =
  | Exclude<PageSpan, StatementSpan>
  | (Omit<StatementSpan, 'comparisons'> & { comparisons: PackedComparison[] });

export interface PackedReply {
  spans: PackedSpan[];
  shared: Shared[];
  entities: EntityCardFacts[];
  stored: boolean;
}

/** Packs an answer; ids tell what is the same. */
export function packReply({ spans, entities, stored }: ReadReply): PackedReply {
  const shared: Shared[] = [];
  const places = new Map<string, number>();
  const placeOf = (kind: 'claim' | 'version' | 'source', one: Shared): number => {
    const key = `${kind} ${one.id}`;
    const place = places.get(key) ?? shared.push(one) - 1;
    places.set(key, place);
    return place;
  };
  const packed = ({ claim, versions, ...rest }: Comparison): PackedComparison => ({
    ...rest,
    claim: placeOf('claim', claim),
    versions: versions.map(({ version, source, ...compared }) => ({
      ...compared,
      version: placeOf('version', version),
      source: placeOf('source', source),
    })),
  });
  return {
    spans: spans.map(span =>
      span.kind === 'statement' ? { ...span, comparisons: span.comparisons.map(packed) } : span,
    ),
    shared,
    entities,
    stored,
  };
}

/** What earlier answers brought, by kind and id. */
export type Known = Map<string, Shared>;

const keyOf = (one: Shared): string =>
  `${'question' in one ? 'claim' : 'title' in one ? 'source' : 'version'} ${one.id}`;

/**
 * The answer as it was before `packReply`.
 * @param known what earlier answers to the same reading brought is not kept twice: a long page has a hundred answers, which
 *   name the same claims and sources (measured: 240,000 strings on a page of 1 MB, of which 22,000 differ)
 */
export function unpackReply(
  { spans, shared: sent, entities, stored }: PackedReply,
  known: Known = new Map(),
): ReadReply {
  const shared = sent.map(one => {
    const key = keyOf(one);
    const kept = known.get(key) ?? one;
    known.set(key, kept);
    return kept;
  });
  const unpacked = ({ claim, versions, ...rest }: PackedComparison): Comparison => ({
    ...rest,
    claim: shared[claim] as Comparison['claim'],
    versions: versions.map(({ version, source, ...compared }) => ({
      ...compared,
      version: shared[version] as ComparedVersion['version'],
      source: shared[source] as ComparedVersion['source'],
    })),
  });
  return {
    spans: spans.map(span =>
      span.kind === 'statement' ? { ...span, comparisons: span.comparisons.map(unpacked) } : span,
    ),
    entities,
    stored,
  };
}
