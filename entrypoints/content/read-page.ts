/** Reads the page's passages, asks the background what they say, and marks the answers. */
import { siteOf } from '@/lib/hidden';
import { currentTexts } from '@/lib/i18n/translate';
import { type Overview, sendMessage } from '@/lib/messaging';
import { containsAcross, isFrame } from '@/lib/page/composed';
import { walkForFirst } from '@/lib/page/first-look';
import { readPageFacts } from '@/lib/page/page-facts';
import { findArticle, type PagePassage, walkPassages, walkToArticle } from '@/lib/page/passages';
import { giveWay, inSlices, type Steps } from '@/lib/page/slices';
import { watchPage, whenSettled } from '@/lib/page/watch';
import type { PageFacts } from '@/lib/reading/reading';
import { ask } from './asking';
import { cutBatches } from './batches';
import { createBook, type Entry } from './book';
import { createCommands } from './commands';
import { createDrawing } from './drawing';
import { colorScheme, followLooks, followWishes } from './follow-settings';
import { serveFollowers } from './followers';
import { readHidden } from './hiding';
import { createLatePopover } from './late-popover';
import type { Life } from './lifetime';
import { createListening } from './listening';
import { isSelection, lookUpSelection } from './look-up';
import { createLooks } from './looks';
import { createMarks } from './marks';
import { followNotes } from './notes';
import { createNoting } from './noting';
import type { Found } from './open-on-demand';
import { readPausing } from './pausing';
import type { Anchor } from './places';
import { serveReader } from './serving';
import { tellCount } from './tell-count';

/** The page's lead is found in so many passages, however short they are. */
const MOST_OPENING = 200;

/**
 * Reads and marks the document, and goes on with what the page changes, until the script's life ends.
 * @param worthReading the trigger test; as long as it fails nothing is sent
 */
export async function readPage(document: Document, worthReading: (text: string) => boolean, life: Life) {
  const { signal, check } = life;
  const window = document.defaultView as Window;
  const [hiding, pausing, wishes] = await Promise.all([
    readHidden(document.location, drawAgain, signal),
    readPausing(document.location, readAnew, signal),
    followWishes(signal),
  ]);
  let state: Overview['state'] = 'reading';
  let stored = true;
  const looks = createLooks(signal);
  void followLooks(looks, signal);
  const entered = new WeakSet<Node>();
  const at = (event: Event) => withTarget(marks.at(event));
  let nextId = 0;
  let reading = false;
  let told = false;
  let page: PageFacts | null = null;
  let queue = Promise.resolve();

  const watch = watchPage(
    document,
    records => (check() ? marks.mend(records) : []),
    elements => {
      notes.textChanged();
      void readSoon(elements);
    },
    signal,
  );
  const settled = whenSettled(document, signal);
  const notes = followNotes(document, watch.change, settled, life);
  const marks = createMarks(document, looks, watch.change, settled, signal);
  const book = createBook(marks.ownerOf);
  const popover = createLatePopover(
    document,
    {
      site: siteOf(document.location.href),
      texts: currentTexts,
      colorScheme,
      hide: hiding.hide,
      lookUp: route => void sendMessage('openLookup', route).catch(() => check()),
      note: (anchor, comparison) => void noting.note(anchor, comparison),
      noteEntity: id => void noting.noteEntity(id),
      countNotes: claim => sendMessage('countNotes', claim).catch(() => 0),
      openNotes: claim => void sendMessage('openNotes', claim).catch(() => check()),
      change: watch.change,
      markAt: event => marks.at(event)?.id ?? null,
      // A selection stays selected: the page has the focus again by itself.
      focusMark: anchor => isSelection(anchor) || marks.focus(anchor),
      step: (direction, from) => open(marks.nextMark(direction, from)),
    },
    signal,
  );

  const drawing = createDrawing({
    book,
    marks,
    looks,
    isHidden: hiding.isHidden,
    onRoot: enter,
    onGone: popover.closeFor,
  });
  const followers = serveFollowers(
    document,
    () => ({ state, stored, statements: book.statements() }),
    () => marks.inView().filter(id => drawing.targetOf(id)?.kind === 'statement'),
    signal,
  );
  const commands = createCommands(document, marks, popover, open, signal);
  const listening = createListening({ at, marks, popover, wishes, lookUp, change: watch.change }, signal);
  const goTo = (id: string) => withTarget(marks.goTo(id));
  const noting = createNoting(document, facts, goTo, life);
  serveReader({ popover, commands, goTo, lookUp, noting, readAnew: () => void readAnew() }, life);

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
      drawing.forget([...book.all()]);
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
    listening.listenIn(whole);
    commands.listenIn(whole);
  }

  /** A mark with what it opens; null where either is missing. */
  function withTarget(anchor: Anchor | null): Found | null {
    const target = anchor && drawing.targetOf(anchor.id);
    return anchor && target ? { anchor, target } : null;
  }

  function open(anchor: Anchor | null) {
    const found = withTarget(anchor);
    if (found) popover.open(found.anchor, found.target);
  }

  function facts(): PageFacts {
    return page ?? readPageFacts(document, findArticle(document), []);
  }

  function lookUp(): Promise<boolean> {
    return lookUpSelection(document, facts, popover.open);
  }

  /** Reads what is new or changed in these elements, or in the article where it lies in one of them. */
  async function readAgain(elements: readonly Element[]) {
    if (signal.aborted || pausing.isPaused()) return;
    if (!reading && !(await slowly(isWorthALook(elements)))) return;
    drawing.forget(book.gone());
    const article = await slowly(walkToArticle(document));
    const whole = elements.some(element => containsAcross(element, article));
    const roots = whole ? [article] : elements.filter(element => containsAcross(article, element));
    let { fresh, changed } = await slowly(findFresh(roots, article));
    if (changed.size > 0) {
      // Our marks cut the text where they stand: with them away it is as the page has it.
      drawing.forget(changed);
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

  /** As long as nothing is read, what cannot hold a trigger is not judged any further. */
  function* isWorthALook(elements: readonly Element[]) {
    for (const element of elements) if (yield* walkForFirst(element, worthReading)) return true;
    return false;
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
      await slowly(drawing.mark(batch, reply));
      followers.changed();
    }
    state = 'done';
    if (drawing.hasMarks()) popover.prepare();
    const count = book.countStatements();
    // Once for a page: what it adds later is not worth an interruption.
    if (!told) tellCount(document, count, watch.change, signal);
    told ||= count > 0;
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

  /** Hidden or taken back, here or elsewhere. */
  function drawAgain() {
    drawing.drawAgain();
    void showCount();
  }
}
