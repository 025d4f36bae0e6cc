/** Files of notes on their way out and in, and backups that are compared with what is there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { instantInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { Note } from '@/lib/notes';
import type { Waiting } from '@/lib/notes-files/breathe';
import type { ExportFormat } from '@/lib/notes-files/export-notes';
import type { Preview } from '@/lib/notes-files/import-notes';
import type { Keeping } from './KeepingPanel';
import type { NoteDeeds } from './note-deeds';

/** What reads and writes files, with what is said when one is refused. */
export interface NoteFiles {
  /** Resolves to what is to be said, also where it was stopped. */
  save(notes: readonly Note[], format: ExportFormat, waiting: Waiting): Promise<string>;
  /** Rejects with a message for the reader, in his language. */
  read(file: File): Promise<Preview>;
}

/** Something that takes its time. */
export interface Work {
  label: string;
  /** How far it is; null where that is not known. */
  share: number | null;
  /** Absent where it cannot be stopped. */
  stop?: () => void;
}

export function useFiles(
  files: NoteFiles,
  keeping: Pick<Keeping, 'preview' | 'backUp'>,
  deeds: Pick<NoteDeeds, 'take'>,
  say: (text: string) => void,
) {
  const [incoming, setIncoming] = useState<{ from: string; preview: Preview } | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const writing = useRef<AbortController | null>(null);
  useEffect(() => () => writing.current?.abort(), []);

  /** Shows what notes from elsewhere would change. */
  async function bring(from: string, read: () => Promise<Preview>) {
    setWork({ label: t('notes.reading', { file: from }), share: null });
    try {
      setIncoming({ from, preview: await read() });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
    setWork(null);
  }
  return {
    incoming,
    work,
    read: (file: File) => bring(file.name, () => files.read(file)),
    compare: (backup: string) => bring(t('safety.of', { time: instantInWords(backup) }), () => keeping.preview(backup)),
    dismiss: () => setIncoming(null),
    async take(notes: Note[]) {
      setIncoming(null);
      // Undo is there too; but a tab may be closed, and what was there before is worth more than room. Never in the way.
      await keeping.backUp().catch(error => console.warn('Daftar: no backup was made before an import.', error));
      await deeds.take(notes);
    },
    async save(notes: readonly Note[], format: ExportFormat) {
      writing.current?.abort();
      const controller = new AbortController();
      writing.current = controller;
      const tell = (done: number) =>
        setWork({
          label: t('notes.exporting', { done, count: notes.length }),
          share: done / notes.length,
          stop: () => controller.abort(),
        });
      tell(0);
      const said = await files.save(notes, format, { signal: controller.signal, onProgress: tell });
      // Another one may have begun in its place.
      if (writing.current !== controller) return;
      setWork(null);
      say(said);
    },
  };
}
