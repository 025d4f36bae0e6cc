import { afterEach, expect, it } from 'vitest';
import { NO_TIES } from '@/lib/notes';
import { DaftarDatabase } from './db';
import { readNotedSites } from './noted-sites';

const db = new DaftarDatabase('noted-sites');
afterEach(() => db.delete());

it('lists the site of each page with notes once', async () => {
  const addresses = ['https://www.news.example/a', 'https://news.example/b', 'https://other.example/a', null];
  await db.notes.bulkAdd(
    addresses.map((address, i) => ({
      id: `note-${i}`,
      text: '',
      tags: [],
      ties: { ...NO_TIES, page: address === null ? null : { address, title: '', published: null } },
      made: '2026-01-01T00:00:00.000Z',
      changed: '2026-01-01T00:00:00.000Z',
      revision: 1,
      deleted: null,
    })),
  );
  expect(await readNotedSites(db)).toEqual(['news.example', 'other.example']);
});
