import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/controls.css';
import '@/components/card.css';
import '@/components/chart/chart.css';
import '@/components/page.css';
import '@/components/lookup/lookup.css';
import './sidepanel.css';
import { browser } from '#imports';
import { Lookup } from '@/components/lookup/Lookup';
import { RecordPage } from '@/components/lookup/RecordPage';
import { type PanelPart, SidePanelView } from '@/components/SidePanelView';
import { dressPage } from '@/lib/dress-page';
import { followItems } from '@/lib/follow-items';
import { useLanguage } from '@/lib/i18n/language';
import { t } from '@/lib/i18n/translate';
import type { Route } from '@/lib/lookup';
import { sendMessage } from '@/lib/messaging';
import { noteAddress } from '@/lib/notebook/route';
import { followOpenPage, type OpenPage } from '@/lib/open-page';
import { pausingOf, repairsOf } from '@/lib/page-controls';
import type { Comparison } from '@/lib/reading/reading';
import { pausedForSession } from '@/lib/session-settings';
import { paused, theme } from '@/lib/settings';
import { followSingleKeys } from '@/lib/single-keys';
import { lookupOfStore } from '@/lib/store/lookup-of-store';

const app = document.getElementById('app');
let page: OpenPage = { tab: null, overview: null, inView: [], why: null };
let part: PanelPart = 'page';
let chosen: { mark: string; comparisons: Comparison[] } | null = null;
let gone = false;
/** Where the reader has been in the lookup; the last is where he is. */
let routes: Route[] = [{ page: 'search', query: '' }];
const living = new AbortController();
const lookup = lookupOfStore(living.signal);
void followSingleKeys();
await useLanguage(() => draw());
const settings = await followItems({ paused, pausedForSession, theme }, () => draw());
followOpenPage(found => {
  page = found;
  // What is open stays as long as the page has it: a page that is read again gives its marks other ids.
  if (chosen && !marks().includes(chosen.mark)) chosen = null;
  draw();
}, living.signal);

/** The marks with statements, each once, in the order of the page. */
function marks(): string[] {
  return [...new Set(page.overview?.statements.map(({ mark }) => mark))];
}

async function choose(mark: string) {
  const { tab } = page;
  const comparisons = tab && (await sendMessage('showMark', mark, tab.id).catch(() => null));
  gone = !comparisons;
  if (comparisons) chosen = { mark, comparisons };
  draw();
}

/** Makes a note on the statement that is open. */
function note({ claim }: Comparison) {
  const { tab } = page;
  if (tab && chosen) void sendMessage('noteTab', { tab: tab.id, statement: { mark: chosen.mark, claim: claim.id } });
}

function go(route: Route, replace = false) {
  routes = [...(replace ? routes.slice(0, -1) : routes), route];
  draw();
}

function step(direction: 1 | -1) {
  const all = marks();
  const at = chosen ? all.indexOf(chosen.mark) : -1;
  const next = all[(at + direction + all.length) % all.length];
  if (next !== undefined) void choose(next);
}

function draw() {
  if (!app) return;
  dressPage(document, settings.theme);
  document.title = t('extension.name');
  const { overview, why, inView } = page;
  const pauses = { lasting: settings.paused, session: settings.pausedForSession };
  render(
    <SidePanelView
      part={part}
      onPart={to => {
        part = to;
        draw();
      }}
      page={{ overview, why, inView, onChoose: mark => void choose(mark), ...repairsOf(page) }}
      pausing={pausingOf(page, pauses)}
      chosen={chosen?.comparisons ?? null}
      onBack={() => {
        chosen = null;
        draw();
      }}
      onStep={step}
      gone={gone}
      notes={{
        count: claim => sendMessage('countNotes', claim).catch(() => 0),
        onOpen: claim => void sendMessage('openNotes', claim),
        onNote: note,
      }}
      onSettings={() => void browser.runtime.openOptionsPage()}
      onClaim={id => {
        part = 'lookup';
        go({ page: 'claim', id });
      }}
      lookup={
        <Lookup
          route={routes.at(-1) as Route}
          onRoute={go}
          data={lookup}
          record={RecordPage}
          onNote={id => void browser.tabs.create({ url: browser.runtime.getURL(noteAddress(id) as '/') })}
          onBack={() => {
            if (routes.length > 1) routes = routes.slice(0, -1);
            draw();
          }}
        />
      }
    />,
    app,
  );
}
