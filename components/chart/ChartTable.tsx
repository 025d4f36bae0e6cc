/** The chart's contents as a table, for those who would rather read than look. */
import { dateInWords, periodInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { publisherOf } from '../SourceLine';
import type { Charted, ChartedVersion } from './charted';

interface Column {
  name: string;
  of(version: ChartedVersion): string | null;
}

export function ChartTable({ charted: { versions, page } }: { charted: Charted }) {
  const columns: Column[] = [
    { name: t('chart.value'), of: ({ words }) => words },
    { name: t('card.factPeriod'), of: ({ version }) => periodInWords(version.period) },
    { name: t('card.factAsOf'), of: ({ version }) => dateInWords(version.asOf) },
    { name: t('card.factAttributed'), of: ({ version }) => version.attributedTo },
  ];
  const filled = columns.filter(({ of }) => versions.some(of));
  return (
    <details class="chart-table">
      <summary>{t('chart.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('chart.source')}</th>
            {filled.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page && (
            <tr>
              <th scope="row">{t('chart.page')}</th>
              <td colSpan={filled.length}>
                <bdi>{page.words}</bdi>
              </td>
            </tr>
          )}
          {versions.map(one => (
            <tr key={one.version.id}>
              <th scope="row">
                <bdi>{publisherOf(one.source) || one.source.title}</bdi>
              </th>
              {filled.map(({ name, of }) => (
                <td key={name}>
                  <bdi>{of(one)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
