/** Clears what a script of an earlier version left in an open page, before the page is marked anew. */
import { MARK_ELEMENT, OWN_HOSTS } from '@/lib/page/own-elements';
import { HIGHLIGHT_NAMES } from './looks';

/** Sent by a script that takes over, heard by an older one. Only where traces are, so that it tells the page nothing new. */
export const TAKEOVER = 'daftar-takeover';

const highlightsOf = (document: Document) => document.defaultView?.CSS?.highlights;

/** Whether a script of ours has shown anything on this page: it did so in the document or registered its highlights. */
export function hasTraces(document: Document): boolean {
  return (
    document.querySelector(`${MARK_ELEMENT}, ${OWN_HOSTS}`) !== null ||
    HIGHLIGHT_NAMES.some(name => highlightsOf(document)?.has(name))
  );
}

/**
 * Asks an older script to take its marks back, and then takes out what it could not: Firefox ends a script together with its
 * extension. The page's text is as before; where it has marks of its own making, these go too.
 */
export function clearPredecessor(document: Document): void {
  if (!hasTraces(document)) return;
  document.dispatchEvent(new Event(TAKEOVER));
  for (const root of rootsIn(document)) {
    for (const host of root.querySelectorAll(OWN_HOSTS)) host.remove();
    for (const mark of root.querySelectorAll(MARK_ELEMENT)) unwrap(mark);
    const sheets = root.adoptedStyleSheets;
    if (sheets.some(isOurSheet)) root.adoptedStyleSheets = sheets.filter(sheet => !isOurSheet(sheet));
    if (root.nodeType !== 9) continue;
    for (const name of HIGHLIGHT_NAMES) highlightsOf(root as Document)?.delete(name);
  }
}

/** The document with its open shadow roots and the documents of its own origin in frames, theirs included. */
function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(
    element => element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument ?? [],
  );
  return [root, ...inner.flatMap(rootsIn)];
}

/** mark.js has cut a text node in three and put the middle in an element: this joins the three again. */
function unwrap(mark: Element): void {
  const { previousSibling: before, nextSibling: behind } = mark;
  if (before?.nodeType !== 3 || behind?.nodeType !== 3 || mark.firstElementChild) {
    mark.replaceWith(...mark.childNodes);
    return;
  }
  (before as Text).appendData(`${mark.textContent}${(behind as Text).data}`);
  behind.remove();
  mark.remove();
}

/** Our sheet begins with the rule for marks. */
function isOurSheet(sheet: CSSStyleSheet): boolean {
  try {
    return (sheet.cssRules[0] as CSSStyleRule | undefined)?.selectorText === MARK_ELEMENT;
  } catch {
    return false;
  }
}
