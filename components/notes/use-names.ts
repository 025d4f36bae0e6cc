/** What the records are called that notes are tied to. */
import { useEffect, useState } from 'preact/hooks';
import type { NotesData, RecordKind } from '@/lib/notebook/notes-data';

const KINDS: readonly RecordKind[] = ['claims', 'entities', 'sources'];
const NONE: ReadonlyMap<string, string> = new Map();

/** Ids are unique within their kind only. */
export const nameKey = (kind: RecordKind, id: string): string => `${kind}/${id}`;

/** Names by `nameKey`; a record that is not known yet, or not at all, is not in it. */
export function useNames(
  data: NotesData,
  ids: Readonly<Record<RecordKind, readonly string[]>>,
): ReadonlyMap<string, string> {
  const [names, setNames] = useState(NONE);
  const key = KINDS.map(kind => ids[kind].join('\n')).join('\n\n');
  // Not `ids`: the same ones in another list are no new request.
  useEffect(() => {
    let overtaken = false;
    const asked = KINDS.filter(kind => ids[kind].length > 0).map(async kind => {
      const found = await data.namesOf(kind, ids[kind]);
      return [...found].map(([id, name]): [string, string] => [nameKey(kind, id), name]);
    });
    Promise.all(asked).then(
      found => !overtaken && setNames(new Map(found.flat())),
      error => console.warn('Daftar: names of records could not be read.', error),
    );
    return () => {
      overtaken = true;
    };
  }, [key]);
  return names;
}
