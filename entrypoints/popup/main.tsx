import { render } from 'preact';
import './popup.css';
import { HiddenList } from '@/components/HiddenList';
import { PageOverview } from '@/components/PageOverview';
import { useLanguage } from '@/lib/i18n/language';
import { currentLanguage, direction, t } from '@/lib/i18n/translate';
import { sendMessage } from '@/lib/messaging';
import { hidden, openOnRest } from '@/lib/settings';
import { readOverview } from './read-overview';

await useLanguage(() => draw());
const app = document.getElementById('app');
let overview = await readOverview();
let list = await hidden.getValue();
let opensOnRest = await openOnRest.getValue();

function draw() {
  if (!app) return;
  document.documentElement.lang = currentLanguage();
  document.documentElement.dir = direction();
  render(
    <>
      <PageOverview overview={overview} />
      <label class="setting">
        <input
          type="checkbox"
          checked={opensOnRest}
          onChange={event => void openOnRest.setValue(event.currentTarget.checked)}
        />
        {t('popup.openOnRest')}
      </label>
      <HiddenList hidden={list} onUnhide={entry => void sendMessage('unhide', entry)} />
    </>,
    app,
  );
}

openOnRest.watch(value => {
  opensOnRest = value ?? false;
  draw();
});
hidden.watch(async value => {
  list = value ?? [];
  draw();
  // What was taken back is marked in the page again.
  overview = await readOverview();
  draw();
});
draw();
