import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_TIES, type Note } from '@/lib/notes';
import { setUpPassagesWanted } from './passages-wanted';

type Sender = { id?: string; url?: string; tab?: { id: number; index: number; incognito: boolean } };
type Answer = (message: { data?: unknown; sender: Sender }) => Promise<unknown>;
const answers = vi.hoisted(() => new Map<string, Answer>());
vi.mock('@/lib/messaging', () => ({ onMessage: (type: string, answer: Answer) => answers.set(type, answer) }));

const OWN: Sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/notes.html') };
const page = { address: 'https://news.example/story', title: 'Story', published: null };
const notes = {
  get: async (id: string) => (id === 'n1' ? ({ id, ties: { ...NO_TIES, page } } as Note) : null),
};
const create = vi.fn(async () => ({ id: 9 }));
const update = vi.fn(async () => ({}));
const ask = (type: string, sender: Sender, data?: unknown) => answers.get(type)?.({ data, sender });
const inTab = (id: number): Sender => ({ url: page.address, tab: { id, index: 0, incognito: false } });

beforeEach(() => {
  vi.clearAllMocks();
  void fakeBrowser.storage.session.clear();
  Object.assign(fakeBrowser.tabs, { create, update });
  setUpPassagesWanted(() => notes);
});

it('tells the tab that was opened for a passage which one, once', async () => {
  await ask('openPassage', OWN, 'n1');
  expect(update).toHaveBeenCalledExactlyOnceWith(9, { url: page.address });
  expect(await ask('passageWanted', inTab(8))).toBeNull();
  expect(await ask('passageWanted', inTab(9))).toBe('n1');
  expect(await ask('passageWanted', inTab(9))).toBeNull();
});

it('opens nothing for a web page, nor for a note that is not there', async () => {
  await expect(ask('openPassage', inTab(9), 'n1')).rejects.toThrow('own pages');
  await ask('openPassage', OWN, 'gone');
  expect(create).not.toHaveBeenCalled();
});
