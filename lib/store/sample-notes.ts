/** Notes for tests. */
import { NO_TIES, type Note } from '@/lib/notes';

/** A note of the first revision, with what is given. */
export function makeNote(id: string, given: Partial<Note> = {}): Note {
  return {
    id,
    text: `Text of ${id}.`,
    tags: [],
    ties: NO_TIES,
    made: '2026-01-01T08:00:00.000Z',
    changed: '2026-01-01T08:00:00.000Z',
    revision: 1,
    deleted: null,
    ...given,
  };
}
