import { browser, defineBackground } from '#imports';
import { storeTexts, useLanguage } from '@/lib/i18n/language';
import { onMessage } from '@/lib/messaging';
import { packReply } from '@/lib/packed-reply';
import { language } from '@/lib/settings';
import { answerRead } from './answer-read';
import { setUpBadge } from './badge';
import { setUpCommands } from './commands';
import { setUpHiding } from './hiding';
import { welcome } from './installed';
import { putMenu, setUpLookingUp } from './looking-up';
import { setUpNotes, tendNotes } from './notes';
import { setUpNoting } from './noting';
import { setUpOmnibox } from './omnibox';
import { readOpenTabs } from './open-tabs';
import { setUpPageNotes } from './page-notes';
import { isReadingPaused, setUpPausing } from './pausing';
import { setUpPopoverCode } from './popover-code';
import { readShown } from './shown';
import { getSearch, getStore, seed } from './store';

// All listeners are registered before anything is awaited, so that none is missed when the worker wakes.
export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(details => {
    void welcome(details);
    void storeTexts();
    void putMenu();
    void seed().then(readOpenTabs);
    void tendNotes();
  });
  browser.runtime.onStartup.addListener(() => {
    void storeTexts();
    void putMenu();
    void seed();
    void tendNotes();
  });
  void useLanguage(() => void putMenu());
  language.watch(() => void storeTexts());
  onMessage('read', async ({ data, sender }) => {
    const [paused, store, shown] = await Promise.all([isReadingPaused(sender), getStore(), readShown()]);
    return paused ? null : packReply(await answerRead(store, data, shown));
  });
  setUpBadge();
  setUpHiding();
  setUpPausing();
  setUpLookingUp();
  setUpCommands();
  setUpPopoverCode();
  setUpOmnibox(getSearch);
  setUpNotes();
  setUpPageNotes();
  setUpNoting();
});
