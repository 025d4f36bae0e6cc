/** Reads the page's passages, asks the background what they say, and marks the answers. */
import type { Target } from '@/components/Panel';
import { siteOf } from '@/lib/hidden';
import { comparisonAsText } from '@/lib/i18n/comparison-as-text';
import { statedInWords } from '@/lib/i18n/wording';
import {
  type EntityCardFacts,
  type Overview,
  onMessage,
  type PageSpan,
  type ReadReply,
  sendMessage,
} from '@/lib/messaging';
import { unpackReply } from '@/lib/packed-reply';
import { hostOf, isFrame } from '@/lib/page/composed';
import { readPageFacts } from '@/lib/page/page-facts';
import { findArticle, nodeRanges, type PagePassage, walkPassages, walkToArticle } from '@/lib/page/passages';
import { giveWay, inSlices, type Steps } from '@/lib/page/slices';
import { watchPage, whenSettled } from '@/lib/page/watch';
import type { PageFacts } from '@/lib/reading/reading';
import { density, packsOff, selectionButton, themesOff, openOnRest as wantsRest } from '@/lib/settings';
import { cutBatches } from './batches';
import { createBook, type Entry } from './book';
import { createCommands } from './commands';
import { copyText } from './copy';
import { followLooks } from './follow-settings';
import { serveFollowers } from './followers';
import { readHidden } from './hiding';
import { addRanges, lookOf, shownTarget } from './laid';
import { type Life, whileAlive } from './lifetime';
import { isSelection, lookUpSelection } from './look-up';
import { createLooks } from './looks';
import { createMarks } from './marks';
import { type Found, openOnDemand } from './open-on-demand';
import { openOnRest } from './open-on-rest';
import { readPausing } from './pausing';
import type { Anchor } from './places';
import { createPopover } from './popover';
import { offerAtSelection } from './selection-button';
import { layOut } from './spans';

/** The page's lead is found in so many passages, however short they are. */
const MOST_OPENING = 200;

/**
 * Reads and marks the document, and goes on with what the page changes, until the script's life ends.
 * @param worthReading the trigger test; as long as it fails nothing is sent
 */
