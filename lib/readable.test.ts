import { describe, expect, it } from 'vitest';
import { whyUnreadable } from './readable';

describe('why a page cannot be read', () => {
  it.each([
    [undefined, false, 'browser-page'],
    ['chrome://settings/', false, 'browser-page'],
    ['about:newtab', true, 'browser-page'],
    ['moz-extension://x/popup.html', true, 'browser-page'],
    ['file:///home/a/report.html', false, 'browser-page'],
    ['file:///home/a/report.pdf', false, 'pdf'],
    ['https://chromewebstore.google.com/detail/x', true, 'shop'],
    ['https://chrome.google.com/webstore/category', true, 'shop'],
    ['https://addons.mozilla.org/en-US/firefox/', false, 'shop'],
    ['https://addons.mozilla.org.news.example/', true, 'not-loaded'],
    ['https://news.example/a', false, 'not-granted'],
    ['https://news.example/report.PDF?download=1', true, 'pdf'],
    ['https://news.example/report.pdf', false, 'not-granted'],
    ['https://news.example/a', true, 'not-loaded'],
  ] as const)('%s (granted: %s): %s', (url, granted, expected) => {
    expect(whyUnreadable(url, granted)).toBe(expected);
  });
});
