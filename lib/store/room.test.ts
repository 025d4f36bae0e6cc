import { afterEach, describe, expect, it, vi } from 'vitest';
import { askToPersist, readRoom } from './room';

const MB = 1024 * 1024;

afterEach(() => vi.unstubAllGlobals());

const stubStorage = (storage: object | undefined) => vi.stubGlobal('navigator', { storage });

describe('readRoom', () => {
  it.each([
    ['plenty', 10 * MB, 10_000 * MB, false],
    ['little left', 850 * MB, 1049 * MB, true],
    ['a large share used', 8100 * MB, 10_000 * MB, true],
  ])('tells of %s', async (_, usage, quota, low) => {
    stubStorage({ estimate: async () => ({ usage, quota }), persisted: async () => true });
    expect(await readRoom()).toEqual({ used: usage, quota, low, persisted: true });
  });

  it.each([
    ['no storage manager', undefined],
    ['no numbers', { estimate: async () => ({}), persisted: async () => false }],
  ])('gives null for %s', async (_, storage) => {
    stubStorage(storage);
    expect(await readRoom()).toBeNull();
  });
});

describe('askToPersist', () => {
  it('asks once, and not where it is promised already', async () => {
    const persist = vi.fn(async () => true);
    stubStorage({ persisted: async () => false, persist });
    expect(await askToPersist()).toBe(true);
    stubStorage({ persisted: async () => true, persist });
    expect(await askToPersist()).toBe(true);
    expect(persist).toHaveBeenCalledOnce();
  });

  it('does nothing in a worker, which cannot ask', async () => {
    stubStorage({ persisted: async () => false });
    expect(await askToPersist()).toBe(false);
  });
});
