import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Told } from './messaging';
import { followOpenPage, type OpenPage } from './open-page';

type Listener<T extends unknown[]> = (...told: T) => unknown;
const event = <T extends unknown[]>() => {
  const listeners = new Set<Listener<T>>();
  return {
    addListener: (listener: Listener<T>) => void listeners.add(listener),
    removeListener: (listener: Listener<T>) => void listeners.delete(listener),
    fire: (...told: T) => Promise.all([...listeners].map(listener => listener(...told))),
    listeners,
  };
};

const OVERVIEW: Told = { overview: { state: 'done', stored: true, statements: [] } };
let front = { id: 7, windowId: 1, url: 'https://news.example:8080/a', incognito: false };
let granted = true;
let ports: ReturnType<typeof makePort>[];
let pages: OpenPage[];
let stop: AbortController;
const onActivated = event<[{ windowId: number }]>();
const onUpdated = event<[number, { status?: string; url?: string }]>();
const contains = vi.fn(async () => granted);

const makePort = (tab: number) => ({
  tab,
  disconnect: vi.fn(),
  onMessage: event<[Told]>(),
  onDisconnect: event<[]>(),
});
const last = () => pages.at(-1);
const port = () => ports.at(-1) as ReturnType<typeof makePort>;
const connected = (count: number) => vi.waitFor(() => expect(ports).toHaveLength(count));

beforeEach(async () => {
  front = { ...front, id: 7, url: 'https://news.example:8080/a' };
  granted = true;
  ports = [];
  pages = [];
  stop = new AbortController();
  Object.assign(fakeBrowser.tabs, {
    query: async () => [front],
    connect: (tab: number) => {
      ports.push(makePort(tab));
      return port();
    },
    onActivated,
    onUpdated,
  });
  Object.assign(fakeBrowser, { permissions: { contains, onAdded: event() } });
  followOpenPage(page => pages.push(page), stop.signal);
  await connected(1);
});
afterEach(() => stop.abort());

describe('the page in front', () => {
  it('tells what is marked, and then what is on screen', async () => {
    await port().onMessage.fire(OVERVIEW);
    await port().onMessage.fire({ inView: ['a1'] });
    expect(last()).toMatchObject({ ...OVERVIEW, inView: ['a1'], why: null, tab: { id: 7 } });
  });

  it('is another one when the tab in front changes, but not for another window', async () => {
    await port().onMessage.fire(OVERVIEW);
    await onActivated.fire({ windowId: 2 });
    expect(ports).toHaveLength(1);
    front = { ...front, id: 8 };
    await onActivated.fire({ windowId: 1 });
    await connected(2);
    expect(ports[0]?.disconnect).toHaveBeenCalledOnce();
    expect(last()).toMatchObject({ tab: { id: 8 }, overview: null });
    // A late word of the page before is not this page's.
    await ports[0]?.onMessage.fire(OVERVIEW);
    expect(last()?.overview).toBeNull();
  });

  it('is asked anew when it has gone to another address, and not within one page', async () => {
    await port().onMessage.fire(OVERVIEW);
    await onUpdated.fire(7, { url: 'https://news.example:8080/b' });
    expect(last()).toMatchObject({ ...OVERVIEW, tab: { url: 'https://news.example:8080/b' } });
    await onUpdated.fire(7, { status: 'complete' });
    expect(ports).toHaveLength(1);
    await port().onDisconnect.fire();
    expect(last()?.overview).toBeNull();
    await onUpdated.fire(7, { status: 'complete' });
    await connected(2);
  });

  it('says why nobody answers', async () => {
    granted = false;
    await port().onDisconnect.fire();
    expect(contains).toHaveBeenLastCalledWith({ origins: ['https://news.example/*'] });
    expect(last()?.why).toBe('not-granted');
  });

  it('is asked a few times, because its script comes a moment later', async () => {
    vi.useFakeTimers();
    for (let asked = 1; asked <= 6; asked++) {
      expect(ports).toHaveLength(asked);
      expect(last()?.why).toBeNull();
      await port().onDisconnect.fire();
      await vi.runAllTimersAsync();
    }
    vi.useRealTimers();
    expect(ports).toHaveLength(6);
    expect(last()?.why).toBe('not-loaded');
  });

  it('is left alone in the end', async () => {
    stop.abort();
    expect(port().disconnect).toHaveBeenCalledOnce();
    expect(onActivated.listeners.size + onUpdated.listeners.size).toBe(0);
  });
});
