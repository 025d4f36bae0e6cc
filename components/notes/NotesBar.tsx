/** The head of the notes page: a new note, the bin, and files in and out. */
import { useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import type { ExportFormat } from '@/lib/notes-files/export-notes';
import { ExportChoice } from './ExportChoice';

interface Props {
  bin: boolean;
  /** How many notes rest in the bin. */
  binned: number;
  /** How many notes the list shows. */
  shown: number;
  onNew(): void;
  onBin(bin: boolean): void;
  onExport(format: ExportFormat): void;
  onImport(file: File): void;
  /** Whether the backups are shown. */
  backups: boolean;
  onBackups(): void;
}

export function NotesBar({ bin, binned, shown, onNew, onBin, onExport, onImport, backups, onBackups }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <header class="notes-bar">
      <h1>{bin ? t('notes.bin') : t('notes.title')}</h1>
      <button type="button" class="plain" aria-keyshortcuts="n" onClick={onNew}>
        {t('notes.new')}
      </button>
      <button type="button" class="quiet" onClick={() => onBin(!bin)}>
        {bin ? t('notes.toNotes') : t('notes.toBin', { number: binned })}
      </button>
      {shown > 0 && !bin && <ExportChoice label={t('notes.export')} onChoose={onExport} />}
      <button type="button" class="quiet" onClick={() => picker.current?.click()}>
        {t('notes.import')}
      </button>
      <button type="button" class="quiet" aria-expanded={backups} onClick={onBackups}>
        {t('safety.title')}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('notes.import')}
        onChange={event => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onImport(file);
          // The same file may be taken again.
          event.currentTarget.value = '';
        }}
      />
    </header>
  );
}
