/** From a note to its passage: opens the page, and tells its script where to go once it asks for the page's notes. */
import { browser, storage } from '#imports';
import { onMessage } from '@/lib/messaging';
import type { NoteStore } from '@/lib/note-store';
import { requireOwnPage } from './own-pages';

/** Notes by the tab that was opened for their passage, until it has asked. The worker may end in between. */
const wanted = storage.defineItem<Record<string, string>>('session:passagesWanted', { fallback: {} });

/** Answers `openPassage` and `passageWanted`. */
export function setUpPassagesWanted(notes: () => Pick<NoteStore, 'get'>): void {
  onMessage('openPassage', async ({ data: id, sender }) => {
    requireOwnPage(sender);
    const page = (await notes().get(id))?.ties.page;
    if (!page || !/^https?:/.test(page.address)) return;
    const { tab } = sender;
    const place = tab && !tab.incognito ? { index: tab.index + 1, openerTabId: tab.id } : {};
    // Remembered before the page can ask.
    const opened = await browser.tabs.create({ url: 'about:blank', ...place });
    if (opened.id === undefined) return;
    await wanted.setValue({ ...(await wanted.getValue()), [opened.id]: id });
    await browser.tabs.update(opened.id, { url: page.address });
  });
  onMessage('passageWanted', async ({ sender }) => {
    const all = await wanted.getValue();
    const { [String(sender.tab?.id)]: id, ...others } = all;
    if (id !== undefined) await wanted.setValue(others);
    return id ?? null;
  });
}
