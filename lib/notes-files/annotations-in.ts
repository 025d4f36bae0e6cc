/** W3C Web Annotations (JSON-LD) of any software as notes. */
import * as v from 'valibot';
import type { PageTie } from '../notes.ts';
import { idOfIri, NOTEBOOK } from './annotations-out.ts';
import { canonicalJson, derivedId } from './canonical.ts';
import {
  ADDRESS,
  DAY,
  type DraftNote,
  LINE,
  LONG_TEXT,
  NAME,
  NAMES,
  type ReadNotes,
  readEach,
  TIME,
  WHOLE,
} from './check.ts';
import { type NoteFault, NotesFileError } from './faults.ts';
import { FIGURE } from './note-schema.ts';
import { addressOf, SELECTORS } from './selectors.ts';

const fault = (name: NoteFault) => name;
const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A text, an address of something elsewhere, or an object whose `value` or `id` is one of them. */
const BODY = v.union(
  [
    v.object({ value: LONG_TEXT, purpose: v.optional(v.unknown()) }),
    v.pipe(
      v.object({ id: ADDRESS }),
      v.transform(({ id }) => ({ value: `<${id}>`, purpose: undefined })),
    ),
    v.pipe(
      ADDRESS,
      v.transform(id => ({ value: `<${id}>`, purpose: undefined })),
    ),
  ],
  fault('text'),
);

const SOURCE = v.union(
  [
    ADDRESS,
    v.pipe(
      v.object({ id: ADDRESS }),
      v.transform(({ id }) => id),
    ),
  ],
  fault('missing'),
);

const PART = v.object({ source: SOURCE, selector: v.optional(SELECTORS, []) });
const WHOLE_SOURCE = v.pipe(
  SOURCE,
  v.transform(source => ({ source, selector: null })),
);
/** A part of something, or the whole of it. */
const TARGET = v.lazy(target =>
  typeof target === 'object' && target !== null && 'source' in target ? PART : WHOLE_SOURCE,
);

/** What only we write. */
const OURS = v.object(
  {
    claims: NAMES,
    entities: NAMES,
    sources: NAMES,
    figure: v.nullable(FIGURE),
    page: v.nullable(v.object({ title: LINE, published: v.nullable(DAY) }, fault('object'))),
    revision: WHOLE,
    deleted: v.nullable(TIME),
  },
  fault('object'),
);

const ANNOTATION = v.object(
  {
    id: v.optional(LINE),
    body: v.optional(v.pipe(v.unknown(), v.transform(asList), v.array(BODY)), []),
    bodyValue: v.optional(LONG_TEXT),
    // An annotation on several places is one note on the first of them.
    target: v.pipe(
      v.unknown(),
      v.transform(value => asList(value)[0]),
      TARGET,
    ),
    created: v.optional(TIME),
    modified: v.optional(TIME),
    daftar: v.optional(OURS),
  },
  fault('object'),
);

type Annotation = v.InferOutput<typeof ANNOTATION>;

async function noteOf({ id, body, bodyValue, target, created, modified, daftar }: Annotation): Promise<DraftNote> {
  const { claims = [], entities = [], sources = [], figure = null, revision = null, deleted = null } = daftar ?? {};
  const said = body.filter(one => one.purpose !== 'tagging').map(one => one.value);
  const name = id ? `annotation ${id}` : `annotation ${canonicalJson([body, bodyValue, target, created])}`;
  return {
    id: (id && idOfIri(id)) || (await derivedId(name)),
    text: bodyValue ?? said.join('\n\n'),
    tags: body.flatMap(one => (one.purpose === 'tagging' && v.is(NAME, one.value) ? [one.value] : [])),
    ties: { claims, entities, sources, figure, page: pageOf(target.source, daftar), passage: target.selector },
    made: created ?? null,
    changed: modified ?? created ?? null,
    revision,
    deleted,
  };
}

function pageOf(source: string, daftar: Annotation['daftar']): PageTie | null {
  if (daftar) return daftar.page && { address: source, ...daftar.page };
  return source === NOTEBOOK ? null : { address: addressOf(source), title: '', published: null };
}

/** Whether a parsed file is of annotations: a list, a collection, a page, or one alone. */
export function isAnnotations(file: unknown): boolean {
  if (Array.isArray(file)) return isAnnotation(file[0]);
  const { type, items } = (file ?? {}) as Record<string, unknown>;
  return (
    isAnnotation(file) ||
    asList(type).some(one => one === 'AnnotationCollection' || one === 'AnnotationPage') ||
    (Array.isArray(items) && isAnnotation(items[0]))
  );
}

function isAnnotation(value: unknown): boolean {
  return asList((value as { type?: unknown } | null | undefined)?.type).includes('Annotation');
}

/**
 * @throws NotesFileError when a collection's annotations are elsewhere, or are fewer than it says
 */
export async function notesFromAnnotations(file: unknown): Promise<ReadNotes> {
  if (Array.isArray(file)) return readEach(file, ANNOTATION, noteOf);
  const frame = file as Record<string, unknown>;
  if (isAnnotation(frame)) return readEach([frame], ANNOTATION, noteOf);
  const page = (frame.first ?? frame) as { items?: unknown; next?: unknown } | string;
  const items = typeof page === 'object' ? page.items : null;
  if (!Array.isArray(items)) throw new NotesFileError('shape', { detail: 'items' });
  const whole = typeof frame.total === 'number' && typeof page === 'object' && page.next === undefined;
  if (whole && frame.total !== items.length)
    throw new NotesFileError('count', { detail: `${items.length} / ${frame.total}` });
  return readEach(items, ANNOTATION, noteOf);
}
