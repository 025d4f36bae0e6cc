/** Asks the active tab what is marked there. */
import { browser } from '#imports';
import { type Overview, sendMessage } from '@/lib/messaging';

/** The active tab's overview, or null where no page of ours answers (a browser page, a shop, a tab older than us). */
export async function readOverview(): Promise<Overview | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  try {
    return await sendMessage('overview', undefined, tab.id);
  } catch {
    return null;
  }
}
