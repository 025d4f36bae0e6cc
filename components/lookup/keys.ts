/** The keys of search: "/" to the field, arrows through the results, Enter to the first, Escape back and clear. */

import { hasSingleKeys, isTyping } from '@/lib/single-keys';

/** What the keys move between: the field, and the links that carry a result. */
interface Places {
  root: HTMLElement;
  field: HTMLInputElement;
  onClear(): void;
}

/** Keys inside of the lookup. */
export function followKeys(event: KeyboardEvent, { root, field, onClear }: Places): void {
  // While an input method is composing, its keys are its own.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const hits: HTMLElement[] = [...root.querySelectorAll<HTMLElement>('a.hit')];
  const active = root.ownerDocument.activeElement;
  const at = hits.indexOf(active as HTMLElement);
  const inField = active === field;
  if (!inField && at < 0) return;
  const goTo = (place: HTMLElement | undefined) => {
    event.preventDefault();
    place?.focus();
  };
  if (event.key === 'ArrowDown') goTo(hits[at + 1]);
  else if (event.key === 'ArrowUp' && at >= 0) goTo(at === 0 ? field : hits[at - 1]);
  else if (event.key === 'Enter' && inField) {
    // The focus goes with it, so that it is on the page that opens.
    goTo(hits[0]);
    hits[0]?.click();
  } else if (event.key === 'Escape' && at >= 0) goTo(field);
  else if (event.key === 'Escape' && field.value) {
    event.preventDefault();
    onClear();
  }
}

/** "/" from anywhere on the page where nobody is typing. */
export function followSlash(document: Document, field: () => HTMLInputElement | null, signal: AbortSignal): void {
  const follow = (event: KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!hasSingleKeys() || isTyping(event.target)) return;
    event.preventDefault();
    field()?.focus();
    field()?.select();
  };
  document.addEventListener('keydown', follow, { signal });
}
