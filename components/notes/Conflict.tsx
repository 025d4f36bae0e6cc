/** Two tabs have changed the same note: both texts, and the choice between them. */
import { t } from '@/lib/i18n/translate';
import type { NoteDraft } from '@/lib/note-store';
import type { Resolution } from '@/lib/notebook/editing';
import type { Note } from '@/lib/notes';

interface Props {
  mine: NoteDraft;
  /** Null where the note was erased. */
  theirs: Note | null;
  onResolve(how: Resolution): void;
}

export function Conflict({ mine, theirs, onResolve }: Props) {
  return (
    <section class="conflict" role="alert">
      <p>
        <strong>
          {theirs ? t(theirs.deleted ? 'notes.binnedMeanwhile' : 'notes.changedMeanwhile') : t('notes.erasedMeanwhile')}
        </strong>
      </p>
      {theirs && (
        <div class="both">
          <figure>
            <figcaption>{t('notes.mine')}</figcaption>
            <Version {...mine} />
          </figure>
          <figure>
            <figcaption>{t('notes.theirs')}</figcaption>
            <Version {...theirs} />
          </figure>
        </div>
      )}
      <div class="choices">
        <button type="button" class="plain" onClick={() => onResolve('mine')}>
          {t('notes.keepMine')}
        </button>
        {theirs && (
          <>
            <button type="button" class="plain" onClick={() => onResolve('theirs')}>
              {t('notes.keepTheirs')}
            </button>
            <button type="button" class="plain" onClick={() => onResolve('both')}>
              {t('notes.keepBoth')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

function Version({ text, tags }: Pick<NoteDraft, 'text' | 'tags'>) {
  return (
    <>
      <p class="written" dir="auto">
        {text || t('notes.noText')}
      </p>
      <p class="fine">
        {tags.map(tag => (
          <bdi key={tag} class="tag">
            {tag}
          </bdi>
        ))}
      </p>
    </>
  );
}
