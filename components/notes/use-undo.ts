/** What can be undone on a page: the last thing is offered in a line, the ones before it by the key. */
import { useRef, useState } from 'preact/hooks';

/** Takes something back. Resolves to what is to be said then, where it is not simply undone. */
export type Undo = () => Promise<string | undefined>;

export interface Offer {
  label: string;
  undo: Undo;
}

export interface Undoing {
  /** What was done last and can be undone, or what was said of the last undoing. */
  said: { text: string; undoable: boolean } | null;
  offer(label: string, undo: Undo): void;
  /** Says something that nothing undoes. */
  say(text: string): void;
  /** Undoes the last thing; nothing where there is none. */
  undoLast(): Promise<void>;
  dismiss(): void;
}

/** More than these no one goes back; each may hold many notes. A judgement. */
const MOST = 20;

/** @param words what is said when something has been undone, and when it could not be */
export function useUndo(words: { undone: string; failed: string }): Undoing {
  const offers = useRef<Offer[]>([]);
  const [said, setSaid] = useState<Undoing['said']>(null);
  return {
    said,
    offer(label, undo) {
      offers.current = [...offers.current, { label, undo }].slice(-MOST);
      setSaid({ text: label, undoable: true });
    },
    say: text => setSaid({ text, undoable: false }),
    async undoLast() {
      const last = offers.current.pop();
      if (!last) return;
      try {
        setSaid({ text: (await last.undo()) ?? words.undone, undoable: false });
      } catch (error) {
        console.warn('Daftar: something could not be undone.', error);
        offers.current.push(last);
        setSaid({ text: words.failed, undoable: true });
      }
    },
    dismiss: () => setSaid(null),
  };
}
