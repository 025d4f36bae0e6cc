/** Puts the bundled pack together from the files in data/. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Claim, Pack, PackInfo } from '../lib/reading/types.ts';

const folder = join(import.meta.dirname, '../data');
const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

/** The bundled pack, whole. A test holds it against data/pack.schema.json. */
export function readBundledPack(): Pack {
  const themes = readdirSync(join(folder, 'claims')).filter(file => file.endsWith('.json'));
  return {
    pack: { ...json<PackInfo>('pack.json'), lexicon: json('lexicon.json') },
    sources: json('sources.json'),
    entities: json('entities.json'),
    claims: themes
      .sort()
      .flatMap(file => json<Claim[]>('claims', file).map(claim => ({ ...claim, theme: basename(file, '.json') }))),
  };
}
