import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Pack } from '@/lib/reading/types';
import { triggers } from '@/lib/settings';

/** The pack that the extension's own file holds; null for a file that cannot be read. */
let bundled: Pack | null;
const fetched = vi.fn();

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  fakeBrowser.reset();
  fetched.mockReset();
  fakeBrowser.runtime.getURL = path => `chrome-extension://daftar${path}`;
  bundled = SAMPLE_PACK;
  vi.stubGlobal('fetch', async (address: string) => {
    fetched(address);
    return { ok: bundled !== null, status: 404, json: async () => structuredClone(bundled) };
  });
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('daftar');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
});

/** The module as a worker sees it that has just begun to live. */
async function wake() {
  vi.resetModules();
  return import('./store');
}

/** Makes every attempt to open a database fail, as a browser does that is told to keep nothing. */
function breakDatabase() {
  return vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied it.', 'InvalidStateError');
  });
}

describe('seed', () => {
  it('puts the bundled pack into the database and makes its trigger words known', async () => {
    const { seed, getStore } = await wake();
    await seed();
    expect(await triggers.getValue()).toEqual(['afghan', 'afghanistan', 'afghans', 'taleban', 'taliban']);
    expect((await getStore()).stored).toBe(true);
  });

  it('reads the extension’s own file, and only that', async () => {
    await (await wake()).seed();
    expect(fetched.mock.calls).toEqual([['chrome-extension://daftar/pack.json']]);
  });

  it('is done once when it is asked for twice at a time', async () => {
    const { seed } = await wake();
    await Promise.all([seed(), seed()]);
    expect(fetched).toHaveBeenCalledOnce();
  });

  it('brings a newer pack to a store that is open already', async () => {
    const { seed, getStore } = await wake();
    await seed();
    await getStore();
    bundled = { ...SAMPLE_PACK, pack: { ...SAMPLE_PACK.pack, version: 2 }, claims: [] };
    await seed();
    expect((await getStore()).compiled.claims.claims).toEqual([]);
  });

  it('makes trigger words known without a database too', async () => {
    breakDatabase();
    await (await wake()).seed();
    expect(await triggers.getValue()).toContain('taliban');
  });
});

describe('getStore', () => {
  it('seeds an empty database first', async () => {
    const store = await (await wake()).getStore();
    expect(store.stored).toBe(true);
    expect((await store.read(['aid'], [])).claims.size).toBe(1);
  });

  it('restores the stored record when the worker wakes again, without the bundled file', async () => {
    await (await wake()).seed();
    fetched.mockReset();
    expect((await (await wake()).getStore()).stored).toBe(true);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('opens the store once for each life of the worker', async () => {
    const { seed, getStore } = await wake();
    await seed();
    const [one, other] = await Promise.all([getStore(), getStore()]);
    expect(one).toBe(other);
    expect(await getStore()).toBe(one);
  });

  it('falls back to the bundled pack when the database cannot be opened', async () => {
    breakDatabase();
    const store = await (await wake()).getStore();
    expect(store.stored).toBe(false);
    expect((await store.read(['aid'], [])).claims.size).toBe(1);
  });

  it('tries the database again after such a fall', async () => {
    const broken = breakDatabase();
    const { getStore } = await wake();
    expect((await getStore()).stored).toBe(false);
    broken.mockRestore();
    expect((await getStore()).stored).toBe(true);
  });

  it('rejects, and can be asked again, when neither the database nor the bundled file can be read', async () => {
    const broken = breakDatabase();
    bundled = null;
    const { getStore } = await wake();
    await expect(getStore()).rejects.toThrow('The bundled pack cannot be read (404).');
    broken.mockRestore();
    bundled = SAMPLE_PACK;
    expect((await getStore()).stored).toBe(true);
  });
});
