/** Draws a chart that is laid out. Presentation attributes and classes only: it stands under strangers' policies. */
import { t } from '@/lib/i18n/translate';
import { isolated, type Label } from './boxes';
import type { Layout } from './geometry';
import { Band, Shape, shapeOf, Whisker } from './Shape';
import { ARROW } from './sizes';
import { headOf } from './ticks';

interface Props {
  layout: Layout;
  /** What is seen, in one sentence. */
  name: string;
}

export function Drawing({ layout, name }: Props) {
  const { size, plot, page, marks } = layout;
  const { width, height, font, dot } = size;
  // What a mark hides is not worth a whisker.
  const bars = marks.filter(({ openUp, openDown, top, bottom }) => openUp || openDown || bottom - top > 2 * dot + 2);
  return (
    <svg
      class={`chart chart-${size.name}`}
      viewBox={`0 0 ${width} ${height}`}
      font-size={font}
      role="img"
      aria-label={name}
    >
      <Axes layout={layout} />
      {page && <Band bar={page} left={plot.left} right={plot.right} r={ARROW * dot} />}
      {layout.echoes.map(({ from, to }) => (
        <path key={from.id} class="chart-echoes" d={`M${to.x} ${to.y}L${from.x} ${from.y}`} />
      ))}
      {marks.map(
        ({ id, period, y }) =>
          period && (
            <path
              key={id}
              class={period.open ? 'chart-period chart-open' : 'chart-period'}
              d={`M${period.from} ${y}H${period.to}${period.open ? '' : `M${period.from} ${y - dot}V${y + dot}`}`}
            />
          ),
      )}
      {bars.map(mark => (
        <Whisker key={mark.id} bar={mark} x={mark.x} r={ARROW * dot} />
      ))}
      {marks.map(mark => (
        <Shape key={mark.id} kind={shapeOf(mark)} x={mark.x} y={mark.y} r={dot} />
      ))}
      {layout.labels.map(label => (
        <Text key={`${label.x} ${label.y}`} label={label} name="chart-label" />
      ))}
    </svg>
  );
}

function Axes({ layout: { plot, values, days, broken, log, size } }: { layout: Layout }) {
  const foot = plot.bottom + size.dot;
  return (
    <>
      {values.map(({ y, label }) => (
        <g key={y}>
          <path class="chart-grid" d={`M${plot.left} ${y}H${plot.right}`} />
          <Text label={label} name="chart-tick" />
        </g>
      ))}
      {days.map(({ x, label }) => (
        <g key={x}>
          <path class="chart-axis" d={`M${x} ${foot}v-4`} />
          <Text label={label} name="chart-tick" />
        </g>
      ))}
      <path class="chart-axis" d={`M${plot.left} ${foot}H${plot.right}`} />
      {/* Two strokes across the foot of the axis: it does not begin at zero. */}
      {broken && <path class="chart-break" d={`M${plot.left - 4} ${foot + 3}l8 -5m-8 -1l8 -5`} />}
      {log && (
        <Text
          label={{ x: plot.right, y: plot.top - headOf(size.dot), anchor: 'end', text: isolated(t('chart.log')) }}
          name="chart-tick"
        />
      )}
    </>
  );
}

function Text({ label: { x, y, anchor, text }, name }: { label: Label; name: string }) {
  return (
    <text class={name} x={x} y={y} text-anchor={anchor}>
      {text}
    </text>
  );
}
