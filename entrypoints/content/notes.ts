/** Follows the notes of this page: asks which there are, has their passages found, tells what was, and shows them if wanted. */
import { pageAddress, siteOf } from '@/lib/hidden';
import { currentTexts } from '@/lib/i18n/translate';
import { type PageNote, sendMessage } from '@/lib/messaging';
import { putNoteHost } from '@/lib/page/note-host';
import { notedSites, notedTitles, showNotes } from '@/lib/settings';
import { knownNotes } from '@/lib/store/known-notes';
import { copyOf } from './copied-page';
import { bringPlacing } from './late-placing';
import { type Life, whileAlive } from './lifetime';
import type { Placing } from './placing';

/** So long after a change the passages are looked for anew: they are not what a reader waits for. */
const REST = 1000;
/** … and at most a twentieth of the page's time goes into it. Both are judgements. */
const SHARE = 20;

export interface PageNotes {
  /** To be called when the page's text may have changed. */
  textChanged(): void;
}

/**
 * Until the script's life ends. A page of a site without notes asks nobody and reads nothing.
 * @param change runs a change of ours so that the watch does not see it
 * @param settled resolves when the page has come to rest: nothing is asked before
 */
export function followNotes(
  document: Document,
  change: (run: () => void) => void,
  settled: Promise<void>,
  { signal, check }: Life,
): PageNotes {
  let notes: readonly PageNote[] = [];
  /** The address whose notes these are. */
  let asked = '';
  let placing: Placing | null = null;
  let host: ReturnType<typeof putNoteHost> | null = null;
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  /** Whether it was asked which passage the tab was opened for. */
  let went = false;
  let took = 0;
  let queue: Promise<unknown> = settled;

  /** One after the other; what fails, fails for the moment: the next change tries again. */
  const then = (work: () => Promise<unknown>) => {
    queue = queue.then(() => signal.aborted || work()).catch(() => signal.aborted || check());
  };

  async function ask() {
    const { href } = document.location;
    asked = pageAddress(href);
    const [sites, titles] = await Promise.all([notedSites.getValue(), notedTitles.getValue()]);
    const copy = copyOf(document, sites, titles);
    const asks = sites.includes(siteOf(href)) || copy.canonical !== null || copy.title !== null;
    notes = asks ? await sendMessage('notesForPage', { address: asked, ...copy }) : [];
    await place();
  }

  async function place() {
    if (notes.length === 0 && !placing) return;
    const code = await bringPlacing();
    if (!code) return;
    if (!placing) {
      placing = code.createPlacing(document, { texts: currentTexts, open: openNote, onStale: soon }, signal);
      placing.showIn(host?.root ?? null);
    }
    const start = performance.now();
    const placed = await placing.place(notes);
    took = performance.now() - start;
    // Told when it is news: a page that changes by the second is no reason to wake anybody.
    const now = JSON.stringify(placed);
    if (placed.length > 0 && !went) {
      went = true;
      const wanted = await sendMessage('passageWanted');
      if (wanted) placing.goTo(wanted);
    }
    if (placed.length > 0 && now !== last) await sendMessage('notesPlaced', { address: asked, placed });
    last = now;
  }

  const openNote = (id: string) => void sendMessage('openNote', id).catch(() => check());

  function soon() {
    if (timer !== undefined || signal.aborted) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        then(asked === pageAddress(document.location.href) ? place : ask);
      },
      Math.max(REST, SHARE * took),
    );
  }

  /** On every page or on none: see note-host.ts. */
  function showHost() {
    if (wanted === (host?.host.isConnected ?? false)) return;
    change(() => {
      host?.host.remove();
      host = wanted && document.documentElement ? putNoteHost(document) : null;
    });
    placing?.showIn(host?.root ?? null);
  }
  const want = (value: boolean) => {
    wanted = value;
    showHost();
  };

  const askAgain = () => then(ask);
  const stops = [showNotes.watch(want), notedSites.watch(askAgain), knownNotes.watch(askAgain)];
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    for (const stop of stops) whileAlive(stop);
    host?.host.remove();
  });
  // A page from the browser's cache of whole pages has missed what was changed meanwhile.
  document.defaultView?.addEventListener('pageshow', event => event.persisted && askAgain(), { signal });
  then(async () => want(await showNotes.getValue()));
  then(ask);

  return {
    textChanged() {
      showHost();
      if (notes.length > 0 || asked !== pageAddress(document.location.href)) soon();
    },
  };
}
