/** The keys of the notes page, wherever the focus is but in a field. */
import { useEffect, useRef } from 'preact/hooks';
import { hasSingleKeys, isTyping } from '@/lib/single-keys';

interface PageKeys {
  /** Ctrl+Z. */
  undo(): void;
  /** "/". */
  search(): void;
  /** "n". */
  make(): void;
  /** Escape; absent where there is nothing to leave. */
  leave?: (() => void) | undefined;
}

export function usePageKeys(keys: PageKeys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const controller = new AbortController();
    const press = (event: KeyboardEvent) => {
      const { undo, search, make, leave } = now.current;
      const command = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented || event.isComposing || event.altKey || isTyping(event.target)) return;
      if (command && !event.shiftKey && event.key.toLowerCase() === 'z') undo();
      else if (command) return;
      else if (event.key === '/' && hasSingleKeys()) search();
      else if (event.key === 'n' && hasSingleKeys()) make();
      else if (event.key === 'Escape' && leave) leave();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press, { signal: controller.signal });
    return () => controller.abort();
  }, []);
}
