/** Says who or what an entity is, and on which questions the store has sources. */
import { t } from '@/lib/i18n/translate';
import type { Route } from '@/lib/lookup';
import type { EntityCardFacts } from '@/lib/messaging';
import { ENGLISH } from './english';

/** More questions than this would make a small card a long list. */
const SHOWN_QUESTIONS = 5;

interface Props {
  entity: EntityCardFacts;
  headingId: string;
  /** Opens a page of the lookup. */
  onOpen(route: Route): void;
  /** Makes a note on it. */
  onNote(): void;
}

export function EntityCard({ entity, headingId, onOpen, onNote }: Props) {
  const { id, name, names, role, note, questions } = entity;
  const more = questions.length - SHOWN_QUESTIONS;
  return (
    <article class="card entity">
      <h2 id={headingId} {...ENGLISH}>
        {name}
      </h2>
      <p class="text" {...ENGLISH}>
        {role}
      </p>
      {note && (
        <p class="note" {...ENGLISH}>
          {note}
        </p>
      )}
      {names.length > 0 && <p class="fine">{t('entity.also', { names: names.slice(0, 6).join(', ') })}</p>}
      {questions.length > 0 ? (
        <>
          <h3>{t('entity.speak')}</h3>
          <ul class="questions" {...ENGLISH}>
            {questions.slice(0, SHOWN_QUESTIONS).map(({ claim, question }) => (
              <li key={claim}>
                <button type="button" class="further" onClick={() => onOpen({ page: 'claim', id: claim })}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
          {more > 0 && <p class="fine">{t('entity.more', { count: more })}</p>}
        </>
      ) : (
        <p class="fine">{t('entity.none')}</p>
      )}
      <footer class="actions">
        <div class="row">
          <button type="button" class="quiet" onClick={() => onOpen({ page: 'entity', id })}>
            {t('entity.all')}
          </button>
          <button type="button" class="quiet" title={t('entity.noteTitle')} onClick={onNote}>
            {t('notes.note')}
          </button>
        </div>
      </footer>
    </article>
  );
}
