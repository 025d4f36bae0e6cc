/** Looks up what is selected: by the context menu, by a key, and for the button at the selection. */
import { type Browser, browser } from '#imports';
import { t } from '@/lib/i18n/translate';
import { hashOf, type Route, routeOf } from '@/lib/lookup';
import { onMessage, sendMessage } from '@/lib/messaging';
import { answerSelection } from './answer-selection';
import { noteIn } from './noting';
import { getSearch, getStore } from './store';

const MENU = 'look-up-selection';
const NOTE_MENU = 'note-selection';
const LOOKUP_PAGE = '/lookup.html';

/** Opens a page of the lookup in a new tab. */
async function openLookup(route: Route): Promise<void> {
  // Through its own written form, so that what a message holds can be no other address.
  const hash = hashOf(routeOf(hashOf(route)));
  await browser.tabs.create({ url: browser.runtime.getURL(`${LOOKUP_PAGE}${hash}` as '/') });
}

/**
 * Looks up what is selected in a tab: beside the selection where our script may read it, else in a tab of its own.
 * @param words what the browser says is selected, where it does
 */
export async function lookUpIn(tabId: number, words = ''): Promise<void> {
  const shown = await sendMessage('lookUpSelection', undefined, tabId).catch(() => false);
  if (!shown) await openLookup({ page: 'search', query: words.trim().slice(0, 200) });
}

let putting: Promise<unknown> = Promise.resolve();

/** Puts our entries into the menu of selections, in the reader's language; in place of those that are there. */
export function putMenu(): Promise<unknown> {
  putting = putting.then(async () => {
    await browser.contextMenus.removeAll();
    // The browser puts the selected words in the place of "%s".
    browser.contextMenus.create({ id: MENU, title: t('selection.menu'), contexts: ['selection'] });
    browser.contextMenus.create({ id: NOTE_MENU, title: t('notes.menu'), contexts: ['selection'] });
  });
  return putting;
}

/** Answers `lookUp` and `openLookup`, and listens to the menu. */
export function setUpLookingUp(): void {
  onMessage('lookUp', async ({ data }) => {
    const [store, search] = await Promise.all([getStore(), getSearch()]);
    return answerSelection(store, search, data);
  });
  onMessage('openLookup', ({ data }) => openLookup(data));
  browser.contextMenus.onClicked.addListener((info: Browser.contextMenus.OnClickData, tab) => {
    // What stands in a field is not read: the words that the browser tells are quoted.
    if (info.menuItemId === NOTE_MENU && tab) void noteIn(tab, info.selectionText);
    if (info.menuItemId !== MENU) return;
    const words = info.selectionText ?? '';
    // What somebody writes is not read; the words that were chosen from the menu are looked up all the same.
    if (tab?.id === undefined || tab.id < 0 || info.editable) void openLookup({ page: 'search', query: words });
    else void lookUpIn(tab.id, words);
  });
}
