/** The look of marks on the page: one style sheet, adopted, so that a strict content security policy allows it. */
import { MARK_ELEMENT } from '@/lib/page/own-elements';
import type { Verdict } from '@/lib/reading/comparing/verdict';
import type { MarkStyle } from '@/lib/settings';

export type Look = Verdict | 'entity';

/** The one attribute of a mark. */
export const MARK_ATTRIBUTE = 'data-m';

interface Underline {
  shape: string;
  /** In px. */
  width: number;
  color: string;
}

// Each look has a shape of its own, so that it can be told without colours. The colours have a contrast of 4:1 and more
// on white and on near-black alike, because the page's background is not ours to know.
const UNDERLINES: Record<Look, Underline> = {
  agrees: { shape: 'solid', width: 2, color: '#0b8577' },
  'agrees-with-some': { shape: 'double', width: 2, color: '#1a7fb0' },
  differs: { shape: 'wavy', width: 1.5, color: '#c2570c' },
  dated: { shape: 'dashed', width: 2, color: '#8b5cf6' },
  context: { shape: 'solid', width: 1, color: '#7a828a' },
  entity: { shape: 'dotted', width: 1.5, color: '#7a828a' },
};

// On their own yellow, with black words, a contrast of 7:1 and more, whatever the page looks like.
const STRONG: Record<Look, string> = {
  agrees: '#00443c',
  'agrees-with-some': '#00395c',
  differs: '#7a1f00',
  dated: '#45108c',
  context: '#333333',
  entity: '#333333',
};

/** The declarations of a look in a style: nothing that could move the page's words. */
function declarations(look: Look, style: MarkStyle): string[] {
  const { shape, width, color } = UNDERLINES[look];
  if (style === 'strong')
    return [
      `text-decoration:underline ${shape} ${look === 'context' ? 2 : width + 1.5}px ${STRONG[look]}`,
      ...(look === 'entity' ? [] : ['background-color:#ffef9f', 'color:#111']),
    ];
  const underline = `text-decoration:underline ${shape} ${width}px ${color}`;
  if (style === 'underline' || look === 'entity') return [underline];
  return [underline, `background-color:color-mix(in srgb,${color} 18%,transparent)`];
}

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
  /** Draws all marks in another style from now on. */
  setStyle(style: MarkStyle): void;
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
  const textIn = (style: MarkStyle) => rulesOf(letterOf, nameOf, style).join('\n');
  let text = textIn('underline');
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
    setStyle(style) {
      text = textIn(style);
      for (const sheet of sheets.values()) sheet.replaceSync(text);
    },
  };
}

function rulesOf(letterOf: ReadonlyMap<Look, string>, nameOf: (id: string) => string, style: MarkStyle): string[] {
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
    const drawn = declarations(look, style);
    rules.push(
      `${MARK_ELEMENT}[${MARK_ATTRIBUTE}^="${letter}"]{${drawn.map(one => `${one}!important`).join(';')}}`,
      `${highlight}{${drawn.join(';')};text-underline-offset:.2em;text-decoration-skip-ink:none}`,
    );
  }
  // As strong as the rules above, and behind them; only what a style has coloured is given back.
  const coloured = style !== 'underline';
  const forced = coloured ? ';background-color:Canvas!important;color:CanvasText!important' : '';
  const printed = coloured ? ';color:inherit!important' : '';
  for (const one of [`${MARK_ELEMENT}[${MARK_ATTRIBUTE}]`, ...highlights]) {
    rules.push(
      `@media (forced-colors:active){${one}{text-decoration-color:LinkText!important${forced}}}`,
      `@media print{${one}{text-decoration:none!important;background-color:transparent!important${printed}}}`,
    );
  }
  return rules;
}
