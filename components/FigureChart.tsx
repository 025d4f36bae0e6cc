/** The versions of a figure claim on a date axis, and the page's figure across them. Its looks are in chart/chart.css. */
import { t } from '@/lib/i18n/translate';
import { ChartTable } from './chart/ChartTable';
import type { Charted } from './chart/charted';
import { Drawing } from './chart/Drawing';
import { layOut } from './chart/geometry';
import { Legend } from './chart/Legend';
import { ScopedFigures } from './chart/ScopedFigures';
import { NARROW, SMALL, WIDE } from './chart/sizes';
import { chartInWords } from './chart/words';

interface Props {
  /** From `chartedComparison` or `chartedClaim`; null for what is no figure claim. */
  charted: Charted | null;
  /** Small in the popover; large on a page of its own, with a table. */
  size: 'small' | 'large';
}

/**
 * A date axis wants two versions that count the same thing. Where each counts something of its own, they stand each under what
 * it counts; where they cannot be laid on one scale, the large chart says why there is none, and the small one nothing.
 */
export function FigureChart({ charted, size }: Props) {
  if (!charted) return null;
  if (charted.versions.length < 2) {
    if (charted.versions.length + charted.others.length > 1) return <ScopedFigures charted={charted} />;
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
