/** Tells whoever follows this page, as the side panel does, what is marked and what is on screen. */
import { type Browser, browser } from '#imports';
import { FOLLOW, type Overview, type Told } from '@/lib/messaging';
import { whileAlive } from './lifetime';

/** At most so often, in milliseconds: a list that follows need not be faster than an eye. A judgement. */
const PACE = 150;

export interface Followers {
  /** To be called when the overview may have changed. */
  changed(): void;
}

/**
 * Answers to ports of the extension's own pages. As long as nobody follows, nothing is listened to and nothing is measured.
 * @param overview gives what is marked
 * @param inView gives the ids of the marks on screen
 */
export function serveFollowers(
  document: Document,
  overview: () => Overview,
  inView: () => string[],
  signal: AbortSignal,
): Followers {
  const ports = new Set<Browser.runtime.Port>();
  let scrolling = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stale = false;

  function tell(told: Told, to: Iterable<Browser.runtime.Port> = ports) {
    for (const port of to) port.postMessage(told);
  }
  function tellNow() {
    timer = undefined;
    if (ports.size === 0 || signal.aborted) return;
    if (stale) tell({ overview: overview() });
    stale = false;
    tell({ inView: inView() });
  }
  const tellSoon = () => {
    if (ports.size > 0) timer ??= setTimeout(tellNow, PACE);
  };
  function drop(port: Browser.runtime.Port) {
    ports.delete(port);
    if (ports.size === 0) scrolling.abort();
  }
  function accept(port: Browser.runtime.Port) {
    if (port.name !== FOLLOW) return;
    port.onDisconnect.addListener(drop);
    if (ports.size === 0) {
      scrolling = new AbortController();
      const listen = { capture: true, passive: true, signal: AbortSignal.any([signal, scrolling.signal]) } as const;
      document.addEventListener('scroll', tellSoon, listen);
      document.defaultView?.addEventListener('resize', tellSoon, listen);
    }
    ports.add(port);
    tell({ overview: overview() }, [port]);
    tell({ inView: inView() }, [port]);
  }
  browser.runtime.onConnect.addListener(accept);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    whileAlive(() => browser.runtime.onConnect.removeListener(accept));
  });
  return {
    changed() {
      stale = true;
      tellSoon();
    },
  };
}
