/** Reads the page, one reading after the other, and has what the background answers drawn. */
import type { Overview } from '@/lib/messaging';
import type { Known } from '@/lib/packed-reply';
import { containsAcross } from '@/lib/page/composed';
import { lookForFirst } from '@/lib/page/first-look';
import { findPageFacts } from '@/lib/page/page-facts';
import { findArticleIn, findPassagesIn, type PagePassage } from '@/lib/page/passages';
import { type PageRecord, recordPage } from '@/lib/page/record';
import { giveWay, inSlices, type Steps } from '@/lib/page/slices';
import type { PageFacts } from '@/lib/reading/reading';
import { ask } from './asking';
import { cutBatches } from './batches';
import type { Book, Entry } from './book';
import type { Drawing } from './drawing';
import type { Marks } from './marks';
import type { Pausing } from './pausing';

/** The page's lead is found in so many passages, however short they are. */
const MOST_OPENING = 200;

interface Given {
  /** The trigger test; as long as no line passes it, nothing is sent. */
  worthReading(text: string): boolean;
  book: Book;
  marks: Marks;
  drawing: Drawing;
  pausing: Pausing;
  /** Looks whether the extension is still there, and ends everything if not. */
  check(): boolean;
  /** Told whenever there is more to show, or the state is another one. */
  onChange(): void;
  /** Told when all that was to be read has been read and drawn. */
  onRead(): Promise<void>;
  signal: AbortSignal;
}

export interface Reading {
  state(): Pick<Overview, 'state' | 'stored'>;
  /** What the page says of itself, as it was last read; null as long as nothing has been. */
  facts(): PageFacts | null;
  /** Reads what is new or changed in these elements, once what is being read has been. Never rejects. */
  readSoon(elements: readonly Element[]): Promise<void>;
  /** Takes everything back and reads the page anew, unless it is paused: for what changes all of it at once. */
  readAnew(): Promise<void>;
}

/** Makes the reader of one document; it has nothing to clean up, and stops at the next pause when the signal is aborted. */
export function createReading(document: Document, given: Given): Reading {
  const { worthReading, book, marks, drawing, pausing, check, onChange, onRead, signal } = given;
  const window = document.defaultView as Window;
  let state: Overview['state'] = 'reading';
  let stored = true;
  let page: PageFacts | null = null;
  let nextId = 0;
  /** Whether a trigger stands on the page: from then on all of it is read. */
  let reading = false;
  let queue = Promise.resolve();

  function become(next: Overview['state']) {
    state = next;
    onChange();
  }

  function readSoon(elements: readonly Element[]): Promise<void> {
    queue = queue
      .then(() => readAgain(elements))
      .catch(error => {
        if (signal.aborted) return;
        // What the page has made of itself must not end the readings that follow.
        become('failed');
        console.warn('Daftar: this page could not be read.', error);
      });
    return queue;
  }

  async function readAgain(elements: readonly Element[]) {
    if (signal.aborted || pausing.isPaused()) return;
    const found = await find(elements);
    if (found) await read(found.fresh, found.article);
  }

  /** What is new in these elements, or in the article where it lies in one of them; null where nothing need be read. */
  async function find(elements: readonly Element[]) {
    let record: PageRecord | null = null;
    if (!reading) {
      const looked = await slowly(lookAt(elements));
      if (!looked) return null;
      if (looked.nodes[0] === document.documentElement) record = looked;
    }
    drawing.forget(book.gone());
    record ??= await slowly(recordPage(document.documentElement));
    const article = await slowly(findArticleIn(record, document));
    const whole = elements.some(element => containsAcross(element, article));
    const roots = whole ? [article] : elements.filter(element => containsAcross(article, element));
    let { fresh, changed } = await slowly(findFresh(record, roots, article));
    if (changed.size > 0) {
      // Our marks cut the text where they stand: with them away it is as the page has it.
      drawing.forget(changed);
      record = await slowly(recordPage(document.documentElement));
      ({ fresh } = await slowly(findFresh(record, roots, article)));
    }
    if (!reading) {
      if (!(await slowly(isWorthReading(fresh)))) return null;
      reading = true;
      if (!whole) ({ fresh } = await slowly(findFresh(record, [article], article)));
    }
    return { fresh, article };
  }

  /** Begins with a pause: what came before, as taking an answer apart, is in a task of its own then. */
  async function slowly<T>(steps: Steps<T>): Promise<T> {
    const pause = () => giveWay(window);
    await pause();
    return inSlices(steps, pause, signal);
  }

  /** The record of the first of these elements that may hold a trigger; null where none does: nothing is judged further. */
  function* lookAt(elements: readonly Element[]): Steps<PageRecord | null> {
    for (const element of elements) {
      const record = yield* recordPage(element);
      if (yield* lookForFirst(record, worthReading)) return record;
    }
    return null;
  }

  /** The passages that have not been read as they stand there, and the entries that they take the place of. */
  function* findFresh(record: PageRecord, roots: readonly Element[], article: Element) {
    const fresh: PagePassage[] = [];
    const changed = new Set<Entry>();
    for (const root of roots) {
      for (const passage of yield* findPassagesIn(record, root, article)) {
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

  function* isWorthReading(passages: readonly PagePassage[]): Steps<boolean> {
    for (const { text } of passages) {
      if (worthReading(text)) return true;
      yield;
    }
    return false;
  }

  async function read(passages: PagePassage[], article: Element) {
    const opening = passages.slice(0, MOST_OPENING).map(({ text }) => text);
    const facts = await slowly(findPageFacts(document, article, opening));
    // What is added later still belongs to the article that its first passages opened.
    if (page?.title === facts.title) facts.lead = page.lead;
    page = facts;
    await slowly(enterAll(passages));
    const known: Known = new Map();
    for (const batch of cutBatches(passages)) {
      const reply = await ask(page, batch, drawing.markedEntities(), known);
      if (signal.aborted || pausing.isPaused()) return;
      if (reply === null) return pausing.learn();
      if (!reply) {
        become('failed');
        check();
        return;
      }
      stored = reply.stored;
      await slowly(drawing.mark(batch, reply));
      onChange();
    }
    become('done');
    await onRead();
  }

  function* enterAll(passages: readonly PagePassage[]): Steps<void> {
    for (const passage of passages) {
      passage.id = nextId++;
      book.enter(passage);
      yield;
    }
  }

  return {
    state: () => ({ state, stored }),
    facts: () => page,
    readSoon,
    async readAnew() {
      queue = queue.then(() => {
        drawing.forget([...book.all()]);
        become(pausing.isPaused() ? 'paused' : document.contentType === 'application/pdf' ? 'pdf' : 'reading');
      });
      await readSoon([document.documentElement]);
      become(!reading && state === 'reading' ? 'nothing-to-read' : state);
    },
  };
}
