/** The index of search: words by MiniSearch, figures beside them; and its form as a record that can be stored. */
import MiniSearch, { type Options, type SearchOptions, type Query as WordQuery } from 'minisearch';
import { stemmer } from 'stemmer';
import type { NoteBrief } from '../../lookup.ts';
import type { Claim, Entity, Pack, Source } from '../../reading/types.ts';
import { type FigureRow, figureRows } from './figures.ts';
import { isIdle } from './query.ts';
import { wordsToFind } from './words.ts';

/** What is searched, apart from notes. */
export type Searchable = Pick<Pack, 'claims' | 'entities' | 'sources'>;

export interface SearchIndex {
  words: MiniSearch<Document>;
  /** Words that very many records have, with the number of places in the index where they stand. */
  common: [string, number][];
  figures: FigureRow[];
}

/** The index as it is stored; `words` is JSON. */
export interface IndexRecord extends Omit<SearchIndex, 'words'> {
  words: string;
}

/** Counts up when the stored form changes, or the way in which texts are cut into words. */
export const INDEX_FORM = 1;

type Kind = 'claim' | 'entity' | 'source' | 'note';

/** One record as the index has it: its id is "kind:id". A claim stands there with all that its versions say. */
interface Document {
  id: string;
  names?: string;
  /** The names of the entities that a claim is about. */
  about?: string;
  question?: string;
  title?: string;
  tags?: string;
  says?: string;
}

/** Shorter words are only found whole: half of the index begins with "in". */
const SHORTEST_PREFIX = 3;
/** From these lengths on one typing error is forgiven, and two. Below them other words are too near ("Iran", "Iraq"). */
const ONE_ERROR = 5;
const TWO_ERRORS = 9;
/** Outweighs any score, so that a record with two of the words comes before one with one. */
const ONE_MORE_WORD = 1000;
/** A stem shorter than this would stand for many words. */
const SHORTEST_STEM = 4;

function wordsIn(text: string, field?: string): string[] {
  const words = wordsToFind(text).map(({ form }) => form);
  // A name or a title may be one of these ("WHO"); elsewhere they would only make the index larger.
  return field === 'question' || field === 'says' || field === 'about' ? words.filter(word => !isIdle(word)) : words;
}

/** A word with so many places costs milliseconds by itself. A judgement. */
const COMMON = 1000;
/** What a record is called: the fields in which a word that very many have is looked for first. */
const HEADS = ['names', 'question', 'title', 'tags'];

const OPTIONS: Options<Document> = {
  fields: ['names', 'about', 'question', 'title', 'tags', 'says'],
  tokenize: wordsIn,
  processTerm: word => word,
  searchOptions: {
    tokenize: word => [word],
    boost: { names: 3, about: 0.5, question: 2, title: 2, tags: 2 },
    prefix: word => word.length >= SHORTEST_PREFIX,
    fuzzy: word => (word.length >= TWO_ERRORS ? 2 : word.length >= ONE_ERROR ? 1 : false),
  },
};

const idOf = (kind: Kind, id: string) => `${kind}:${id}`;
const lines = (...texts: (string | null | undefined)[]) => texts.filter(Boolean).join('\n');

/** All names of an entity, the one to show first. */
export const namesOf = ({ name, names, shortNames = [], adjectives = [] }: Entity): string[] => [
  name,
  ...names,
  ...shortNames,
  ...adjectives,
];

const documentOfClaim = ({ id, question, about, versions }: Claim, names: ReadonlyMap<string, string>): Document => ({
  id: idOf('claim', id),
  question,
  about: lines(...about.map(entity => names.get(entity))),
  says: lines(...versions.flatMap(({ text, surface, scope }) => [text, surface, scope?.label])),
});
const documentOfEntity = (entity: Entity): Document => ({
  id: idOf('entity', entity.id),
  names: lines(...namesOf(entity)),
  says: entity.role,
});
const documentOfSource = ({ id, title, authors, publisher }: Source): Document => ({
  id: idOf('source', id),
  title: lines(title, ...authors, publisher),
});
const documentOfNote = ({ id, text, tags }: NoteBrief): Document => ({
  id: idOf('note', id),
  says: text,
  tags: lines(...tags),
});

/** Records taken in before the browser gets a turn: about ten milliseconds of work. */
const AT_ONCE = 50;

