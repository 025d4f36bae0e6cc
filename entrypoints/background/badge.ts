/** Shows on the toolbar how many statements of the tab's page are marked, or quietly that reading is paused there. */
import { browser } from '#imports';
import { t } from '@/lib/i18n/translate';
import { onMessage } from '@/lib/messaging';

const COUNT = '#1d4f5c';
const PAUSED = '#6b7280';

/** Answers `showCount`; the browser itself clears a tab's badge when the tab goes to another page. */
export function setUpBadge(): void {
  onMessage('showCount', async ({ data: count, sender }) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return;
    const text = count === null ? '‖' : count > 0 ? String(count) : '';
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: count === null ? PAUSED : COUNT });
    await browser.action.setTitle({ tabId, title: titleOf(count) });
  });
}

function titleOf(count: number | null): string {
  if (count === null) return t('badge.paused');
  return count > 0 ? t('badge.compared', { count }) : t('extension.name');
}