export async function readPage(document: Document, worthReading: (text: string) => boolean, { signal, check }: Life) {
  const window = document.defaultView as Window;
  const [hiding, pausing, rest, button] = await Promise.all([
    readHidden(document.location, drawAgain, signal),
    readPausing(document.location, readAnew, signal),
    wantsRest.getValue(),
    selectionButton.getValue(),
  ]);
  let opensOnRest = rest;
  let offersLookUp = button;
  let state: Overview['state'] = 'reading';
  let stored = true;
  const stops = [
    wantsRest.watch(value => {
      opensOnRest = value ?? false;
    }),
    selectionButton.watch(value => {
      offersLookUp = value ?? false;
    }),
    ...[density, packsOff, themesOff].map(one => one.watch(readAnew)),
    onMessage('openMark', ({ data }) => {
      const found = check() ? withTarget(marks.goTo(data)) : null;
      if (found) popover.open(found.anchor, found.target);
      return found !== null;
    }),
    onMessage('showMark', ({ data }) => {
      const found = check() ? withTarget(marks.goTo(data)) : null;
      return found?.target.kind === 'statement' ? found.target.comparisons : null;
    }),
    onMessage('lookUpSelection', () => check() && lookUp()),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) whileAlive(stop);
  });
  const overview = (): Overview => ({ state, stored, statements: book.statements() });
  const followers = serveFollowers(
    document,
    overview,
    () => marks.inView().filter(id => targets.get(id)?.kind === 'statement'),
    signal,
  );
  const looks = createLooks(signal);
  void followLooks(looks, signal);
  const targets = new Map<string, Target>();
  const markedEntities = new Set<string>();
  const entered = new WeakSet<Node>();
  const at = (event: Event) => withTarget(marks.at(event));
  const listening = new WeakMap<Document, { root: Element; controller: AbortController }>();
  let nextId = 0;
  let reading = false;
  let page: PageFacts | null = null;
  let queue = Promise.resolve();

  const watch = watchPage(
    document,
    records => (check() ? marks.mend(records) : []),
    elements => readSoon(elements),
    signal,
  );
  const marks = createMarks(document, looks, watch.change, whenSettled(document, signal), signal);
  const book = createBook(marks.ownerOf);
  const popover = createPopover(
    document,
    {
      site: siteOf(document.location.href),
      deeds: {
        copy: comparison => copyText(document, comparisonAsText(comparison, document.location.href)),
        hide: (comparison, scope) => hiding.hide(comparison, scope),
        lookUp: route => void sendMessage('openLookup', route).catch(() => check()),
      },
      change: watch.change,
      markAt: event => marks.at(event)?.id ?? null,
      // A selection stays selected: the page has the focus again by itself.
      focusMark: anchor => isSelection(anchor) || marks.focus(anchor),
      step: (direction, from) => open(marks.nextMark(direction, from)),
    },
    signal,
  );
  const commands = createCommands(document, marks, popover, anchor => open(anchor), signal);
  const stopCommands = onMessage('command', ({ data }) => check() && commands.run(data));
  signal.addEventListener('abort', () => whileAlive(stopCommands));

  // What a frame has loaded is no mutation of the page around it.
  const onLoad = ({ target }: Event) => {
    const parent =
      (target as Node).nodeType === 1 && isFrame(target as Element) ? (target as Element).parentElement : null;
    if (parent) void readSoon([parent]);
  };
  document.addEventListener('load', onLoad, { capture: true, signal });

  await readAnew();

  /** Takes everything back and reads the page anew, unless it is paused: for what changes all of it at once. */
  function readAnew(): Promise<void> {
    queue = queue.then(() => {
      forget([...book.all()]);
      state = pausing.isPaused() ? 'paused' : document.contentType === 'application/pdf' ? 'pdf' : 'reading';
      followers.changed();
    });
    return readSoon([document.documentElement]).then(async () => {
      if (!reading && state === 'reading') state = 'nothing-to-read';
      followers.changed();
      if (state === 'paused') await showCount();
    });
  }

  /** One reading after the other. One that fails on what the page has made of itself must not end those that follow. */
  function readSoon(elements: readonly Element[]): Promise<void> {
    queue = queue
      .then(() => readAgain(elements))
      .catch(error => {
        if (signal.aborted) return;
        state = 'failed';
        followers.changed();
        console.warn('Daftar: this page could not be read.', error);
      });
    return queue;
  }

  /** A root that holds a passage: the document, a shadow root or a frame's document. */
  function enter(root: Document | ShadowRoot) {
    looks.adopt(root);
    const whole = root.nodeType === 9 ? (root as Document) : (root as ShadowRoot).ownerDocument;
    if (!entered.has(root) && root !== document) watch.observe(root);
    entered.add(root);
    listen(whole);
  }

  /** Listens in a document; anew once it has another root element, for `document.open` takes all listeners away. */
  function listen(whole: Document) {
    const before = listening.get(whole);
    if (before?.root === whole.documentElement) return;
    before?.controller.abort();
    const controller = new AbortController();
    listening.set(whole, { root: whole.documentElement, controller });
    const both = AbortSignal.any([signal, controller.signal]);
    openOnDemand(whole, at, popover, (direction, from) => marks.nextMark(direction, from), both);
    popover.listenIn(whole);
    commands.listenIn(whole);
    openOnRest(whole, at, marks, popover, () => opensOnRest, both);
    offerAtSelection(whole, () => offersLookUp, lookUp, watch.change, both);
  }

  /** A mark with what it opens; null where either is missing. */
  function withTarget(anchor: Anchor | null): Found | null {
    const target = anchor && targets.get(anchor.id);
    return anchor && target ? { anchor, target } : null;
  }

  function open(anchor: Anchor | null) {
    const found = withTarget(anchor);
    if (found) popover.open(found.anchor, found.target);
  }

  function lookUp(): Promise<boolean> {
    const facts = () => page ?? readPageFacts(document, findArticle(document), []);
    return lookUpSelection(document, facts, popover.open);
  }

  /** Reads what is new or changed in these elements, or in the article where it lies in one of them. */
  async function readAgain(elements: readonly Element[]) {
    if (signal.aborted || pausing.isPaused()) return;
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

  /** Begins with a pause: what came before, as taking an answer apart, is in a task of its own then. */
  async function slowly<T>(steps: Steps<T>): Promise<T> {
    const pause = () => giveWay(window);
    await pause();
    return inSlices(steps, pause, signal);
  }

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

  async function read(passages: PagePassage[], article: Element) {
    const opening = passages.slice(0, MOST_OPENING).map(({ text }) => text);
    const facts = readPageFacts(document, article, opening);
    // What is added later still belongs to the article that its first passages opened.
    if (page?.title === facts.title) facts.lead = page.lead;
    page = facts;
    await slowly(enterAll(passages));
    for (const batch of cutBatches(passages)) {
      const reply = await ask(page, batch);
      if (signal.aborted || pausing.isPaused()) return;
      if (reply === null) return pausing.learn();
      if (!reply) {
        state = 'failed';
        followers.changed();
        check();
        return;
      }
      stored = reply.stored;
      await slowly(mark(batch, reply));
      followers.changed();
    }
    state = 'done';
    await showCount();
  }

  /** The number on the toolbar is a courtesy: a worker that is just being replaced need not take it. */
  async function showCount() {
    followers.changed();
    await sendMessage('showCount', pausing.isPaused() ? null : book.countStatements()).catch(() => {});
  }

  function* enterAll(passages: readonly PagePassage[]) {
    for (const passage of passages) {
      passage.id = nextId++;
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
        for (const span of layOut(readable, markedEntities)) {
          const target = targetOf(span, cards);
          if (!target) continue;
          if (target.kind === 'entity') entry.entities.push(target.entity.id);
          entry.laid.push({ target, parts: nodeRanges(passage, span), ids: new Map() });
        }
        draw(entry);
      }
      yield;
    }
  }

  /** Marks what is laid out in an entry and not hidden. */
  function draw(entry: Entry) {
    for (const laid of entry.laid) {
      const target = shownTarget(laid, hiding.isHidden);
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
    for (const node of entry.ranges.keys()) enter(node.getRootNode() as Document | ShadowRoot);
    marks.show(entry.ranges);
  }

  /** Marks anew where something was hidden or taken back. What is open stays open: the offer to undo may stand in it. */
  function drawAgain() {
    for (const entry of book.all()) {
      const shown = entry.laid.flatMap(laid => {
        const target = shownTarget(laid, hiding.isHidden);
        return target?.kind === 'statement' ? target.comparisons : [];
      });
      if (shown.length === entry.statements.length) continue;
      for (const { id } of [...entry.ranges.values()].flat()) targets.delete(id);
      marks.hide(entry.nodes);
      entry.ranges.clear();
      entry.statements.length = 0;
      draw(entry);
    }
    void showCount();
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
  // Firefox makes a new copy of a node's text each time it is asked for it.
  const texts = new Map<Text, string>();
  return pieces.every(({ node, nodeStart, start, length }) => {
    const data = texts.get(node) ?? (node.isConnected ? node.data : '');
    texts.set(node, data);
    return data.startsWith(text.slice(start, start + length), nodeStart);
  });
}

/** Whether an element lies in the article, through shadow roots and frames too. */
function isInside(element: Element, article: Element): boolean {
  if (article.contains(element)) return true;
  const host = hostOf(element);
  return host ? isInside(host, article) : false;
}

function targetOf(span: PageSpan, cards: ReadonlyMap<string, EntityCardFacts>): Target | null {
  if (span.kind === 'statement') return { kind: 'statement', comparisons: span.comparisons };
  const entity = cards.get(span.entity);
  return entity ? { kind: 'entity', entity } : null;
}

/**
 * Sends one batch; once more if the worker was stopped under it. Null where reading is paused; undefined when it cannot be
 * answered: the extension was updated or removed while the page was open.
 */
async function ask(page: PageFacts, batch: readonly PagePassage[]): Promise<ReadReply | null | undefined> {
  const request = { page, passages: batch.map(({ id, text }) => ({ id, text })) };
  const reply = await sendMessage('read', request)
    .catch(() => sendMessage('read', request))
    .catch(() => undefined);
  return reply && unpackReply(reply);
}
