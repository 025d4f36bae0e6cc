/** Notes as W3C Web Annotations (JSON-LD), with what the standard has no place for under one name of ours. */
import type { Note } from '../notes.ts';
import { mapInPieces, type Waiting } from './breathe.ts';
import { selectorsOf } from './selectors.ts';

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** The source of a note that is tied to no page: every annotation needs a target. */
export const NOTEBOOK = 'urn:x-daftar:notebook';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OTHER = 'urn:x-daftar:note:';

/** A note's id as an IRI. */
const iriOf = (id: string): string => (UUID.test(id) ? `urn:uuid:${id}` : OTHER + encodeURIComponent(id));

/** The note's id that an IRI of ours or a UUID stands for, or null. */
export function idOfIri(iri: string): string | null {
  if (iri.startsWith('urn:uuid:') && UUID.test(iri.slice(9))) return iri.slice(9);
  if (!iri.startsWith(OTHER)) return null;
  try {
    return decodeURIComponent(iri.slice(OTHER.length));
  } catch {
    return null;
  }
}

function annotationOf({ id, text, tags, ties, made, changed, revision, deleted }: Note) {
  const { page, passage, ...ours } = ties;
  const body = tags.map(tag => ({ type: 'TextualBody', value: tag, purpose: 'tagging' }));
  const said = { type: 'TextualBody', value: text, format: 'text/markdown', purpose: 'commenting' };
  return {
    id: iriOf(id),
    type: 'Annotation',
    motivation: text ? 'commenting' : 'highlighting',
    created: made,
    modified: changed,
    body: text ? [said, ...body] : body,
    target: { source: page?.address ?? NOTEBOOK, ...(passage ? { selector: selectorsOf(passage) } : {}) },
    daftar: { ...ours, page: page && { title: page.title, published: page.published }, revision, deleted },
  };
}

/**
 * One collection with one page (Web Annotation Data Model, 5). `daftar` is a JSON literal to readers of JSON-LD.
 * @param label what the collection is called
 */
export async function notesAsAnnotations(
  notes: readonly Note[],
  label: string,
  waiting: Waiting = {},
): Promise<string> {
  // The list is the long part: it is written note by note, and put in the place that the rest keeps for it.
  const written = await mapInPieces(notes, note => JSON.stringify(annotationOf(note)), waiting);
  const collection = {
    '@context': [CONTEXT, { daftar: { '@id': 'urn:x-daftar:ties', '@type': '@json' } }],
    id: 'urn:x-daftar:notes',
    type: 'AnnotationCollection',
    label,
    total: notes.length,
    first: { id: 'urn:x-daftar:notes:1', type: 'AnnotationPage', startIndex: 0, items: [] },
  };
  const [before, after] = JSON.stringify(collection, null, 2).split(/(?<="items": \[)(?=\])/);
  return `${before}\n${written.join(',\n')}\n${after}\n`;
}
