/** Reads the page's passages, asks the background what they say, and marks the answers. */
import {
  type EntityCardFacts,
  type Overview,
  onMessage,
  type PageSpan,
  type ReadReply,
  sendMessage,
} from '@/lib/messaging';
import { readPageFacts } from '@/lib/page/page-facts';
import { nodeRanges, type PagePassage, walkPassages, walkToArticle } from '@/lib/page/passages';
import { giveWay, inSlices, type Steps } from '@/lib/page/slices';
import { watchPage, whenSettled } from '@/lib/page/watch';
import type { PageFacts } from '@/lib/reading/reading';
import { statedInWords } from '@/lib/reading/wording';
import { cutBatches } from './batches';
import { createBook, type Entry } from './book';
import { createLooks } from './looks';
import { createMarks } from './marks';
import { openOnDemand } from './open-on-demand';
import { createPopover, type Target } from './popover';
import { layOut } from './spans';

/**
 * Reads and marks the document, and goes on with what the page changes, until `signal` is aborted.
 * @param worthReading the trigger test; as long as it fails nothing is sent
 */
export async function readPage(document: Document, worthReading: (text: string) => boolean, signal: AbortSignal) {
  const window = document.defaultView as Window;
  let state: Overview['state'] = 'reading';
  signal.addEventListener(
    'abort',
    onMessage('overview', () => ({ state, statements: book.statements() })),
  );
  const looks = createLooks(signal);
  const popover = createPopover(document, signal);
  const targets = new Map<string, Target>();
  const markedEntities = new Set<string>();
  const entered = new WeakSet<Node>();
  const listening = new WeakSet<Document>();
  let nextId = 0;
  let reading = false;
  let page: PageFacts | null = null;
  let queue = Promise.resolve();

  const watch = watchPage(
    document,
    records => marks.mend(records),
    elements => {
      queue = queue
        .then(() => readAgain(elements))
        .catch(error => {
          // Whoever aborts knows why.
          if (!signal.aborted) throw error;
        });
    },
    signal,
  );
  const marks = createMarks(document, looks, watch.change, whenSettled(document, signal), signal);
  const book = createBook(marks.ownerOf);

  queue = queue.then(() => readAgain([document.documentElement]));
  await queue;
  if (!reading) state = 'nothing-to-read';

  /** A root that holds a passage: the document, a shadow root or a frame's document. */
  function enter(root: Document | ShadowRoot) {
    if (entered.has(root)) return;
    entered.add(root);
    looks.adopt(root);
    if (root !== document) watch.observe(root);
    const whole = root.nodeType === 9 ? (root as Document) : (root as ShadowRoot).ownerDocument;
    if (listening.has(whole)) return;
    listening.add(whole);
    openOnDemand(whole, at, popover, signal);
  }

  function at(event: Event) {
    const anchor = marks.at(event);
    const target = anchor && targets.get(anchor.id);
    return anchor && target ? { anchor, target } : null;
  }

  /** Reads what is new or changed in these elements, or in the article where it lies in one of them. */
  async function readAgain(elements: readonly Element[]) {
    if (signal.aborted) return;
    forget(book.gone());
    const article = await slowly(walkToArticle(document));
    const whole = elements.some(element => element.contains(article));
    const roots = whole ? [article] : elements.filter(element => isInside(element, article));
    let { fresh, changed } = await slowly(findFresh(roots, article));
    if (changed.size > 0) {
      // Our marks cut the text where they stand: with them away it is as the page has it.
      forget(changed);
      ({ fresh } = await slowly(findFresh(roots, article)));
    }
    // Until a trigger stands somewhere on the page, nothing is sent; from then on all of it is.
    if (!reading) {
      if (!(await slowly(isWorthReading(fresh)))) return;
      reading = true;
      if (!whole) ({ fresh } = await slowly(findFresh([article], article)));
    }
    await read(fresh, article);
  }

  const slowly = <T>(steps: Steps<T>) => inSlices(steps, () => giveWay(window), signal);

  /** The passages that have not been read as they stand there, and the entries that they take the place of. */
  function* findFresh(roots: readonly Element[], article: Element) {
    const fresh: PagePassage[] = [];
    const changed = new Set<Entry>();
    for (const root of roots) {
      for (const passage of yield* walkPassages(root, 0, article)) {
        const known = book.entryOf(passage);
        // The page took its marks out and left the text: they are put back.
        if (known) marks.show(known.ranges);
        else {
          fresh.push(passage);
          for (const entry of book.entriesAt(passage)) changed.add(entry);
        }
        yield;
      }
    }
    return { fresh, changed };
  }

  function* isWorthReading(passages: readonly PagePassage[]) {
    for (const { text } of passages) {
      if (worthReading(text)) return true;
      yield;
    }
    return false;
  }

  async function read(fresh: PagePassage[], article: Element) {
    const passages = fresh.map(passage => ({ ...passage, id: nextId++ }));
    const facts = readPageFacts(
      document,
      article,
      passages.map(({ text }) => text),
    );
    // What is added later still belongs to the article that its first passages opened.
    if (page?.title === facts.title) facts.lead = page.lead;
    page = facts;
    await slowly(enterAll(passages));
    for (const batch of cutBatches(passages)) {
      const reply = await ask(page, batch);
      if (signal.aborted) return;
      if (!reply) {
        state = 'failed';
        return;
      }
      await slowly(mark(batch, reply));
    }
    state = 'done';
    // The number on the toolbar is a courtesy: a worker that is just being replaced need not take it.
    await sendMessage('showCount', book.countStatements()).catch(() => {});
  }

  function* enterAll(passages: readonly PagePassage[]) {
    for (const passage of passages) {
      book.enter(passage);
      yield;
    }
  }

  /** Marks passage by passage; one that the page has changed or taken away meanwhile is left to the next reading. */
  function* mark(batch: readonly PagePassage[], { spans, entities }: ReadReply) {
    const cards = new Map(entities.map(entity => [entity.id, entity]));
    const byPassage = Map.groupBy(spans, ({ passage }) => passage);
    for (const passage of batch) {
      const own = byPassage.get(passage.id);
      if (!own) continue;
      const entry = book.entryOf(passage);
      if (entry && isStill(passage)) {
        const readable = own.filter(({ kind }) => kind === 'statement' || !passage.heading);
        for (const span of layOut(readable, markedEntities)) place(span, passage, entry, cards);
        marks.show(entry.ranges);
      }
      yield;
    }
  }

  function place(span: PageSpan, passage: PagePassage, entry: Entry, cards: ReadonlyMap<string, EntityCardFacts>) {
    const target = targetOf(span, cards);
    if (!target) return;
    const id = looks.makeId(target.kind === 'statement' ? (target.comparisons[0]?.verdict ?? 'context') : 'entity');
    targets.set(id, target);
    if (target.kind === 'entity') entry.entities.push(target.entity.id);
    else
      for (const comparison of target.comparisons) {
        const { verdict, claim } = comparison;
        entry.statements.push({ verdict, words: statedInWords(comparison), question: claim.question });
      }
    nodeRanges(passage, span).forEach(({ node, start, end }, part) => {
      const list = entry.ranges.get(node) ?? [];
      list.push({ start, end, id, first: part === 0 });
      entry.ranges.set(node, list);
      enter(node.getRootNode() as Document | ShadowRoot);
    });
  }

  function forget(entries: Iterable<Entry>) {
    const nodes: Text[] = [];
    for (const entry of entries) {
      book.remove(entry);
      for (const node of entry.nodes) nodes.push(node);
      for (const ranges of entry.ranges.values())
        for (const { id } of ranges) {
          targets.delete(id);
          popover.closeFor(id);
        }
      for (const entity of entry.entities) markedEntities.delete(entity);
    }
    if (nodes.length > 0) marks.hide(nodes);
  }
}

