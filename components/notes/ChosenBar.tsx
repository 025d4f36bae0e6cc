/** What can be done with the chosen notes. */
import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import type { ExportFormat } from '@/lib/notes-files/export-notes';
import { ExportChoice } from './ExportChoice';
import { TagField } from './TagField';

interface Props {
  count: number;
  /** How many notes the list has. */
  listed: number;
  bin: boolean;
  /** Tags in use, and those that the chosen notes have. */
  tags: readonly string[];
  worn: readonly string[];
  onAll(): void;
  onClear(): void;
  onTag(add: string[], drop: string[]): void;
  onExport(format: ExportFormat): void;
  onDelete(): void;
  onRestore(): void;
  onErase(): void;
}

export function ChosenBar({ count, listed, bin, tags, worn, ...on }: Props) {
  const [tagging, setTagging] = useState(false);
  return (
    <section class="chosen-bar" aria-label={t('notes.chosenActions')}>
      <span role="status">
        <strong>{t('notes.chosen', { count })}</strong>
      </span>
      {count < listed && (
        <button type="button" class="quiet" onClick={on.onAll}>
          {t('notes.chooseAll', { count: listed })}
        </button>
      )}
      <button type="button" class="quiet" onClick={on.onClear}>
        {t('notes.chooseNone')}
      </button>
      {bin ? (
        <>
          <button type="button" class="plain" onClick={on.onRestore}>
            {t('notes.restore')}
          </button>
          <button type="button" class="plain danger" onClick={on.onErase}>
            {t('notes.erase')}
          </button>
        </>
      ) : (
        <>
          <button type="button" class="plain" aria-expanded={tagging} onClick={() => setTagging(!tagging)}>
            {t('notes.tags')}
          </button>
          <ExportChoice label={t('notes.exportChosen')} onChoose={on.onExport} />
          <button type="button" class="plain danger" onClick={on.onDelete}>
            {t('notes.delete')}
          </button>
          {tagging && (
            <TagField
              tags={worn}
              known={tags}
              label={t('notes.tagsOfChosen')}
              onAdd={add => on.onTag(add, [])}
              onRemove={tag => on.onTag([], [tag])}
            />
          )}
        </>
      )}
    </section>
  );
}
