/** Starts a browser with the built extension in it, for `npm start` and the end-to-end tests. */
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from './browsers.mjs';

export type BrowserKind = 'chrome' | 'firefox';

const root = join(import.meta.dirname, '..');

/** Where the build of a browser lies. */
export const buildOf = (kind: BrowserKind): string => join(root, `.output/${kind}-mv3`);

export interface LaunchOptions {
  headless: boolean;
  /** The profile to use; without it a fresh one that is thrown away. */
  profile?: string;
  /** Firefox only: the address that the extension gets, for tests that open its pages. */
  firefoxUuid?: string;
  /** Firefox only: lets a test press the browser's own keys, which WebDriver gives to the page alone. */
  ownKeys?: boolean;
}

const FIREFOX_ID = 'daftar@daftar.invalid';

/**
 * Starts the browser and installs the build. Extensions are installed by protocol, because Chrome no longer takes them
 * on its command line.
 * @throws when no such browser is found or it does not start
 */
export async function launch(
  kind: BrowserKind,
  { headless, profile, firefoxUuid, ownKeys }: LaunchOptions,
): Promise<{ browser: Browser; extensionId: string }> {
  const executablePath = findBrowser(kind);
  if (!executablePath) throw new Error(`No ${kind} was found.`);
  const browser = await puppeteer.launch(
    kind === 'firefox'
      ? {
          browser: 'firefox',
          executablePath,
          headless,
          enableExtensions: true,
          userDataDir: profile,
          defaultViewport: null,
          args: ownKeys ? ['-remote-allow-system-access'] : [],
          // A temporary extension is forgotten with its data when Firefox ends, unless told otherwise.
          extraPrefsFirefox: {
            'extensions.webextensions.keepUuidOnUninstall': true,
            'extensions.webextensions.keepStorageOnUninstall': true,
            ...(firefoxUuid && { 'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: firefoxUuid }) }),
            'browser.aboutwelcome.enabled': false,
            'datareporting.policy.dataSubmissionEnabled': false,
          },
        }
      : {
          executablePath,
          headless,
          enableExtensions: true,
          pipe: true,
          userDataDir: profile,
          defaultViewport: null,
          args: [
            '--no-first-run',
            '--no-default-browser-check',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--disable-quic',
            ...(headless ? ['--disable-gpu', '--window-size=1280,900'] : []),
            // Chromium's sandbox cannot be set up by root.
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          ],
        },
  );
  const extensionId = await browser.installExtension(buildOf(kind));
  return { browser, extensionId };
}
