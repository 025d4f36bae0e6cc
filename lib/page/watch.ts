/** Waits for the page to come to rest, and follows what it does afterwards. */
import { blockOf, isBlock } from './exclusions';

/** How long a page must be without mutations before elements are put in: frameworks have taken over by then. */
const REST = 1000;
/** A page that never rests (a ticker, a live score) is marked all the same after this. Both are judgements. */
const PATIENCE = 5000;

/** Resolves when the page has loaded and rested. Rejects with the signal's reason when that is aborted first. */
export function whenSettled(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const window = document.defaultView as Window;
    let rest = 0;
    const observer = new MutationObserver(() => wait());
    const patience = window.setTimeout(finish, PATIENCE);
    function stop() {
      observer.disconnect();
      window.clearTimeout(rest);
      window.clearTimeout(patience);
      window.removeEventListener('load', wait);
    }
    function finish() {
      stop();
      resolve();
    }
    function wait() {
      window.clearTimeout(rest);
      if (document.readyState === 'complete') rest = window.setTimeout(finish, REST);
    }
    signal.addEventListener('abort', () => {
      stop();
      reject(signal.reason);
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    window.addEventListener('load', wait);
    wait();
  });
}

/** Changes come in bursts; they are looked at together once nothing has come for this long. */
const BURST = 100;
/** … or once the first of them has waited so long. */
const LONGEST_BURST = 1000;
/** Of each pass in the last ten seconds the next one waits so much longer: a page that never rests costs little. */
const PER_PASS = 50;
const RECENT = 10_000;
// All four are judgements.

export interface PageWatch {
  /** Watches another root (a shadow root, a frame's document) as well. */
  observe(root: Node): void;
  /** Runs a change of our own without seeing it. */
  change(run: () => void): void;
}

/**
 * Follows what the page does until `signal` is aborted.
 * @param mend told of all records at once, before anything is drawn; gives the text nodes that must be read again
 * @param onDirty called after each burst with the elements whose text is new, the outermost only; not while the page is hidden
 */
export function watchPage(
  document: Document,
  mend: (records: readonly MutationRecord[]) => Iterable<Text>,
  onDirty: (elements: Element[]) => void,
  signal: AbortSignal,
): PageWatch {
  const dirty = new Set<Element>();
  let passes: number[] = [];
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function pass() {
    if (document.hidden) return;
    const here = [...dirty].filter(element => element.isConnected);
    dirty.clear();
    const now = Date.now();
    passes = [...passes.filter(time => now - time < RECENT), now];
    if (here.length > 0) onDirty(outermostOf(here));
  }

  function soon() {
    if (dirty.size === 0) return;
    const now = Date.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    const last = passes.at(-1) ?? 0;
    const rest = last + PER_PASS * passes.filter(time => now - time < RECENT).length - now;
    const wait = Math.max(rest, Math.min(BURST, since + LONGEST_BURST - now));
    timer = setTimeout(
      () => {
        timer = undefined;
        pass();
      },
      Math.max(0, wait),
    );
  }

  function take(records: readonly MutationRecord[]) {
    if (records.length === 0) return;
    const mended = [...mend(records)];
    // What mending itself has written is no news.
    observer.takeRecords();
    for (const node of mended) note(node.parentElement);
    for (const record of records) for (const element of changedBy(record)) note(element);
    // `document.open` takes all listeners away, ours too; where it is still there this changes nothing.
    if (records.some(({ target }) => target === document))
      document.addEventListener('visibilitychange', soon, { signal });
    soon();
  }
  /** Text is read by the block: one changed word may belong to a figure that begins before its inline element. */
  const note = (element: Element | null) => {
    const block = element && blockOf(element);
    if (block) dirty.add(block);
  };

  const observer = new MutationObserver(take);
  const watch: PageWatch = {
    observe: root => observer.observe(root, { childList: true, characterData: true, subtree: true }),
    change(run) {
      // What the page did before counts; what we are about to do does not.
      take(observer.takeRecords());
      run();
      observer.takeRecords();
    },
  };
  watch.observe(document);
  document.addEventListener('visibilitychange', soon, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return watch;
}

/** The elements that lie in none of the others. Each way up is gone once: a page can add thousands at a time, or nest them. */
function outermostOf(elements: readonly Element[]): Element[] {
  const all = new Set<Node>(elements);
  const known = new Map<Node, boolean>();
  const isInOne = (element: Element): boolean => {
    const way: Node[] = [];
    let inside = false;
    for (let at = element.parentNode; at; at = at.parentNode) {
      inside = all.has(at) || known.get(at) === true;
      if (inside || known.has(at)) break;
      way.push(at);
    }
    for (const node of way) known.set(node, inside);
    return inside;
  };
  return elements.filter(element => !isInOne(element));
}

/** The elements whose own text a mutation makes new. */
function changedBy({ type, target, addedNodes, removedNodes }: MutationRecord): Element[] {
  if (type === 'characterData') return target.parentElement ? [target.parentElement] : [];
  const added = [...addedNodes].flatMap(node =>
    node.nodeType === 1 ? [node as Element] : node.nodeType === 3 ? [target as Element] : [],
  );
  // A block that goes takes its own text with it; words that go leave others behind.
  const removed = [...removedNodes].some(
    node => node.nodeType === 3 || (node.nodeType === 1 && !isBlock(node as Element)),
  );
  return [...added, ...(removed ? [target as Element] : [])].filter(({ nodeType }) => nodeType === 1);
}
