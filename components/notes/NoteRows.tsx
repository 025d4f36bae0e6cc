/** The list of notes: only the rows in view are drawn, arrows go through all of them. */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import type { Sort } from '@/lib/notebook/route';
import type { Note } from '@/lib/notes';
import { NoteRow } from './NoteRow';
import type { Choice } from './use-choice';
import { useVirtual } from './use-virtual';

/** The height of most rows, in CSS pixels. */
const ROW = 78;
/** How many rows a page key passes over. */
const PAGE = 8;

interface Props {
  notes: readonly Note[];
  sort: Sort;
  /** What was asked for: another text, another list. */
  asked: string;
  /** The note that is open. */
  open: string | null;
  choice: Choice;
  unplaced: ReadonlySet<string>;
  hrefOf(id: string): string;
  onOpen(id: string): void;
  /** Puts notes into the bin (or erases them, in the bin). */
  onDelete(ids: string[]): void;
  list: RefObject<HTMLDivElement | null>;
}

const dateFor = (note: Note, sort: Sort): string =>
  sort === 'made' ? note.made : sort === 'page' ? (note.ties.page?.published ?? '') : note.changed;

/** Where a key leads from a row, of so many; null for a key that leads nowhere. */
function ledTo(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(Math.max(0, to), count - 1);
}

export function NoteRows({ notes, sort, asked, open, choice, unplaced, hrefOf, onOpen, onDelete, list }: Props) {
  const [active, setActive] = useState<string | null>(open);
  /** The row that is to have the focus once it is drawn. */
  const wanted = useRef<string | null>(null);
  const keyOf = useCallback((index: number) => notes[index]?.id ?? String(index), [notes]);
  const virtual = useVirtual(list, notes.length, ROW, keyOf);
  const found = notes.findIndex(({ id }) => id === active);
  const at = Math.max(0, found);
  const activeId = notes[at]?.id ?? null;

  useEffect(() => {
    if (open) setActive(open);
  }, [open]);
  // Another search begins at its first note.
  useLayoutEffect(() => virtual.scrollToOffset(0), [asked]);
  useEffect(() => {
    if (wanted.current === null) return;
    const link = list.current?.querySelector<HTMLElement>(`a[data-note="${CSS.escape(wanted.current)}"]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  function goTo(index: number) {
    const note = notes[index];
    if (!note) return;
    wanted.current = note.id;
    setActive(note.id);
    virtual.scrollToIndex(index, { align: 'auto' });
  }

  function follow(event: KeyboardEvent) {
    if (event.altKey || !activeId) return;
    const to = ledTo(event.key, at, notes.length);
    const command = event.ctrlKey || event.metaKey;
    if (to !== null) {
      if (event.shiftKey) {
        if (choice.chosen.size === 0) choice.toggle(activeId);
        choice.extendTo(notes[to]?.id ?? activeId);
      }
      goTo(to);
    } else if (command && event.key.toLowerCase() === 'a') choice.all();
    else if (command) return;
    else if (event.key === ' ' && !(event.target instanceof HTMLInputElement)) choice.toggle(activeId);
    else if (event.key === 'Escape' && choice.chosen.size > 0) choice.clear();
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const ids = choice.chosen.size > 0 ? [...choice.chosen] : [activeId];
      // The one that takes its place has the focus then.
      const next = notes.find(({ id }, index) => index > at && !ids.includes(id)) ?? notes[at - 1];
      if (next) setActive(next.id);
      wanted.current = next?.id ?? null;
      onDelete(ids);
    } else return;
    event.preventDefault();
  }

  function clicked(event: MouseEvent, id: string) {
    setActive(id);
    if (event.shiftKey) choice.extendTo(id);
    else if (event.ctrlKey || event.metaKey) choice.toggle(id);
    else if (event.button === 0) onOpen(id);
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the links and boxes inside
    <div class="rows" ref={list} onKeyDown={follow}>
      <ul aria-label={t('notes.list')} style={{ blockSize: `${virtual.getTotalSize()}px` }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const note = notes[index];
          if (!note) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              onFocusIn={() => setActive(note.id)}
              data-chosen={choice.chosen.has(note.id) || undefined}
              aria-setsize={notes.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <NoteRow
                note={note}
                href={hrefOf(note.id)}
                open={note.id === open}
                chosen={choice.chosen.has(note.id)}
                tabbable={note.id === activeId}
                unplaced={unplaced.has(note.id)}
                date={dateFor(note, sort)}
                onOpen={event => clicked(event, note.id)}
                onToggle={event => {
                  setActive(note.id);
                  if (event.shiftKey) choice.extendTo(note.id);
                  else choice.toggle(note.id);
                }}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
