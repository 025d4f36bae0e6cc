/** Marks what answers say of the passages, and knows what each mark opens. */
import type { Target } from '@/components/Panel';
import { statedInWords } from '@/lib/i18n/wording';
import type { ReadReply } from '@/lib/messaging';
import { nodeRanges, type PagePassage, pieceAgain } from '@/lib/page/passages';
import type { Steps } from '@/lib/page/slices';
import type { Comparison } from '@/lib/reading/reading';
import type { Book, Entry } from './book';
import { addRanges, lookOf, shownTarget, targetOf } from './laid';
import type { Looks } from './looks';
import type { Marks } from './marks';
import { layOut } from './spans';

interface Given {
  book: Book;
  marks: Marks;
  looks: Looks;
  isHidden(comparison: Comparison): boolean;
  /** Told of each root that is about to get marks: the document, a shadow root or a frame's document. */
  onRoot(root: Document | ShadowRoot): void;
  /** Told of each mark that has gone with its passage. */
  onGone(id: string): void;
}

export interface Drawing {
  /** What a mark opens; null where there is no such mark. */
  targetOf(id: string): Target | null;
  /** Whether anything is marked. */
  hasMarks(): boolean;
  /** The ids of entities that are marked: each is marked at its first mention only. */
  markedEntities(): string[];
  /** Marks passage by passage; one that the page has changed or taken away meanwhile is left to the next reading. */
  mark(batch: readonly PagePassage[], reply: ReadReply): Steps<void>;
  /** Marks anew where something was hidden or taken back. What is open stays open: the offer to undo may stand in it. */
  drawAgain(): void;
  /** Takes entries out of the book and their marks off the page. */
  forget(entries: Iterable<Entry>): void;
}

export function createDrawing({ book, marks, looks, isHidden, onRoot, onGone }: Given): Drawing {
  const targets = new Map<string, Target>();
  const markedEntities = new Set<string>();

  /** Marks what is laid out in an entry and not hidden. */
  function draw(entry: Entry) {
    for (const laid of entry.laid) {
      const target = shownTarget(laid, isHidden);
      if (!target) continue;
      const look = lookOf(target);
      const id = laid.ids.get(look) ?? looks.makeId(look);
      laid.ids.set(look, id);
      targets.set(id, target);
      if (target.kind === 'statement')
        for (const comparison of target.comparisons) {
          const { verdict, claim } = comparison;
          entry.statements.push({ verdict, words: statedInWords(comparison), question: claim.question, mark: id });
        }
      addRanges(entry.ranges, laid, id);
    }
    const roots = new Set([...entry.ranges.keys()].map(node => node.getRootNode() as Document | ShadowRoot));
    for (const root of roots) onRoot(root);
    marks.show(entry.ranges);
  }

  return {
    targetOf: id => targets.get(id) ?? null,
    hasMarks: () => targets.size > 0,
    markedEntities: () => [...markedEntities],
    *mark(batch, { spans, entities }) {
      const cards = new Map(entities.map(entity => [entity.id, entity]));
      const byPassage = Map.groupBy(spans, ({ passage }) => passage);
      for (const passage of batch) {
        const own = byPassage.get(passage.id);
        if (!own) continue;
        const entry = book.entryOf(passage);
        const pieced = entry && pieceAgain(passage);
        if (entry && pieced) {
          const readable = own.filter(({ kind }) => kind === 'statement' || !passage.heading);
          for (const span of layOut(readable, markedEntities)) {
            const target = targetOf(span, cards);
            if (!target) continue;
            if (target.kind === 'entity') entry.entities.push(target.entity.id);
            entry.laid.push({ target, parts: nodeRanges(pieced, span), ids: new Map() });
          }
          draw(entry);
        }
        yield;
      }
    },
    drawAgain() {
      for (const entry of book.all()) {
        const shown = entry.laid.flatMap(laid => {
          const target = shownTarget(laid, isHidden);
          return target?.kind === 'statement' ? target.comparisons : [];
        });
        if (shown.length === entry.statements.length) continue;
        for (const { id } of [...entry.ranges.values()].flat()) targets.delete(id);
        marks.hide(entry.nodes);
        entry.ranges.clear();
        entry.statements.length = 0;
        draw(entry);
      }
    },
    forget(entries) {
      const nodes: Text[] = [];
      for (const entry of entries) {
        book.remove(entry);
        for (const node of entry.nodes) nodes.push(node);
        for (const ranges of entry.ranges.values())
          for (const { id } of ranges) {
            targets.delete(id);
            onGone(id);
          }
        for (const entity of entry.entities) markedEntities.delete(entity);
      }
      if (nodes.length > 0) marks.hide(nodes);
    },
  };
}
