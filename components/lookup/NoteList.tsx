/** The reader's own notes on a record, as they were written, and the way to a new one. */
import { dateInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { NoteBrief } from '@/lib/lookup';
import { newNoteAddress, noteAddress } from '@/lib/notebook/route';
import type { Ties } from '@/lib/notes';

export function NoteList({ notes, ties }: { notes: readonly NoteBrief[]; ties: Partial<Ties> }) {
  return (
    <section>
      {notes.length > 0 && <h2>{t('lookup.yourNotes')}</h2>}
      <ul class="entries">
        {notes.map(({ id, text, tags, changed }) => (
          <li key={id}>
            <p class="own-text" dir="auto">
              {text}
            </p>
            <NoteFacts tags={tags} changed={changed} />
            <p>
              <a href={noteAddress(id)} target="_blank" rel="noopener">
                {t('notes.open')}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a class="plain" href={newNoteAddress(ties)} target="_blank" rel="noopener">
          {t('notes.new')}
        </a>
      </p>
    </section>
  );
}

/** When a note was last changed, and its tags. */
export function NoteFacts({ tags, changed }: Pick<NoteBrief, 'tags' | 'changed'>) {
  return (
    <p class="fine">
      {dateInWords(changed.slice(0, 10))}
      {tags.map(tag => (
        <bdi key={tag} class="tag">
          {tag}
        </bdi>
      ))}
    </p>
  );
}
