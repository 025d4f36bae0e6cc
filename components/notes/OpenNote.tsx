/** The note that is open: loads it with its draft, edits it, and follows what other tabs do to it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import { type Editing, type EditingState, editNote, type Start } from '@/lib/notebook/editing';
import type { NotesData } from '@/lib/notebook/notes-data';
import { NO_TIES, type Note, type PlacementState } from '@/lib/notes';
import { useLoaded } from '../lookup/use-loaded';
import { NoteEditor } from './NoteEditor';
import { RestingNote } from './RestingNote';
import { useNames } from './use-names';
import type { Undoing } from './use-undo';

interface Props {
  id: string;
  data: NotesData;
  /** The note as it stands in the list; undefined while it is not in it. */
  listed: Note | undefined;
  tags: readonly string[];
  /** How its passage stood when its page was last open. */
  placement: PlacementState;
  undoing: Undoing;
  onDelete(ids: string[]): void;
  onRestore(ids: string[]): void;
  onErase(ids: string[]): void;
  onDone(): void;
}

/** What editing begins with: the draft where one is left, else the note. Null where there is neither. */
async function startOf(id: string, { store, drafts }: NotesData): Promise<Start | null> {
  const [note, kept] = await Promise.all([store.get(id), drafts.get(id)]);
  if (kept && (kept.touched || !note)) return { draft: kept.draft, note, basedOn: kept.basedOn, touched: kept.touched };
  return note && { draft: note, note, basedOn: note.revision, touched: false };
}

export function OpenNote(props: Props) {
  const { id, data } = props;
  const { value: start, failed, loading, again } = useLoaded(id, () => startOf(id, data));
  if (failed)
    return (
      <div class="state" role="alert">
        <p>{t('notes.failed')}</p>
        <button type="button" class="plain" onClick={again}>
          {t('notes.again')}
        </button>
      </div>
    );
  if (loading) return <p class="quiet-state">{t('notes.loading')}</p>;
  if (!start) return <p class="state">{t('notes.missing')}</p>;
  return <Open {...props} start={start} />;
}

function Open({
  start,
  data,
  listed,
  tags,
  placement,
  undoing,
  onDelete,
  onRestore,
  onErase,
  onDone,
}: Props & { start: Start }) {
  const [edited, setEdited] = useState<{ editing: Editing; state: EditingState } | null>(null);
  const current = useRef<Editing | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const editing = editNote(start, data.store, data.drafts, state => setEdited({ editing, state }), controller.signal);
    current.current = editing;
    setEdited({ editing, state: editing.state });
    data.drafts.hold(start.draft.id, controller.signal);
    // A tab that is closed or put aside may not come back.
    const leave = () => void editing.flush();
    const { signal } = controller;
    addEventListener('pagehide', leave, { signal });
    document.addEventListener('visibilitychange', () => document.hidden && leave(), { signal });
    return () => controller.abort();
  }, [start]);
  useEffect(() => {
    if (listed) current.current?.take(listed);
  }, [listed]);
  const ties = edited?.state.draft.ties ?? start.draft.ties ?? NO_TIES;
  const names = useNames(data, ties);
  if (!edited) return null;
  const { editing, state } = edited;
  const { id } = state.draft;
  const known = listed ?? state.note;
  if (known?.deleted && state.status !== 'conflict')
    return <RestingNote note={known} names={names} onRestore={() => onRestore([id])} onErase={() => onErase([id])} />;
  return (
    <NoteEditor
      editing={editing}
      state={state}
      tags={tags}
      names={names}
      placement={placement}
      find={data.find}
      onShow={state.note?.ties.page && state.note.ties.passage ? () => data.showPassage(id) : undefined}
      writing={!start.note || start.touched}
      onUndoable={(label, back) =>
        undoing.offer(label, async () => {
          if (!editing.over) {
            editing.change(back(editing.state.draft));
            return undefined;
          }
          // Another note is open by now.
          const note = await data.store.get(id);
          const saved = note && (await data.store.save({ ...note, ...back(note) }, note.revision));
          if (!saved || saved.outcome === 'conflict') throw new Error('The note was changed in between.');
          return undefined;
        })
      }
      onDelete={() => {
        if (state.note) void editing.flush().then(() => onDelete([id]));
        else void data.drafts.drop(id).then(onDone);
      }}
      onDone={() => void finish(editing).then(onDone)}
    />
  );
}

/** Saves a new note too to which the reader has added nothing: its ties are worth keeping. */
async function finish(editing: Editing): Promise<void> {
  const { note, draft } = editing.state;
  if (!note && isWorthKeeping(draft)) editing.change({});
  await editing.flush();
}

const isWorthKeeping = ({ text, tags, ties }: EditingState['draft']): boolean =>
  text.trim() !== '' ||
  tags.length > 0 ||
  [ties.claims, ties.entities, ties.sources].some(list => list.length > 0) ||
  Boolean(ties.page ?? ties.passage ?? ties.figure);
