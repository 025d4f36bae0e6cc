/** Finds the pack's entities in a text: all names of all entities in one pass, longest first. */

import { isNamesake, isShouted } from './namesakes.ts';
import { type Token, tokenize } from './text.ts';
import { buildTrie, findInTrie, type Trie, type TrieHit, valuesOf } from './trie.ts';
import type { Entity, EntityKind, Span } from './types.ts';

/** How a mention points to its entity: by a name, by a surname or an ambiguous abbreviation, or by an adjective ("Afghan"). */
export type MentionWay = 'name' | 'short' | 'adjective';

export interface EntityMention extends Span {
  entity: string;
  /** Where the entity stands in the index's `entityIds`. */
  position: number;
  way: MentionWay;
  /** Positions of the entities whose names stand inside this longer one ("war in Afghanistan"). */
  inner: number[];
}

/** The compiled names: plain data that can be stored as it is. */
export interface NameIndex {
  entityIds: string[];
  kinds: EntityKind[];
  /** Entity that each one stands for in news language ("Tehran" for Iran), by position; -1 where none. */
  standsFor: Int32Array;
  trie: Trie;
  /** By value of the trie: the entity's position, the way, and how it must be written. */
  owners: Uint32Array;
  ways: Uint8Array;
  cases: Case[];
}

const WAYS: MentionWay[] = ['name', 'short', 'adjective'];

/** Words at the end of a longer name that news prints in small letters as well ("Kandahar province"). */
const GENERIC = new Set(
  (
    'province provinces district city river treaty agreement deal accord conference network movement crossing border gate pipeline ' +
    'project canal corridor committee airport airbase airfield base palace group community states countries nations governments ' +
    'powers donors capitals neighbours neighbors policymakers talks negotiations dialogue war attacks attack strikes airstrikes ' +
    'shooting freeze withdrawal program programme board agency office regime government program report line union'
  ).split(' '),
);

/** Surnames that come first, as in "Xi Jinping": not a full list, but most of those in the news. */
const SURNAME_FIRST = new Set(
  'xi wang mao li zhang zhao liu chen yang wu xu sun zhu hu guo lin luo qin liang song zheng yue ding peng cai'.split(
    ' ',
  ),
);

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const plainDashes = (text: string) => text.replace(/[‐-―−]/g, '-').toLowerCase();

/**
 * How a name must be written in the text: an abbreviation in capitals, a name with digits with just its own signs ("9/11"
 * is not 9.11), any other with a capital wherever the name has one ("an Islamic state" is not the Islamic State).
 */
type Case =
  | { kind: 'letters'; letters: string }
  | { kind: 'exact'; text: string }
  | { kind: 'initials'; initials: string };

function requiredCase(name: string, tokens: readonly Token[]): Case {
  const plain = letters(name);
  if (/\d/.test(name)) return { kind: 'exact', text: plainDashes(name) };
  if (plain.length > 1 && plain === plain.toUpperCase() && plain !== plain.toLowerCase())
    return { kind: 'letters', letters: plain };
  const initials = tokens
    .map(({ start, form }, i) => (i > 0 && GENERIC.has(form) ? form.charAt(0) : name.charAt(start)))
    .join('');
  return { kind: 'initials', initials };
}

function caseFits(required: Case, text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const start = (tokens[from] as Token).start;
  const slice = text.slice(start, (tokens[to - 1] as Token).end);
  if (required.kind === 'exact') return plainDashes(slice) === required.text;
  if (required.kind === 'letters') return letters(slice).startsWith(required.letters);
  for (let i = from; i < to; i++) {
    const wanted = required.initials[i - from] ?? '';
    // The token's form is the name's already: only the capital is asked for, whatever its diacritics ("Ḥelmand").
    const written = text.charAt((tokens[i] as Token).start);
    if (wanted !== wanted.toLowerCase() && written === written.toLowerCase()) return false;
  }
  return true;
}

const isSurnameFirst = (parts: readonly string[]) =>
  parts.length === 2 && SURNAME_FIRST.has((parts[0] ?? '').toLowerCase());

/** The surname of a person's full name; empty where the name is one word, or too short to stand alone. */
function surnameOf(name: string): string {
  const parts = name.split(/\s+/);
  if (parts.length < 2) return '';
  if (isSurnameFirst(parts)) return parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  return last.length > 2 ? last : '';
}

/** Compiles all names, adjectives and (for persons) surnames of `entities`. */
export function compileNames(entities: readonly Entity[]): NameIndex {
  const positions = new Map(entities.map((entity, i) => [entity.id, i]));
  const entries: { tokens: string[]; value: number }[] = [];
  const owners: number[] = [];
  const ways: number[] = [];
  const cases: Case[] = [];
  const add = (name: string, owner: number, way: MentionWay, plural: boolean) => {
    const parts = tokenize(name);
    const tokens = parts.map(token => token.form);
    const value = owners.length;
    owners.push(owner);
    ways.push(WAYS.indexOf(way));
    cases.push(requiredCase(name, parts));
    entries.push({ tokens, value });
    const last = tokens.at(-1);
    if (plural && last && !last.endsWith('s')) entries.push({ tokens: [...tokens.slice(0, -1), `${last}s`], value });
  };
  entities.forEach((entity, owner) => {
    const names = [entity.name, ...entity.names];
    for (const name of names) add(name, owner, 'name', entity.kind !== 'person');
    for (const adjective of entity.adjectives ?? []) add(adjective, owner, 'adjective', false);
    for (const name of entity.shortNames ?? []) add(name, owner, 'short', false);
    if (entity.kind === 'person') {
      for (const surname of new Set(names.map(surnameOf))) if (surname) add(surname, owner, 'short', false);
    }
  });
  return {
    entityIds: entities.map(entity => entity.id),
    kinds: entities.map(entity => entity.kind),
    standsFor: Int32Array.from(entities, entity => positions.get(entity.standsFor ?? '') ?? -1),
    trie: buildTrie(entries),
    owners: Uint32Array.from(owners),
    ways: Uint8Array.from(ways),
    cases,
  };
}

