/** Which notes of a list are chosen, as in a list of files: one by one, or from one to another. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

export interface Choice {
  chosen: ReadonlySet<string>;
  toggle(id: string): void;
  /** Chooses all from the one that was chosen last to this one. */
  extendTo(id: string): void;
  all(): void;
  clear(): void;
}

/** @param ids those of the list, in its order, the same array as long as it is the same list; what is no longer in it is not chosen any more */
export function useChoice(ids: readonly string[]): Choice {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const from = useRef<string | null>(null);
  const listed = useMemo(() => new Set(ids), [ids]);
  const chosen = new Set([...kept].filter(id => listed.has(id)));
  // What has left the list is not chosen when it comes back.
  useEffect(() => {
    if (chosen.size < kept.size) setKept(chosen);
  });
  return {
    chosen,
    toggle(id) {
      from.current = id;
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setKept(next);
    },
    extendTo(id) {
      const ends = [ids.indexOf(from.current ?? id), ids.indexOf(id)];
      const [first = 0, last = 0] = ends.map(end => Math.max(0, end)).sort((a, b) => a - b);
      setKept(new Set([...chosen, ...ids.slice(first, last + 1)]));
      from.current ??= id;
    },
    all: () => setKept(listed),
    clear() {
      from.current = null;
      setKept(new Set());
    },
  };
}
