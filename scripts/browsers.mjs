// Finds the browsers of this machine. Plain JavaScript: the setup uses it before anything is installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = {
  chrome: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const under = (folders, file) => folders.filter(Boolean).map(folder => join(folder, file));
const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];

const PLACES = {
  chrome: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...under(windows, 'Google/Chrome/Application/chrome.exe'),
    ...under(windows, 'Microsoft/Edge/Application/msedge.exe'),
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', ...under(windows, 'Mozilla Firefox/firefox.exe')],
};

export const NO_BROWSER =
  'No browser was found. Install Chrome, Chromium, Edge or Firefox, or name one in DAFTAR_CHROME or DAFTAR_FIREFOX (the path of its program).';

/**
 * The program of a browser, or null.
 * @param {'chrome' | 'firefox'} kind `chrome` stands for Chromium and Edge too
 * @returns {string | null}
 */
export function findBrowser(kind) {
  const named = process.env[`DAFTAR_${kind.toUpperCase()}`];
  if (named) return existsSync(named) ? named : null;
  const path = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...NAMES[kind].flatMap(name => under(path, name)), ...PLACES[kind]];
  return candidates.find(candidate => existsSync(candidate)) ?? null;
}
