/** The pack that comes with the extension. */
import { browser } from '#imports';
import type { Pack } from '@/lib/reading/types';

/** Where the build puts it (wxt.config.ts). Only the extension itself can read it. */
const BUNDLED_PACK = '/pack.json';

/** Reads the bundled pack from the extension's own files: apart from the code, so that a waking worker need not parse it. */
export async function readBundledPack(): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL(BUNDLED_PACK as '/'));
  if (!response.ok) throw new Error(`The bundled pack cannot be read (${response.status}).`);
  return response.json();
}
