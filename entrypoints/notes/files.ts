/** Files of notes in and out of the notes page. */
import type { NoteFiles } from '@/components/notes/use-files';
import { t } from '@/lib/i18n/translate';
import type { NoteStore } from '@/lib/note-store';
import type { RecordKind } from '@/lib/notebook/notes-data';
import type { Note } from '@/lib/notes';
import { notesAsFile } from '@/lib/notes-files/export-notes';
import { LARGEST_FILE, NotesFileError } from '@/lib/notes-files/faults';
import { fileFaultInWords, guardedInWords } from '@/lib/notes-files/faults-in-words';
import { readNotesFile } from '@/lib/notes-files/import-notes';
import { saveFile } from '@/lib/save-file';

type NamesOf = (kind: RecordKind, ids: readonly string[]) => Promise<Map<string, string>>;

const KINDS: readonly RecordKind[] = ['claims', 'entities', 'sources'];

export function noteFiles(store: NoteStore, namesOf: NamesOf): NoteFiles {
  /** What the records are called that the notes are tied to; without them their ids stand. */
  async function namesIn(notes: readonly Note[]): Promise<Map<string, string>> {
    const named = KINDS.map(kind => namesOf(kind, [...new Set(notes.flatMap(({ ties }) => ties[kind]))]));
    return new Map((await Promise.all(named)).flatMap(names => [...names]));
  }
  return {
    async save(notes, format, waiting) {
      try {
        const names = await namesIn(notes).catch(() => new Map<string, string>());
        const { name, type, content, guarded } = await notesAsFile(notes, format, {
          ...{ now: new Date(), names },
          ...waiting,
        });
        saveFile(name, content, type);
        const said = t('notes.exported', { count: notes.length, file: name });
        return [said, guardedInWords(guarded)].filter(Boolean).join(' ');
      } catch (error) {
        if (waiting.signal?.aborted) return t('notes.stopped');
        console.warn('Daftar: notes could not be exported.', error);
        return t('notes.notExported');
      }
    },
    async read(file) {
      try {
        if (file.size > LARGEST_FILE) throw new NotesFileError('large');
        const bytes = new Uint8Array(await file.arrayBuffer());
        return await readNotesFile({ name: file.name, bytes }, { now: new Date(), stored: store.getMany });
      } catch (error) {
        if (error instanceof NotesFileError) throw new Error(`${file.name}: ${fileFaultInWords(error)}`);
        console.warn('Daftar: a file of notes could not be read.', error);
        throw new Error(t('notes.notRead', { file: file.name }));
      }
    },
  };
}
