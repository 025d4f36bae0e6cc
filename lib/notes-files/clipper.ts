/** The highlights that Obsidian Web Clipper exports as JSON: pages by address, each with what was marked there. */
import * as v from 'valibot';
import { canonicalJson, derivedId } from './canonical.ts';
import { ADDRESS, type DraftNote, LONG_TEXT, type ReadNotes, readEach, TIME } from './check.ts';
import { type NoteFault, NotesFileError } from './faults.ts';
import { addressOf, passageOf } from './selectors.ts';

const fault = (name: NoteFault) => name;

const HIGHLIGHT = v.object(
  {
    url: ADDRESS,
    text: LONG_TEXT,
    timestamp: v.optional(TIME),
    notes: v.optional(v.array(LONG_TEXT, fault('list')), []),
    comment: v.optional(LONG_TEXT),
  },
  fault('object'),
);

async function noteOf({ url, text, timestamp, notes, comment }: v.InferOutput<typeof HIGHLIGHT>): Promise<DraftNote> {
  const page = { address: addressOf(url), title: '', published: null };
  const said = notes.length ? notes.join('\n\n') : (comment ?? '');
  return {
    // Highlights have no id of their own in the file; what a reader wrote on one may change, and it stays the same.
    id: await derivedId(`clipper ${canonicalJson([page.address, text, timestamp])}`),
    text: said,
    tags: [],
    ties: { claims: [], entities: [], sources: [], figure: null, page, passage: passageOf({ exact: text }) },
    made: timestamp ?? null,
    changed: timestamp ?? null,
    revision: null,
    deleted: null,
  };
}

interface ClippedPage {
  url?: unknown;
  highlights: unknown[];
}

const isPage = (page: unknown): page is ClippedPage =>
  Array.isArray((page as { highlights?: unknown } | null | undefined)?.highlights);

export const isClipper = (file: unknown): boolean => Array.isArray(file) && isPage(file[0]);

/** @throws NotesFileError when a page has no list of highlights; its place counts pages */
export async function notesFromClipper(file: unknown[]): Promise<ReadNotes> {
  const highlights = file.flatMap((page, index) => {
    if (!isPage(page)) throw new NotesFileError('shape', { detail: `highlights ${index + 1}` });
    return page.highlights.map(one => (typeof one === 'object' && one !== null ? { ...one, url: page.url } : one));
  });
  return readEach(highlights, HIGHLIGHT, noteOf);
}
