/**
 * The element that holds the boxes of notes. Whoever wants to see notes gets it on every page that is read, with notes or
 * without: that it is there tells a page nothing of them, and what is in its closed shadow root no page can ask for.
 */
import { createHost } from './own-elements.ts';

// The one green stands out from white (4.5 : 1) and from near black (4 : 1): what is behind the words is the page's.
const STYLES = `
:host { all: initial !important; position: absolute !important; inset: 0 auto auto 0 !important; overflow: visible !important;
  inline-size: 0 !important; block-size: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  background: none !important; pointer-events: none !important; display: block !important; z-index: 2147483646 !important;
  color-scheme: light dark !important; }
.line { position: absolute; box-sizing: border-box; border-radius: 3px; border: 1px solid #0b8577;
  background: rgb(11 133 119 / .08); }
.moved .line { border-style: dashed; border-width: 2px; }
button { all: unset; position: absolute; box-sizing: border-box; inline-size: 14px; block-size: 14px; border-radius: 4px;
  background: #0b8577; border: 1px solid #fff; }
button::after { content: ""; position: absolute; inset: 3px 2px; border-block: 2px solid #fff; }
button.hover { transform: scale(1.3); }
button:focus-visible { outline: 3px solid #0b8577; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
@media (forced-colors: active) {
  .line { border-color: Highlight; background: none; }
  button { background: ButtonFace; border-color: ButtonText; }
  button::after { border-color: ButtonText; }
  button:focus-visible { outline-color: Highlight; }
}
@media print { :host { display: none !important; } }
`;

/** Puts the element into the document. It takes no pointer, so that no page finds a box by asking what is at a point. */
export function putNoteHost(document: Document): { host: HTMLElement; root: ShadowRoot } {
  const { host, root } = createHost(document, 'daftar-notes');
  const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);
  return { host, root };
}
