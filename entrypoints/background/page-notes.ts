/** Answers pages about their notes: places only, never a text. */
import { browser } from '#imports';
import { pageAddress } from '@/lib/hidden';
import { onMessage, type PageNote, type PlacedNote } from '@/lib/messaging';
import type { NoteStore } from '@/lib/note-store';
import type { PageAsking } from '@/lib/noted-pages';
import type { Note, PlacementState } from '@/lib/notes';
import { movedNotes, unplacedNotes } from '@/lib/placed-notes';
import { notedSites, notedTitles } from '@/lib/settings';
import { DaftarDatabase } from '@/lib/store/db';
import { knownNotes } from '@/lib/store/known-notes';
import { readNotedSites, readNotedTitles } from '@/lib/store/noted-pages';
import { createNotes } from '@/lib/store/notes';
import { addressOf } from './own-pages';
import { setUpPassagesWanted } from './passages-wanted';
import { bringCode } from './popover-code';

const NOTES_PAGE = '/notes.html';

/** The notes on passages of the page at an address; none for an address that is no page's. */
export async function notesAt(notes: Pick<NoteStore, 'list'>, href: string | undefined): Promise<PageNote[]> {
  if (!href || !/^https?:/.test(href)) return [];
  return placesOf(await notes.list({ page: pageAddress(href) }));
}

const placesOf = (list: readonly Note[]): PageNote[] =>
  list.flatMap(({ id, ties: { passage } }) => (passage ? [{ id, passage }] : []));

/**
 * The notes of a page, and those of the pages that it is a copy of by its own word. Nobody vouches for that: all it can be
 * told of these is passages, and only to our script in it.
 */
export async function notesFor(
  notes: Pick<NoteStore, 'list'>,
  href: string | undefined,
  { canonical, title }: Pick<PageAsking, 'canonical' | 'title'>,
): Promise<PageNote[]> {
  const own = await notesAt(notes, href);
  if (!href || !/^https?:/.test(href)) return own;
  const copied = [canonical && { page: canonical }, title && { title }].filter(query => query !== null && query !== '');
  const others = await Promise.all(copied.map(async query => placesOf(await notes.list(query))));
  return [...new Map([...own, ...others.flat()].map(note => [note.id, note])).values()];
}

/** The list of notes in a state with what a page has told of its own. */
export function withPlaced(
  listed: readonly string[],
  placed: readonly PlacedNote[],
  own: readonly PageNote[],
  wanted: PlacementState = 'unplaced',
): string[] {
  const owned = new Set(own.map(({ id }) => id));
  const told = placed.filter(({ id }) => owned.has(id));
  const known = new Set(told.map(({ id }) => id));
  const now = told.filter(({ state }) => state === wanted).map(({ id }) => id);
  return [...listed.filter(id => !known.has(id)), ...now];
}

let db: DaftarDatabase | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** One change of what is kept after the other: each reads what the last one wrote. */
const inTurn = (work: () => Promise<void>): Promise<void> => {
  const done = queue.then(work);
  queue = done.catch(() => {});
  return done;
};

/** Answers `notesForPage`, `notesPlaced`, `openNote` and `bringPlacing`, and keeps the lists of sites and headlines that have notes. */
export function setUpPageNotes(): void {
  const database = () => (db ??= new DaftarDatabase());
  const notes = () => createNotes(database());
  setUpPassagesWanted(notes);
  onMessage('notesForPage', ({ data, sender }) => notesFor(notes(), addressOf(sender, data.address), data));
  onMessage('notesPlaced', ({ data: { address, placed }, sender }) =>
    inTurn(async () => {
      // What is read in a private window leaves no trace.
      if (sender.tab?.incognito) return;
      const own = await notesAt(notes(), addressOf(sender, address));
      for (const [item, state] of [
        [unplacedNotes, 'unplaced'],
        [movedNotes, 'moved'],
      ] as const) {
        const before = await item.getValue();
        const after = withPlaced(before, placed, own, state);
        if (JSON.stringify(after) !== JSON.stringify(before)) await item.setValue(after);
      }
    }),
  );
  onMessage('openNote', async ({ data: id }) => {
    const address = browser.runtime.getURL(`${NOTES_PAGE}#note/${encodeURIComponent(id)}` as '/');
    await browser.tabs.create({ url: address });
  });
  onMessage('bringPlacing', ({ sender }) => bringCode(sender, '/placing.js'));
  knownNotes.watch(
    () =>
      void inTurn(async () => {
        const sites = await readNotedSites(database());
        if (JSON.stringify(sites) !== JSON.stringify(await notedSites.getValue())) await notedSites.setValue(sites);
        const titles = await readNotedTitles(database());
        if (JSON.stringify(titles) !== JSON.stringify(await notedTitles.getValue())) await notedTitles.setValue(titles);
      }).catch(error => console.warn('Daftar: the sites with notes could not be listed.', error)),
  );
}
