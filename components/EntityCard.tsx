/** Says who or what an entity is, and on which questions the store has sources. */
import type { EntityCardFacts } from '@/lib/messaging';

/** More questions than this would make a small card a long list. */
const SHOWN_QUESTIONS = 5;

export function EntityCard({ entity, headingId }: { entity: EntityCardFacts; headingId: string }) {
  const { name, names, role, note, questions } = entity;
  const more = questions.length - SHOWN_QUESTIONS;
  return (
    <article class="card entity">
      <h2 id={headingId}>{name}</h2>
      <p class="text">{role}</p>
      {note && <p class="note">{note}</p>}
      {names.length > 0 && <p class="fine">Also written {names.slice(0, 6).join(', ')}.</p>}
      {questions.length > 0 ? (
        <>
          <h3>Sources speak on</h3>
          <ul class="questions">
            {questions.slice(0, SHOWN_QUESTIONS).map(question => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          {more > 0 && <p class="fine">and {more} more.</p>}
        </>
      ) : (
        <p class="fine">No source in the store speaks on this by name.</p>
      )}
    </article>
  );
}
