/** What a chart says, in words. */
import { dateInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { daysOf } from '@/lib/reading/comparing/dates';
import type { Charted, ChartedVersion } from './charted';

/** All that is seen in the chart of at least one version, in one sentence. */
export function chartInWords({ versions, page }: Charted): string {
  const byValue = [...versions].sort((a, b) => a.point - b.point);
  const [lowest, highest] = [byValue[0], byValue.at(-1)] as [ChartedVersion, ChartedVersion];
  const values = {
    count: versions.length,
    dates: datesInWords(versions),
    low: lowest.words,
    high: highest.words,
  };
  const said = lowest.words === highest.words ? t('chart.same', values) : t('chart.apart', values);
  if (!page) return t('chart.alone', { versions: said });
  const place = { versions: said, page: page.words };
  const end = (value: number | null, open: number) => value ?? open;
  const { POSITIVE_INFINITY: ABOVE, NEGATIVE_INFINITY: BELOW } = Number;
  const top = Math.max(...versions.map(({ high }) => end(high, ABOVE)));
  const bottom = Math.min(...versions.map(({ low }) => end(low, BELOW)));
  if (end(page.low, BELOW) > top) return t('chart.above', place);
  return end(page.high, ABOVE) < bottom ? t('chart.below', place) : t('chart.among', place);
}

function datesInWords(versions: readonly ChartedVersion[]): string {
  const dates = versions
    .map(({ version }) => version.asOf)
    .sort((a, b) => (daysOf(a)?.first ?? 0) - (daysOf(b)?.first ?? 0));
  const [from = '', to = ''] = [dates[0], dates.at(-1)];
  return from === to ? dateInWords(from) : t('period.range', { from: dateInWords(from), to: dateInWords(to) });
}
