/** Describes a passage of a page so that it is found again: by its words, what stands around them, and where. */
import type { PassageTie } from '@/lib/notes';
import type { Span } from '@/lib/reading/types';
import { spanOfRange } from './page-text.ts';
import type { PiecedText } from './pieces.ts';

/** UTF-16 units of context that are kept on each side; what Hypothesis and Obsidian keep is about as much. */
const CONTEXT = 64;
/** A longer passage is cut: a note is on some paragraphs, and who selects a whole page means the page. A judgement. */
const LONGEST = 8000;

/** The passage at a span of the page's text. */
export function describeSpan(text: string, { start, end: last }: Span): PassageTie {
  const end = Math.min(last, start + LONGEST);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  };
}

/** What a range holds of the page's text; null where no word of it is. */
export function describeRange(page: PiecedText, range: Range): PassageTie | null {
  const span = spanOfRange(page, range);
  return span && describeSpan(page.text, span);
}

/** The first of some wordings that stands in a block of the page, white space aside; null where none does. */
export function describeWords(page: PiecedText, block: Element, wordings: readonly string[]): PassageTie | null {
  const range = block.ownerDocument.createRange();
  range.selectNodeContents(block);
  const around = spanOfRange(page, range);
  if (!around) return null;
  // What breaks a line here may be a space there; both are one character.
  const plain = (text: string) => text.replace(/\n/g, ' ');
  const text = plain(page.text.slice(around.start, around.end));
  for (const words of wordings) {
    const at = words === '' ? -1 : text.indexOf(plain(words));
    if (at >= 0) return describeSpan(page.text, { start: around.start + at, end: around.start + at + words.length });
  }
  return null;
}