/** Whether a passage still stands there as it was sent. */
function isStill({ text, pieces }: PagePassage): boolean {
  return pieces.every(({ node, nodeStart, start, length }) => {
    return node.isConnected && node.data.startsWith(text.slice(start, start + length), nodeStart);
  });
}

/** Whether an element lies in the article, through shadow roots and frames too. */
function isInside(element: Element, article: Element): boolean {
  if (article.contains(element)) return true;
  const root = element.getRootNode();
  const host = root.nodeType === 11 ? (root as ShadowRoot).host : (root as Document).defaultView?.frameElement;
  return host ? isInside(host, article) : false;
}

function targetOf(span: PageSpan, cards: ReadonlyMap<string, EntityCardFacts>): Target | null {
  if (span.kind === 'statement') return { kind: 'statement', comparisons: span.comparisons };
  const entity = cards.get(span.entity);
  return entity ? { kind: 'entity', entity } : null;
}

/**
 * Sends one batch; once more if the worker was stopped under it. Null when it cannot be answered: the extension was
 * updated or removed while the page was open.
 */
async function ask(page: PageFacts, batch: readonly PagePassage[]): Promise<ReadReply | null> {
  const request = { page, passages: batch.map(({ id, text }) => ({ id, text })) };
  return sendMessage('read', request)
    .catch(() => sendMessage('read', request))
    .catch(() => null);
}
