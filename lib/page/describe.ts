/** Describes a passage of a page so that it is found again: by its words, what stands around them, and where. */
import type { PassageTie } from '@/lib/notes';
import type { Span } from '@/lib/reading/types';

/** UTF-16 units of context that are kept on each side; what Hypothesis and Obsidian keep is about as much. */
const CONTEXT = 64;

/** The passage at a span of the page's text. */
export const describeSpan = (text: string, { start, end }: Span): PassageTie => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start),
  suffix: text.slice(end, end + CONTEXT),
  start,
  end,
});
