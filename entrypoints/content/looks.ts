/** The look of marks on the page: one style sheet, adopted, so that a strict content security policy allows it. */
import { MARK_ELEMENT } from '@/lib/page/own-elements';
import type { Verdict } from '@/lib/reading/comparing/verdict';

export type Look = Verdict | 'entity';

/** The one attribute of a mark. */
export const MARK_ATTRIBUTE = 'data-m';

// Each look has a shape of its own, so that it can be told without colours. The colours have a contrast of 4:1 and more
// on white and on near-black alike, because the page's background is not ours to know.
const UNDERLINES: Record<Look, string> = {
  agrees: 'solid 2px #0b8577',
  'agrees-with-some': 'double 2px #1a7fb0',
  differs: 'wavy 1.5px #c2570c',
  dated: 'dashed 2px #8b5cf6',
  context: 'solid 1px #7a828a',
  entity: 'dotted 1.5px #7a828a',
};

/** One of them stands for a look on a page. */
const LETTERS = [...'bcdfghjklmnpqrstvwxz'];

const highlightName = (letter: string) => `daftar-${letter}`;

/** All names that are ours in a page's highlight registry: Firefox lets no content script list what is there. */
export const HIGHLIGHT_NAMES = LETTERS.map(highlightName);

export interface Looks {
  /** Gives a document, a shadow root or a frame's document the marks' styles, unless it has them. */
  adopt(root: Document | ShadowRoot): void;
  /**
   * Makes an opaque id for a mark of a look. Its first letter stands for the look, by a chance drawn anew for each page, so
   * that the page cannot read a verdict off it.
   */
  makeId(look: Look): string;
  /** The name under which the highlights of a mark's look are registered. */
  nameOf(id: string): string;
}

/** Makes the looks of one page; on abort all roots give their styles back. */
export function createLooks(signal: AbortSignal): Looks {
  const letters = [...LETTERS];
  const letterOf = new Map<Look, string>();
  for (const look of Object.keys(UNDERLINES) as Look[]) {
    const [letter = ''] = letters.splice(Math.floor(Math.random() * letters.length), 1);
    letterOf.set(look, letter);
  }
  const nameOf = (id: string) => highlightName(id.charAt(0));
  const text = rulesOf(letterOf, nameOf).join('\n');
  const sheets = new Map<Document, CSSStyleSheet>();
  const adopted = new Set<Document | ShadowRoot>();

  /** A constructed sheet belongs to one document and its shadow roots. */
  function sheetOf(document: Document): CSSStyleSheet {
    const window = document.defaultView ?? globalThis;
    const sheet = sheets.get(document) ?? new window.CSSStyleSheet();
    if (!sheets.has(document)) sheet.replaceSync(text);
    sheets.set(document, sheet);
    return sheet;
  }

  signal.addEventListener('abort', () => {
    const own = new Set(sheets.values());
    for (const root of adopted) root.adoptedStyleSheets = root.adoptedStyleSheets.filter(sheet => !own.has(sheet));
  });
  return {
    adopt(root) {
      if (signal.aborted) return;
      const sheet = sheetOf(root.nodeType === 9 ? (root as Document) : (root.ownerDocument ?? document));
      adopted.add(root);
      // A page that sets the list anew, as design systems do, drops ours.
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    },
    makeId: look => `${letterOf.get(look)}${crypto.randomUUID().slice(0, 8)}`,
    nameOf,
  };
}

function rulesOf(letterOf: ReadonlyMap<Look, string>, nameOf: (id: string) => string): string[] {
  const rules = [
    `${MARK_ELEMENT}{display:inline!important;text-underline-offset:.2em!important;cursor:pointer!important;pointer-events:auto!important;` +
      'text-decoration-skip-ink:none!important;-webkit-tap-highlight-color:transparent}',
    `${MARK_ELEMENT}:hover{background-color:rgb(127 127 127/.16)!important}`,
    `${MARK_ELEMENT}:focus-visible{outline:2px solid currentColor!important;outline-offset:2px!important;border-radius:2px}`,
  ];
  const highlights: string[] = [];
  for (const [look, letter] of letterOf) {
    const highlight = `::highlight(${nameOf(letter)})`;
    highlights.push(highlight);
    rules.push(
      `${MARK_ELEMENT}[${MARK_ATTRIBUTE}^="${letter}"]{text-decoration:underline ${UNDERLINES[look]}!important}`,
      `${highlight}{text-decoration:underline ${UNDERLINES[look]};text-underline-offset:.2em;text-decoration-skip-ink:none}`,
    );
  }
  // As strong as the underlines above, and behind them.
  const all = [`${MARK_ELEMENT}[${MARK_ATTRIBUTE}]`, ...highlights];
  for (const one of all) {
    rules.push(`@media (forced-colors:active){${one}{text-decoration-color:LinkText!important}}`);
    rules.push(`@media print{${one}{text-decoration:none!important;background-color:transparent!important}}`);
  }
  return rules;
}
