import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/controls.css';
import '@/components/settings/settings.css';
import './welcome.css';
import { browser } from '#imports';
import { type Access, WelcomePage } from '@/components/WelcomePage';
import { dressPage } from '@/lib/dress-page';
import { useLanguage } from '@/lib/i18n/language';
import { t } from '@/lib/i18n/translate';
import { theme } from '@/lib/settings';
import { offerPopover } from '../content/late-popover';
import { createPopover } from '../content/popover';
import { readPage } from '../content/read-page';
import { askForAccess, readAccess, watchAccess } from './access';

const app = document.getElementById('app') as HTMLElement;
let access: Access = null;
let scheme = await theme.getValue();
await useLanguage(draw);

function draw() {
  dressPage(document, scheme);
  document.title = t('welcome.title');
  render(
    <WelcomePage
      access={access}
      onAsk={() => void askForAccess().then(setAccess)}
      onSettings={() => void browser.runtime.openOptionsPage()}
    />,
    app,
  );
}

function setAccess(value: Access) {
  access = value;
  draw();
}

theme.watch(value => {
  scheme = value;
  draw();
});
watchAccess(() => void readAccess().then(setAccess));
draw();
setAccess(await readAccess());
// Into a page of ours the background can put no script.
offerPopover(createPopover);
// The example is read and marked by what reads and marks any page.
await readPage(document, () => true, { signal: new AbortController().signal, check: () => true });
