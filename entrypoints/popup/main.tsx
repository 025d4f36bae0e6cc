import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/controls.css';
import '@/components/page.css';
import '@/components/lookup/lookup.css';
import './popup.css';
import { browser } from '#imports';
import { PopupView } from '@/components/PopupView';
import { dressPage } from '@/lib/dress-page';
import { followItems } from '@/lib/follow-items';
import { useLanguage } from '@/lib/i18n/language';
import { t } from '@/lib/i18n/translate';
import { sendMessage } from '@/lib/messaging';
import { listAddress, noteAddress } from '@/lib/notebook/route';
import { followOpenPage, type OpenPage } from '@/lib/open-page';
import { pausingOf, repairsOf } from '@/lib/page-controls';
import { pausedForSession } from '@/lib/session-settings';
import { density, hidden, paused, theme, updatedTo } from '@/lib/settings';
import { followSingleKeys } from '@/lib/single-keys';
import { lookupOfStore } from '@/lib/store/lookup-of-store';
import { hasSidePanel, openSidePanel } from './side-panel';

const app = document.getElementById('app');
let page: OpenPage = { tab: null, overview: null, inView: [], why: null };
let gone = false;
let query = '';
const living = new AbortController();
const lookup = lookupOfStore(living.signal);
void followSingleKeys();
await useLanguage(() => draw());
const items = { density, hidden, paused, pausedForSession, theme };
const settings = await followItems(items, () => draw());
/** Said in this popup and in no later one. */
let updated = await updatedTo.getValue();
if (updated !== null) void updatedTo.setValue(null);
followOpenPage(found => {
  page = found;
  draw();
}, living.signal);

function draw() {
  if (!app) return;
  dressPage(document, settings.theme);
  document.title = t('extension.name');
  const { tab, overview, why } = page;
  const pauses = { lasting: settings.paused, session: settings.pausedForSession };
  render(
    <PopupView
      page={{ overview, why, inView: [], onChoose: mark => void choose(mark), ...repairsOf(page) }}
      controls={{
        ...pausingOf(page, pauses),
        density: settings.density,
        onDensity: chosen => void density.setValue(chosen),
        hidden: settings.hidden,
        onUnhide: entry => void sendMessage('unhide', entry),
      }}
      gone={gone}
      data={lookup}
      query={query}
      onRoute={route => {
        if (route.page !== 'search') void sendMessage('openLookup', route).finally(() => window.close());
        else query = route.query;
        draw();
      }}
      onOpenNote={id => void openTab(noteAddress(id))}
      onNotes={() => void openTab(listAddress({}))}
      onNote={tab && /^https?:/.test(tab.url ?? '') ? () => void noteTab(tab.id) : undefined}
      onSettings={() => void browser.runtime.openOptionsPage().then(() => window.close())}
      updated={updated}
      onUpdateSeen={() => {
        updated = null;
        draw();
      }}
      onSidePanel={
        hasSidePanel() && tab ? () => void openSidePanel(tab.windowId).then(() => window.close()) : undefined
      }
    />,
    app,
  );
}

async function openTab(path: string) {
  await browser.tabs.create({ url: browser.runtime.getURL(path as '/') });
  window.close();
}

async function noteTab(id: number) {
  await sendMessage('noteTab', { tab: id });
  window.close();
}

/** Goes to a statement in the page, which needs the window for itself then. */
async function choose(mark: string) {
  const { tab } = page;
  const found = tab !== null && (await sendMessage('openMark', mark, tab.id).catch(() => false));
  if (found) return window.close();
  gone = true;
  draw();
}
