/** Reads the page's passages, asks the background what they say, and marks the answers. */
import {
  type EntityCardFacts,
  type Overview,
  type OverviewItem,
  onMessage,
  type PageSpan,
  type ReadReply,
  sendMessage,
} from '@/lib/messaging';
import { createMarkPainter, MARK_ELEMENT, type PaintRange } from '@/lib/page/highlighter';
import { readPageFacts } from '@/lib/page/page-facts';
import { findArticle, findPassages, nodeRanges, type PagePassage } from '@/lib/page/passages';
import { watchAdditions, whenSettled } from '@/lib/page/watch';
import type { PageFacts } from '@/lib/reading/reading';
import { statedInWords } from '@/lib/reading/wording';
import { cutBatches } from './batches';
import { adoptLooks, MARK_ATTRIBUTE } from './looks';
import { createPopover, type Target } from './popover';
import { layOut } from './spans';

/**
 * Reads and marks the document, and goes on with what the page adds, until `signal` is aborted.
 * @param worthReading the trigger test; as long as it fails nothing is sent
 */
export async function readPage(document: Document, worthReading: (text: string) => boolean, signal: AbortSignal) {
  let state: Overview['state'] = 'reading';
  const statements: (OverviewItem & { passage: number })[] = [];
  signal.addEventListener(
    'abort',
    onMessage('overview', () => ({ state, statements })),
  );
  await whenSettled(document, signal);
  const popover = createPopover(document, signal);
  const makeId = adoptLooks(document, signal);
  const targets = new Map<string, Target>();
  const elements = new WeakSet<Element>();
  const markedEntities = new Set<string>();
  const seen = new WeakSet<Node>();
  let nextId = 0;
  let reading = false;
  let page: PageFacts | null = null;

  const painter = createMarkPainter((element, { id, first }) => {
    elements.add(element);
    element.setAttribute(MARK_ATTRIBUTE, id);
    if (!first) return;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-haspopup', 'dialog');
    element.tabIndex = 0;
  }, signal);
  const change = watchAdditions(document, added => void readMore(added), signal);
  openOnDemand(
    document,
    element => (elements.has(element) ? targets.get(element.getAttribute(MARK_ATTRIBUTE) ?? '') : undefined),
    popover,
    signal,
  );

  const article = findArticle(document);
  await read(findPassages(article), article);
  if (!reading) state = 'nothing-to-read';

  async function readMore(added: Element[]) {
    const article = findArticle(document);
    const roots = added.filter(element => article.contains(element) || element.contains(article));
    const passages = roots.flatMap(root => findPassages(root.contains(article) ? article : root, 0, article));
    await read(passages, article);
  }

  async function read(found: PagePassage[], article: Element) {
    const fresh = found.filter(({ pieces }) => pieces.some(({ node }) => !seen.has(node) && !painter.owns(node)));
    // Until a trigger stands somewhere on the page, nothing is sent; from then on all of it is.
    if (!reading && !fresh.some(({ text }) => worthReading(text))) return;
    const all = reading ? fresh : findPassages(article);
    reading = true;
    const passages = all.map(passage => ({ ...passage, id: nextId++ }));
    for (const { pieces } of passages) for (const { node } of pieces) seen.add(node);
    const texts = passages.map(({ text }) => text);
    const facts = readPageFacts(document, article, texts);
    // What is added later still belongs to the article that its first passages opened.
    if (page?.title === facts.title) facts.lead = page.lead;
    page = facts;
    for (const batch of cutBatches(passages, document.defaultView?.innerHeight ?? 0)) {
      const reply = await ask(page, batch);
      if (signal.aborted) return;
      if (!reply) {
        state = 'failed';
        return;
      }
      mark(batch, reply);
    }
    statements.sort((a, b) => a.passage - b.passage);
    state = 'done';
    // The number on the toolbar is a courtesy: a worker that is just being replaced need not take it.
    await sendMessage('showCount', statements.length).catch(() => {});
  }

  function mark(batch: PagePassage[], { spans, entities }: ReadReply) {
    const cards = new Map(entities.map(entity => [entity.id, entity]));
    const byId = new Map(batch.map(passage => [passage.id, passage]));
    const ranges = new Map<Text, PaintRange[]>();
    const readable = spans.filter(({ kind, passage }) => kind === 'statement' || !byId.get(passage)?.heading);
    for (const span of layOut(readable, markedEntities)) {
      const passage = byId.get(span.passage);
      const target = targetOf(span, cards);
      if (!passage || !target) continue;
      const id = makeId(target.kind === 'statement' ? (target.comparisons[0]?.verdict ?? 'context') : 'entity');
      targets.set(id, target);
      if (target.kind === 'statement') {
        for (const comparison of target.comparisons) {
          const { verdict, claim } = comparison;
          statements.push({
            passage: span.passage,
            verdict,
            words: statedInWords(comparison),
            question: claim.question,
          });
        }
      }
      nodeRanges(passage, span).forEach(({ node, start, end }, part) => {
        const list = ranges.get(node) ?? [];
        list.push({ start, end, id, first: part === 0 });
        ranges.set(node, list);
      });
    }
    change(() => {
      for (const [node, list] of ranges) painter.paint(node, list);
    });
  }
}

function targetOf(span: PageSpan, cards: Map<string, EntityCardFacts>): Target | null {
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

/** Opens the popover by click, tap and key. Only trusted events on elements of our own making count. */
function openOnDemand(
  document: Document,
  targetOfMark: (element: Element) => Target | undefined,
  popover: ReturnType<typeof createPopover>,
  signal: AbortSignal,
): void {
  const open = (event: Event): boolean => {
    if (!event.isTrusted || !(event.target instanceof Element)) return false;
    const element = event.target.closest<HTMLElement>(MARK_ELEMENT);
    const target = element && targetOfMark(element);
    if (!element || !target) return false;
    event.preventDefault();
    event.stopPropagation();
    popover.open(element, target);
    return true;
  };
  document.addEventListener(
    'click',
    event => {
      // A click on a link is the page's: it goes where the author sent it. The keyboard still opens the mark inside.
      const link = event.target instanceof Element && event.target.closest('a[href]');
      if (!link) open(event);
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'keydown',
    event => {
      if (event.key === 'Enter' || event.key === ' ') open(event);
    },
    { capture: true, signal },
  );
}
