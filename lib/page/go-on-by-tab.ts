/** Lets Tab go on from words that have the focus without an element of their own: the ring around them stands elsewhere. */

/** What Tab stops at; `tabIndex` tells the exceptions. */
const STOPS =
  'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]';

/**
 * Moves the focus from an element of the page to the next place that can have it, or with Shift to the one before. Where there
 * is none, or for another key, the browser does what it does.
 * @param from the element whose words have the focus; what is inside it comes behind
 */
export function goOnByTab(event: KeyboardEvent, from: Element): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const root = from.getRootNode() as Document | ShadowRoot;
  const stops = [...root.querySelectorAll<HTMLElement>(STOPS)].filter(isStop);
  const position = (stop: Element) => from.compareDocumentPosition(stop);
  const next = event.shiftKey
    ? stops.findLast(stop => position(stop) & Node.DOCUMENT_POSITION_PRECEDING)
    : stops.find(stop => position(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]')) return false;
  return element.checkVisibility({ visibilityProperty: true });
}
