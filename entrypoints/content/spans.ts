/** Lays the reply's spans out for painting: what overlaps gives way, and each entity is marked once. */
import type { PageSpan } from '@/lib/messaging';

/**
 * Chooses the spans to paint, ordered by passage and start and without overlaps; statements go before entities.
 * @param marked entities that are marked already; those that this call marks are added
 */
export function layOut(spans: readonly PageSpan[], marked: Set<string>): PageSpan[] {
  const order = (a: PageSpan, b: PageSpan) => a.passage - b.passage || a.start - b.start;
  const chosen: PageSpan[] = [];
  const free = (span: PageSpan) =>
    !chosen.some(other => other.passage === span.passage && other.start < span.end && span.start < other.end);
  for (const span of spans.filter(({ kind }) => kind === 'statement').sort(order)) if (free(span)) chosen.push(span);
  for (const span of spans.filter(({ kind }) => kind === 'entity').sort(order)) {
    if (span.kind !== 'entity' || marked.has(span.entity) || !free(span)) continue;
    marked.add(span.entity);
    chosen.push(span);
  }
  return chosen.sort(order);
}
