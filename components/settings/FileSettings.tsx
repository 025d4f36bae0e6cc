/** Settings written to a file, read from one, and set back; the last two can be undone. */
import { useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import { SettingsFileError } from '@/lib/settings-file';

export interface FileDeeds {
  onExport(): void;
  /** Takes the file's text over. @returns what undoes it; rejects with a SettingsFileError, and nothing is changed then */
  onImport(text: string): Promise<() => void>;
  /** Sets all to the defaults. @returns what undoes it */
  onReset(): Promise<() => void>;
}

interface Said {
  text: string;
  failed?: boolean;
  undo?(): void;
}

export function FileSettings({ onExport, onImport, onReset }: FileDeeds) {
  const [said, setSaid] = useState<Said | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      setSaid({ text: t('settings.imported', { file: file.name }), undo: await onImport(await file.text()) });
    } catch (error) {
      setSaid({ text: faultInWords(error), failed: true });
    }
  };
  const undo = () => {
    said?.undo?.();
    setSaid({ text: t('settings.undone') });
  };
  return (
    <section>
      <h2>{t('settings.file')}</h2>
      <p class="fine">{t('settings.fileHint')}</p>
      <div class="buttons">
        <button type="button" class="plain" onClick={onExport}>
          {t('settings.export')}
        </button>
        <button type="button" class="plain" onClick={() => input.current?.click()}>
          {t('settings.import')}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('settings.import')}
          onChange={event => {
            void take(event.currentTarget.files?.[0]);
            // The same file may be chosen again once it is mended.
            event.currentTarget.value = '';
          }}
        />
        <button
          type="button"
          class="plain"
          onClick={async () => setSaid({ text: t('settings.wasReset'), undo: await onReset() })}
        >
          {t('settings.reset')}
        </button>
      </div>
      <p class={said?.failed ? 'said failed' : 'said'} role="status">
        {said && <span>{said.text}</span>}
        {said?.undo && (
          <button type="button" class="quiet" onClick={undo}>
            {t('actions.undo')}
          </button>
        )}
      </p>
    </section>
  );
}

/** What is wrong with a file, where, and that nothing was changed. */
function faultInWords(error: unknown): string {
  if (!(error instanceof SettingsFileError)) return t('settingsFault.other');
  return t(`settingsFault.${error.fault}`, { place: error.place });
}
