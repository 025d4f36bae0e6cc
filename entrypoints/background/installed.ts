/** What the reader is told after an installation or an update. */
import { browser } from '#imports';
import { updatedTo } from '@/lib/settings';

/** Opens the welcome page, once, when we are new; after an update only a line in the toolbar's popup will say so. */
export async function welcome({
  reason,
  previousVersion,
}: {
  reason: string;
  previousVersion?: string;
}): Promise<void> {
  const { version } = browser.runtime.getManifest();
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  // A reload of the same version, as while one develops it, is none.
  else if (reason === 'update' && previousVersion !== version) await updatedTo.setValue(version);
}
