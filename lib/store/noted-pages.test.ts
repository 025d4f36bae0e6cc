import { afterEach, expect, it } from 'vitest';
import { titleSum } from '@/lib/noted-pages';
import { NO_TIES } from '@/lib/notes';
import { DaftarDatabase } from './db';
import { readNotedSites, readNotedTitles } from './noted-pages';
import { makeNote } from './sample-notes';

const db = new DaftarDatabase('noted-pages');
afterEach(() => db.delete());

const HEADLINE = 'Water for the lower market, at last';

it('lists the site and the headline of each page with notes once', async () => {
  const pages = [
    ['https://www.news.example/a', HEADLINE],
    ['https://news.example/b', HEADLINE],
    ['https://other.example/a', 'Home'],
    null,
  ];
  await db.notes.bulkAdd(
    pages.map((page, i) => {
      const [address = '', title = ''] = page ?? [];
      return makeNote(`note-${i}`, { ties: { ...NO_TIES, page: page && { address, title, published: null } } });
    }),
  );
  expect(await readNotedSites(db)).toEqual(['news.example', 'other.example']);
  expect(await readNotedTitles(db)).toEqual([titleSum(HEADLINE)]);
});
