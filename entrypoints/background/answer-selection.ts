/** Answers what a reader has selected: the comparisons of the statement in it, else what the search finds for its words. */
import type { Found, FoundItem, SelectionReply, SelectionRequest } from '@/lib/messaging';
import { compareMatch, readPassages } from '@/lib/reading/reading';
import type { ClaimStore } from '@/lib/store/claims';
import type { Search } from '@/lib/store/search';

/** Hits of each kind, and of all kinds together: a popover is no page of results. Judgements. */
const OF_EACH = 3;
const MOST_FOUND = 6;
/** A paragraph longer than this is cut around the selection, and a query longer than that. Judgements. */
const LONGEST_TEXT = 8000;
const LONGEST_QUERY = 200;

/**
 * Reads the selection in its paragraph. What counts is a statement whose marked words are selected, in part or within the
 * whole sentence; a name alone that stands in a statement is looked up as a name.
 * @param today ISO day to judge undated pages by
 */
export async function answerSelection(
  store: ClaimStore,
  search: Search,
  { page, text: whole, selected }: SelectionRequest,
  today = new Date().toISOString().slice(0, 10),
): Promise<SelectionReply> {
  const from = whole.length > LONGEST_TEXT ? Math.max(0, selected.start - LONGEST_TEXT / 2) : 0;
  const text = whole.slice(from, from + LONGEST_TEXT);
  const [start, end] = [selected.start - from, selected.end - from];
  const [reading] = readPassages(store.compiled, [{ id: 0, text }], page);
  const matches = (reading?.matches ?? []).filter(({ mark }) => mark.start < end && start < mark.end);
  const records = await store.read([...new Set(matches.map(({ claim }) => claim))], []);
  const comparisons = matches
    .sort((a, b) => b.score - a.score)
    .flatMap(match => {
      const claim = records.claims.get(match.claim);
      return claim && reading ? [compareMatch(match, reading, text, claim, records.sources, page, today)] : [];
    });
  if (comparisons.length > 0) return { kind: 'statement', comparisons };
  const query = text.slice(start, end).replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUERY);
  return findFor(search, query);
}

/** The best hits: names first, then questions, then sources. Notes stay out of pages. */
async function findFor(search: Search, query: string): Promise<Found> {
  const { entities, claims, versions, sources, whole } = await search.find(query, OF_EACH);
  const items: FoundItem[] = [
    ...entities.hits.map(
      ({ entity, name }): FoundItem => ({ kind: 'entity', title: name, route: { page: 'entity', id: entity.id } }),
    ),
    ...claims.hits.map(
      ({ claim, question }): FoundItem => ({ kind: 'claim', title: question, route: { page: 'claim', id: claim.id } }),
    ),
    ...versions.hits.map(
      ({ claim }): FoundItem => ({
        kind: 'claim',
        title: { text: claim.question, marks: [] },
        route: { page: 'claim', id: claim.id },
      }),
    ),
    ...sources.hits.map(
      ({ source, title }): FoundItem => ({ kind: 'source', title, route: { page: 'source', id: source.id } }),
    ),
  ];
  const seen = new Set<string>();
  const isNew = ({ route }: FoundItem) => {
    const key = JSON.stringify(route);
    return !seen.has(key) && Boolean(seen.add(key));
  };
  return { kind: 'found', query, whole, items: items.filter(isNew).slice(0, MOST_FOUND) };
}
