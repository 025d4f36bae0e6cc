/** One note: its text to read or to write, its tags, and what it is tied to. It holds no store: `editing` saves. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { instantInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { NoteDraft } from '@/lib/note-store';
import type { Editing, EditingState } from '@/lib/notebook/editing';
import type { NotesData } from '@/lib/notebook/notes-data';
import { putBack, putTiesBack } from '@/lib/notebook/put-back';
import type { Note, PlacementState } from '@/lib/notes';
import { Markdown } from '../Markdown';
import { Conflict } from './Conflict';
import { SaveLine } from './SaveLine';
import { TagField } from './TagField';
import { TieField } from './TieField';
import { TieList } from './TieList';

interface Props {
  editing: Editing;
  state: EditingState;
  /** Tags in use, the most used first. */
  tags: readonly string[];
  names: ReadonlyMap<string, string>;
  /** How its passage stood when its page was last open. */
  placement: PlacementState;
  /** Opens the page at the note's passage; absent where the saved note has none. */
  onShow?: (() => void) | undefined;
  /** Finds records to tie the note to. */
  find: NotesData['find'];
  /** Whether it begins with writing. */
  writing: boolean;
  /** Offers to take a change back. `back` gives what changes in the note as it is then. */
  onUndoable(label: string, back: (draft: NoteDraft) => Partial<NoteDraft>): void;
  onDelete(): void;
  /** Told when the reader has finished: Ctrl+Enter, or the button. */
  onDone(): void;
}

export function NoteEditor(props: Props) {
  const { editing, state, tags, names, placement, onShow, find, writing, onUndoable, onDelete, onDone } = props;
  const [isWriting, setWriting] = useState(writing);
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, note, status } = state;
  // Who opens a note to write it writes at its end; at once, so that no first letter is lost.
  useLayoutEffect(() => {
    const area = isWriting ? field.current : null;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [isWriting]);

  const done = () => {
    setWriting(false);
    onDone();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to all fields inside
    <div
      class="editor"
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        done();
      }}
    >
      <div class="editor-bar">
        <div class="modes">
          <button type="button" class="plain" aria-pressed={!isWriting} onClick={() => setWriting(false)}>
            {t('notes.read')}
          </button>
          <button type="button" class="plain" aria-pressed={isWriting} onClick={() => setWriting(true)}>
            {t('notes.write')}
          </button>
        </div>
        <SaveLine status={status} onAgain={() => void editing.flush()} />
        <button type="button" class="quiet danger" onClick={onDelete}>
          {note ? t('notes.delete') : t('notes.discard')}
        </button>
        <button type="button" class="plain" onClick={done} title={t('notes.doneHint')}>
          {t('notes.done')}
        </button>
      </div>
      {status === 'conflict' && (
        <Conflict mine={draft} theirs={state.theirs} onResolve={how => void editing.resolve(how)} />
      )}
      {isWriting ? (
        <textarea
          ref={field}
          dir="auto"
          value={draft.text}
          aria-label={t('notes.text')}
          placeholder={t('notes.textHint')}
          rows={10}
          onInput={event => editing.change({ text: event.currentTarget.value })}
          onBlur={() => void editing.flush()}
        />
      ) : (
        <div class="rendered" dir="auto">
          {draft.text.trim() ? <Markdown text={draft.text} /> : <p class="fine">{t('notes.noText')}</p>}
        </div>
      )}
      <TagField
        tags={draft.tags}
        known={tags}
        label={t('notes.tags')}
        onAdd={fresh => editing.change({ tags: [...draft.tags, ...fresh] })}
        onRemove={tag => {
          const before = draft.tags;
          const after = before.filter(one => one !== tag);
          editing.change({ tags: after });
          onUndoable(t('notes.tagGone', { tag }), now => ({ tags: putBack(now.tags, before, after) }));
        }}
      />
      <TieList
        ties={draft.ties}
        names={names}
        placement={placement}
        onShow={onShow}
        onChange={(ties, what) => {
          const before = draft.ties;
          editing.change({ ties });
          onUndoable(t('notes.tieGone', { what }), now => ({ ties: putTiesBack(now.ties, before, ties) }));
        }}
      />
      <TieField
        ties={draft.ties}
        find={find}
        onTie={({ kind, id }) => editing.change({ ties: { ...draft.ties, [kind]: [...draft.ties[kind], id] } })}
      />
      {note && <p class="fine">{timesOf(note)}</p>}
    </div>
  );
}

/** When a note was made, and when it was changed if that was not in the same minute. */
function timesOf(note: Note): string {
  const [made, changed] = [instantInWords(note.made), instantInWords(note.changed)];
  const when = t('notes.madeAt', { time: made });
  return made === changed ? when : `${when} · ${t('notes.changedAt', { time: changed })}`;
}
