/** Answers a page's batch: reads it, compares its matches, and packs up what the page needs to show. */
import type { EntityCardFacts, PageSpan, ReadReply, ReadRequest } from '@/lib/messaging';
import { compareMatch, readPassages } from '@/lib/reading/reading';
import type { ClaimKind } from '@/lib/reading/types';
import type { ClaimStore, Records } from '@/lib/store/claims';
import type { Shown } from './shown';

/** Reads one batch. `today` is the ISO day to judge undated pages by. */
export async function answerRead(
  store: ClaimStore,
  { page, passages, marked = [] }: ReadRequest,
  shown: Shown,
  today = new Date().toISOString().slice(0, 10),
): Promise<ReadReply> {
  const readings = readPassages(store.compiled, passages, page, { kinds: shown.kinds, allFigures: false });
  const claimIds = [...new Set(readings.flatMap(reading => reading.matches.map(match => match.claim)))];
  const isMarked = new Set(marked);
  const named = readings.flatMap(reading =>
    reading.entities.filter(({ way, entity }) => way !== 'adjective' && !isMarked.has(entity)),
  );
  const entityIds = [...new Set(named.map(mention => mention.entity))];
  const records = await store.read(claimIds, entityIds);

  const spans = readings.flatMap((reading, i): PageSpan[] => {
    const text = passages[i]?.text ?? '';
    const statements = reading.matches.flatMap(match => {
      const claim = records.claims.get(match.claim);
      if (!claim || !shown.has(claim)) return [];
      const comparison = compareMatch(match, reading, text, claim, records.sources, page, today);
      return [{ passage: reading.id, ...match.mark, kind: 'statement' as const, comparisons: [comparison] }];
    });
    const entities = reading.entities
      .filter(({ way, entity }) => way !== 'adjective' && !isMarked.has(entity) && records.entities.has(entity))
      .map(({ start, end, entity }): PageSpan => ({ passage: reading.id, start, end, kind: 'entity', entity }));
    return [...joinOverlapping(statements), ...entities];
  });
  return { spans, entities: entityIds.flatMap(id => entityCard(records, id)), stored: store.stored };
}

function entityCard(records: Records, id: string): EntityCardFacts[] {
  const entity = records.entities.get(id);
  if (!entity) return [];
  const { kind, name, names, role, note } = entity;
  return [{ id, kind, name, names, role, note: note ?? null, questions: records.questions.get(id) ?? [] }];
}

type StatementSpan = Extract<PageSpan, { kind: 'statement' }>;

const RANK: Record<ClaimKind, number> = { figure: 0, status: 1, event: 2, position: 3 };

/** One mark for statements that overlap: the place of the first by kind and score, which the others' comparisons join. */
function joinOverlapping(spans: readonly StatementSpan[]): StatementSpan[] {
  const rank = ({ comparisons: [first] }: StatementSpan) => (first ? RANK[first.claim.kind] - first.score : 0);
  const joined: StatementSpan[] = [];
  for (const span of [...spans].sort((a, b) => rank(a) - rank(b))) {
    const other = joined.find(({ start, end }) => start < span.end && span.start < end);
    if (other) other.comparisons.push(...span.comparisons);
    else joined.push(span);
  }
  return joined;
}
