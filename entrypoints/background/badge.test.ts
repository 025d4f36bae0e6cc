import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setUpBadge } from './badge';

const action = { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setTitle: vi.fn() };

/** Sends `showCount` as a page's content script in that tab would. */
async function showCount(count: number, tab: { id: number } | undefined) {
  const message = { id: 1, type: 'showCount', data: count, timestamp: 0 };
  await fakeBrowser.runtime.onMessage.trigger(message, { tab } as never, () => {});
}

beforeAll(() => {
  Object.assign(fakeBrowser.action, action);
  setUpBadge();
});
beforeEach(() => {
  vi.clearAllMocks();
});

describe('the badge', () => {
  it('shows the count on the sender’s tab', async () => {
    await showCount(4, { id: 7 });
    expect(action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '4' });
    expect(action.setTitle).toHaveBeenCalledWith({ tabId: 7, title: 'Daftar: 4 compared here' });
  });

  it('is empty for none', async () => {
    await showCount(0, { id: 7 });
    expect(action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '' });
    expect(action.setTitle).toHaveBeenCalledWith({ tabId: 7, title: 'Daftar' });
  });

  it('stays as it is when no tab sent the count', async () => {
    await showCount(4, undefined);
    expect(action.setBadgeText).not.toHaveBeenCalled();
  });
});
