/** Makes notes from wherever the reader is: opens the editor with what the note is tied to. Only our own pages write notes. */
import { type Browser, browser } from '#imports';
import { pageAddress } from '@/lib/hidden';
import { type MarkedStatement, onMessage, sendMessage } from '@/lib/messaging';
import { noteDrafts } from '@/lib/note-drafts';
import { listAddress, noteAddress } from '@/lib/notebook/route';
import { NO_TIES, type PageTie, type Ties } from '@/lib/notes';
import { isTies } from '@/lib/notes-files/note-schema';
import { DaftarDatabase } from '@/lib/store/db';
import { createNotes } from '@/lib/store/notes';
import { figureIn } from './noted-figure';
import { addressOf, isOwnPage, requireOwnPage } from './own-pages';

type Tab = Pick<Browser.tabs.Tab, 'id' | 'index' | 'url' | 'title' | 'incognito'>;

/** Longer selections are quoted in part: a note is no copy of an article. A judgement. */
const LONGEST_QUOTE = 2000;

/** Opens one of our pages beside the tab that it was asked from; closing it leads back there. */
async function openBeside(path: string, tab: Tab | undefined): Promise<void> {
  const url = browser.runtime.getURL(path as '/');
  // Our pages do not open in a private window, beside whose tabs they cannot be put.
  const place = tab && !tab.incognito ? { index: tab.index + 1, openerTabId: tab.id } : {};
  await browser.tabs.create({ url, ...place });
}

/** Opens the editor with a new note, which is in no store until the reader writes it. */
async function openNewNote(ties: Ties, tab: Tab | undefined, text = ''): Promise<void> {
  const draft = { id: crypto.randomUUID(), text, tags: [], ties };
  await noteDrafts.put({ draft, basedOn: null, touched: false, at: new Date().toISOString() });
  await openBeside(noteAddress(draft.id), tab);
}

/** The page of a tab, as far as the browser tells it; null for one that is none of the web's. */
export function pageOf({ url, title }: Pick<Tab, 'url' | 'title'>): PageTie | null {
  if (!url || !/^https?:/.test(url)) return null;
  return { address: pageAddress(url), title: title ?? '', published: null };
}

/** What a page's script says a note is tied to. Its address is the browser's word; what is no tie at all gives the page alone. */
export function tiesFrom(told: unknown, tab: Pick<Tab, 'url' | 'title'>): Ties {
  const page = pageOf(tab);
  if (!isTies(told)) return { ...NO_TIES, page };
  return { ...told, page: page && told.page ? { ...told.page, address: page.address } : page };
}

/** What stands in front of a note's own text where a passage could not be described. */
const quoted = (words: string): string =>
  words.trim() &&
  `${words
    .trim()
    .slice(0, LONGEST_QUOTE)
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')}\n\n`;

/**
 * Makes a note on what is selected in a tab, with the figure in it, or on its page.
 * @param words what the browser says is selected, where it does
 */
export async function noteIn(tab: Tab, words = ''): Promise<void> {
  const told =
    tab.id === undefined ? null : await sendMessage('describeSelection', undefined, tab.id).catch(() => null);
  const ties = tiesFrom(told, tab);
  const { page, passage } = ties;
  const figure = passage && figureIn(passage, page?.published ?? null);
  await openNewNote({ ...ties, figure }, tab, passage ? '' : quoted(words));
}

/** Makes a note on a marked statement of a tab; on its claim and the page where the page no longer has it. */
async function noteOn(tab: Tab, { mark, claim }: MarkedStatement): Promise<void> {
  const told = await sendMessage('describeMark', { mark, claim }, tab.id).catch(() => null);
  await openNewNote(told ? tiesFrom(told, tab) : { ...NO_TIES, claims: [claim], page: pageOf(tab) }, tab);
}

let db: DaftarDatabase | null = null;

/** Answers `note`, `noteTab`, `countNotes` and `openNotes`. */
export function setUpNoting(): void {
  onMessage('note', ({ data, sender }) =>
    isOwnPage(sender)
      ? openNewNote(data, undefined)
      : openNewNote(
          tiesFrom(data, { url: addressOf(sender, data.page?.address), title: sender.tab?.title }),
          sender.tab,
        ),
  );
  onMessage('noteTab', async ({ data: { tab: id, statement }, sender }) => {
    requireOwnPage(sender);
    const tab = await browser.tabs.get(id);
    await (statement ? noteOn(tab, statement) : noteIn(tab));
  });
  onMessage('countNotes', async ({ data: claim }) => {
    db ??= new DaftarDatabase();
    return typeof claim === 'string' ? (await createNotes(db).list({ claim })).length : 0;
  });
  onMessage('openNotes', ({ data: claim, sender }) => openBeside(listAddress({ claim: String(claim) }), sender.tab));
}
