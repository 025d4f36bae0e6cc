/** Finds the passages of notes on the page, shows them, and describes new ones. Part of a script that comes when needed. */
import { type currentTexts, setLanguage, t } from '@/lib/i18n/translate';
import type { PageNote, PlacedNote } from '@/lib/messaging';
import type { PassageTie } from '@/lib/notes';
import { findPassages, type Placement } from '@/lib/page/anchor';
import { createNoteBoxes, type NoteBoxes } from '@/lib/page/note-boxes';
import { readPageText } from '@/lib/page/page-text';
import { nodeRanges, type PiecedText } from '@/lib/page/pieces';
import { giveWay, inSlices, type Steps } from '@/lib/page/slices';

/** A handle is called by so many characters of its passage. A judgement. */
const LONGEST_NAME = 80;

/** What placing needs of the page's script. */
interface Around {
  /** The texts of the reader's language: this script is one of its own, and has only the English ones. */
  texts(): ReturnType<typeof currentTexts>;
  /** Opens a note. */
  open(id: string): void;
  /** Told when what is shown is no longer what was found. */
  onStale(): void;
}

export interface Placing {
  /**
   * Finds the notes' passages in the page as it is now, and shows them where boxes are wanted.
   * @throws the signal's reason once it is aborted
   */
  place(notes: readonly PageNote[]): Promise<PlacedNote[]>;
  /** Scrolls to the passage of a note as it was found last; false where it was not. */
  goTo(id: string): boolean;
  /** Shows what was found last in a shadow root of ours (`putNoteHost`); null takes all boxes away. */
  showIn(root: ShadowRoot | null): void;
}

export function createPlacing(document: Document, around: Around, signal: AbortSignal): Placing {
  let page: PiecedText = { text: '', pieces: [] };
  let found: { note: PageNote; placement: Placement }[] = [];
  let boxes: NoteBoxes | null = null;
  let showing = new AbortController();

  function draw() {
    if (!boxes) return;
    setLanguage(...around.texts());
    const passages = found.flatMap(({ note, placement }) => {
      if (placement.state === 'unplaced') return [];
      const moved = placement.state === 'moved';
      const whole = page.text.slice(placement.start, placement.end).replace(/\s+/g, ' ');
      const words = whole.length > LONGEST_NAME ? `${whole.slice(0, LONGEST_NAME)}…` : whole;
      const label = t(moved ? 'pageNotes.openMoved' : 'pageNotes.open', { words });
      return [{ id: note.id, label, moved, start: placement.start, parts: nodeRanges(page, placement) }];
    });
    boxes.show(passages.sort((a, b) => a.start - b.start));
  }

  return {
    async place(notes) {
      const text = await slowly(document, readPageText(document), signal);
      const placements = await slowly(
        document,
        findPassages(
          text.text,
          notes.map(({ passage }) => passage),
        ),
        signal,
      );
      page = text;
      found = notes.map((note, i) => ({ note, placement: placements[i] ?? { state: 'unplaced' } }));
      draw();
      return found.map(({ note: { id }, placement: { state } }) => ({ id, state }));
    },
    goTo(id) {
      const placement = found.find(({ note }) => note.id === id)?.placement;
      const [part] = placement && placement.state !== 'unplaced' ? nodeRanges(page, placement) : [];
      if (!part?.node.parentElement) return false;
      part.node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      // What holds the words may be taller than the window.
      const range = part.node.ownerDocument.createRange();
      range.setStart(part.node, part.start);
      range.setEnd(part.node, part.end);
      const window = part.node.ownerDocument.defaultView;
      if (window)
        window.scrollBy({ top: range.getBoundingClientRect().top - window.innerHeight / 2, behavior: 'instant' });
      return true;
    },
    showIn(root) {
      showing.abort();
      showing = new AbortController();
      setLanguage(...around.texts());
      const both = AbortSignal.any([signal, showing.signal]);
      boxes = root && createNoteBoxes(root, t('pageNotes.group'), around.open, around.onStale, both);
      draw();
    },
  };
}

/** Describes a passage of the page as it is now; `choose` picks it from the page's text, and may give null. */
export async function describeIn(
  document: Document,
  choose: (page: PiecedText) => PassageTie | null,
  signal: AbortSignal,
): Promise<PassageTie | null> {
  return choose(await slowly(document, readPageText(document), signal));
}

async function slowly<T>(document: Document, steps: Steps<T>, signal: AbortSignal): Promise<T> {
  const pause = () => giveWay(document.defaultView as Window);
  await pause();
  return inSlices(steps, pause, signal);
}
