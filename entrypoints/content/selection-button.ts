/** Offers a lookup beside a selection, if the reader wants that: a small button that goes with the selection. */
import { direction, t } from '@/lib/i18n/translate';
import { readSelection, type Selected } from '@/lib/page/selection';
import { openAbove } from '@/lib/page/top-layer';
import hostStyles from './host.css?inline';
import styles from './selection-button.css?inline';

/** Its size and its distance from the words and the window's edge, in CSS pixels. */
const SIZE = 28;
const GAP = 6;

const SVG = 'http://www.w3.org/2000/svg';
const GLASS = 'M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M8.7 8.7l3 3';

/**
 * Shows the button in this document once something was selected there by pointer or key, until the selection goes, the page
 * scrolls, or Escape. It takes no focus, so that the selection stays; keys have a command of their own.
 * @param wanted whether the reader has switched it on
 * @param run looks the selection up
 * @param change runs a change of ours so that the watch does not see it
 */
export function offerAtSelection(
  document: Document,
  wanted: () => boolean,
  run: () => void,
  change: (run: () => void) => void,
  signal: AbortSignal,
): void {
  let shown: HTMLElement | null = null;

  function hide() {
    const host = shown;
    shown = null;
    if (host) change(() => host.remove());
  }
  function show(selection: Selected) {
    hide();
    const window = document.defaultView as Window & typeof globalThis;
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(hostStyles + styles);
    change(() => {
      const { host, root } = openAbove(document, 'daftar-selection', sheet, selection.words.contextElement);
      const button = makeButton(document);
      place(button, selection);
      button.addEventListener('pointerdown', event => event.preventDefault());
      button.addEventListener('click', event => {
        if (!event.isTrusted) return;
        hide();
        run();
      });
      root.append(button);
      shown = host;
    });
  }
  function look(event: Event) {
    if (!event.isTrusted || !wanted() || (shown && event.composedPath().includes(shown))) return;
    // Browsers settle the selection after the event.
    setTimeout(() => {
      if (signal.aborted) return;
      const selection = readSelection(document);
      if (selection && selection.words.contextElement.ownerDocument === document) show(selection);
      else hide();
    });
  }
  const listen = { capture: true, passive: true, signal } as const;
  document.addEventListener('pointerup', look, listen);
  document.addEventListener('keyup', event => event.shiftKey && look(event), listen);
  document.addEventListener('keydown', event => event.key === 'Escape' && hide(), listen);
  document.addEventListener('scroll', hide, listen);
  document.addEventListener('selectionchange', () => shown && !readSelection(document) && hide(), listen);
  signal.addEventListener('abort', hide);
}

function makeButton(document: Document): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.title = t('selection.button');
  button.setAttribute('aria-label', t('selection.button'));
  const icon = document.createElementNS(SVG, 'svg');
  const attributes = { width: '14', height: '14', viewBox: '0 0 14 14', fill: 'none', stroke: 'currentColor' };
  for (const [name, value] of Object.entries({ ...attributes, 'stroke-width': '1.6', 'stroke-linecap': 'round' }))
    icon.setAttribute(name, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', GLASS);
  icon.append(path);
  button.append(icon);
  return button;
}

/** Below the end of the last line, where the reader's pointer is; inside the window. */
function place(button: HTMLElement, { words }: Selected): void {
  const { innerWidth, innerHeight } = words.contextElement.ownerDocument.defaultView as Window;
  const last = words.getClientRects().at(-1) ?? words.getBoundingClientRect();
  const isRtl =
    words.contextElement.ownerDocument.defaultView?.getComputedStyle(words.contextElement).direction === 'rtl';
  const x = isRtl ? last.left - SIZE - GAP : last.right + GAP;
  const y = last.bottom + GAP;
  const within = (at: number, most: number) => Math.max(GAP, Math.min(at, most - SIZE - GAP));
  Object.assign(button.style, { left: `${within(x, innerWidth)}px`, top: `${within(y, innerHeight)}px` });
  button.dir = direction();
}
