/** Puts back what was taken off a note, into the note as it is by then. */
import type { Ties } from '../notes.ts';

/** The list with what `before` has and `after` has not. */
export function putBack(now: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter(one => !after.includes(one));
  return [...now, ...gone.filter(one => !now.includes(one))];
}

/** The ties with those that `before` has and `after` has not; what has come in their place since stays. */
export function putTiesBack(now: Ties, before: Ties, after: Ties): Ties {
  return {
    claims: putBack(now.claims, before.claims, after.claims),
    entities: putBack(now.entities, before.entities, after.entities),
    sources: putBack(now.sources, before.sources, after.sources),
    page: now.page ?? before.page,
    passage: now.passage ?? before.passage,
    figure: now.figure ?? before.figure,
  };
}
