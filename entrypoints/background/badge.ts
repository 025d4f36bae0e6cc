/** Shows on the toolbar how many statements of the tab's page are marked. */
import { browser } from '#imports';
import { t } from '@/lib/i18n/translate';
import { onMessage } from '@/lib/messaging';

/** Answers `showCount`; the browser itself clears a tab's badge when the tab goes to another page. */
export function setUpBadge(): void {
  onMessage('showCount', async ({ data: count, sender }) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return;
    await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#1d4f5c' });
    await browser.action.setTitle({ tabId, title: count > 0 ? t('badge.compared', { count }) : t('extension.name') });
  });
}
