/** Exports of the Hypothesis client as notes: its JSON (the annotations of its API in a frame) and its CSV. */
import Papa from 'papaparse';
import * as v from 'valibot';
import { canonicalJson, derivedId } from './canonical.ts';
import { ADDRESS, type DraftNote, LINE, LONG_TEXT, NAMES, type ReadNotes, readEach, TIME } from './check.ts';
import { type NoteFault, NotesFileError } from './faults.ts';
import { addressOf, passageOf, SELECTORS } from './selectors.ts';

const fault = (name: NoteFault) => name;

const ANNOTATION = v.object(
  {
    id: v.optional(LINE),
    created: v.optional(TIME),
    updated: v.optional(TIME),
    uri: ADDRESS,
    text: v.optional(LONG_TEXT, ''),
    tags: v.optional(NAMES, []),
    // Notes on a whole page have no selector, replies no target.
    target: v.optional(v.array(v.object({ selector: v.optional(SELECTORS, []) }, fault('object')), fault('list')), []),
    document: v.optional(v.object({ title: v.optional(v.array(LINE, fault('list')), []) }, fault('object')), {}),
  },
  fault('object'),
);

async function noteOf({ id, uri, text, tags, ...more }: v.InferOutput<typeof ANNOTATION>): Promise<DraftNote> {
  const passage = more.target[0]?.selector ?? null;
  const page = { address: addressOf(uri), title: more.document.title[0] ?? '', published: null };
  return {
    id: await derivedId(`hypothesis ${id ?? canonicalJson([uri, passage?.exact, text, more.created])}`),
    text,
    tags,
    ties: { claims: [], entities: [], sources: [], figure: null, page, passage },
    made: more.created ?? null,
    changed: more.updated ?? more.created ?? null,
    revision: null,
    deleted: null,
  };
}

/** The annotations of an export, or of an answer of the API ("rows"); null when the file is neither. */
function annotationsOf(file: unknown): unknown[] | null {
  const { annotations, rows } = (file ?? {}) as Record<string, unknown>;
  return Array.isArray(annotations) ? annotations : Array.isArray(rows) ? rows : null;
}

export const isHypothesis = (file: unknown): boolean => annotationsOf(file) !== null;

export async function notesFromHypothesis(file: unknown): Promise<ReadNotes> {
  return readEach(annotationsOf(file) ?? [], ANNOTATION, noteOf);
}

/** The columns that we use, by the client's names; "Annotation/Reply Type" tells its files from other tables. */
const ROW = v.object({
  // The time of the reader's clock, to the minute: "2025-02-05 14:03".
  'Creation Date': v.pipe(
    v.string(fault('date')),
    v.transform(text => text.trim().replace(' ', 'T')),
    TIME,
  ),
  URL: ADDRESS,
  Quote: LONG_TEXT,
  Body: LONG_TEXT,
  Tags: v.pipe(
    LINE,
    v.transform(text =>
      text
        .split(',')
        .map(tag => tag.trim())
        .filter(Boolean),
    ),
    NAMES,
  ),
});

async function noteOfRow(row: v.InferOutput<typeof ROW>): Promise<DraftNote> {
  const { 'Creation Date': made, URL: address, Quote: quote, Body: text, Tags: tags } = row;
  const page = { address: addressOf(address), title: '', published: null };
  return {
    id: await derivedId(`hypothesis row ${canonicalJson([made, address, quote, text])}`),
    text,
    tags,
    ties: {
      claims: [],
      entities: [],
      sources: [],
      figure: null,
      page,
      passage: quote ? passageOf({ exact: quote }) : null,
    },
    made,
    changed: made,
    revision: null,
    deleted: null,
  };
}

export const isHypothesisCsv = (text: string): boolean => /^[^\n]*Annotation\/Reply Type/.test(text);

/** @throws NotesFileError `csv`, with the note after which the table breaks, as when it was cut within quotes */
export async function notesFromHypothesisCsv(text: string): Promise<ReadNotes> {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    delimiter: ',',
  });
  const [error] = errors;
  // Papa Parse counts rows from 0, the one of the names included only where quotes are wrong.
  const before = error?.type === 'Quotes' ? 0 : 1;
  if (error) throw new NotesFileError('csv', error.row === undefined ? {} : { note: error.row + before });
  return readEach(data, ROW, noteOfRow);
}
