/** What is not the article's own text, judged by an element alone: its kind, its role, its names, its visibility. */
import { MARK_ELEMENT } from './own-elements.ts';

// What is never the article's own text, whatever the site: the one list of exclusions.
const NEVER_READ = new Set(
  (
    'script style noscript template object embed canvas video audio svg math code pre kbd samp button input textarea ' +
    'select option datalist label form dialog menu nav footer search map meter progress head title link meta ' +
    'amp-ad amp-embed amp-sidebar amp-social-share amp-consent amp-sticky-ad amp-user-notification amp-analytics ' +
    'daftar-popover'
  ).split(' '),
);
const ROLES_NEVER_READ = new Set(
  (
    'navigation banner contentinfo search form menu menubar menuitem toolbar dialog alertdialog alert textbox tablist ' +
    'tooltip status progressbar button switch doc-toc doc-backlink doc-noteref'
  ).split(' '),
);
const ADVERT_LABEL = /advert|sponsor|^ad$|\bads?\b.*content/i;

/** Blocks by their names: without layout, the browser's own defaults are all there is. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure frame frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main ol p section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** How a site's names for an element speak: of text behind a gate, of some other part, or of one that is never read. */
type Part = 'gate' | 'other' | 'foreign';

// Words by which sites name the parts that are not the article; compared with whole words of class and id. A gate
// may stand around the article's own text; a foreign part is others' writing, however long it is.
const NAMED: Record<Part, string> = {
  gate: 'paywall subscribe subscription premium',
  other:
    'ad ads adslot adunit adbox adcontainer adwrapper advert adverts advertisement advertising advertorial adsbygoogle ' +
    'dfp gpt sponsored sponsor promo promos promoted newsletter newsletters signup sidebar share sharing sharebar social ' +
    'breadcrumb breadcrumbs byline bylines author authors bio contributor contributors tags taglist topics keywords menu ' +
    'masthead toolbar toc credit credits timestamp hatnote navbox catlinks editsection ambox noprint signature ' +
    'userinfo postprofile modal popup lightbox skiplink',
  foreign:
    'comment comments commenting commentlist disqus replies related recirc recirculation recommended recommendations ' +
    'trending popular mostread outbrain taboola teaser teasers cookie cookies consent gdpr cmp onetrust didomi truste',
};
const PART_BY_WORD = new Map<string, Part>(
  (Object.keys(NAMED) as Part[]).flatMap(part => NAMED[part].split(' ').map(word => [word, part])),
);
const TWO_WORD_PARTS =
  /\b(most[-_ ]?(read|popular|viewed)|read[-_ ]?(more|next|also)|see[-_ ]also|sign[-_ ]?up|you[-_ ]may|no[-_]print|print[-_](none|hide)|more[-_](stories|news|from|on)|up[-_]next)(?![a-z])/i;
const UNSEEN = /\b(sr[-_]?only|visually[-_]?hidden|screen[-_]?reader([-_]?(text|only))?|a11y[-_]hidden|offscreen)\b/i;
/** Notes at an article's end are its own, even where they stand in its footer. */
const NOTES = /\b(foot|end)[-_]?notes?\b/i;

/** Attributes in which sites name their parts; where class names are hashes, the last two are all there is. */
export const NAMING_ATTRIBUTES: ReadonlySet<string> = new Set(['class', 'id', 'data-component', 'data-testid']);

function namesOf(element: Element): string {
  if (!element.hasAttributes()) return '';
  let names = '';
  for (const attribute of NAMING_ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    if (value) names += `${value} `;
  }
  return names;
}

/** A page has few different names and thousands of elements: each is judged once. */
const judged = new Map<string, { part: Part | null; unseen: boolean }>();

function judge(names: string): { part: Part | null; unseen: boolean } {
  let judgement = judged.get(names);
  if (!judgement) {
    if (judged.size > 2000) judged.clear();
    judgement = { part: judgeNames(names), unseen: UNSEEN.test(names) };
    judged.set(names, judgement);
  }
  return judgement;
}

/** What part of a page an element is by the site's names for it; null for none that we know. */
export function partByName(element: Element): Part | null {
  const names = namesOf(element);
  if (names === '') return null;
  const { part } = judge(names);
  if (part === null) return null;
  // A name on a link in running text tells what the link is for; its words are still the sentence's.
  if (element.localName === 'a' && hasTextBeside(element)) return null;
  // A quotation is read unless it repeats the text, which its name cannot tell ("pull", "social").
  return element.localName === 'blockquote' && part !== 'foreign' ? null : part;
}

