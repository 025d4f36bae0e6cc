/** The notes: a list that is searched and filtered, beside it the note that is open. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import type { KeptDraft, NotesData } from '@/lib/notebook/notes-data';
import { NO_FILTER, type NoteFilter, type NotesRoute, notesHash } from '@/lib/notebook/route';
import type { Note } from '@/lib/notes';
import { ChosenBar } from './ChosenBar';
import { EmptyList } from './EmptyList';
import { FilterBar } from './FilterBar';
import { ImportPanel } from './ImportPanel';
import { type Keeping, KeepingPanel } from './KeepingPanel';
import { NoteRows } from './NoteRows';
import { NotesBar } from './NotesBar';
import { noteDeeds } from './note-deeds';
import { OpenNote } from './OpenNote';
import { SafetyNotice, type SafetyProps } from './SafetyNotice';
import { UndoLine } from './UndoLine';
import { useChoice } from './use-choice';
import { type NoteFiles, useFiles } from './use-files';
import { useList } from './use-list';
import { useNotes } from './use-notes';
import { usePageKeys } from './use-page-keys';
import { useUndo } from './use-undo';
import { WorkLine } from './WorkLine';

export type PageRoute = Exclude<NotesRoute, { page: 'new' }>;

interface Props {
  route: PageRoute;
  /** Asked to go to a route. `replace`: a step that is not one to come back to. */
  onRoute(route: PageRoute, replace?: boolean): void;
  /** Makes a new note and goes to it. */
  onNew(): void;
  data: NotesData;
  files: NoteFiles;
  /** Ids of notes whose passage was not found on its page. */
  unplaced: ReadonlySet<string>;
  /** Ids of notes whose passage has changed. */
  moved: ReadonlySet<string>;
  /** Told when the reader has finished with the open note; without it the list is shown again. */
  onDone?: (() => void) | undefined;
  /** Edits that no tab has brought into the store. */
  leftDrafts: readonly KeptDraft[];
  /** What endangers the notes. */
  safety: SafetyProps;
  keeping: Keeping;
}

const NOTHING: readonly Note[] = [];

