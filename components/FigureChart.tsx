/** The versions of a figure claim on a date axis, and the page's figure across them. Its looks are in chart/chart.css. */
import { t } from '@/lib/i18n/translate';
import { ChartTable } from './chart/ChartTable';
import type { Charted } from './chart/charted';
import { Drawing } from './chart/Drawing';
import { layOut } from './chart/geometry';
import { Legend } from './chart/Legend';
import { NARROW, SMALL, WIDE } from './chart/sizes';
import { chartInWords } from './chart/words';

interface Props {
  /** From `chartedComparison` or `chartedClaim`; null for what is no figure claim. */
  charted: Charted | null;
  /** Small in the popover; large on a page of its own, with a table. */
  size: 'small' | 'large';
}

/** A chart wants two versions. Without them the large one says why, where there are others; the small one says nothing. */
export function FigureChart({ charted, size }: Props) {
  if (!charted) return null;
  if (charted.versions.length < 2) {
    const others = charted.versions.length + charted.leftOut;
    return size === 'large' && others > 1 ? <p class="chart-none">{t('chart.none')}</p> : null;
  }
  // Which of the two large ones is shown is for the style sheet: print and zoom ask no script.
  const layouts = (size === 'small' ? [SMALL] : [WIDE, NARROW]).map(one => layOut(charted, one));
  const name = chartInWords(charted);
  return (
    <figure class={`figure-chart figure-chart-${size}`}>
      {layouts.map(layout => (
        <Drawing key={layout.size.name} layout={layout} name={name} />
      ))}
      <Legend charted={charted} broken={layouts.some(({ broken }) => broken)} />
      {size === 'large' && <ChartTable charted={charted} />}
    </figure>
  );
}
