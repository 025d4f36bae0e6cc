import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updatedTo } from '@/lib/settings';
import { welcome } from './installed';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.2.0' } as never);
});

const tabs = async () => (await fakeBrowser.tabs.query({})).map(({ url }) => url);

it('welcomes once, at the installation', async () => {
  await welcome({ reason: 'install' });
  expect((await tabs()).filter(url => url?.endsWith('/welcome.html'))).toHaveLength(1);
  expect(await updatedTo.getValue()).toBeNull();
});

it.each([
  ['an update', 'update', '0.1.0', '0.2.0'],
  ['a reload of the same version', 'update', '0.2.0', null],
  ['an update of the browser', 'browser_update', undefined, null],
])('opens no tab after %s', async (_, reason, previousVersion, told) => {
  const before = await tabs();
  await welcome({ reason, previousVersion });
  expect(await tabs()).toEqual(before);
  expect(await updatedTo.getValue()).toBe(told);
});
