/** One note in the list. */

import { dateInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { siteOfNote } from '@/lib/notebook/find-notes';
import { linesOf } from '@/lib/notebook/lines';
import type { Note } from '@/lib/notes';

interface Props {
  note: Note;
  /** The address of the note. */
  href: string;
  /** Whether the note is open. */
  open: boolean;
  chosen: boolean;
  /** Whether Tab leads here: to one row of the list only, arrows lead to the others. */
  tabbable: boolean;
  unplaced: boolean;
  /** The date that the list is ordered by. */
  date: string;
  onOpen(event: MouseEvent): void;
  onToggle(event: MouseEvent): void;
}

/** What a note is called in a list: its first line, else the words or the page that it is tied to. */
export function titleOf(note: Note): string {
  const { passage, figure, page } = note.ties;
  return linesOf(note).first || passage?.exact || figure?.text || page?.title || t('notes.noText');
}

export function NoteRow({ note, href, open, chosen, tabbable, unplaced, date, onOpen, onToggle }: Props) {
  const title = titleOf(note);
  const { rest } = linesOf(note);
  const site = siteOfNote(note);
  const tabIndex = tabbable ? 0 : -1;
  return (
    <>
      {/* The label is as large as a finger, the box is not. */}
      <label class="choose">
        <input
          type="checkbox"
          checked={chosen}
          tabIndex={tabIndex}
          aria-label={t('notes.choose', { title: title.slice(0, 80) })}
          onClick={onToggle}
        />
      </label>
      <a href={href} data-note={note.id} tabIndex={tabIndex} aria-current={open ? 'true' : undefined} onClick={onOpen}>
        <span class="first" dir="auto">
          {title}
        </span>
        <span class="rest" dir="auto">
          {rest || (title === note.ties.passage?.exact ? '' : note.ties.passage?.exact)}
        </span>
        <span class="fine">
          {date && <time dateTime={date}>{dateInWords(date.slice(0, 10))}</time>}
          {site && <bdi>{site}</bdi>}
          {unplaced && <span class="unplaced">{t('notes.unplaced')}</span>}
          {note.tags.map(tag => (
            <bdi key={tag} class="tag">
              {tag}
            </bdi>
          ))}
        </span>
      </a>
    </>
  );
}
