import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { packsOff, themesOff } from '@/lib/settings';
import { readShown } from './shown';

beforeEach(() => fakeBrowser.reset());

const FIGURE = { kind: 'figure', theme: 'aid', packId: 'own' } as const;

describe('what is marked', () => {
  it('is all figures and facts at first, and no positions', async () => {
    const shown = await readShown();
    expect(shown.has(FIGURE)).toBe(true);
    expect(shown.has({ ...FIGURE, kind: 'position' })).toBe(false);
  });

  it('is nothing of a theme or a pack that is switched off', async () => {
    await themesOff.setValue(['war', 'aid']);
    expect((await readShown()).has(FIGURE)).toBe(false);
    expect((await readShown()).has({ ...FIGURE, theme: 'rights' })).toBe(true);
    expect((await readShown()).has({ kind: 'figure' })).toBe(true);
    await themesOff.setValue([]);
    await packsOff.setValue(['own']);
    expect((await readShown()).has(FIGURE)).toBe(false);
    expect((await readShown()).has({ ...FIGURE, packId: 'other' })).toBe(true);
  });
});
