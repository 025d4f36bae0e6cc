/** The chart's contents as a table, for those who would rather read than look. */
import { dateInWords, periodInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { Charted } from './charted';

export function ChartTable({ charted: { versions, page } }: { charted: Charted }) {
  return (
    <details class="chart-table">
      <summary>{t('chart.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('chart.source')}</th>
            <th scope="col">{t('chart.value')}</th>
            <th scope="col">{t('card.factPeriod')}</th>
            <th scope="col">{t('card.factAsOf')}</th>
            <th scope="col">{t('card.factAttributed')}</th>
          </tr>
        </thead>
        <tbody>
          {page && (
            <tr>
              <th scope="row">{t('chart.page')}</th>
              <td colSpan={4}>
                <bdi>{page.words}</bdi>
              </td>
            </tr>
          )}
          {versions.map(({ version, source, words }) => (
            <tr key={version.id}>
              <th scope="row">
                <bdi>{source.publisher ?? source.title}</bdi>
              </th>
              <td>{words}</td>
              <td>{periodInWords(version.period)}</td>
              <td>{dateInWords(version.asOf)}</td>
              <td>
                <bdi>{version.attributedTo}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
