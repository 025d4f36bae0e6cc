/** Writes a comparison out as plain text with its sources, to be pasted elsewhere. */
import type { ComparedVersion, Comparison } from './reading.ts';
import type { Source } from './types.ts';
import {
  dateInWords,
  periodInWords,
  relationInWords,
  verdictInWords,
  verdictLabel,
  versionInWords,
} from './wording.ts';

/**
 * @param address of the page that makes the statement
 * @returns lines ending in "\n"; the page's words stand in quotation marks, all else is ours or the source's name
 */
export function comparisonAsText(comparison: Comparison, address: string): string {
  const { claim, statement, versions, date, period } = comparison;
  const spoken = periodInWords(period);
  return [
    claim.question,
    `The page says${spoken ? ` (${spoken})` : ''}: “${oneLine(statement.text)}”`,
    address,
    `${verdictLabel(comparison)}: ${verdictInWords(comparison)} Judged by ${dateInWords(date.day)}.`,
    ...versions.flatMap((compared, i) => ['', ...versionAsLines(comparison, compared, i + 1)]),
    ...(claim.note ? ['', `Why the sources are not the same: ${claim.note}`] : []),
    '',
  ].join('\n');
}

function versionAsLines(comparison: Comparison, compared: ComparedVersion, number: number): string[] {
  const { version, source, relation } = compared;
  const period = relation.kind === 'other-period' ? null : periodInWords(version.period);
  const said = versionInWords(comparison, compared);
  const facts = [
    `as of ${dateInWords(version.asOf)}`,
    ...(period ? [`period ${period}`] : []),
    ...(version.attributedTo ? [`gives the word of ${version.attributedTo}`] : []),
  ];
  return [
    `${number}. ${said ? `${said}. ` : ''}${relationInWords(comparison, compared)} (${facts.join('; ')}).`,
    version.text,
    `Source: ${sourceAsText(source)}`,
  ];
}

function sourceAsText({ publisher, authors, title, published, url }: Source): string {
  const who = [authors.join(', '), publisher].filter(Boolean);
  return [...who, title, dateInWords(published), ...(url ? [url] : [])].join(', ');
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
