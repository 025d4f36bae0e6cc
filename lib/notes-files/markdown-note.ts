/** A note as a Markdown file with front matter, and such a file of ours, of Obsidian or of its Web Clipper as a note. */
import * as v from 'valibot';
import type { Note } from '../notes.ts';
import { canonicalJson, derivedId } from './canonical.ts';
import {
  ADDRESS,
  checkValue,
  DAY,
  type DraftNote,
  LINE,
  LONG_TEXT,
  NAME,
  NAMES,
  type NotePlace,
  type ReadNotes,
  TIME,
  WHOLE,
} from './check.ts';
import type { NoteFault } from './faults.ts';
import { partFrontMatter, withFrontMatter } from './front-matter.ts';
import { FIGURE, NOTE_ID, PASSAGE } from './note-schema.ts';
import { addressOf } from './selectors.ts';

const fault = (name: NoteFault) => name;

/** A tag as Obsidian allows it: letters, digits, "_", "-" and "/", not digits alone. */
function obsidianTag(tag: string): string {
  const allowed = tag
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/\u200c-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return /^\p{N}*$/u.test(allowed) ? `t${allowed}` : allowed;
}

const some = (list: readonly string[]) => (list.length ? list : undefined);

/**
 * The file of a note. What Obsidian has names for stands under them; what it has none for under names of ours, flat,
 * because it shows nested values as errors.
 */
export function noteAsMarkdown({ id, text, tags, ties, made, changed, revision, deleted }: Note): string {
  const { claims, entities, sources, page, passage, figure } = ties;
  const shown = tags.map(obsidianTag);
  const { exact, ...place } = passage ?? {};
  return withFrontMatter(
    {
      title: page?.title,
      tags: some(shown),
      created: made,
      modified: changed,
      source: page?.address,
      published: page?.published ?? undefined,
      quote: exact,
      'daftar-id': id,
      'daftar-revision': revision,
      'daftar-deleted': deleted ?? undefined,
      'daftar-tags': canonicalJson(shown) === canonicalJson(tags) ? undefined : tags,
      'daftar-claims': some(claims),
      'daftar-entities': some(entities),
      'daftar-sources': some(sources),
      'daftar-passage': passage ? JSON.stringify(place) : undefined,
      'daftar-figure': figure ? JSON.stringify(figure) : undefined,
    },
    text,
  );
}

/** YAML reads `2025` as a number; whoever wrote it meant a text. */
const SCALAR = v.pipe(v.union([v.string(), v.number(), v.boolean()], fault('text')), v.transform(String));
const TEXT = v.pipe(SCALAR, LINE);

/** A list, or one text with commas or spaces between, with or without "#". */
const TAGS = v.pipe(
  v.union([v.array(v.nullable(SCALAR)), SCALAR], fault('list')),
  v.transform(tags => (typeof tags === 'string' ? tags.split(/[,\s]+/) : tags)),
  v.transform(tags => tags.flatMap(tag => tag?.trim().replace(/^#/, '') || [])),
  NAMES,
);

/** JSON in a text, as we write what has parts. */
const JSON_TEXT = v.pipe(
  v.string(fault('text')),
  v.maxLength(100_000, fault('long')),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return JSON.parse(dataset.value) as unknown;
    } catch {
      addIssue({ message: fault('object') });
      return NEVER;
    }
  }),
);

/** What others give no or another meaning is passed over: a date of theirs that is none makes no bad note. */
const FOREIGN = v.object({
  title: v.fallback(v.nullish(TEXT), null),
  tags: v.fallback(v.nullish(TAGS), null),
  created: v.fallback(v.nullish(TIME), null),
  modified: v.fallback(v.nullish(TIME), null),
  source: v.fallback(v.nullish(ADDRESS), null),
  url: v.fallback(v.nullish(ADDRESS), null),
  published: v.fallback(v.nullish(v.pipe(SCALAR, DAY)), null),
  quote: v.fallback(v.nullish(LONG_TEXT), null),
});