export function NotesPage({
  route,
  onRoute,
  onNew,
  data,
  files,
  unplaced,
  moved,
  onDone,
  leftDrafts,
  safety,
  keeping,
}: Props) {
  const { store } = data;
  const notes = useNotes(store);
  const undoing = useUndo({ undone: t('notes.undone'), failed: t('notes.notUndone') });
  const deeds = noteDeeds(store, undoing);
  const [keepingOpen, setKeepingOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const { filter } = route;
  const openId = route.page === 'note' ? route.id : null;
  const all = (filter.bin ? notes.binned : notes.kept) ?? NOTHING;
  const { facets, names, shown, lost } = useList(all, filter, unplaced, data);
  const choice = useChoice(useMemo(() => shown.map(({ id }) => id), [shown]));
  const chosen = [...choice.chosen];
  const known = facets.tags.map(([tag]) => tag);

  const setFilter = (next: NoteFilter, replace = false) =>
    onRoute(openId ? { page: 'note', id: openId, filter: next } : { page: 'list', filter: next }, replace);
  const toList = () => onRoute({ page: 'list', filter });
  const leave = (gone: string[]) => {
    if (openId && gone.includes(openId)) onRoute({ page: 'list', filter }, true);
  };
  const remove = async (gone: string[]) => {
    await deeds.remove(gone);
    leave(gone);
  };
  const restore = async (back: string[]) => {
    await deeds.restore(back);
    leave(back);
  };
  const erase = async (gone: string[]) => {
    await deeds.erase(gone);
    leave(gone);
  };
  const ways = useFiles(files, keeping, deeds, undoing.say);
  usePageKeys({
    undo: () => void undoing.undoLast(),
    search() {
      if (openId) toList();
      field.current?.focus();
      field.current?.select();
    },
    make: onNew,
    leave: openId ? toList : undefined,
  });
  // Who closes a note is back at its row.
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (openId) pane.current?.focus({ preventScroll: true });
    else if (opened.current && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
    opened.current = openId;
  }, [openId]);

  // Who has lost all notes is no beginner.
  const emptyKind = all.length > 0 ? 'filtered' : filter.bin ? 'bin' : safety.lost === null ? 'first' : null;
  const empty = shown.length === 0 && notes.kept !== null && notes.binned !== null;
  return (
    <div class="notes" data-open={openId !== null || undefined}>
      <NotesBar
        bin={filter.bin}
        binned={notes.binned?.length ?? 0}
        shown={shown.length}
        onNew={onNew}
        onBin={bin => onRoute({ page: 'list', filter: { ...NO_FILTER, bin } })}
        onExport={format => void ways.save(shown, format)}
        onImport={file => void ways.read(file)}
        onBackups={() => setKeepingOpen(!keepingOpen)}
        backups={keepingOpen}
      />
      {ways.incoming ? (
        <ImportPanel {...ways.incoming} onCancel={ways.dismiss} onTake={taken => void ways.take(taken)} />
      ) : (
        keepingOpen && (
          <KeepingPanel
            keeping={keeping}
            onCompare={id => void ways.compare(id)}
            onClose={() => setKeepingOpen(false)}
          />
        )
      )}
      <div class="side">
        <FilterBar filter={filter} facets={facets} names={names} unplaced={lost} field={field} onFilter={setFilter} />
        <SafetyNotice {...safety} />
        {leftDrafts.map(({ draft }) => (
          <p key={draft.id} class="note">
            {t('notes.draftLeft')}{' '}
            <a href={notesHash({ page: 'note', id: draft.id, filter: NO_FILTER })}>{t('notes.draftOpen')}</a>
          </p>
        ))}
        {notes.failed ? (
          <div class="state" role="alert">
            <p>{t('notes.failed')}</p>
            <button type="button" class="plain" onClick={notes.again}>
              {t('notes.again')}
            </button>
          </div>
        ) : notes.kept === null ? (
          <p class="quiet-state">{t('notes.loading')}</p>
        ) : (
          <p class="fine" role="status">
            {t('notes.count', { count: shown.length })}
          </p>
        )}
        {chosen.length > 0 && (
          <ChosenBar
            count={chosen.length}
            listed={shown.length}
            bin={filter.bin}
            tags={known}
            worn={[...new Set(chosen.flatMap(id => notes.byId.get(id)?.tags ?? []))]}
            onAll={choice.all}
            onClear={choice.clear}
            onTag={(add, drop) => void deeds.retag(chosen, add, drop)}
            onExport={format =>
              void ways.save(
                shown.filter(({ id }) => choice.chosen.has(id)),
                format,
              )
            }
            onDelete={() => void remove(chosen)}
            onRestore={() => void restore(chosen)}
            onErase={() => void erase(chosen)}
          />
        )}
        {empty && !notes.failed ? (
          emptyKind && (
            <EmptyList
              kind={emptyKind}
              onNew={onNew}
              onClear={() => setFilter({ ...NO_FILTER, bin: filter.bin, sort: filter.sort })}
            />
          )
        ) : (
          <NoteRows
            notes={shown}
            sort={filter.sort}
            asked={notesHash({ page: 'list', filter })}
            open={openId}
            choice={choice}
            unplaced={unplaced}
            hrefOf={id => notesHash({ page: 'note', id, filter })}
            onOpen={id => onRoute({ page: 'note', id, filter })}
            onDelete={gone => void (filter.bin ? erase(gone) : remove(gone))}
            list={list}
          />
        )}
      </div>
      <section class="pane" ref={pane} tabIndex={-1} aria-labelledby="open-note">
        {/* The headings of a note's own text come below it. */}
        <h2 id="open-note" class="unseen">
          {t('notes.pane')}
        </h2>
        {openId ? (
          <>
            <button type="button" class="quiet back" onClick={toList}>
              {t('notes.back')}
            </button>
            <OpenNote
              key={openId}
              id={openId}
              data={data}
              listed={notes.byId.get(openId)}
              tags={known}
              placement={unplaced.has(openId) ? 'unplaced' : moved.has(openId) ? 'moved' : 'placed'}
              undoing={undoing}
              onDelete={gone => void remove(gone)}
              onRestore={back => void restore(back)}
              onErase={gone => void erase(gone)}
              onDone={onDone ?? toList}
            />
          </>
        ) : (
          <p class="state fine">{t('notes.noneOpen')}</p>
        )}
      </section>
      {ways.work && <WorkLine work={ways.work} />}
      <UndoLine {...undoing} />
    </div>
  );
}
