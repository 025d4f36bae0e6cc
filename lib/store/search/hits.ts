/** Makes what was found ready to be shown: the records of the best hits, and the places of the words that matched. */
import type {
  ClaimHit,
  EntityHit,
  Group,
  Marked,
  NoteHit,
  SearchResults,
  SourceHit,
  VersionHit,
} from '../../lookup.ts';
import { fold } from '../../reading/text.ts';
import type { Claim, Entity, Version } from '../../reading/types.ts';
import type { Library } from '../library.ts';
import type { Found, FoundVersion } from './find.ts';
import { idIn, namesOf, type WordHit } from './search-index.ts';
import { placesOf, wordsOf } from './words.ts';

/** How much of a long note is shown, in characters, and how much of it stands before the first word that matched. */
const EXCERPT = 240;
const BEFORE = 60;

const marked = (text: string, terms: readonly string[]): Marked => ({ text, marks: placesOf(text, new Set(terms)) });

/** The part of a long text around its first mark. */
function excerpt({ text, marks }: Marked): Marked {
  if (text.length <= EXCERPT) return { text, marks };
  const wanted = Math.max(0, (marks[0]?.start ?? 0) - BEFORE);
  // Not in the middle of a word.
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const end = Math.min(text.length, start + EXCERPT);
  const shift = start === 0 ? 0 : 1 - start;
  return {
    text: `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter(mark => mark.start >= start && mark.end <= end)
      .map(mark => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

/** The places of a version's own figure words in its text are marked too. */
function markedVersion({ text, surface }: Version, terms: readonly string[]): Marked {
  const found = marked(text, terms);
  const at = surface ? text.indexOf(surface) : -1;
  if (at < 0 || !surface) return found;
  const end = at + surface.length;
  const others = found.marks.filter(mark => mark.end <= at || mark.start >= end);
  return { text, marks: [...others, { start: at, end }].sort((a, b) => a.start - b.start) };
}

/** The version that has the most of the words; the first of those. */
function bestVersion(versions: readonly Version[], terms: readonly string[]): Version | undefined {
  const wanted = new Set(terms);
  const count = ({ text, surface, scope }: Version) =>
    new Set(
      wordsOf(`${text} ${surface ?? ''} ${scope?.label ?? ''}`).flatMap(({ form }) => (wanted.has(form) ? form : [])),
    ).size;
  return versions.reduce<Version | undefined>(
    (best, one) => (!best || count(one) > count(best) ? one : best),
    undefined,
  );
}

function claimHit(claim: Claim, terms: readonly string[]): ClaimHit {
  const question = marked(claim.question, terms);
  const inQuestion = new Set(wordsOf(claim.question).map(({ form }) => form));
  const others = terms.filter(term => !inQuestion.has(term));
  const best = others.length > 0 ? bestVersion(claim.versions, others) : undefined;
  const says = best && marked(best.text, others);
  return { claim, question, says: says && says.marks.length > 0 ? says : null };
}

/** How many of the best entities are looked at to put an exact name first. */
const ENTITIES_READ = 40;

/** An entity that is named just as the query says comes before those that only share its words. */
async function entityGroup(library: Library, found: readonly WordHit[], query: string, limit: number) {
  const wanted = fold(query.trim());
  const isExact = ({ entity }: { entity: Entity }) => namesOf(entity).some(name => fold(name) === wanted);
  const read = await inOrder(
    found.slice(0, Math.max(limit, ENTITIES_READ)),
    idIn,
    ids => library.entities(ids),
    (entity, { terms }) => ({ entity, terms }),
  );
  const ranked = [...read.filter(isExact), ...read.filter(one => !isExact(one))];
  return { hits: ranked.slice(0, limit).map(({ entity, terms }) => entityHit(entity, terms)), total: found.length };
}

function entityHit(entity: Entity, terms: readonly string[]): EntityHit {
  const name = marked(entity.name, terms);
  const others = name.marks.length > 0 ? [] : namesOf(entity).map(one => marked(one, terms));
  const [alias] = others.filter(({ marks }) => marks.length > 0).sort((a, b) => b.marks.length - a.marks.length);
  return { entity, name, alias: alias ?? null, role: marked(entity.role, terms) };
}

/** Reads the records of hits and keeps the order; a record that has gone meanwhile is left out. */
async function inOrder<H, R extends { id: string }, T>(
  hits: readonly H[],
  idOf: (hit: H) => string,
  read: (ids: string[]) => Promise<R[]>,
  make: (row: R, hit: H) => T | null,
): Promise<T[]> {
  if (hits.length === 0) return [];
  const rows = new Map((await read([...new Set(hits.map(idOf))])).map(row => [row.id, row]));
  return hits.flatMap(hit => {
    const row = rows.get(idOf(hit));
    return (row && make(row, hit)) ?? [];
  });
}

async function versionHits(library: Library, found: readonly FoundVersion[]): Promise<VersionHit[]> {
  const chosen = await inOrder(
    found,
    hit => hit.claim,
    ids => library.claims(ids),
    (claim, { version: id, terms }) => {
      const version = id ? claim.versions.find(one => one.id === id) : bestVersion(claim.versions, terms);
      return version
        ? { claim, version, says: id ? markedVersion(version, terms) : marked(version.text, terms) }
        : null;
    },
  );
  return inOrder(
    chosen,
    hit => hit.version.source,
    ids => library.sources(ids),
    (source, hit) => ({ ...hit, source }),
  );
}

/** The best hits of each kind, at most `limit`, with their records. */
export async function hitsOf(library: Library, found: Found, query: string, limit: number): Promise<SearchResults> {
  const best = <H>(hits: readonly H[]) => hits.slice(0, limit);
  const group = <T>(hits: T[], all: readonly unknown[]): Group<T> => ({ hits, total: all.length });
  const [entities, claims, versions, sources, notes] = await Promise.all([
    entityGroup(library, found.entities, query, limit),
    inOrder(
      best(found.claims),
      idIn,
      ids => library.claims(ids),
      (claim, hit) => claimHit(claim, hit.terms),
    ),
    versionHits(library, best(found.versions)),
    inOrder(
      best(found.sources),
      idIn,
      ids => library.sources(ids),
      (source, { terms }): SourceHit => ({
        source,
        title: marked(source.title, terms),
      }),
    ),
    inOrder(
      best(found.notes),
      idIn,
      ids => library.notes(ids),
      (note, { terms }): NoteHit => ({
        note,
        text: excerpt(marked(note.text, terms)),
      }),
    ),
  ]);
  return {
    entities,
    claims: group(claims, found.claims),
    versions: group(versions, found.versions),
    sources: group(sources, found.sources),
    notes: group(notes, found.notes),
    whole: found.whole,
  };
}
