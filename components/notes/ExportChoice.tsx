/** Saves notes to a file, in the format that is chosen. */
import { type MessageKey, t } from '@/lib/i18n/translate';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/notes-files/export-notes';

const NAMES: Record<ExportFormat, MessageKey> = {
  json: 'notes.format.json',
  annotations: 'notes.format.annotations',
  'markdown-zip': 'notes.format.zip',
  markdown: 'notes.format.markdown',
  csv: 'notes.format.csv',
  html: 'notes.format.html',
};

interface Props {
  /** What is exported, for who hears it. */
  label: string;
  onChoose(format: ExportFormat): void;
}

export function ExportChoice({ label, onChoose }: Props) {
  return (
    <select
      class="plain"
      aria-label={label}
      value=""
      onChange={event => {
        const { value } = event.currentTarget;
        const format = EXPORT_FORMATS.find(one => one === value);
        // It is a button with a list: it says what it does, not what was done last.
        event.currentTarget.value = '';
        if (format) onChoose(format);
      }}
    >
      <option value="" disabled hidden>
        {t('notes.export')}
      </option>
      {EXPORT_FORMATS.map(format => (
        <option key={format} value={format}>
          {t(NAMES[format])}
        </option>
      ))}
    </select>
  );
}