/** Builds the index, in slices, so that a page stays alive meanwhile. */
export async function buildIndex({ claims, entities, sources }: Searchable): Promise<SearchIndex> {
  const places = new Map<string, number>();
  const counting: Options<Document> = {
    ...OPTIONS,
    tokenize: (text, field) => {
      const words = wordsIn(text, field);
      for (const word of new Set(words)) places.set(word, (places.get(word) ?? 0) + 1);
      return words;
    },
  };
  const words = new MiniSearch(counting);
  const names = new Map(entities.map(entity => [entity.id, lines(...namesOf(entity))]));
  const documents = [
    ...claims.map(claim => documentOfClaim(claim, names)),
    ...entities.map(documentOfEntity),
    ...sources.map(documentOfSource),
  ];
  await words.addAllAsync(documents, { chunkSize: AT_ONCE });
  const common = [...places].filter(([, count]) => count >= COMMON);
  return { words, common, figures: figureRows(claims) };
}

export const recordOf = (index: SearchIndex): IndexRecord => ({ ...index, words: JSON.stringify(index.words) });

/** The index from its record, in slices. Throws when the record is broken. */
export async function restoreIndex(record: IndexRecord): Promise<SearchIndex> {
  return { ...record, words: await MiniSearch.loadJSONAsync(record.words, OPTIONS) };
}

/** Puts a note in, in place of an older text of it. */
export function putNote({ words }: SearchIndex, note: NoteBrief): void {
  const document = documentOfNote(note);
  if (words.has(document.id)) words.replace(document);
  else words.add(document);
}

export function dropNote({ words }: SearchIndex, id: string): void {
  if (words.has(idOf('note', id))) words.discard(idOf('note', id));
}

/** A record that has words of the query. */
export interface WordHit {
  /** "kind:id": `isOf` and `idIn` take it apart, when it is needed. */
  key: string;
  score: number;
  /** The words of the record that matched. */
  terms: string[];
  /** Whether one of them stands in a claim's question or names what it is about: not only in what sources say on it. */
  ofMatter: boolean;
}

export const isOf = ({ key }: WordHit, kind: Kind): boolean => key.startsWith(kind);
export const idIn = ({ key }: WordHit): string => key.slice(key.indexOf(':') + 1);

/** A word, or what it has in common with its other forms ("deportations": "deport"), which counts for less. */
function queryOf(word: string): WordQuery {
  const stem = stemmer(word);
  if (stem.length < SHORTEST_STEM || stem === word || !word.startsWith(stem)) return word;
  return { combineWith: 'OR', queries: [word, { queries: [stem], prefix: true, fuzzy: false, boostTerm: () => 0.5 }] };
}

/** In how many places the common words stand that begin so; 0 for a word that is rare. */
const placesOfWord = ({ common }: SearchIndex, word: string) =>
  common.reduce((sum, [one, count]) => (one === word || isBeginning(word, one) ? sum + count : sum), 0);
const isBeginning = (word: string, of: string) => word.length >= SHORTEST_PREFIX && of.startsWith(word);

/**
 * The records that have all of the words, or (`any`) at least one, in which case those with more words come first; the best
 * first. Rare words are looked up first, so that common ones need only be asked of what these have left; a common word, and
 * another after it, is looked for in names, questions, titles and tags, which answers within a frame over 10,000 claims.
 */
export function findWords(index: SearchIndex, query: readonly string[], any = false): WordHit[] {
  const rarity = new Map(query.map(word => [word, placesOfWord(index, word)]));
  const [first, ...others] = query.toSorted((a, b) => (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0));
  const heads = (word: string) => (rarity.get(word) ? { fields: HEADS } : {});
  if (first === undefined) return [];
  let hits = findWord(index, first, heads(first));
  if (hits.length === 0) hits = findWord(index, first, {});
  for (const word of others) {
    const known = new Map(hits.map(hit => [hit.key, hit]));
    const narrowed = !any && hits.length < COMMON;
    const among = any ? {} : { boostDocument: (key: string) => (known.has(key) ? 1 : 0) };
    const having = findWord(index, word, { ...among, ...(narrowed ? {} : heads(word)) }).map(hit =>
      joined(hit, known.get(hit.key)),
    );
    if (any) for (const { key } of having) known.delete(key);
    hits = any ? [...known.values(), ...having] : having;
  }
  return others.length === 0 ? hits : hits.sort((a, b) => b.score - a.score);
}

function findWord({ words }: SearchIndex, word: string, options: SearchOptions): WordHit[] {
  return words.search(queryOf(word), options).map(({ id, score, terms, match }) => ({
    key: id,
    score,
    terms,
    ofMatter: terms.some(term => match[term]?.some(field => field === 'question' || field === 'about')),
  }));
}

function joined(hit: WordHit, known: WordHit | undefined): WordHit {
  if (!known) return hit;
  return {
    key: hit.key,
    score: hit.score + known.score + ONE_MORE_WORD,
    terms: [...known.terms, ...hit.terms],
    ofMatter: hit.ofMatter || known.ofMatter,
  };
}
