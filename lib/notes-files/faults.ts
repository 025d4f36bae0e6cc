/** What can be wrong with a file of notes: with the whole of it (thrown), or with one of its notes (listed). */

/** Bounds of a file. Judgements: far above any notebook, and below what a page can hold in memory. */
export const LARGEST_FILE = 100_000_000;
export const MOST_NOTES = 200_000;
/** Our own files have 7 levels, annotations of others hardly more. */
export const DEEPEST_NESTING = 64;

/**
 * Why a file is refused whole.
 * `large`: more bytes, or unpacked bytes, than allowed; `many`: more notes than allowed; `deep`: nested too deeply;
 * `encoding`: not UTF-8; `json`, `csv`, `zip`: cannot be read as what it claims to be, or ends too early;
 * `unknown`: none of the formats; `version`: of a later Daftar; `shape`: the frame around the notes is wrong;
 * `count`: holds fewer or more notes than it says; `altered`: its checksum differs.
 */
export type FileFault =
  | 'large'
  | 'many'
  | 'deep'
  | 'encoding'
  | 'json'
  | 'csv'
  | 'zip'
  | 'unknown'
  | 'version'
  | 'shape'
  | 'count'
  | 'altered';

/** Where a file breaks; empty where it is the whole of it. */
export interface FilePlace {
  /** Which note, from 1. */
  note?: number;
  /** Which line, from 1. */
  line?: number;
  /** Which file of a zip. */
  file?: string;
  /** What was found: a version, "18 / 20" notes, the name of a part. */
  detail?: string;
}

/** The one error of reading a file of notes. Nothing of the file may be used. */
export class NotesFileError extends Error {
  readonly fault: FileFault;
  readonly place: FilePlace;

  constructor(fault: FileFault, place: FilePlace = {}) {
    super(`${fault} ${JSON.stringify(place)}`);
    this.name = 'NotesFileError';
    this.fault = fault;
    this.place = place;
  }
}

/**
 * Why a value is refused. `missing`: not there; `text`, `list`, `object`, `number`, `choice`: should be one; `date`: is no date;
 * `long`: too long, or too many; `bounds`: an end before its start; `id`: cannot be an id;
 * `twice`: the same note stands further up; `yaml`: front matter that cannot be read.
 */
export type NoteFault =
  | 'missing'
  | 'text'
  | 'list'
  | 'object'
  | 'number'
  | 'choice'
  | 'date'
  | 'long'
  | 'bounds'
  | 'id'
  | 'twice'
  | 'yaml';

/** One note of a file that cannot be taken over; the others can. */
export interface BadNote {
  /** Which one in the file, from 1. */
  number: number;
  /** Its file, in a zip; else empty. */
  file: string;
  /** The name of the value in the file's own words: "made", "ties.page.address", "target.0.selector"; empty for the whole note. */
  field: string;
  fault: NoteFault;
}
