/** The routes of the notes page, as its address has them: which notes are listed, and which one is open. */
import type { PageTie, Ties } from '../notes.ts';
import { NO_TIES } from '../notes.ts';

/** What the list may be ordered by. `page`: the date of the page that a note is tied to. */
export const SORTS = ['changed', 'made', 'page'] as const;
export type Sort = (typeof SORTS)[number];

/** How far back the last change of a note may be, in days; null: any time. */
export const SPANS = ['7', '30', '365'] as const;
export type TimeSpan = (typeof SPANS)[number];

/** Which notes the list shows. An empty text is no condition. */
export interface NoteFilter {
  query: string;
  tag: string;
  claim: string;
  entity: string;
  source: string;
  /** A host without "www.". */
  site: string;
  within: TimeSpan | '';
  /** Only notes whose passage was not found when its page was last open. */
  unplaced: boolean;
  bin: boolean;
  sort: Sort;
}

export const NO_FILTER: NoteFilter = {
  query: '',
  tag: '',
  claim: '',
  entity: '',
  source: '',
  site: '',
  within: '',
  unplaced: false,
  bin: false,
  sort: 'changed',
};

export type NotesRoute =
  | { page: 'list'; filter: NoteFilter }
  /** The filter stays with an open note: the list beside it is the same, and so is the way back. */
  | { page: 'note'; id: string; filter: NoteFilter }
  /** A note that is still to be made, tied to what stands in the address. */
  | { page: 'new'; ties: Ties };

const NAMES = ['query', 'tag', 'claim', 'entity', 'source', 'site', 'within'] as const;

function parametersOf(filter: NoteFilter): string {
  const parameters = new URLSearchParams();
  // Half of a surrogate pair, from a text cut somewhere, cannot be encoded.
  for (const name of NAMES) if (filter[name]) parameters.set(name, filter[name].toWellFormed());
  if (filter.unplaced) parameters.set('unplaced', '1');
  if (filter.bin) parameters.set('bin', '1');
  if (filter.sort !== NO_FILTER.sort) parameters.set('sort', filter.sort);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** A route as the hash of an address: "#list?tag=border", "#note/ID". */
export function notesHash(route: NotesRoute): string {
  if (route.page === 'list') return `#list${parametersOf(route.filter)}`;
  if (route.page === 'note') return `#note/${encodeURIComponent(route.id)}${parametersOf(route.filter)}`;
  const parameters = new URLSearchParams();
  for (const id of route.ties.claims) parameters.append('claim', id);
  for (const id of route.ties.entities) parameters.append('entity', id);
  for (const id of route.ties.sources) parameters.append('source', id);
  const { page } = route.ties;
  if (page) {
    parameters.set('page', page.address);
    parameters.set('title', page.title.toWellFormed());
    if (page.published) parameters.set('published', page.published);
  }
  const text = parameters.toString();
  return `#new${text && `?${text}`}`;
}

/** The route in a hash; the whole list where it names none of ours. */
export function notesRouteOf(hash: string): NotesRoute {
  const [, page = '', id = '', text = ''] = /^#?(\w+)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(hash) ?? [];
  const parameters = new URLSearchParams(text);
  if (page === 'new') return { page, ties: tiesOf(parameters) };
  const filter = filterOf(parameters);
  return page === 'note' && id ? { page, id: decoded(id), filter } : { page: 'list', filter };
}

function filterOf(parameters: URLSearchParams): NoteFilter {
  const filter = { ...NO_FILTER };
  const within = parameters.get('within');
  const sort = parameters.get('sort');
  for (const name of NAMES) if (name !== 'within') filter[name] = parameters.get(name) ?? '';
  filter.within = SPANS.find(one => one === within) ?? '';
  filter.unplaced = parameters.has('unplaced');
  filter.bin = parameters.has('bin');
  filter.sort = SORTS.find(one => one === sort) ?? NO_FILTER.sort;
  return filter;
}

function tiesOf(parameters: URLSearchParams): Ties {
  return {
    ...NO_TIES,
    claims: parameters.getAll('claim'),
    entities: parameters.getAll('entity'),
    sources: parameters.getAll('source'),
    page: pageOf(parameters),
  };
}

/** Only a page of the web is one. */
function pageOf(parameters: URLSearchParams): PageTie | null {
  const address = parameters.get('page');
  if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return { address, title: parameters.get('title') ?? '', published: parameters.get('published') };
}

/** A lone "%" that somebody typed into the address is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const PAGE = '/notes.html';

/** The address of a note, within the extension. */
export const noteAddress = (id: string): string => `${PAGE}${notesHash({ page: 'note', id, filter: NO_FILTER })}`;

/** The address at which a new note is made. */
export const newNoteAddress = (ties: Partial<Ties>): string =>
  `${PAGE}${notesHash({ page: 'new', ties: { ...NO_TIES, ...ties } })}`;

/** The address of a list. */
export const listAddress = (filter: Partial<NoteFilter>): string =>
  `${PAGE}${notesHash({ page: 'list', filter: { ...NO_FILTER, ...filter } })}`;
