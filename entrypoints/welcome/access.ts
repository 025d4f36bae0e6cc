/** Whether the browser lets us read news pages, and asking for it: Firefox and Chrome's "on click" may not have granted it. */
import { browser } from '#imports';
import type { Access } from '@/components/WelcomePage';

const SITES = { origins: ['http://*/*', 'https://*/*'] };

export async function readAccess(): Promise<Access> {
  return (await browser.permissions.contains(SITES)) ? 'granted' : 'missing';
}

/** Must be called in the reader's own click, before anything is awaited. */
export async function askForAccess(): Promise<Access> {
  try {
    return (await browser.permissions.request(SITES)) ? 'granted' : 'refused';
  } catch {
    return 'refused';
  }
}

/** Tells when access is given or taken elsewhere, as in the browser's own menu. */
export function watchAccess(onChange: () => void): void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
}
