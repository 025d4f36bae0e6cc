/** Presses the keys that the browser takes for itself before any page hears of them: those of the manifest's commands. */
import type { Page } from 'puppeteer-core';
import type { browser as Browser } from 'wxt/browser';
import type { MarkCommand } from '../../lib/messaging.ts';
import type { Session } from './session.ts';

/** The suggested keys, as a keyboard names them. */
const KEYS: Record<MarkCommand, [key: string, code: string, keyCode: number]> = {
  'next-mark': ['ArrowDown', 'ArrowDown', 40],
  'previous-mark': ['ArrowUp', 'ArrowUp', 38],
  'toggle-mark': ['D', 'KeyD', 68],
};

/** What of the tests' Chrome is asked in its worker. */
type Worker = typeof globalThis & { chrome: typeof Browser };

/**
 * In Firefox these are real keys, put into the browser's own window. Chrome lets no protocol do that: there the command is
 * given to our background's own listeners, as the browser does.
 */
export async function pressCommand(session: Session, page: Page, command: MarkCommand): Promise<void> {
  await page.bringToFront();
  if (session.kind === 'firefox') return pressInFirefox(page, KEYS[command]);
  const target = await session.browser.waitForTarget(candidate => candidate.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(async name => {
    const { tabs, commands } = (globalThis as Worker).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    (commands.onCommand as unknown as { dispatch(...told: unknown[]): void }).dispatch(name, tab);
  }, command);
}

/** WebDriver BiDi with Firefox's own extension of it: what is not a page can be asked too. */
interface BidiConnection {
  send<T>(method: string, parameters: object): Promise<{ result: T }>;
}

async function pressInFirefox(page: Page, [key, code, keyCode]: (typeof KEYS)[MarkCommand]): Promise<void> {
  const { connection } = page.browser() as unknown as { connection: BidiConnection };
  const tree = { 'moz:scope': 'chrome', maxDepth: 0 };
  const { result } = await connection.send<{ contexts: { context: string }[] }>('browsingContext.getTree', tree);
  const pressed = await connection.send<{ type: string }>('script.evaluate', {
    target: { context: result.contexts[0]?.context },
    awaitPromise: false,
    expression: `{
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const keys = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['${key}', '${code}', ${keyCode}]].map(
        ([key, code, keyCode]) => new KeyboardEvent('', { key, code, keyCode }));
      for (const one of keys) keyboard.keydown(one);
      for (const one of keys.reverse()) keyboard.keyup(one);
    }`,
  });
  if (pressed.result.type !== 'success') throw new Error(`Firefox took no key: ${JSON.stringify(pressed.result)}`);
}
