/** A pack made ready for reading: one plain record that can be stored, and restored without the pack. */
import { compileNames, type NameIndex } from './entities.ts';
import { type ClaimIndex, compileClaims } from './matching/claim-index.ts';
import type { Pack } from './types.ts';

export interface CompiledPack {
  /** Changes when the packs or the form of this record change: a stored record with another one is made anew. */
  revision: string;
  names: NameIndex;
  claims: ClaimIndex;
  /** The packs in the order of the index, with how many of its entities and claims are each one's own. */
  packs: { id: string; entities: number; claims: number }[];
  /** By claim: its question, and the ids of the entities that it is about. */
  asked: { question: string; about: string[] }[];
}

/** Counts up when the compiled form changes, so that records of an older extension version are not read. */
const FORM = 11;

/** The revision that compiling these packs would give. */
export function revisionOf(packs: readonly Pick<Pack, 'pack'>[]): string {
  return [FORM, ...packs.map(({ pack }) => `${pack.id}@${pack.version}`)].join(' ');
}

/** Compiles packs together; ids must not clash between them. */
export function compilePacks(packs: readonly Pack[]): CompiledPack {
  const names = compileNames(packs.flatMap(pack => pack.entities));
  return {
    revision: revisionOf(packs),
    names,
    claims: compileClaims(packs, names),
    packs: packs.map(({ pack, entities, claims }) => ({
      id: pack.id,
      entities: entities.length,
      claims: claims.length,
    })),
    asked: packs.flatMap(({ claims }) => claims.map(({ question, about }) => ({ question, about }))),
  };
}
