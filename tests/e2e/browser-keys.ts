/** Presses the keys that the browser takes for itself before any page hears of them: those of the manifest's commands. */
import type { Browser, Page } from 'puppeteer-core';
import type { browser as Extension } from 'wxt/browser';
import type { MarkCommand } from '../../lib/messaging.ts';
import { inWindow } from './firefox-window.ts';
import type { Session } from './session.ts';

/** The suggested keys, as a keyboard names them. */
type Command = MarkCommand | 'look-up-selection' | 'note-selection';
const KEYS: Record<Command, [key: string, code: string, keyCode: number]> = {
  'next-mark': ['ArrowDown', 'ArrowDown', 40],
  'previous-mark': ['ArrowUp', 'ArrowUp', 38],
  'toggle-mark': ['D', 'KeyD', 68],
  'look-up-selection': ['L', 'KeyL', 76],
  'note-selection': ['N', 'KeyN', 78],
};

/** What of the tests' Chrome is asked in its worker. */
type Worker = typeof globalThis & { chrome: typeof Extension };

/**
 * In Firefox these are real keys, put into the browser's own window. Chrome lets no protocol do that: there the command is
 * given to our background's own listeners, as the browser does.
 */
export async function pressCommand(session: Session, page: Page, command: Command): Promise<void> {
  await page.bringToFront();
  if (session.kind === 'firefox') {
    await pressInFirefox(session.browser, KEYS[command]);
    return;
  }
  const target = await session.browser.waitForTarget(candidate => candidate.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(async name => {
    const { tabs, commands } = (globalThis as Worker).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    (commands.onCommand as unknown as { dispatch(...told: unknown[]): void }).dispatch(name, tab);
  }, command);
}

function pressInFirefox(browser: Browser, [key, code, keyCode]: (typeof KEYS)[Command]): Promise<unknown> {
  return inWindow(
    browser,
    `{
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const keys = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['${key}', '${code}', ${keyCode}]].map(
        ([key, code, keyCode]) => new KeyboardEvent('', { key, code, keyCode }));
      for (const one of keys) keyboard.keydown(one);
      for (const one of keys.reverse()) keyboard.keyup(one);
    }`,
  );
}
