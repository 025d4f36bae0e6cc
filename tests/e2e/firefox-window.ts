/** Speaks to Firefox's own window: what is not a page, and pages that WebDriver may not touch, as an extension's. */
import type { Browser } from 'puppeteer-core';

/** WebDriver BiDi with Firefox's own extension of it (`-remote-allow-system-access`). */
interface BidiConnection {
  send<T>(method: string, parameters: object): Promise<{ result: T }>;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/**
 * Runs a script in the browser's window, where `gBrowser` is.
 * @param expression may be a promise; its value must be text, or nothing
 */
export async function inWindow(browser: Browser, expression: string): Promise<string> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = { 'moz:scope': 'chrome', maxDepth: 0 };
  const { result } = await connection.send<{ contexts: { context: string }[] }>('browsingContext.getTree', tree);
  const target = { context: result.contexts[0]?.context };
  const answer = await connection.send<Evaluated>('script.evaluate', { target, awaitPromise: true, expression });
  if (answer.result.type !== 'success') throw new Error(answer.result.exceptionDetails?.text ?? 'The script failed.');
  return String(answer.result.result?.value ?? '');
}
