/** The index of search: words by MiniSearch, figures beside them; and its form as a record that can be stored. */
import MiniSearch, { type Options, type Query as WordQuery } from 'minisearch';
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
  figures: FigureRow[];
}

/** The index as it is stored; `words` is JSON. */
export interface IndexRecord {
  words: string;
  figures: FigureRow[];
}

/** Counts up when the stored form changes, or the way in which texts are cut into words. */
export const INDEX_FORM = 1;

type Kind = 'claim' | 'entity' | 'source' | 'note';

/** One record as the index has it: its id is "kind:id". A claim stands there with all that its versions say. */
interface Document {
  id: string;
  names?: string;
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
/** A stem shorter than this would stand for many words. */
const SHORTEST_STEM = 4;

const OPTIONS: Options<Document> = {
  fields: ['names', 'question', 'title', 'tags', 'says'],
  tokenize: (text, field) => {
    const words = wordsToFind(text).map(({ form }) => form);
    // A name may be one of them ("WHO"); elsewhere they would only make the index larger.
    return field === 'question' || field === 'says' ? words.filter(word => !isIdle(word)) : words;
  },
  processTerm: word => word,
  searchOptions: {
    tokenize: word => [word],
    boost: { names: 3, question: 2, title: 2, tags: 2 },
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

const documentOfClaim = ({ id, question, versions }: Claim): Document => ({
  id: idOf('claim', id),
  question,
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
  const words = new MiniSearch(OPTIONS);
  const documents = [
    ...claims.map(documentOfClaim),
    ...entities.map(documentOfEntity),
    ...sources.map(documentOfSource),
  ];
  await words.addAllAsync(documents, { chunkSize: AT_ONCE });
  return { words, figures: figureRows(claims) };
}

export const recordOf = ({ words, figures }: SearchIndex): IndexRecord => ({ words: JSON.stringify(words), figures });

/** The index from its record, in slices. Throws when the record is broken. */
export async function restoreIndex({ words, figures }: IndexRecord): Promise<SearchIndex> {
  return { words: await MiniSearch.loadJSONAsync(words, OPTIONS), figures };
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
  kind: Kind;
  id: string;
  /** The words of the record that matched. */
  terms: string[];
  /** Whether one of them stands in its question. */
  inQuestion: boolean;
}

/** A word, or what it has in common with its other forms ("deportations": "deport"), which counts for less. */
function queryOf(word: string): WordQuery {
  const stem = stemmer(word);
  if (stem.length < SHORTEST_STEM || stem === word || !word.startsWith(stem)) return word;
  return { combineWith: 'OR', queries: [word, { queries: [stem], prefix: true, fuzzy: false, boostTerm: () => 0.5 }] };
}

/** The records that have all of the words, or (`any`) at least one; the best first. */
export function findWords({ words }: SearchIndex, query: readonly string[], any = false): WordHit[] {
  if (query.length === 0) return [];
  const results = words.search({ combineWith: any ? 'OR' : 'AND', queries: query.map(queryOf) });
  return results.map(({ id, terms, match }) => {
    const colon = String(id).indexOf(':');
    return {
      kind: String(id).slice(0, colon) as Kind,
      id: String(id).slice(colon + 1),
      terms,
      inQuestion: terms.some(term => match[term]?.includes('question')),
    };
  });
}
