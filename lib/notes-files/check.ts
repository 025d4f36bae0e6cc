/** How values of a file are checked: by schemas whose messages are our faults, each with the place of the value. */
import * as v from 'valibot';
import type { Note } from '../notes.ts';
import { type BadNote, MOST_NOTES, type NoteFault, NotesFileError } from './faults.ts';

/** A note as a file gives it; null where it does not say: then what is stored holds, or the time of the import. */
export interface DraftNote extends Omit<Note, 'made' | 'changed' | 'revision'> {
  made: string | null;
  changed: string | null;
  revision: number | null;
}

/** Where a note stands: which one in the file, from 1, and in which file of a zip. */
export interface NotePlace {
  number: number;
  file: string;
}

export interface ReadNote extends NotePlace {
  note: DraftNote;
}

/** All that a file holds. */
export interface ReadNotes {
  notes: ReadNote[];
  bad: BadNote[];
}

/** Longest text of a note, of a passage, of an address or title, and of a name, in UTF-16 units. Judgements. */
const LONGEST_TEXT = 1_000_000;
const LONGEST_LINE = 10_000;
const LONGEST_NAME = 1_000;
const MOST_NAMES = 1_000;
/** So many faults of one note tell enough. */
const MOST_FAULTS = 5;

type Fault = NoteFault & string;
const fault = (name: Fault) => name;

export const LONG_TEXT = v.pipe(v.string(fault('text')), v.maxLength(LONGEST_TEXT, fault('long')));
export const LINE = v.pipe(v.string(fault('text')), v.maxLength(LONGEST_LINE, fault('long')));
export const NAME = v.pipe(
  v.string(fault('text')),
  v.minLength(1, fault('missing')),
  v.maxLength(LONGEST_NAME, fault('long')),
);
export const ADDRESS = v.pipe(LINE, v.minLength(1, fault('missing')));
export const NAMES = v.pipe(v.array(NAME, fault('list')), v.maxLength(MOST_NAMES, fault('long')));
export const WHOLE = v.pipe(v.number(fault('number')), v.safeInteger(fault('number')), v.minValue(0, fault('number')));

const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const isTime = (text: string) => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/** An instant, of the reader's clock where it names no zone (as Obsidian writes it), or a day; given as an ISO instant in UTC. */
export const TIME = v.pipe(
  v.string(fault('date')),
  v.check(isTime, fault('date')),
  v.transform(text => new Date(text).toISOString()),
);

/** An ISO date at the precision known, as pages give it, with or without a time; kept as it is. */
export const DAY = v.pipe(
  v.string(fault('date')),
  v.maxLength(40, fault('date')),
  v.check(text => /^\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?$/.test(text) && !Number.isNaN(Date.parse(text)), fault('date')),
);

/**
 * What a schema makes of a value.
 * @returns the value, or each fault with the place of the value it is in
 */
export function checkValue<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: NotePlace,
): { value: v.InferOutput<Schema>; bad: null } | { value: null; bad: BadNote[] } {
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output, bad: null };
  const bad = result.issues.slice(0, MOST_FAULTS).map(issue => ({
    number: place.number,
    file: place.file,
    field: v.getDotPath(issue) ?? '',
    // A file has no undefined: where there is one, nothing stood.
    fault: issue.input === undefined ? 'missing' : (issue.message as NoteFault),
  }));
  return { value: null, bad };
}

/**
 * Checks each entry of a list and makes notes of those that are right.
 * @param toNotes the notes of one entry
 * @throws NotesFileError when there are more than a file may have
 */
export async function readEach<Schema extends v.GenericSchema>(
  entries: readonly unknown[],
  schema: Schema,
  toNotes: (entry: v.InferOutput<Schema>) => Promise<DraftNote> | DraftNote,
  placeOf: (index: number) => NotePlace = index => ({ number: index + 1, file: '' }),
): Promise<ReadNotes> {
  if (entries.length > MOST_NOTES) throw new NotesFileError('many', { detail: String(entries.length) });
  const read: ReadNotes = { notes: [], bad: [] };
  for (const [index, entry] of entries.entries()) {
    const place = placeOf(index);
    const { value, bad } = checkValue(schema, entry, place);
    if (bad) read.bad.push(...bad);
    else read.notes.push({ ...place, note: await toNotes(value) });
  }
  return read;
}
