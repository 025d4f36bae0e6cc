/** Notes as an HTML document to print or to read anywhere: no script, nothing loaded, in the reader's language. */
import { currentLanguage, direction, t } from '../i18n/translate.ts';
import type { Note, PageTie } from '../notes.ts';
import { mapInPieces, type Waiting } from './breathe.ts';
import { dayInWords, factsOf, listed, type Names } from './readable.ts';
import { element, link, type RichElement, type RichNode, richText } from './rich-text.ts';
import { toHtml } from './to-html.ts';

/** Written without signs that would want escaping. */
const STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 24px 16px; max-width: 44em; overflow-wrap: break-word; }
h1 { font-size: 20px; margin: 0; }
h2 { font-size: 16px; margin: 0 0 8px; }
h3, h4, h5, h6 { font-size: 14px; margin: 12px 0 4px; }
article { border-block-start: 1px solid; padding-block: 16px; margin-block-start: 16px; }
blockquote { margin-inline: 0; padding-inline-start: 12px; border-inline-start: 3px solid #0b8577; }
pre { overflow-x: auto; white-space: pre-wrap; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 2px 8px; text-align: start; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 12px 0 0; font-size: 13px; }
dd { margin: 0; min-width: 0; }
@media print { body { padding: 0; max-width: none; } h2, blockquote, dl { break-inside: avoid; } h2 { break-after: avoid; } }
`;

/** Nothing may be loaded or run, whatever the notes say. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** @param written when the file is made */
export async function notesAsHtml(
  notes: readonly Note[],
  written: Date,
  names: Names,
  waiting: Waiting = {},
): Promise<string> {
  const title = t('notesFiles.title');
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, title),
    element('style', {}, STYLE),
  );
  const count = t('notesFiles.count', { count: notes.length });
  const lead = element('p', {}, listed([count, dayInWords(written.toISOString())]));
  const articles = await mapInPieces(notes, (note, index) => toHtml(article(note, index + 1, names)), waiting);
  const opening = `<html lang="${currentLanguage()}" dir="${direction()}">${toHtml(head)}<body><main>`;
  const above = toHtml(element('h1', {}, title)) + toHtml(lead);
  return `<!doctype html>\n${opening}${above}${articles.join('')}</main></body></html>\n`;
}

function article(note: Note, number: number, names: Names): RichElement {
  const { page, passage } = note.ties;
  const quote = passage ? [element('blockquote', { dir: 'auto' }, passage.exact)] : [];
  const rows = factsOf(note, names).map(({ label, values }) => row(t(label), isolated(values)));
  return element(
    'article',
    {},
    element('h2', {}, t('notesFiles.note', { number })),
    ...quote,
    ...richText(note.text),
    element('dl', {}, ...(page ? [...row(t('notesFiles.label.page'), pageLink(page))] : []), ...rows.flat()),
  );
}

const row = (label: string, values: readonly RichNode[]) => [element('dt', {}, label), element('dd', {}, ...values)];

/** Names of any script beside one another, each with its own direction. */
const isolated = (values: readonly string[]) =>
  values.flatMap((value, index) => [...(index ? [t('notesFiles.between')] : []), element('bdi', {}, value)]);

/** The page's title as a link, and its address to be read on paper. */
function pageLink({ address, title }: PageTie): RichNode[] {
  const words = title ? [element('bdi', {}, title), element('br', {})] : [];
  return [...words, ...link(address, [element('bdi', {}, address)]).slice(0, 1)];
}
