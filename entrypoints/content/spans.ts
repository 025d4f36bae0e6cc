/** Lays the reply's spans out for painting: what overlaps gives way, and each entity is marked once. */
import type { PageSpan } from '@/lib/messaging';

const inOrder = (a: PageSpan, b: PageSpan) => a.passage - b.passage || a.start - b.start;
const isBefore = (a: PageSpan, b: PageSpan) => a.passage < b.passage || (a.passage === b.passage && a.end <= b.start);
const overlap = (a: PageSpan | undefined, b: PageSpan) => a !== undefined && !isBefore(a, b) && !isBefore(b, a);

/**
 * Chooses the spans to paint, ordered by passage and start and without overlaps; statements go before entities.
 * @param marked entities that are marked already; those that this call marks are added
 */
export function layOut(spans: readonly PageSpan[], marked: Set<string>): PageSpan[] {
  // In order, a span can overlap but the last one that was chosen.
  const sorted = [...spans].sort(inOrder);
  const statements: PageSpan[] = [];
  for (const span of sorted) if (span.kind === 'statement' && !overlap(statements.at(-1), span)) statements.push(span);
  const entities: PageSpan[] = [];
  let next = 0;
  for (const span of sorted) {
    if (span.kind !== 'entity' || marked.has(span.entity)) continue;
    for (let one = statements[next]; one && isBefore(one, span); one = statements[next]) next++;
    if (overlap(statements[next], span) || overlap(entities.at(-1), span)) continue;
    marked.add(span.entity);
    entities.push(span);
  }
  return [...statements, ...entities].sort(inOrder);
}
