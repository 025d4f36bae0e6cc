/** What the list shows of all notes, and what it can be filtered by. */
import { useEffect, useMemo } from 'preact/hooks';
import { facetsOf, findNotes, prepareSearch } from '@/lib/notebook/find-notes';
import type { NotesData } from '@/lib/notebook/notes-data';
import type { NoteFilter } from '@/lib/notebook/route';
import type { Note } from '@/lib/notes';
import { nameKey, useNames } from './use-names';

/** Resolves when the page has nothing better to do. */
const idle = () =>
  new Promise<unknown>(done => ('requestIdleCallback' in globalThis ? requestIdleCallback(done) : setTimeout(done)));

/** @param all the same array as long as no note has changed */
export function useList(all: readonly Note[], filter: NoteFilter, unplaced: ReadonlySet<string>, data: NotesData) {
  const facets = useMemo(() => facetsOf(all), [all]);
  const ids = useMemo(() => {
    const of = (kind: 'claims' | 'entities' | 'sources') => facets[kind].map(([id]) => id);
    return { claims: of('claims'), entities: of('entities'), sources: of('sources') };
  }, [facets]);
  const names = useNames(data, ids);
  const shown = useMemo(() => {
    const namesOfTies = ({ ties }: Note) =>
      (['claims', 'entities', 'sources'] as const)
        .flatMap(kind => ties[kind].map(id => names.get(nameKey(kind, id)) ?? ''))
        .join('\n');
    return findNotes(all, filter, unplaced, Date.now(), namesOfTies);
  }, [all, filter, unplaced, names]);
  useEffect(() => {
    const controller = new AbortController();
    void prepareSearch(all, idle, controller.signal);
    return () => controller.abort();
  }, [all]);
  const lost = useMemo(() => all.filter(({ id }) => unplaced.has(id)).length, [all, unplaced]);
  return { facets, names, shown, lost };
}
