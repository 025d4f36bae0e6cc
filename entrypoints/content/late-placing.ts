/** The code that finds passages, before it is there: most pages have no notes. */
import { sendMessage } from '@/lib/messaging';
import type { createPlacing, describeIn } from './placing';

interface PlacingCode {
  createPlacing: typeof createPlacing;
  describeIn: typeof describeIn;
}

/** Where the code is handed over: in the extension's own world, which no page reaches. */
const CODE = Symbol.for('daftar-placing-code');

const world = globalThis as { [CODE]?: PlacingCode };

/** Called by the script that brings the code. */
export function offerPlacing(code: PlacingCode): void {
  world[CODE] = code;
}

/**
 * Has the background put the code into the page, unless it is there. Importing it would need a web-accessible resource, by
 * which a page could tell that the extension is there. Null where it cannot come: the extension has gone.
 */
export async function bringPlacing(): Promise<PlacingCode | null> {
  if (!world[CODE]) await sendMessage('bringPlacing').catch(() => {});
  return world[CODE] ?? null;
}
