/** The reader's own notes, as they were written. Nothing where there are none. */
import { dateInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { NoteBrief } from '@/lib/lookup';

export function NoteList({ notes }: { notes: readonly NoteBrief[] }) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t('lookup.yourNotes')}</h2>
      <ul class="entries">
        {notes.map(({ id, text, tags, changed }) => (
          <li key={id}>
            <p class="own-text" dir="auto">
              {text}
            </p>
            <NoteFacts tags={tags} changed={changed} />
          </li>
        ))}
      </ul>
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
