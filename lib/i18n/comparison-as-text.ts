/** Writes a comparison out as plain text with its sources, to be pasted elsewhere. */
import type { ComparedVersion, Comparison } from '../reading/reading.ts';
import type { Source } from '../reading/types.ts';
import { dateInWords, periodInWords } from './formats.ts';
import { t } from './translate.ts';
import { relationInWords, verdictInWords, verdictLabel, versionInWords } from './wording.ts';

/**
 * @param address of the page that makes the statement
 * @returns lines ending in "\n"; the page's words stand in quotation marks, all else is ours or the source's name
 */
export function comparisonAsText(comparison: Comparison, address: string): string {
  const { claim, statement, versions, date, period } = comparison;
  const spoken = periodInWords(period);
  const quote = oneLine(statement.text);
  const verdict = { label: verdictLabel(comparison), sentence: verdictInWords(comparison), day: dateInWords(date.day) };
  return [
    claim.question,
    spoken ? t('copy.pageSaysOf', { period: spoken, quote }) : t('copy.pageSays', { quote }),
    address,
    t('copy.verdict', verdict),
    ...versions.flatMap((compared, i) => ['', ...versionAsLines(comparison, compared, i + 1)]),
    ...(claim.note ? ['', t('copy.why', { note: claim.note })] : []),
    '',
  ].join('\n');
}

function versionAsLines(comparison: Comparison, compared: ComparedVersion, number: number): string[] {
  const { version, source, relation } = compared;
  const period = relation.kind === 'other-period' ? null : periodInWords(version.period);
  const said = versionInWords(comparison, compared);
  const facts = [
    t('copy.asOf', { date: dateInWords(version.asOf) }),
    ...(period ? [t('copy.period', { period })] : []),
    ...(version.attributedTo ? [t('copy.attributed', { name: version.attributedTo })] : []),
  ].join(t('copy.comma'));
  const relationSaid = relationInWords(comparison, compared);
  return [
    t(said ? 'copy.version' : 'copy.versionBare', { number, said, relation: relationSaid, facts }),
    version.text,
    t('copy.source', { source: sourceAsText(source) }),
  ];
}

function sourceAsText({ publisher, authors, title, published, url }: Source): string {
  const who = [authors.join(', '), publisher].filter(Boolean);
  return [...who, title, dateInWords(published), ...(url ? [url] : [])].join(', ');
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
