import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Hidden, makeHidden } from '@/lib/hidden';
import { hidden } from '@/lib/settings';
import { setUpHiding } from './hiding';

const entry = (claim: string): Hidden =>
  makeHidden({ claim, question: `What of ${claim}?`, sentence: 'A sentence.' }, 'sentence', 'https://news.example/a');

/** Sends a message as a page in that tab would, and gives the answer. */
async function send(type: 'hide' | 'unhide', data: Hidden, tab = { incognito: false }): Promise<unknown> {
  const message = { id: 1, type, data, timestamp: 0 };
  const answer = await new Promise(resolve => {
    void fakeBrowser.runtime.onMessage.trigger(message, { tab } as never, resolve);
  });
  return (answer as { res: unknown }).res;
}

beforeAll(setUpHiding);
beforeEach(() => hidden.removeValue());

describe('hiding', () => {
  it('is remembered and taken back', async () => {
    expect(await send('hide', entry('aid'))).toBe(true);
    await send('hide', entry('returns'));
    await send('unhide', entry('aid'));
    expect(await hidden.getValue()).toEqual([entry('returns')]);
  });

  it('loses nothing when several pages hide at once', async () => {
    const claims = Array.from({ length: 20 }, (_, i) => `claim-${i}`);
    await Promise.all(claims.map(claim => send('hide', entry(claim))));
    expect((await hidden.getValue()).map(({ claim }) => claim).sort()).toEqual(claims.sort());
  });

  it('of a private window is not remembered', async () => {
    expect(await send('hide', entry('aid'), { incognito: true })).toBe(false);
    expect(await hidden.getValue()).toEqual([]);
  });
});
