/** Tells what links are for: to notes, within the page, or away from it. */
/** Behind these a small raised number is a power: "km²", "10⁶". */
const RAISED = /^(?:[kcm]?m|mi|ft|in|sq|.*\b10)$/i;

/** Of what stands before a raised number so much is looked at. */
const LONGEST_UNIT = 24;

/**
 * Whether an element is the mark of a note: left in, "in 2024" with note 3 would be read as the figure 20243.
 * @param before what stands before it in its line, as it is in the page; empty at the beginning
 */
export function isNoteMark(element: Element, before: string): boolean {
  const tag = element.localName;
  if (tag === 'a') {
    if (element.getAttribute('href')?.startsWith('#') !== true) return false;
    return /^[\s[(]*(?:\d{1,3}|[^\p{L}\p{N}]*)[\])\s]*$/u.test(element.textContent ?? '');
  }
  if (tag !== 'sup') return false;
  if (element.querySelector('a') !== null) return true;
  const mark = (element.textContent ?? '').trim();
  if (/^[[(].{1,4}[\])]$|^[*†‡§]+$/.test(mark)) return true;
  if (!/^\d{1,3}(?:\s*[,–-]\s*\d{1,3})*$/.test(mark)) return false;
  return !RAISED.test(/\S+$/.exec(before.slice(-LONGEST_UNIT))?.[0] ?? '');
}

/** Tells links within the page from those that lead away; a link to nowhere is a control, and away from the text. */
export function linkReader(document: Document): (link: Element) => 'here' | 'away' {
  // In the head alone: a search of a long page for what is not there takes longer than all links of it.
  const canonical = document.head?.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const parse = (address: string, base?: string) => {
    try {
      return new URL(address, base);
    } catch {
      return null;
    }
  };
  const own = (canonical && parse(canonical, document.baseURI)) || parse(document.baseURI);
  const isOwn = (target: URL | null, page: URL | null) =>
    target !== null && page !== null && target.host === page.host && target.pathname === page.pathname;
  const location = parse(document.location?.href ?? '');
  const known = new Map<string, 'here' | 'away'>();
  return link => {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (href.startsWith('#')) return href.length > 1 ? 'here' : 'away';
    let place = known.get(href);
    if (!place) {
      const target = parse(href, own?.href);
      place = isOwn(target, own) || isOwn(target, location) ? 'here' : 'away';
      known.set(href, place);
    }
    return place;
  };
}
