// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FOLLOW, type Overview } from '@/lib/messaging';
import { type Followers, serveFollowers } from './followers';

const OVERVIEW: Overview = { state: 'done', stored: true, statements: [] };

interface FakePort {
  name: string;
  postMessage: ReturnType<typeof vi.fn>;
  onDisconnect: { addListener(listener: (port: FakePort) => void): void };
}

let accept: (port: FakePort) => void;
let stop: AbortController;
let followers: Followers;
const inView = vi.fn(() => ['a1']);
const removeListener = vi.fn();

function connect(name = FOLLOW) {
  let leave = () => {};
  const port: FakePort = {
    name,
    postMessage: vi.fn(),
    onDisconnect: {
      addListener: listener => {
        leave = () => listener(port);
      },
    },
  };
  accept(port);
  return { told: () => port.postMessage.mock.calls.map(([message]) => message), leave: () => leave() };
}
const scroll = () => document.dispatchEvent(new Event('scroll'));

beforeEach(() => {
  vi.useFakeTimers();
  inView.mockClear();
  removeListener.mockClear();
  const addListener = (listener: typeof accept) => {
    accept = listener;
  };
  const onConnect = { addListener, removeListener };
  Object.assign(fakeBrowser.runtime, { onConnect });
  stop = new AbortController();
  followers = serveFollowers(document, () => OVERVIEW, inView, stop.signal);
});

afterEach(() => stop.abort());

describe('a page that is followed', () => {
  it('tells at once what is marked and what is on screen', () => {
    expect(connect().told()).toEqual([{ overview: OVERVIEW }, { inView: ['a1'] }]);
  });

  it('tells of scrolling at its own pace, and of changes with the overview', () => {
    const { told } = connect();
    for (let i = 0; i < 50; i++) scroll();
    vi.runAllTimers();
    expect(told().slice(2)).toEqual([{ inView: ['a1'] }]);
    followers.changed();
    followers.changed();
    vi.runAllTimers();
    expect(told().slice(3)).toEqual([{ overview: OVERVIEW }, { inView: ['a1'] }]);
  });

  it('measures nothing as long as nobody follows, or any more', () => {
    scroll();
    followers.changed();
    vi.runAllTimers();
    expect(inView).not.toHaveBeenCalled();
    const { leave, told } = connect();
    leave();
    inView.mockClear();
    scroll();
    followers.changed();
    vi.runAllTimers();
    expect(inView).not.toHaveBeenCalled();
    expect(told()).toHaveLength(2);
  });

  it('answers no other port, and none when its life has ended', () => {
    expect(connect('other').told()).toEqual([]);
    const { told } = connect();
    stop.abort();
    scroll();
    vi.runAllTimers();
    expect(told()).toHaveLength(2);
    expect(removeListener).toHaveBeenCalledWith(accept);
  });
});
