import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { SAMPLE_PACK } from '@/lib/reading/sample-pack';
import { DaftarDatabase } from './db';
import { readPackFacts } from './pack-facts';
import { putPack } from './packs';

const db = new DaftarDatabase('pack-facts');
afterEach(() => db.delete());

it('counts the claims of each pack and theme', async () => {
  const [first, ...others] = SAMPLE_PACK.claims;
  if (!first) throw new Error('The sample has no claim.');
  const claims = [{ ...first, theme: 'water' }, ...others.map(claim => ({ ...claim, theme: 'aid' }))];
  await putPack(db, { ...SAMPLE_PACK, claims });
  await putPack(db, { ...SAMPLE_PACK, pack: { ...SAMPLE_PACK.pack, id: 'other' }, claims: [first] });
  const facts = await readPackFacts(db);
  expect(facts.map(({ id, claims, themes }) => ({ id, claims, themes }))).toEqual(
    expect.arrayContaining([
      {
        id: SAMPLE_PACK.pack.id,
        claims: claims.length,
        themes: [
          { id: 'aid', claims: others.length },
          { id: 'water', claims: 1 },
        ],
      },
      { id: 'other', claims: 1, themes: [] },
    ]),
  );
});
