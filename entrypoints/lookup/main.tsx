/** The page of lookup: its route stands in the hash of its address, so that it can be kept, shared and gone back to. */
import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/controls.css';
import '@/components/lookup/lookup.css';
import '@/components/chart/chart.css';
import './page.css';
import { browser } from '#imports';
import { Lookup } from '@/components/lookup/Lookup';
import { LookupHead } from '@/components/lookup/LookupHead';
import { RecordPage } from '@/components/lookup/RecordPage';
import { Failed } from '@/components/lookup/States';
import { dressPage } from '@/lib/dress-page';
import { followItems } from '@/lib/follow-items';
import { useLanguage } from '@/lib/i18n/language';
import { t } from '@/lib/i18n/translate';
import { hashOf, type LookupData, type Route, routeOf } from '@/lib/lookup';
import { listAddress, noteAddress } from '@/lib/notebook/route';
import { theme } from '@/lib/settings';
import { followSingleKeys } from '@/lib/single-keys';
import { readBundledPack } from '@/lib/store/bundled-pack';
import { DaftarDatabase } from '@/lib/store/db';
import { openLookup } from '@/lib/store/lookup';

const app = document.getElementById('app') as HTMLElement;
const closing = new AbortController();
let data: LookupData | null = null;
const settings = await followItems({ theme }, () => draw());

function go(route: Route, replace = false): void {
  const hash = hashOf(route);
  if (hash === location.hash) return;
  if (replace) history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  draw();
  if (!replace) scrollTo(0, 0);
}

function draw(): void {
  dressPage(document, settings.theme);
  const route = routeOf(location.hash);
  if (route.page === 'search') setTitle(route.query.trim() || t('lookup.title'));
  render(
    <>
      <LookupHead
        onNotes={() => location.assign(listAddress({}))}
        onSettings={() => void browser.runtime.openOptionsPage()}
      />
      <main>
        {data ? (
          <Lookup
            route={route}
            onRoute={go}
            onTitle={setTitle}
            data={data}
            record={RecordPage}
            onNote={id => location.assign(noteAddress(id))}
          />
        ) : (
          <Failed onAgain={() => location.reload()} />
        )}
      </main>
    </>,
    app,
  );
}

/** A record's page tells its own title once it stands. */
function setTitle(title: string): void {
  document.title = `${title} – ${t('extension.name')}`;
}

void followSingleKeys();
await useLanguage(draw);
try {
  data = await openLookup(new DaftarDatabase(), readBundledPack, closing.signal);
} catch (error) {
  console.warn('Daftar: the store cannot be opened.', error);
}
// Whoever opens the page is about to type: an empty query has the index loaded meanwhile.
void data?.search('', 1).catch(() => {});
addEventListener('popstate', draw, { signal: closing.signal });
addEventListener('hashchange', draw, { signal: closing.signal });
draw();
