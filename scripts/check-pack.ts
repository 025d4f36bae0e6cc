/** Checks a pack: its form by the JSON Schema, and what a schema cannot say: references, uniqueness, intervals. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { fold } from '../lib/reading/text.ts';
import type { Claim, Pack } from '../lib/reading/types.ts';

const schema: Schema = JSON.parse(readFileSync(join(import.meta.dirname, '../data/pack.schema.json'), 'utf8'));
// All errors, not only the first; `$ref` steps in between say nothing to an author.
const validator = new Validator(schema, '2020-12', false);

/** What is wrong with a pack, each with its place; an empty list when nothing is. */
export function checkPack(value: unknown): string[] {
  const { valid, errors } = validator.validate(value);
  if (!valid)
    return errors
      .filter(({ keyword }) => !['$ref', 'properties', 'items', 'anyOf'].includes(keyword))
      .map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
  const pack = value as Pack;
  return [...checkIds(pack), ...checkNames(pack), ...pack.claims.flatMap(claim => checkClaim(claim, pack))];
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter(value => seen.has(value) || !seen.add(value));
}

function checkIds({ pack, sources, entities, claims }: Pack): string[] {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const known = new Set(ids(entities));
  return [
    ...repeated(ids(sources)).map(id => `source ${id}: the id stands twice`),
    ...repeated(ids(entities)).map(id => `entity ${id}: the id stands twice`),
    ...repeated(ids(claims)).map(id => `claim ${id}: the id stands twice`),
    ...repeated(ids(claims.flatMap(claim => claim.versions))).map(id => `version ${id}: the id stands twice`),
    ...(pack.triggers ?? []).filter(id => !known.has(id)).map(id => `pack: the trigger ${id} is no entity`),
    ...entities
      .filter(({ standsFor }) => standsFor && !known.has(standsFor))
      .map(({ id, standsFor }) => `entity ${id}: stands for the unknown ${standsFor}`),
  ];
}

/** No name may point to two entities: a reader would be shown one of them by chance. */
function checkNames({ entities }: Pack): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const { id, name, names, shortNames, adjectives } of entities)
    for (const written of new Set([name, ...names, ...(shortNames ?? []), ...(adjectives ?? [])].map(fold))) {
      const owner = owners.get(written);
      if (owner) problems.push(`entity ${id}: the name "${written}" belongs to ${owner} too`);
      owners.set(written, id);
    }
  return problems;
}

function checkClaim(claim: Claim, { pack, sources, entities }: Pack): string[] {
  const problems: string[] = [];
  const wrong = (what: string) => problems.push(`claim ${claim.id}: ${what}`);
  const isEntity = new Set(entities.map(({ id }) => id));
  const isSource = new Set(sources.map(({ id }) => id));
  for (const id of claim.about) if (!isEntity.has(id)) wrong(`is about the unknown entity ${id}`);
  const { need, ways = [], context = [], not = [] } = claim.cues ?? { need: [] };
  const valueTerms = (claim.values ?? []).flatMap(value => [...value.need.flat(), ...(value.not ?? [])]);
  for (const term of [...need.flat(), ...ways.flat(2), ...context.flat(), ...not, ...valueTerms]) {
    if (term.startsWith('@') && !isEntity.has(term.slice(1))) wrong(`the cue ${term} names no entity`);
    if (term.startsWith('#') && !pack.lexicon?.[term.slice(1)]) wrong(`the cue ${term} names no entry of the lexicon`);
  }
  if (claim.kind === 'figure' && !claim.measure) wrong('is a figure claim without a measure');
  if (claim.kind === 'status' && !claim.values) wrong('is a status claim without values');
  if (claim.cues && need.length === 0 && !claim.values?.every(value => value.need.length > 0))
    wrong('has no cue that calls it up');
  const isStatus = new Set(claim.values?.map(({ id }) => id));
  for (const version of claim.versions) {
    const here = `version ${version.id}`;
    if (!isSource.has(version.source)) wrong(`${here} has the unknown source ${version.source}`);
    const { low, high } = version.value ?? { low: null, high: null };
    if (claim.kind === 'figure' && low === null && high === null) wrong(`${here} is a figure without a value`);
    if (low !== null && high !== null && low > high) wrong(`${here} has low above high`);
    if (claim.kind === 'figure' && !version.surface) wrong(`${here} is a figure without its surface`);
    if (version.status && !isStatus.has(version.status)) wrong(`${here} has the unknown status ${version.status}`);
    const { from, to } = version.period ?? { from: null, to: null };
    if (from && to && from.slice(0, to.length) > to) wrong(`${here} has a period that ends before it begins`);
  }
  return problems;
}
