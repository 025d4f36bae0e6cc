/** Puts the content script into tabs that were open before the extension was installed or updated. */
import { browser, type ScriptPublicPath } from '#imports';

/**
 * Chrome leaves open tabs to the old script, which has lost its extension; Firefox brings the new one by itself, so there is
 * nothing to do. Tabs that may not be read (the browser's own, a shop's) are passed over.
 */
export async function readOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const tabs = await browser.tabs.query({ url: scripts.flatMap(({ matches = [] }) => matches), discarded: false });
  const files = scripts.flatMap(({ js = [] }) => js) as ScriptPublicPath[];
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id !== undefined) await browser.scripting.executeScript({ target: { tabId: id }, files }).catch(() => {});
    }),
  );
}
