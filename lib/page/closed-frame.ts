/**
 * A document of our own for what a page must not read. A closed shadow root alone keeps no secret: `window.find` searches it
 * in every browser, and Firefox then hands the page the very node, as it does with what a reader selects. A frame's text
 * is another document's, and no page gets at a frame in a shadow root that is closed to it.
 */

const WRAP = `
.room { position: fixed; inset: 0; pointer-events: none; color-scheme: light dark;
  filter: drop-shadow(0 1px 1px rgb(0 0 0 / .14)) drop-shadow(0 10px 16px rgb(0 0 0 / .2)); }
iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; background: none;
  pointer-events: auto; color-scheme: light dark; clip-path: inset(100%); }
@media print { .room { display: none; } }`;
// Of one colour scheme with the frame, else browsers paint something opaque behind it.
const GROUND = ':root { color-scheme: light dark; } body { margin: 0; overflow: hidden; background: none; }';

/**
 * Puts a panel (`position: fixed`) into a frame as large as the window, of which only the panel is there to see and to press:
 * so its places are the window's own.
 * @param root a closed shadow root on the page
 * @param onGone told when the page has taken the frame away: nothing in it can be used any more
 */
export function putInFrame(
  root: ShadowRoot,
  panel: HTMLElement,
  styles: string,
  onGone: () => void,
  signal: AbortSignal,
): void {
  const { ownerDocument: document } = root;
  const window = document.defaultView as Window & typeof globalThis;
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(WRAP);
  root.adoptedStyleSheets.push(sheet);
  const room = document.createElement('div');
  room.className = 'room';
  const frame = document.createElement('iframe');
  frame.title = 'Daftar';
  room.append(frame);
  root.append(room);

  let clip = '';
  const fit = () => {
    const { top, right, bottom, left } = panel.getBoundingClientRect();
    const { innerWidth, innerHeight } = panel.ownerDocument.defaultView ?? window;
    const sides = [top, innerWidth - right, innerHeight - bottom, left].map(side => `${side}px`).join(' ');
    const now = panel.style.visibility === 'hidden' ? 'inset(100%)' : `inset(${sides} round 10px)`;
    if (now !== clip) frame.style.clipPath = now;
    clip = now;
  };
  const furnish = () => {
    const inside = frame.contentDocument;
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!inside || !view || panel.ownerDocument === inside) return;
    const own = new view.CSSStyleSheet();
    own.replaceSync(GROUND + styles);
    inside.adoptedStyleSheets = [own];
    inside.documentElement.lang = 'en';
    inside.body.append(panel);
    view.addEventListener('resize', fit, { signal });
    const sizes = new view.ResizeObserver(fit);
    sizes.observe(panel);
    signal.addEventListener('abort', () => sizes.disconnect());
  };
  furnish();
  // Some browsers load the empty document a moment later and put it in the place of the first one.
  frame.addEventListener('load', furnish, { signal });
  const moves = new MutationObserver(fit);
  moves.observe(panel, { attributes: true, attributeFilter: ['style', 'class'] });
  const removals = new MutationObserver(() => root.isConnected || onGone());
  if (root.host.parentNode) removals.observe(root.host.parentNode, { childList: true });
  signal.addEventListener('abort', () => {
    moves.disconnect();
    removals.disconnect();
  });
}

/** What has the focus in the document of a panel, or null. */
export function focusedIn(panel: HTMLElement): HTMLElement | null {
  const { activeElement, body } = panel.ownerDocument;
  return panel.ownerDocument.hasFocus() && activeElement !== body ? (activeElement as HTMLElement | null) : null;
}
