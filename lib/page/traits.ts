/**
 * What can be told of an element by itself, put into a few bits when it is met: each element of a page is judged once,
 * whatever asks for it afterwards. Most are ordinary, and say nothing.
 */
import {
  isBlock,
  isBlockTag,
  isNeverRead,
  isNeverReadTag,
  isUnseen,
  NAMING_ATTRIBUTES,
  partByName,
  SAYING_ATTRIBUTES,
} from './exclusions.ts';
import { MARK_ELEMENT } from './own-elements.ts';

/** Not an element but a text node. */
export const TEXT = 1;
/** It and all in it is left out, whatever stands around it. */
export const NEVER = 2;
/** It stands in a line of its own. */
export const BLOCK = 4;
/** Its site names it as another part than the article. */
export const NAMED = 8;
/** Its tag may say something of the text in it, or beside it. */
export const TELLING = 16;
/** One of its attributes may, or may say what its tag does: what that is must be asked. */
export const SAYING = 32;

/** Of tags only: what their traits are depends on the element. */
const ASKED = 64;
/** Of tags only: such an element has neither a shadow root nor a document of its own. */
const PLAIN = 128;

const TELLING_TAGS = new Set(
  (
    'a h1 h2 h3 h4 h5 h6 table time blockquote aside figure li dt dd figcaption caption ' +
    'br sup header details button input form article main'
  ).split(' '),
);
/** Whether these are read depends on what they hold, on what is beside them or on a title. */
const ASKED_TAGS = new Set(['footer', 'form', 'button', 'iframe']);
/** Tags that can have a shadow root (as the DOM standard lists them), or show other nodes than their own children. */
const HOSTS = new Set(
  (
    'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span ' +
    'slot iframe frame html'
  ).split(' '),
);

const byTag = new Map<string, number>();

function traitsOfTag(tag: string): number {
  let traits = byTag.get(tag);
  if (traits !== undefined) return traits;
  traits = 0;
  if (isNeverReadTag(tag)) traits |= NEVER;
  if (isBlockTag(tag)) traits |= BLOCK;
  if (TELLING_TAGS.has(tag)) traits |= TELLING;
  if (ASKED_TAGS.has(tag) || tag.includes('-')) traits |= ASKED;
  if (!HOSTS.has(tag) && !tag.includes('-')) traits |= PLAIN;
  // A page can make up tags without end; those that are known are few.
  if (byTag.size < 500) byTag.set(tag, traits);
  return traits;
}

/** Whether an element can have neither a shadow root nor a document of its own. */
export const isPlain = (element: Element): boolean => (traitsOfTag(element.localName) & PLAIN) !== 0;

/** The traits of an element, as bits; zero for one that says nothing. */
export function traitsOf(element: Element): number {
  const tag = element.localName;
  let traits = traitsOfTag(tag) & ~PLAIN;
  if (traits & ASKED) {
    if (tag === MARK_ELEMENT) return 0;
    traits &= ~(ASKED | NEVER);
    if (isNeverRead(element)) traits |= NEVER;
    if (isBlock(element)) traits |= BLOCK;
    if (partByName(element) !== null) traits |= NAMED;
    return traits | TELLING | SAYING;
  }
  if (!element.hasAttributes()) return traits;
  let isNamed = false;
  let says = false;
  for (const name of element.getAttributeNames()) {
    isNamed ||= NAMING_ATTRIBUTES.has(name);
    says ||= SAYING_ATTRIBUTES.has(name);
  }
  if (says) {
    traits |= SAYING;
    if (isNeverRead(element)) traits |= NEVER;
  } else if (isNamed && isUnseen(element)) traits |= NEVER;
  if (isNamed && partByName(element) !== null) traits |= NAMED;
  return traits;
}
