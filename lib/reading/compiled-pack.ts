/** A pack made ready for reading: one plain record that can be stored, and restored without the pack. */
import { compileNames, type NameIndex } from './entities.ts';
import { type ClaimIndex, compileClaims } from './matching/claim-index.ts';
import type { Pack } from './types.ts';

export interface CompiledPack {
  /** Changes when the packs or the form of this record change: a stored record with another one is made anew. */
  revision: string;
  names: NameIndex;
  claims: ClaimIndex;
}

/** Counts up when the compiled form changes, so that records of an older extension version are not read. */
const FORM = 8;

/** The revision that compiling these packs would give. */
export function revisionOf(packs: readonly Pick<Pack, 'pack'>[]): string {
  return [FORM, ...packs.map(({ pack }) => `${pack.id}@${pack.version}`)].join(' ');
}

/** Compiles packs together; ids must not clash between them. */
export function compilePacks(packs: readonly Pack[]): CompiledPack {
  const names = compileNames(packs.flatMap(pack => pack.entities));
  return { revision: revisionOf(packs), names, claims: compileClaims(packs, names) };
}
