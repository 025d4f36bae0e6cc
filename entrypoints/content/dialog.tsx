/** One popover: a dialog in a closed shadow root that follows its mark, or stands where the reader has put it. */
import { render } from 'preact';
import { type Deeds, Panel, type Target } from '@/components/Panel';
import { comparisonAsText } from '@/lib/i18n/comparison-as-text';
import { currentLanguage, type currentTexts, direction, setLanguage } from '@/lib/i18n/translate';
import { putInFrame } from '@/lib/page/closed-frame';
import { keepInside, makeMovable } from '@/lib/page/moving';
import { keepBeside } from '@/lib/page/placement';
import { openAbove } from '@/lib/page/top-layer';
import type { Comparison } from '@/lib/reading/reading';
import { copyText } from './copy';
import { goRound, keepFocus } from './focus-inside';
import { stepOf } from './open-on-demand';
import type { Anchor } from './places';

export const POPOVER_ELEMENT = 'daftar-popover';

const HEADING = 'heading';

/** What a popover needs of the page around it. */
export interface Surroundings {
  site: string;
  hide: Deeds['hide'];
  lookUp: Deeds['lookUp'];
  /** Makes a note on the statement of a mark. */
  note(anchor: Anchor, comparison: Comparison): void;
  /** Makes a note on the entity of a mark. */
  noteEntity(anchor: Anchor, id: string): void;
  countNotes: Deeds['countNotes'];
  openNotes: Deeds['openNotes'];
  /** The texts of the reader's language: this script is one of its own, and has only the English ones. */
  texts(): ReturnType<typeof currentTexts>;
  /** The value of `color-scheme` for the theme that the reader has set. */
  colorScheme(): string;
  /** Runs a change of ours so that the watch does not see it. */
  change(run: () => void): void;
  /** The id of the mark that an event is on. */
  markAt(event: Event): string | null;
  /** Gives the focus back to a mark. */
  focusMark(anchor: Anchor): unknown;
  /** Goes on from a mark to the next one, or to the one before, and opens it. */
  step(direction: 1 | -1, from: string): void;
}

export interface Dialog {
  id: string;
  host: HTMLElement;
  takeFocus(): void;
  hasFocus(): boolean;
  /** Closes it; where the focus was inside, it goes back to the mark. */
  leave(): void;
  close(): void;
}

/**
 * Opens a dialog beside a mark.
 * @param onPinned told when it is pinned or let go
 * @param onUsed told when the reader does something in it
 * @param onClosed told once when it has gone, however
 */
export function openDialog(
  document: Document,
  styles: string,
  { anchor, target }: { anchor: Anchor; target: Target },
  around: Surroundings,
  told: { onPinned(pinned: boolean): void; onUsed(): void; onClosed(): void },
): Dialog {
  const controller = new AbortController();
  const { signal } = controller;
  setLanguage(...around.texts());
  const { host, panel } = build(document, styles, anchor, around, () => close(), signal);
  let pinned = false;
  let placing = new AbortController();

  const close = () => controller.abort();
  const hasFocus = () => document.activeElement === host;
  const leave = () => {
    const inside = hasFocus();
    close();
    if (inside) around.focusMark(anchor);
  };
  const step = (direction: 1 | -1) => around.step(direction, anchor.id);

  function setPinned(value: boolean) {
    pinned = value;
    placing.abort();
    placing = new AbortController();
    panel.classList.toggle('pinned', pinned);
    draw();
    if (pinned) keepInside(panel, placing.signal);
    else keepBeside(anchor.reference, panel, placing.signal);
    told.onPinned(pinned);
  }
  const pin = () => setPinned(!pinned);
  function draw() {
    const deeds: Deeds = {
      copy: comparison => copyText(document, comparisonAsText(comparison, document.location.href)),
      hide: around.hide,
      lookUp: around.lookUp,
      note: comparison => around.note(anchor, comparison),
      noteEntity: id => around.noteEntity(anchor, id),
      countNotes: around.countNotes,
      openNotes: around.openNotes,
    };
    const bar = { pinned, onPin: pin, onClose: leave, onStep: step };
    render(<Panel target={target} headingId={HEADING} site={around.site} deeds={deeds} {...bar} />, panel);
  }
  setPinned(false);
  keepFocus(panel, signal);
  makeMovable(panel, { bar: '.bar', grip: '.grip' }, () => pinned || setPinned(true), signal);

  panel.addEventListener('pointerdown', told.onUsed, { signal });
  panel.addEventListener('focusin', told.onUsed, { signal });
  // Only what the reader does counts: the page cannot reach in here, but it costs nothing to be sure.
  panel.addEventListener('click', event => event.isTrusted || event.stopImmediatePropagation(), {
    capture: true,
    signal,
  });
  panel.addEventListener(
    'keydown',
    event => {
      const direction = stepOf(event);
      if (event.key === 'Tab') goRound(event, panel);
      else if (event.key === 'Escape') leave();
      else if (direction) step(direction);
      else return;
      if (event.key !== 'Tab') event.preventDefault();
    },
    { signal },
  );
  // The page's own keyboard shortcuts must not answer to what is typed or pressed in here.
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    host.addEventListener(type, event => event.stopPropagation(), { signal });
  signal.addEventListener('abort', () => {
    placing.abort();
    render(null, panel);
    around.change(() => host.remove());
    told.onClosed();
  });
  return { id: anchor.id, host, takeFocus: () => panel.focus({ preventScroll: true }), hasFocus, leave, close };
}

function build(
  document: Document,
  styles: string,
  { reference }: Anchor,
  { change, colorScheme }: Surroundings,
  onGone: () => void,
  signal: AbortSignal,
) {
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.tabIndex = -1;
  // Ours is the reader's language, whatever the page around it is: direction is inherited.
  panel.lang = currentLanguage();
  panel.dir = direction();
  panel.style.colorScheme = colorScheme();
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-labelledby', HEADING);
  const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(styles);
  let opened: ReturnType<typeof openAbove> | null = null;
  change(() => {
    opened = openAbove(document, POPOVER_ELEMENT, sheet, reference.contextElement);
  });
  const { host, root } = opened as unknown as ReturnType<typeof openAbove>;
  putInFrame(root, panel, styles, onGone, signal);
  return { host, panel };
}