/** Was `entity` named in full after `other`? A set keeps the order in which its members were put in. */
function isLater(known: ReadonlySet<string>, entity: string, other: string): boolean {
  for (const id of known) {
    if (id === entity) return false;
    if (id === other) return true;
  }
  return false;
}

/** A text with the names of the index that may stand in it, whatever their case. */
interface Looked {
  index: NameIndex;
  text: string;
  tokens: readonly Token[];
  hits: readonly TrieHit[];
}

/**
 * The entities named in full or by an adjective inside the longer name of entity `own` over tokens `from` to `to`.
 * @param next number of the first hit that begins behind token `from`
 */
function namesInside(
  { index, text, tokens, hits }: Looked,
  { from, to, own }: { from: number; to: number; own: number },
  next: number,
): number[] {
  const inside = new Set<number>();
  // Shorter names from the same token stand before `next`, all others behind it.
  let first = next;
  while (first > 0 && hits[first - 1]?.from === from) first--;
  for (let i = first; i < hits.length && (hits[i] as TrieHit).from < to; i++) {
    const hit = hits[i] as TrieHit;
    if (hit.to > to) continue;
    for (const value of valuesOf(index.trie, hit)) {
      const position = index.owners[value] as number;
      if (position === own || WAYS[index.ways[value] as number] === 'short') continue;
      if (caseFits(index.cases[value] as Case, text, tokens, hit.from, hit.to)) inside.add(position);
    }
  }
  return [...inside];
}

/**
 * Finds all mentions in `text`, in order, without overlaps, the longest first where several names start at one word.
 * @param tokens the tokens of `text`, given so that they are made only once
 * @param known entities whose full name has stood on the page before; their surnames and ambiguous abbreviations alone are mentions, and the set
 *   takes in what this text names in full
 */
export function findEntities(
  index: NameIndex,
  text: string,
  tokens: readonly Token[],
  known: Set<string> = new Set(),
): EntityMention[] {
  const hits = findInTrie(
    index.trie,
    tokens.map(token => token.form),
  );
  const mentions: EntityMention[] = [];
  let next = 0;
  let i = 0;
  while (i < hits.length) {
    const from = hits[i]?.from as number;
    let best: EntityMention | null = null;
    let bestTo = 0;
    // All entries that start at this token; the last fitting one is the longest.
    for (; i < hits.length && hits[i]?.from === from; i++) {
      const hit = hits[i] as (typeof hits)[number];
      if (from < next) continue;
      const start = (tokens[hit.from] as Token).start;
      const end = (tokens[hit.to - 1] as Token).end;
      for (const value of valuesOf(index.trie, hit)) {
        const position = index.owners[value] as number;
        const entity = index.entityIds[position] as string;
        const way = WAYS[index.ways[value] as number] as MentionWay;
        if (!caseFits(index.cases[value] as Case, text, tokens, hit.from, hit.to)) continue;
        if (way === 'short' && !known.has(entity)) continue;
        // A full name beats a surname or an adjective of the same length, and of two known persons the one named last.
        if (best && bestTo === hit.to && best.way === 'name') continue;
        if (
          best &&
          bestTo === hit.to &&
          way === 'short' &&
          best.way === 'short' &&
          !isLater(known, entity, best.entity)
        )
          continue;
        best = { start, end, entity, position, way, inner: [] };
        bestTo = hit.to;
      }
    }
    if (!best) continue;
    next = bestTo;
    const kind = index.kinds[best.position] as EntityKind;
    const first = (tokens[from] as Token).form;
    const single = bestTo === from + 1;
    const surnameFirst = best.way === 'short' && kind === 'person' && SURNAME_FIRST.has(first);
    const named = { id: best.entity, kind, single, surnameFirst };
    if (isNamesake(text, best, tokens[bestTo]?.form, named) || isShouted(text, best)) continue;
    if (best.way === 'name') {
      // Put in anew, so that the order tells who was named last.
      known.delete(best.entity);
      known.add(best.entity);
    }
    if (!single) best.inner = namesInside({ index, text, tokens, hits }, { from, to: bestTo, own: best.position }, i);
    // The last point of an abbreviation ("U.S.") is part of the name.
    if (text[best.end] === '.' && /\.\p{L}$/u.test(text.slice(best.end - 2, best.end))) best.end++;
    mentions.push(best);
  }
  return mentions;
}
