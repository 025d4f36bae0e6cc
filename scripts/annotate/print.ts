/** Prints comparisons for a person. */

import { dateInWords, periodInWords } from '../../lib/i18n/formats.ts';
import {
  relationInWords,
  statedInWords,
  verdictInWords,
  verdictLabel,
  versionInWords,
} from '../../lib/i18n/wording.ts';
import type { Refusal } from '../../lib/reading/matching/match.ts';
import type { Comparison } from '../../lib/reading/reading.ts';
import type { Annotated } from './annotate-document.ts';

const REFUSED: Record<Refusal, string> = {
  words: 'words that it needs are missing',
  context: 'neither text nor page speak of what it is about',
  measure: 'no figure of its kind, unit and size',
  'ruled-out': 'a word of another matter',
  'other-year': 'a figure of another year',
  unreal: 'only planned, possible or denied',
  apart: 'its words stand too far apart',
  value: 'none of its states is asserted',
  outdone: 'another claim fits the figure better',
};

function printComparison(comparison: Comparison, number: number): string {
  const period = periodInWords(comparison.period);
  const lines = [
    `${number}. ${verdictLabel(comparison).toUpperCase()}: ${statedInWords(comparison)}${period ? ` (${period})` : ''}`,
    `   Page:     “${comparison.statement.text}”`,
    `   Question: ${comparison.claim.question}`,
    `   ${verdictInWords(comparison)}`,
  ];
  for (const compared of comparison.versions) {
    const { version, source } = compared;
    const by = version.attributedTo ? `, giving the word of ${version.attributedTo}` : '';
    lines.push(
      `   - ${[versionInWords(comparison, compared), relationInWords(comparison, compared)].filter(Boolean).join(': ')}`,
      `     ${version.text}`,
      `     ${source.publisher ?? source.authors.join(', ')}, “${source.title}”, ${dateInWords(source.published)}${by}`,
    );
    if (source.url) lines.push(`     ${source.url}`);
  }
  if (comparison.claim.note) lines.push(`   Note: ${comparison.claim.note}`);
  return lines.join('\n');
}

/** All comparisons as text, with a heading that says what was read. */
export function printForPerson({ document, comparisons }: Pick<Annotated, 'document' | 'comparisons'>): string {
  const date = document.date ? dateInWords(document.date) : 'no date found, judged by today';
  const heading = `${document.title ?? 'Text'} (${date})`;
  if (comparisons.length === 0) return `${heading}\nNo statement here is about a matter that the store has sources on.`;
  return [heading, ...comparisons.map((comparison, i) => printComparison(comparison, i + 1))].join('\n\n');
}

/** The same with the reasons of each match. */
export function explain({ document, comparisons, output }: Annotated): string {
  const reasons = comparisons.map((comparison, i) => {
    const { why, score, statement } = comparison;
    const parts = Object.entries(why.parts).map(([part, value]) => `${part} ${value.toFixed(2)}`);
    return [
      printComparison(comparison, i + 1),
      `   Why: claim ${comparison.claim.id}, score ${score.toFixed(2)} = ${parts.join(' + ')}`,
      `        words: ${why.words.map(({ start, end }) => `“${statement.text.slice(start, end)}”`).join(', ')}`,
      ...(why.context.length > 0
        ? [
            `        context from: ${why.context.map(({ carrier, entity }) => `${carrier} (${entity ?? 'a word'})`).join(', ')}`,
          ]
        : []),
      ...(comparison.figure
        ? [`        figure: ${JSON.stringify(comparison.figure)}`]
        : [`        asserts: ${comparison.status ?? statement.text}`]),
    ].join('\n');
  });
  const refused = (output.refused ?? []).map(({ start, end, claim, refusal, share, words }) => {
    const said = words.map(word => `“${document.text.slice(word.start, word.end)}”`).join(', ');
    return `   - ${claim}: ${REFUSED[refusal]} (${Math.round(100 * share)} % of its words: ${said})\n     “${document.text.slice(start, end)}”`;
  });
  const near = refused.length > 0 ? [['Refused near misses:', ...refused].join('\n')] : [];
  return [document.title ?? 'Text', ...reasons, ...near].join('\n\n');
}
