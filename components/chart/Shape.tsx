/** The marks of a chart. Each differs from the others in shape, so that they can be told without colours. */
import type { Bar } from './geometry';

export type ShapeKind = 'version' | 'in-force' | 'echo' | 'in-force-echo';

export const shapeOf = ({ inForce, isEcho }: { inForce: boolean; isEcho: boolean }): ShapeKind =>
  inForce ? (isEcho ? 'in-force-echo' : 'in-force') : isEcho ? 'echo' : 'version';

/** A disc, a ring for an echo, and a diamond of either kind for the version in force. `r` is half its width. */
export function Shape({ kind, x, y, r }: { kind: ShapeKind; x: number; y: number; r: number }) {
  const name = `chart-mark chart-${kind}`;
  if (kind === 'version' || kind === 'echo') return <circle class={name} cx={x} cy={y} r={r} />;
  const wide = r * 1.35;
  return <path class={name} d={`M${x} ${y - wide}l${wide} ${wide}l${-wide} ${wide}l${-wide} ${-wide}z`} />;
}

/** A range of values as a line: closed ends have a foot, open ones an arrow. `r` is half the width of both. */
export function Whisker({ bar: { top, bottom, openUp, openDown }, x, r }: { bar: Bar; x: number; r: number }) {
  const end = (y: number, open: boolean, into: number) =>
    open ? `M${x - r} ${y + into * r}L${x} ${y}L${x + r} ${y + into * r}` : `M${x - r} ${y}H${x + r}`;
  return <path class="chart-whisker" d={`M${x} ${top}V${bottom}${end(top, openUp, 1)}${end(bottom, openDown, -1)}`} />;
}

/** The page's range across the chart: its closed ends have an edge, its open ones arrows. */
export function Band({ bar, left, right, r }: { bar: Bar; left: number; right: number; r: number }) {
  const { top, bottom, openUp, openDown } = bar;
  const edges = `${openUp ? '' : `M${left} ${top}H${right}`}${openDown ? '' : `M${left} ${bottom}H${right}`}`;
  const places = openUp || openDown ? [0.25, 0.5, 0.75].map(share => left + share * (right - left)) : [];
  return (
    <g class="chart-page">
      <rect x={left} y={top} width={right - left} height={bottom - top} />
      <path d={edges} />
      {places.map(x => (
        <path
          key={x}
          d={`${openUp ? `M${x - r} ${top + r}L${x} ${top}L${x + r} ${top + r}` : ''}${
            openDown ? `M${x - r} ${bottom - r}L${x} ${bottom}L${x + r} ${bottom - r}` : ''
          }`}
        />
      ))}
    </g>
  );
}
