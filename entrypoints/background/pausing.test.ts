import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Pause, PauseTime } from '@/lib/pause';
import { pausedForSession } from '@/lib/session-settings';
import { paused } from '@/lib/settings';
import { isReadingPaused, setUpPausing } from './pausing';

const SITE: Pause = { scope: 'site', site: 'news.example' };
const TAB: Pause = { scope: 'tab', tab: 7 };
const OWN = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') };
const SCRIPT = { id: fakeBrowser.runtime.id, url: 'https://news.example/', tab: { id: 7 } };
const sendToTab = vi.fn((_tab: number, _message: unknown, _options: unknown, answer?: (told: unknown) => void) =>
  answer?.({ res: null }),
);

async function send(type: string, data: unknown, sender: object = OWN): Promise<{ res?: unknown; err?: unknown }> {
  return new Promise(resolve => {
    const message = { id: 1, type, data, timestamp: 0 };
    void fakeBrowser.runtime.onMessage.trigger(message, sender as never, resolve as never);
  });
}
const pause = (one: Pause, time: PauseTime, sender?: object) => send('pause', { pause: one, time }, sender);
const told = () => sendToTab.mock.calls.map(([tab, message]) => [tab, (message as { data: unknown }).data]);

beforeAll(() => {
  Object.assign(globalThis, { chrome: fakeBrowser });
  Object.assign(fakeBrowser.tabs, {
    sendMessage: sendToTab,
    query: async () => [
      { id: 7, url: 'https://www.news.example/a' },
      { id: 8, url: 'https://other.example/' },
      { id: 9 },
    ],
  });
  setUpPausing();
});
beforeEach(async () => {
  await Promise.all([paused.setValue([]), pausedForSession.setValue([])]);
  sendToTab.mockClear();
});

describe('pausing', () => {
  it('keeps what lasts and what is for the session apart, and a tab for the session only', async () => {
    await pause(SITE, 'until-resumed');
    await pause(TAB, 'until-resumed');
    expect(await paused.getValue()).toEqual([SITE]);
    expect(await pausedForSession.getValue()).toEqual([TAB]);
    await pause(SITE, 'session');
    expect(await paused.getValue()).toEqual([]);
    expect(await pausedForSession.getValue()).toEqual([SITE, TAB]);
  });

  it('takes back what is named, however long it would have lasted', async () => {
    await pause(SITE, 'until-resumed');
    await pause(TAB, 'session');
    await send('resume', [SITE, TAB]);
    expect(await paused.getValue()).toEqual([]);
    expect(await pausedForSession.getValue()).toEqual([]);
  });

  it('loses nothing when two views change it at once', async () => {
    const sites = Array.from({ length: 10 }, (_, i): Pause => ({ scope: 'site', site: `s${i}.example` }));
    await Promise.all(sites.map(site => pause(site, 'until-resumed')));
    expect(await paused.getValue()).toHaveLength(10);
  });

  it('tells the open tabs at once, each its own', async () => {
    await pause(SITE, 'until-resumed');
    await vi.waitFor(() =>
      expect(told().slice(-2)).toEqual([
        [7, true],
        [8, false],
      ]),
    );
  });

  it('answers a page that asks to be read', async () => {
    await pause(TAB, 'session');
    expect(await isReadingPaused(SCRIPT)).toBe(true);
    expect(await isReadingPaused({ ...SCRIPT, tab: { id: 8 } })).toBe(false);
  });

  it('takes nothing from a content script, and nothing that is no pause', async () => {
    expect((await pause({ scope: 'everywhere' }, 'until-resumed', SCRIPT)).err).toBeDefined();
    expect((await send('resume', [SITE], SCRIPT)).err).toBeDefined();
    expect((await pause({ scope: 'site' } as never, 'session')).err).toBeDefined();
    expect(await paused.getValue()).toEqual([]);
  });
});
