import { browser, defineBackground } from '#imports';
import { language, storeTexts, useLanguage } from '@/lib/i18n/language';
import { onMessage } from '@/lib/messaging';
import { density } from '@/lib/settings';
import { readBundledPack } from '@/lib/store/bundled-pack';
import { DaftarDatabase } from '@/lib/store/db';
import { openLookup } from '@/lib/store/lookup';
import { answerRead } from './answer-read';
import { setUpBadge } from './badge';
import { setUpHiding } from './hiding';
import { setUpOmnibox } from './omnibox';
import { readOpenTabs } from './open-tabs';
import { getStore, seed } from './store';

// All listeners are registered before anything is awaited, so that none is missed when the worker wakes.
export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(() => {
    void storeTexts();
    void seed().then(readOpenTabs);
  });
  browser.runtime.onStartup.addListener(() => {
    void storeTexts();
    void seed();
  });
  void useLanguage();
  language.watch(() => void storeTexts());
  onMessage('read', async ({ data }) => answerRead(await getStore(), data, await density.getValue()));
  setUpBadge();
  setUpHiding();
  setUpOmnibox(signal => openLookup(new DaftarDatabase(), readBundledPack, signal));
});
