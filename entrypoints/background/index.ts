import { browser, defineBackground } from '#imports';
import { onMessage } from '@/lib/messaging';
import { density } from '@/lib/settings';
import { answerRead } from './answer-read';
import { setUpBadge } from './badge';
import { setUpCommands } from './commands';
import { setUpHiding } from './hiding';
import { readOpenTabs } from './open-tabs';
import { setUpPopoverCode } from './popover-code';
import { getStore, seed } from './store';

// All listeners are registered before anything is awaited, so that none is missed when the worker wakes.
export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(() => void seed().then(readOpenTabs));
  browser.runtime.onStartup.addListener(() => void seed());
  onMessage('read', async ({ data }) => answerRead(await getStore(), data, await density.getValue()));
  setUpBadge();
  setUpHiding();
  setUpCommands();
  setUpPopoverCode();
});