function judgeNames(names: string): Part | null {
  if (TWO_WORD_PARTS.test(names)) return 'foreign';
  let found: Part | null = null;
  const words = names.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  for (const word of words.split(/[^a-z\d]+/)) {
    // A number may follow a word ("ad300"), but "sc-f98b1ad2" is no name at all.
    const part = PART_BY_WORD.get(word.replace(/\d+$/, ''));
    if (part === 'foreign') return part;
    found = part === 'gate' ? part : (found ?? part ?? null);
  }
  return found;
}

const isText = (node: Node | null): boolean =>
  (node?.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) || (node as Element | null)?.localName === 'daftar-mark';
const hasTextBeside = (element: Element): boolean => isText(element.previousSibling) || isText(element.nextSibling);

/** All other attributes by which an element is judged here, in `article.ts` and in `walk.ts`. */
export const SAYING_ATTRIBUTES: ReadonlySet<string> = new Set(
  'role hidden inert contenteditable aria-roledescription aria-label style aria-hidden itemprop rel'.split(' '),
);

/** Whether elements of a tag are left out; of some the element itself must be asked. */
export const isNeverReadTag = (tag: string): boolean => NEVER_READ.has(tag);

/** Whether an element and all in it is left out, whatever stands around it. */
export function isNeverRead(element: Element): boolean {
  const { localName } = element;
  if (NEVER_READ.has(localName)) {
    if (localName === 'footer') return !NOTES.test(namesOf(element)) && element.getAttribute('role') !== 'doc-endnotes';
    // Some publishing systems put the whole page into one form.
    if (localName === 'form') return element.querySelector('h1, article, main') === null;
    // The button that opens a section is that section's heading.
    return localName !== 'button' || !isHeadingTag(element.parentElement);
  }
  // A mark of ours has a button's role and the page's words.
  if (!element.hasAttributes() || localName === MARK_ELEMENT) return false;
  const role = element.getAttribute('role');
  if (role !== null && ROLES_NEVER_READ.has(role)) return true;
  const hidden = element.getAttribute('hidden');
  // What "find in page" opens, a reader can open.
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (element.hasAttribute('inert')) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  if (element.getAttribute('aria-roledescription') === 'advertisement') return true;
  const label = element.getAttribute('aria-label') ?? (localName === 'iframe' ? element.getAttribute('title') : null);
  if (label !== null && ADVERT_LABEL.test(label)) return true;
  if (/(display:\s*none|visibility:\s*hidden)/i.test(element.getAttribute('style') ?? '')) return true;
  // A drop cap is often written twice: once to be seen, once for screen readers. The one that is seen is read.
  if (element.getAttribute('aria-hidden') === 'true')
    return !isUnseen(element.nextElementSibling) && !isUnseen(element.previousElementSibling);
  return isUnseen(element);
}

/** Whether a site's names for an element say that it is for screen readers only. */
export const isUnseen = (element: Element | null): boolean => element !== null && judge(namesOf(element)).unseen;

/** A page's own header is no part of the article; one that holds the headline, and no menu, is. */
export function isPageHeader(element: Element): boolean {
  return (
    element.localName === 'header' &&
    element.closest('article, main') === null &&
    (element.querySelector('h1') === null || element.querySelector('nav, form, [role="navigation"]') !== null)
  );
}

/** Whether a tag's elements are blocks by themselves. */
export const isBlockTag = (tag: string): boolean => BLOCKS.has(tag);

/** Whether an element stands in a line of its own. Our marks stand in the page's lines. */
export function isBlock(element: Element): boolean {
  const { localName } = element;
  if (BLOCKS.has(localName)) return true;
  // A component is mostly a block; one with text beside it stands in that text's line.
  return localName.includes('-') && localName !== 'daftar-mark' && !hasTextBeside(element);
}

/** The block that an element lies in, itself included; the outermost element there is, where none is one. */
export function blockOf(element: Element): Element {
  let at = element;
  while (at.parentElement && !isBlock(at)) at = at.parentElement;
  return at;
}

/** Whether an element is a heading by its tag. */
export const isHeadingTag = (element: Element | null): boolean =>
  element !== null && /^h[1-6]$/.test(element.localName);

/**
 * Whether the browser shows nothing of a block. Only blocks are asked: asking every inline element would cost more than
 * all the rest.
 * @param closed whether the block is inside something closed that a reader can open; there only its own style counts
 */
export function isInvisible(block: Element, closed: boolean): boolean {
  if (!closed) return block.checkVisibility?.({ visibilityProperty: true }) === false;
  const style = block.ownerDocument.defaultView?.getComputedStyle(block);
  return style?.display === 'none' || style?.visibility === 'hidden';
}
