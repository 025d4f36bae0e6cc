/** Edits that are not in the store yet, in the extension's own storage: they outlive a closed tab and a crash. */
import { storage } from '#imports';
import type { Drafts, KeptDraft } from './notebook/notes-data';

const PREFIX = 'noteDraft:';
const keyOf = (id: string) => `local:${PREFIX}${id}` as const;

const lockOf = (id: string) => `note ${id}`;

/** After so long nobody misses a note that was opened and never written, in milliseconds. A judgement. */
const FORGOTTEN = 86_400_000;

async function allDrafts(): Promise<KeptDraft[]> {
  const items = await storage.snapshot('local');
  return Object.entries(items).flatMap(([key, value]) => (key.startsWith(PREFIX) ? (value as KeptDraft) : []));
}

export const noteDrafts: Drafts = {
  get: id => storage.getItem<KeptDraft>(keyOf(id)),
  put: kept => storage.setItem(keyOf(kept.draft.id), kept),
  drop: id => storage.removeItem(keyOf(id)),
  hold(id, signal) {
    const until = new Promise<void>(done => signal.addEventListener('abort', () => done(), { once: true }));
    // Given up by the browser itself when the tab goes, however it goes.
    navigator.locks
      .request(lockOf(id), { signal }, () => until)
      .catch(error => signal.aborted || console.warn('Daftar: a note could not be held.', error));
  },
  async listLeft() {
    const [drafts, { held = [] }] = await Promise.all([allDrafts(), navigator.locks.query()]);
    const open = new Set(held.map(({ name }) => name));
    return drafts
      .filter(({ touched, draft }) => touched && !open.has(lockOf(draft.id)))
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  },
};

/** Forgets new notes that were opened long ago and never written. */
export async function dropForgottenDrafts(now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN).toISOString();
  const forgotten = (await allDrafts()).filter(({ touched, at }) => !touched && at < before);
  await Promise.all(forgotten.map(({ draft }) => noteDrafts.drop(draft.id)));
}
