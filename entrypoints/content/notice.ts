/** The one quiet line that a script leaves whose extension has gone from under it. */
import { currentLanguage, direction, t } from '@/lib/i18n/translate';
import { createHost, OWN_HOSTS } from '@/lib/page/own-elements';
import styles from './notice.css?inline';

/** By now the script of the new version has come, and has taken the line away unseen, or it will not come. A judgement. */
const GRACE = 3000;

/** Says in the corner of the window that the page should be reloaded, unless that is said already. */
export function leaveNotice(document: Document): void {
  if (!document.documentElement || document.querySelector(OWN_HOSTS)) return;
  const { host, root } = createHost(document, 'daftar-notice');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);
  setTimeout(() => {
    if (!host.isConnected) return;
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.lang = currentLanguage();
    line.dir = direction();
    line.append(t('notice.updated'));
    const dismiss = document.createElement('button');
    dismiss.type = 'button';
    dismiss.append(t('notice.dismiss'));
    dismiss.addEventListener('click', event => event.isTrusted && host.remove());
    line.append(' ', dismiss);
    root.append(line);
  }, GRACE);
}
