/** All notes as one Markdown file, for reading and pasting. Notes keep their own Markdown, so that it cannot be read back note by note. */
import { t } from '../i18n/translate.ts';
import type { Note } from '../notes.ts';
import { mapInPieces, type Waiting } from './breathe.ts';
import { dayInWords, factsOf, listed, type Names } from './readable.ts';

/** Text that is not Markdown, so that it is not taken for it; on one line. */
const literal = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#+!|~]/g, sign => `\\${sign}`);

/** @param written when the file is made */
export async function notesAsMarkdown(
  notes: readonly Note[],
  written: Date,
  names: Names,
  waiting: Waiting = {},
): Promise<string> {
  const count = t('notesFiles.count', { count: notes.length });
  const lead = listed([count, dayInWords(written.toISOString())]);
  const sections = await mapInPieces(notes, (note, index) => section(note, index + 1, names), waiting);
  return `${[`# ${t('notesFiles.title')}`, lead, ...sections].join('\n\n')}\n`;
}

function section(note: Note, number: number, names: Names): string {
  const { page, passage } = note.ties;
  const facts = factsOf(note, names).map(({ label, values }) => `- ${t(label)}: ${listed(values.map(literal))}`);
  const address = page
    ? [
        `- ${t('notesFiles.label.page')}: ${literal(page.title)} <${page.address.replace(/[\s<>]/g, encodeURIComponent)}>`,
      ]
    : [];
  const parts = [
    `## ${t('notesFiles.note', { number })}`,
    passage ? quoted(passage.exact) : '',
    note.text.trimEnd(),
    [...address, ...facts].join('\n'),
  ];
  return parts.filter(Boolean).join('\n\n');
}

const quoted = (text: string) =>
  text
    .split('\n')
    .map(line => `> ${literal(line)}`.trimEnd())
    .join('\n');
