/** A page of the extension that stands in a tab behind the page that the reader has in front, as its popup or panel would. */
import type { Browser, Page } from 'puppeteer-core';
import { inWindow } from './firefox-window.ts';
import type { Session } from './session.ts';

/** WebDriver BiDi, for pages that puppeteer knows nothing of. */
interface BidiConnection {
  send<T>(method: string, parameters: object): Promise<{ result: T }>;
}
interface Context {
  context: string;
  url: string;
}
interface Evaluated {
  type: string;
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

export interface View {
  /** What an expression gives in the view; it must be a string. */
  ask(expression: string): Promise<string>;
  text(): Promise<string>;
  /** Presses the first button, radio or field label whose text begins so. */
  press(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Presses by script: a tab behind takes no pointer. What needs a reader's own press is not tested so. */
const press = (name: string) => `(() => {
  const all = [...document.querySelectorAll('button, label, summary')];
  const found = all.find(one => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(${JSON.stringify(name)}));
  if (!found) throw new Error('There is no such button: ' + document.body.innerText);
  found.click();
  return '';
})()`;

/** Opens a page of the extension behind `front`, which stays the one in front. */
export async function openBehind(session: Session, path: string, front: Page): Promise<View> {
  const { ask, close } =
    session.kind === 'chrome'
      ? await behindInChrome(session, path, front)
      : await behindInFirefox(session, session.extensionUrl(path));
  // What it shows at first is there.
  while ((await ask('String((document.querySelector("main")?.childElementCount ?? 0) > 0)')) !== 'true');
  return {
    ask,
    close,
    text: async () => (await ask('document.querySelector("main")?.innerText ?? ""')).replace(/\s+/g, ' '),
    press: async name => void (await ask(press(name))),
  };
}

async function behindInChrome(session: Session, path: string, front: Page) {
  const page = await session.open(session.extensionUrl(path));
  await front.bringToFront();
  return {
    ask: async (expression: string) => String(await page.evaluate(expression)),
    close: () => page.close(),
  };
}

async function behindInFirefox(session: Session, url: string) {
  const { connection } = session.browser as unknown as { connection: BidiConnection };
  const evaluate = async (context: string | undefined, expression: string) => {
    const asked = { target: { context }, awaitPromise: true, expression };
    const { result: told } = await connection.send<Evaluated>('script.evaluate', asked);
    if (told.type !== 'success') throw new Error(told.exceptionDetails?.text ?? 'Firefox gave no answer.');
    return String(told.result?.value);
  };
  // Only the browser itself may open a page of an extension.
  const system = 'Services.scriptSecurityManager.getSystemPrincipal()';
  await inWindow(
    session.browser,
    `gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: ${system}, inBackground: true }), ''`,
  );
  let context: string | undefined;
  while (!context) {
    const { result: open } = await connection.send<{ contexts: Context[] }>('browsingContext.getTree', {});
    context = open.contexts.findLast(({ url: at }) => at === url)?.context;
  }
  const own = context;
  return {
    ask: (expression: string) => evaluate(own, expression),
    close: async () => void (await connection.send('browsingContext.close', { context: own })),
  };
}

/** The addresses of all tabs in Firefox, those of extensions too. */
export async function tabAddresses(browser: Browser): Promise<string[]> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const { result } = await connection.send<{ contexts: Context[] }>('browsingContext.getTree', {});
  return result.contexts.map(({ url }) => url);
}