const OURS = v.object({
  title: v.nullish(TEXT),
  tags: v.nullish(TAGS),
  created: TIME,
  modified: TIME,
  source: v.nullish(ADDRESS),
  published: v.nullish(v.pipe(SCALAR, DAY)),
  quote: v.nullish(LONG_TEXT),
  'daftar-id': NOTE_ID,
  'daftar-revision': WHOLE,
  'daftar-deleted': v.nullish(TIME),
  'daftar-tags': v.nullish(v.array(NAME, fault('list'))),
  'daftar-claims': v.nullish(NAMES),
  'daftar-entities': v.nullish(NAMES),
  'daftar-sources': v.nullish(NAMES),
  'daftar-passage': v.nullish(JSON_TEXT),
  'daftar-figure': v.nullish(v.pipe(JSON_TEXT, FIGURE)),
});

/**
 * The note of a file, or what is wrong with it.
 * @param place which one of the files it is, and its name there (a file alone has none)
 */
export async function noteFromMarkdown(file: string, place: NotePlace): Promise<ReadNotes> {
  const { values, text } = partFrontMatter(file);
  const refused = (bad: ReadNotes['bad']) => ({ notes: [], bad });
  if (!values) return refused([{ ...place, field: '', fault: 'yaml' }]);
  const long = checkValue(v.object({ text: LONG_TEXT }), { text }, place);
  if (long.bad) return refused(long.bad);
  if (!Object.hasOwn(values, 'daftar-id'))
    return { notes: [{ ...place, note: await foreignNote(values, text) }], bad: [] };
  const { value, bad } = checkValue(OURS, values, place);
  if (bad) return refused(bad);
  const passage = checkValue(v.nullable(PASSAGE), passageOf(value), place);
  return passage.bad
    ? refused(passage.bad)
    : { notes: [{ ...place, note: ownNote(value, passage.value, text) }], bad: [] };
}

/** The quote with its place; a quote that was taken out takes its place along. */
function passageOf({ quote, 'daftar-passage': place }: v.InferOutput<typeof OURS>): unknown {
  if (typeof quote !== 'string') return null;
  return {
    prefix: '',
    suffix: '',
    start: 0,
    end: quote.length,
    ...(typeof place === 'object' ? place : {}),
    exact: quote,
  };
}

function ownNote(value: v.InferOutput<typeof OURS>, passage: DraftNote['ties']['passage'], text: string): DraftNote {
  const shown = value.tags ?? [];
  const kept = value['daftar-tags'];
  // Tags that were changed in Obsidian since are those that hold.
  const tags = kept && canonicalJson(kept.map(obsidianTag)) === canonicalJson(shown) ? kept : shown;
  return {
    id: value['daftar-id'],
    text,
    tags,
    ties: {
      claims: value['daftar-claims'] ?? [],
      entities: value['daftar-entities'] ?? [],
      sources: value['daftar-sources'] ?? [],
      page: value.source
        ? { address: value.source, title: value.title ?? '', published: value.published ?? null }
        : null,
      passage,
      figure: value['daftar-figure'] ?? null,
    },
    made: value.created,
    changed: value.modified,
    revision: value['daftar-revision'],
    deleted: value['daftar-deleted'] ?? null,
  };
}

async function foreignNote(values: Readonly<Record<string, unknown>>, text: string): Promise<DraftNote> {
  const { title, tags, created, modified, quote, published, ...from } = v.parse(FOREIGN, values);
  const address = from.source ?? from.url;
  const passage = quote ? { exact: quote, prefix: '', suffix: '', start: 0, end: quote.length } : null;
  const page = address ? { address: addressOf(address), title: title ?? '', published: published ?? null } : null;
  return {
    id: await derivedId(`markdown ${canonicalJson([address, title, created, text])}`),
    text,
    tags: tags ?? [],
    ties: { claims: [], entities: [], sources: [], page, passage, figure: null },
    made: created ?? null,
    changed: modified ?? created ?? null,
    revision: null,
    deleted: null,
  };
}
