/** Where the browser lets its keys for extensions be changed. */
import { browser } from '#imports';

interface WithShortcutSettings {
  openShortcutSettings?(): Promise<void>;
}

/** What opens that page, or undefined where it cannot be opened by an extension (Firefox before 137). */
export function keysPage(): (() => void) | undefined {
  const { openShortcutSettings } = browser.commands as unknown as WithShortcutSettings;
  if (openShortcutSettings) return () => void openShortcutSettings();
  if (import.meta.env.FIREFOX) return undefined;
  return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
