/** Looks up what is selected, and opens the answer beside it. */
import type { Target } from '@/components/Panel';
import { sendMessage } from '@/lib/messaging';
import { readSelection } from '@/lib/page/selection';
import type { PageFacts } from '@/lib/reading/reading';
import type { Anchor } from './places';

/** What the ids of such anchors begin with: no mark has such a one. */
const SELECTION = 'selection ';

/** Whether an anchor is a selection and no mark. */
export const isSelection = ({ id }: Anchor): boolean => id.startsWith(SELECTION);

let count = 0;

/**
 * Looks the selection up and opens what is known of it. False where nothing is selected that may be read, or the
 * extension has gone.
 * @param facts what is known of the page
 * @param open opens the popover
 */
export async function lookUpSelection(
  document: Document,
  facts: () => PageFacts,
  open: (anchor: Anchor, target: Target) => void,
): Promise<boolean> {
  const selection = readSelection(document);
  if (!selection) return false;
  const { text, selected, words } = selection;
  const anchor: Anchor = {
    id: `${SELECTION}${count++}`,
    reference: words,
    element: null,
    text: text.slice(selected.start, selected.end),
  };
  const request = { page: facts(), text, selected };
  try {
    // Once more if the worker was stopped under it.
    open(anchor, await sendMessage('lookUp', request).catch(() => sendMessage('lookUp', request)));
    return true;
  } catch {
    return false;
  }
}
