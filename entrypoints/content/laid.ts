/** What can be marked in a passage, and what is left of it when some is hidden. */
import type { Target } from '@/components/Panel';
import type { EntityCardFacts, PageSpan } from '@/lib/messaging';
import type { PaintRange } from '@/lib/page/painter';
import type { NodeRange } from '@/lib/page/pieces';
import type { Comparison } from '@/lib/reading/reading';
import type { Look } from './looks';

/** A span that was laid out, with its places in the page's text nodes. */
export interface Laid {
  target: Target;
  parts: readonly NodeRange[];
  /** Its mark's id by look: what looks the same again, after an undo too, is the same mark. */
  ids: Map<Look, string>;
}

/** What a span opens; null for an entity that the reply has no card of. */
export function targetOf(span: PageSpan, cards: ReadonlyMap<string, EntityCardFacts>): Target | null {
  if (span.kind === 'statement') return { kind: 'statement', comparisons: span.comparisons };
  const entity = cards.get(span.entity);
  return entity ? { kind: 'entity', entity } : null;
}

/** What a mark opens, without what is hidden; null when nothing is left. */
export function shownTarget({ target }: Laid, isHidden: (comparison: Comparison) => boolean): Target | null {
  if (target.kind !== 'statement') return target;
  const comparisons = target.comparisons.filter(comparison => !isHidden(comparison));
  return comparisons.length > 0 ? { kind: 'statement', comparisons } : null;
}

/** The look of the mark that opens a target: that of its first comparison's verdict. */
export const lookOf = (target: Target): Look =>
  target.kind === 'statement' ? (target.comparisons[0]?.verdict ?? 'context') : 'entity';

/** Adds the mark's parts to the ranges of their text nodes. */
export function addRanges(ranges: Map<Text, PaintRange[]>, { parts }: Laid, id: string): void {
  parts.forEach(({ node, start, end }, part) => {
    const list = ranges.get(node) ?? [];
    list.push({ start, end, id, first: part === 0 });
    ranges.set(node, list);
  });
}
