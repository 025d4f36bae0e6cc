import { describe, expect, it, vi } from 'vitest';
import type { LookupData } from '@/lib/lookup';
import { lookupOnDemand } from './lookup-on-demand';

const data = (stored: boolean): LookupData => ({
  stored,
  search: vi.fn(),
  claim: vi.fn(async () => null),
  entity: vi.fn(async () => null),
  source: vi.fn(async () => null),
});

describe('a lookup on demand', () => {
  it('is opened once, at the first question, and then tells whether it is the stored one', async () => {
    const opened = data(false);
    const open = vi.fn(async () => opened);
    const lookup = lookupOnDemand(open);
    expect(open).not.toHaveBeenCalled();
    expect(lookup.stored).toBe(true);
    await Promise.all([lookup.claim('a'), lookup.entity('b'), lookup.source('c'), lookup.search('d', 5)]);
    expect(open).toHaveBeenCalledOnce();
    expect(opened.search).toHaveBeenCalledWith('d', 5);
    expect(lookup.stored).toBe(false);
  });

  it('rejects when it cannot be opened, and is tried again', async () => {
    const open = vi.fn(async () => data(true));
    open.mockRejectedValueOnce(new Error('blocked'));
    const lookup = lookupOnDemand(open);
    await expect(lookup.claim('a')).rejects.toThrow('blocked');
    expect(await lookup.claim('a')).toBeNull();
  });
});
