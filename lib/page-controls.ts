/** What the popup and the side panel do for the page in front. */
import { sendMessage } from './messaging';
import { askForSite, type OpenPage, reloadPage } from './open-page';
import { type Holding, type PauseScope, type Pauses, type PauseTime, pausesOf, siteToRead } from './pause';

/** What is paused on the page in front, and what can be done about it. */
export function pausingOf({ tab }: OpenPage, pauses: Pauses) {
  const site = siteToRead(tab?.url);
  const held: Holding[] = pausesOf(pauses, tab?.url ?? '', tab?.id ?? null);
  return {
    held,
    site,
    incognito: tab?.incognito ?? false,
    onPause(scope: PauseScope, time: PauseTime) {
      if (scope === 'everywhere') void sendMessage('pause', { pause: { scope }, time });
      else if (scope === 'site' && site) void sendMessage('pause', { pause: { scope, site }, time });
      else if (scope === 'tab' && tab) void sendMessage('pause', { pause: { scope, tab: tab.id }, time });
    },
    onResume: () => void sendMessage('resume', held),
  };
}

/** What can be done about a page that is not read. */
export const repairsOf = ({ tab }: OpenPage) => ({
  onReload: () => void (tab && reloadPage(tab)),
  onAllow: () => void (tab && askForSite(tab)),
});
