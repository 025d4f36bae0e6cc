import { expect, it } from 'vitest';
import { singleKeys } from './settings';
import { followSingleKeys, hasSingleKeys } from './single-keys';

it('has single keys until the reader switches them off, now or later', async () => {
  expect(hasSingleKeys()).toBe(true);
  await singleKeys.setValue(false);
  await followSingleKeys();
  expect(hasSingleKeys()).toBe(false);
  await singleKeys.setValue(true);
  expect(hasSingleKeys()).toBe(true);
});
