/** A note in the bin: to be read, restored or erased. */
import { instantInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { BIN_DAYS } from '@/lib/note-store';
import type { Note } from '@/lib/notes';
import { Markdown } from '../Markdown';
import { TieList } from './TieList';

interface Props {
  note: Note;
  names: ReadonlyMap<string, string>;
  onRestore(): void;
  onErase(): void;
}

export function RestingNote({ note, names, onRestore, onErase }: Props) {
  return (
    <div class="editor">
      <p class="note">{t('notes.resting', { time: instantInWords(note.deleted ?? note.changed), days: BIN_DAYS })}</p>
      <div class="editor-bar">
        <button type="button" class="plain" onClick={onRestore}>
          {t('notes.restore')}
        </button>
        <button type="button" class="quiet danger" onClick={onErase}>
          {t('notes.erase')}
        </button>
      </div>
      <div class="rendered" dir="auto">
        {note.text.trim() ? <Markdown text={note.text} /> : <p class="fine">{t('notes.noText')}</p>}
      </div>
      <p class="fine">
        {note.tags.map(tag => (
          <bdi key={tag} class="tag">
            {tag}
          </bdi>
        ))}
      </p>
      <TieList ties={note.ties} names={names} placement="placed" />
    </div>
  );
}
