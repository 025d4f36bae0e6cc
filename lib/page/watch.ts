/** Waits for the page to come to rest, and tells what it adds afterwards. */

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

/** Additions come in bursts; they are looked at together once nothing has come for this long. */
const BURST = 300;

/**
 * Calls `onAdded` with the elements that the page added, the outermost of each burst only.
 * @returns a function that runs our own changes without seeing them
 */
export function watchAdditions(
  root: Node,
  onAdded: (elements: Element[]) => void,
  signal: AbortSignal,
): (change: () => void) => void {
  const added = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (records: MutationRecord[]) => {
    for (const record of records)
      for (const node of record.addedNodes) {
        const element = node instanceof Element ? node : node.parentElement;
        if (element) added.add(element);
      }
    if (added.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const here = [...added].filter(element => element.isConnected);
      added.clear();
      const outermost = here.filter(element => !here.some(other => other !== element && other.contains(element)));
      if (outermost.length > 0) onAdded(outermost);
    }, BURST);
  };
  const observer = new MutationObserver(take);
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return change => {
    // What the page did before counts; what we are about to do does not.
    take(observer.takeRecords());
    change();
    observer.takeRecords();
  };
}
