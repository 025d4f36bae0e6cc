/** What a note says besides its text, in words of the reader's language: for the formats that are for reading. */
import { dateInWords } from '../i18n/formats.ts';
import { type MessageKey, t } from '../i18n/translate.ts';
import type { Note } from '../notes.ts';

/** What claims, entities and sources are called, by their ids; ids without a name stand for themselves. */
export type Names = ReadonlyMap<string, string>;

/** The reader's own day of an instant. */
export function dayInWords(instant: string): string {
  const time = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return dateInWords(`${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`);
}

/** The facts in the order in which they are shown; those that a note lacks are left out. */
export function factsOf(
  { tags, ties, made, changed, deleted }: Note,
  names: Names,
): { label: MessageKey; values: string[] }[] {
  const named = (ids: readonly string[]) => ids.map(id => names.get(id) ?? id);
  const facts: { label: MessageKey; values: string[] }[] = [
    {
      label: 'notesFiles.label.published',
      values: ties.page?.published ? [dateInWords(ties.page.published.slice(0, 10))] : [],
    },
    { label: 'notesFiles.label.figure', values: ties.figure ? [ties.figure.text] : [] },
    { label: 'notesFiles.label.claims', values: named(ties.claims) },
    { label: 'notesFiles.label.entities', values: named(ties.entities) },
    { label: 'notesFiles.label.sources', values: named(ties.sources) },
    { label: 'notesFiles.label.tags', values: tags },
    { label: 'notesFiles.label.made', values: [dayInWords(made)] },
    {
      label: 'notesFiles.label.changed',
      values: dayInWords(changed) === dayInWords(made) ? [] : [dayInWords(changed)],
    },
    { label: 'notesFiles.label.deleted', values: deleted ? [dayInWords(deleted)] : [] },
  ];
  return facts.filter(({ values }) => values.length);
}

/** Values one after another. */
export const listed = (values: readonly string[]): string => values.join(t('notesFiles.between'));
