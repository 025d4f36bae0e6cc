/** The notes page: its route stands in the hash of its address, so that it can be kept and gone back to. */
import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/notes/notes.css';
import './page.css';
import { browser } from '#imports';
import { NotesPage, type PageRoute } from '@/components/notes/NotesPage';
import { dressPage } from '@/lib/dress-page';
import { followItems } from '@/lib/follow-items';
import { useLanguage } from '@/lib/i18n/language';
import { t } from '@/lib/i18n/translate';
import { sendMessage } from '@/lib/messaging';
import { dropForgottenDrafts, noteDrafts } from '@/lib/note-drafts';
import type { KeptDraft, NotesData } from '@/lib/notebook/notes-data';
import { NO_FILTER, type NotesRoute, notesHash, notesRouteOf } from '@/lib/notebook/route';
import { NO_TIES, type Ties } from '@/lib/notes';
import { movedNotes, unplacedNotes } from '@/lib/placed-notes';
import { theme } from '@/lib/settings';
import { followSingleKeys } from '@/lib/single-keys';
import { DaftarDatabase } from '@/lib/store/db';
import { libraryOf } from '@/lib/store/library';
import { createNotes } from '@/lib/store/notes';
import { askToPersist } from '@/lib/store/room';
import { openSearch } from '@/lib/store/search';
import { noteFiles } from './files';
import { keepingOf } from './keeping';
import { watchSafety } from './safety';

const app = document.getElementById('app') as HTMLElement;
const living = new AbortController();
const { signal } = living;
const db = new DaftarDatabase();
const library = libraryOf(db);
const records = openSearch(db, signal, false);
/** Records of each kind that are offered for a tie. A judgement: a list that is seen at once. */
const OFFERED = 4;

const data: NotesData = {
  store: createNotes(db),
  drafts: noteDrafts,
  async namesOf(kind, ids) {
    if (kind === 'claims') return new Map((await library.claims(ids)).map(({ id, question }) => [id, question]));
    if (kind === 'entities') return new Map((await library.entities(ids)).map(({ id, name }) => [id, name]));
    return new Map((await library.sources(ids)).map(({ id, title }) => [id, title]));
  },
  showPassage: id => void sendMessage('openPassage', id),
  async find(query) {
    const { entities, claims, sources } = await records.find(query, OFFERED);
    return [
      ...entities.hits.map(({ entity: { id, name } }) => ({ kind: 'entities' as const, id, name })),
      ...claims.hits.map(({ claim: { id, question } }) => ({ kind: 'claims' as const, id, name: question })),
      ...sources.hits.map(({ source: { id, title } }) => ({ kind: 'sources' as const, id, name: title })),
    ];
  },
};
const files = noteFiles(data.store, data.namesOf);
const keeping = keepingOf(db, data.store);

await useLanguage(() => draw());
const safety = await watchSafety(db, data.store, () => draw());
const items = await followItems({ theme, unplacedNotes, movedNotes }, () => draw());
await dropForgottenDrafts(new Date()).catch(() => {});
let left: KeptDraft[] = [];
/** Looks which edits a closed tab has left, but for the note that is open. */
async function lookForLeft(): Promise<void> {
  left = await data.drafts.listLeft().catch(() => []);
  draw();
}

/** Whether this tab was opened for the one note that it shows: then it goes when that is done. */
let openedForNote = history.length === 1 && notesRouteOf(location.hash).page !== 'list';
let route: PageRoute = { page: 'list', filter: NO_FILTER };

function go(to: PageRoute, replace = false): void {
  const hash = notesHash(to);
  if (hash === location.hash) return;
  if (replace) history.replaceState(null, '', hash);
  else {
    history.pushState(null, '', hash);
    openedForNote = false;
  }
  const moved = to.page !== route.page;
  route = to;
  draw();
  if (moved) void lookForLeft();
}

/** Makes a new note, which is in no store until it is written, and goes to it. */
async function makeNote(ties: Ties = NO_TIES, replace = false): Promise<void> {
  const draft = { id: crypto.randomUUID(), text: '', tags: [], ties };
  await data.drafts.put({ draft, basedOn: null, touched: false, at: new Date().toISOString() });
  go({ page: 'note', id: draft.id, filter: route.filter }, replace);
  void askToPersist();
}

/** Back to the page that the note was made from. */
async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

async function follow(): Promise<void> {
  const asked: NotesRoute = notesRouteOf(location.hash);
  if (asked.page === 'new') return makeNote(asked.ties, true);
  route = asked;
  draw();
}

function draw(): void {
  dressPage(document, items.theme);
  document.title = `${t('notes.title')} – ${t('extension.name')}`;
  const leftDrafts = left.filter(({ draft }) => route.page !== 'note' || draft.id !== route.id);
  render(
    <NotesPage
      route={route}
      onRoute={go}
      onNew={() => void makeNote()}
      data={data}
      files={files}
      onDone={openedForNote ? () => void closeTab() : undefined}
      unplaced={new Set(items.unplacedNotes)}
      moved={new Set(items.movedNotes)}
      leftDrafts={leftDrafts}
      safety={safety}
      keeping={keeping}
    />,
    app,
  );
}

addEventListener('popstate', () => void follow(), { signal });
addEventListener('hashchange', () => void follow(), { signal });
void followSingleKeys();
await follow();
await lookForLeft();
