/** Which notes a list shows, and in which order. Pure. */
import { stemmer } from 'stemmer';
import { siteOf } from '../hidden.ts';
import type { Note } from '../notes.ts';
import { normalise } from '../reading/figures/normalise.ts';
import { fold } from '../reading/text.ts';
import type { NoteFilter } from './route.ts';

/** Shorter stems stand in too many other words ("are"). A judgement. */
const SHORTEST_STEM = 4;
const DAY = 86_400_000;

/** A text as search compares it: its words, folded, each behind a space; digits plain, letters of Arabic and Persian keyboards alike. */
function searchable(text: string): string {
  const words = fold(normalise(text)).replace(/[^\p{L}\p{N}.]+|\.(?!\d)|(?<!\d)\./gu, ' ');
  const alike = /[\u0600-\u06ff]/.test(words)
    ? words.replace(/[يى]/g, 'ی').replace(/ك/g, 'ک').replace(/ـ/g, '')
    : words;
  return ` ${alike}`;
}

/** What of a word must stand in a text: "deportations" looks for "deport". */
function sought(word: string): string {
  const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  return stem.length >= SHORTEST_STEM && word.startsWith(stem) ? stem : word;
}

/** The words of a query as they are looked for: each is the beginning of a word, as while it is being typed. */
const wordsSought = (query: string): string[] =>
  searchable(query)
    .split(' ')
    .filter(Boolean)
    .map(word => ` ${sought(word)}`);

/** Folded texts by id, so that neither a letter more in the query nor the saving of one note reads all of them anew. */
const folded = new Map<string, { revision: number; changed: string; text: string }>();

function textOf(note: Note): string {
  const { id, revision, changed } = note;
  const known = folded.get(id);
  if (known?.revision === revision && known.changed === changed) return known.text;
  const { page, passage, figure } = note.ties;
  const parts = [note.text, ...note.tags, page?.title, page?.address, passage?.exact, figure?.text];
  const text = searchable(parts.filter(Boolean).join('\n'));
  folded.set(id, { revision, changed, text });
  return text;
}

/** Notes made ready at once: a few milliseconds of work. */
const AT_ONCE = 200;

/** Makes notes ready to be searched, in slices while the page is idle, so that the first letter of a query waits for none. */
export async function prepareSearch(
  notes: readonly Note[],
  whenIdle: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < notes.length && !signal.aborted; start += AT_ONCE) {
    await whenIdle();
    for (const note of notes.slice(start, start + AT_ONCE)) textOf(note);
  }
}

/** Hosts by address: taking twenty thousand addresses apart takes longer than all the rest of a list. */
const sites = new Map<string, string>();

/** The host of a note's page; empty where it has none. */
export function siteOfNote({ ties: { page } }: Note): string {
  if (!page) return '';
  let site = sites.get(page.address);
  if (site === undefined) {
    site = URL.canParse(page.address) ? siteOf(page.address) : '';
    sites.set(page.address, site);
  }
  return site;
}

/**
 * The notes that fulfil a filter, in its order; `bin` is not looked at: who lists the bin has only its notes.
 * @param names what the ties of a note are called, to be searched with it
 * @param unplaced ids of the notes whose passage was not found
 * @param now in milliseconds since 1970
 */
export function findNotes(
  notes: readonly Note[],
  filter: NoteFilter,
  unplaced: ReadonlySet<string>,
  now: number,
  names: (note: Note) => string = () => '',
): Note[] {
  const words = wordsSought(filter.query);
  const since = filter.within ? new Date(now - Number(filter.within) * DAY).toISOString() : '';
  const fits = (note: Note): boolean => {
    const { tags, ties, changed, id } = note;
    if (filter.tag && !tags.includes(filter.tag)) return false;
    if (filter.claim && !ties.claims.includes(filter.claim)) return false;
    if (filter.entity && !ties.entities.includes(filter.entity)) return false;
    if (filter.source && !ties.sources.includes(filter.source)) return false;
    if (filter.site && siteOfNote(note) !== filter.site) return false;
    if (changed < since) return false;
    if (filter.unplaced && !unplaced.has(id)) return false;
    if (words.length === 0) return true;
    const text = textOf(note);
    const rest = words.filter(word => !text.includes(word));
    if (rest.length === 0) return true;
    const others = searchable(names(note));
    return rest.every(word => others.includes(word));
  };
  return notes.filter(fits).sort(ORDERS[filter.sort]);
}

type Order = (a: Note, b: Note) => number;

const later = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);
const byChange: Order = (a, b) => later(a.changed, b.changed) || later(a.id, b.id);
const pageDate = ({ ties: { page } }: Note): string => page?.published ?? '';

/** The latest first; notes without a dated page come last, among themselves by their last change. */
const ORDERS: Record<NoteFilter['sort'], Order> = {
  changed: byChange,
  made: (a, b) => later(a.made, b.made) || byChange(a, b),
  page: (a, b) => later(pageDate(a), pageDate(b)) || byChange(a, b),
};

/** What can be filtered by, with how many notes have it, the most frequent first. */
export interface Facets {
  tags: [string, number][];
  claims: [string, number][];
  entities: [string, number][];
  sources: [string, number][];
  sites: [string, number][];
}

/** Counts what the notes are tied to. */
export function facetsOf(notes: readonly Note[]): Facets {
  const counted = (values: (note: Note) => readonly string[]): [string, number][] => {
    const counts = new Map<string, number>();
    for (const note of notes) for (const value of values(note)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  };
  return {
    tags: counted(({ tags }) => tags),
    claims: counted(({ ties }) => ties.claims),
    entities: counted(({ ties }) => ties.entities),
    sources: counted(({ ties }) => ties.sources),
    sites: counted(note => [siteOfNote(note)].filter(Boolean)),
  };
}
