/** The look of marks on the page: one style sheet, adopted, so that a strict content security policy allows it. */
import { MARK_ELEMENT } from '@/lib/page/highlighter';
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

/**
 * Adopts the marks' styles into the document until `signal` is aborted.
 * @returns a function that makes an opaque id for a mark of a look. The id's first letter stands for the look, by a
 *   chance drawn anew for each page, so that the page cannot read a verdict off it.
 */
export function adoptLooks(document: Document, signal: AbortSignal): (look: Look) => string {
  const letters = [...'bcdfghjklmnpqrstvwxz'];
  const letterOf = new Map<Look, string>();
  const rules = [
    `${MARK_ELEMENT}{display:inline!important;text-underline-offset:.2em!important;cursor:pointer!important;` +
      'text-decoration-skip-ink:none!important;-webkit-tap-highlight-color:transparent}',
    `${MARK_ELEMENT}:hover{background-color:rgb(127 127 127/.16)!important}`,
    `${MARK_ELEMENT}:focus-visible{outline:2px solid currentColor!important;outline-offset:2px!important;border-radius:2px}`,
  ];
  for (const look of Object.keys(UNDERLINES) as Look[]) {
    const [letter = ''] = letters.splice(Math.floor(Math.random() * letters.length), 1);
    letterOf.set(look, letter);
    rules.push(
      `${MARK_ELEMENT}[${MARK_ATTRIBUTE}^="${letter}"]{text-decoration:underline ${UNDERLINES[look]}!important}`,
    );
  }
  rules.push(`@media (forced-colors:active){${MARK_ELEMENT}{text-decoration-color:LinkText!important}}`);
  rules.push(`@media print{${MARK_ELEMENT}{text-decoration:none!important}}`);

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join('\n'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
  });
  return look => `${letterOf.get(look)}${crypto.randomUUID().slice(0, 8)}`;
}
