/** Reads the page's passages, asks the background what they say, and marks the answers. */
import { siteOf } from '@/lib/hidden';
import { currentTexts } from '@/lib/i18n/translate';
import { sendMessage } from '@/lib/messaging';
import { isFrame } from '@/lib/page/composed';
import { readPageFacts } from '@/lib/page/page-facts';
import { findArticle } from '@/lib/page/passages';
import { watchPage, whenSettled } from '@/lib/page/watch';
import type { PageFacts } from '@/lib/reading/reading';
import { createBook } from './book';
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
import { createReading } from './reading';
import { serveReader } from './serving';
import { tellCount } from './tell-count';

/**
 * Reads and marks the document, and goes on with what the page changes, until the script's life ends.
 * @param worthReading the trigger test; as long as it fails nothing is sent
 */
export async function readPage(document: Document, worthReading: (text: string) => boolean, life: Life) {
  const { signal, check } = life;
  const [hiding, pausing, wishes] = await Promise.all([
    readHidden(document.location, drawAgain, signal),
    readPausing(document.location, readAnew, signal),
    followWishes(signal),
  ]);
  const looks = createLooks(signal);
  void followLooks(looks, signal);
  const entered = new WeakSet<Node>();
  const at = (event: Event) => withTarget(marks.at(event));
  let told = false;

  const watch = watchPage(
    document,
    records => (check() ? marks.mend(records) : []),
    elements => {
      notes.textChanged();
      void reading.readSoon(elements);
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
      noteEntity: (anchor, id) => void noting.noteEntity(anchor, id),
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
  const reading = createReading(document, {
    worthReading,
    book,
    marks,
    drawing,
    pausing,
    check,
    onChange: () => followers.changed(),
    onRead,
    signal,
  });
  const followers = serveFollowers(
    document,
    () => ({ ...reading.state(), statements: book.statements() }),
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
    if (parent) void reading.readSoon([parent]);
  };
  document.addEventListener('load', onLoad, { capture: true, signal });

  await readAnew();

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
    return reading.facts() ?? readPageFacts(document, findArticle(document), []);
  }

  /** Takes everything back and reads the page anew. */
  async function readAnew() {
    await reading.readAnew();
    if (pausing.isPaused()) await showCount();
  }

  /** All that is to be read for now has been read. */
  async function onRead() {
    if (drawing.hasMarks()) popover.prepare();
    const count = book.countStatements();
    // Once for a page: what it adds later is not worth an interruption.
    if (!told) tellCount(document, count, watch.change, signal);
    told ||= count > 0;
    await showCount();
  }

  function lookUp(): Promise<boolean> {
    return lookUpSelection(document, facts, popover.open);
  }

  /** The number on the toolbar is a courtesy: a worker that is just being replaced need not take it. */
  async function showCount() {
    followers.changed();
    await sendMessage('showCount', pausing.isPaused() ? null : book.countStatements()).catch(() => {});
  }

  /** Hidden or taken back, here or elsewhere. */
  function drawAgain() {
    drawing.drawAgain();
    void showCount();
  }
}
