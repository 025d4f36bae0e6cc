/** Names the shapes of a chart, those that occur in it, and says what the drawing alone could not. */
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n/translate';
import type { Charted } from './charted';
import { Band, Shape, type ShapeKind } from './Shape';

/** Width and height of a sample. */
const WIDE = 16;
const HIGH = 12;

/** `broken`: whether the axis of values starts elsewhere than at zero. */
export function Legend({ charted: { versions, page, leftOut }, broken }: { charted: Charted; broken: boolean }) {
  const shape = (kind: ShapeKind) => <Shape kind={kind} x={WIDE / 2} y={HIGH / 2} r={4} />;
  const flat = { top: 2, bottom: HIGH - 2, openUp: false, openDown: false };
  return (
    <figcaption class="chart-legend">
      <ul>
        {page && (
          <Item sample={<Band bar={flat} left={0} right={WIDE} r={0} />}>
            {t('chart.pageGives', { figure: page.words })}
          </Item>
        )}
        {versions.some(({ inForce }) => inForce) && (
          <Item sample={shape('in-force')}>{page ? t('chart.inForce') : t('card.latest')}</Item>
        )}
        {versions.some(({ inForce, echoOf }) => !inForce && echoOf === null) && (
          <Item sample={shape('version')}>{t('chart.version')}</Item>
        )}
        {versions.some(({ echoOf }) => echoOf !== null) && <Item sample={shape('echo')}>{t('chart.echo')}</Item>}
        {versions.some(({ since }) => since !== null) && (
          <Item sample={<path class="chart-period" d={`M1 ${HIGH / 2}H${WIDE}M1 2V${HIGH - 2}`} />}>
            {t('card.factPeriod')}
          </Item>
        )}
      </ul>
      {broken && <p>{t('chart.broken')}</p>}
      {leftOut > 0 && <p>{t('chart.leftOut', { count: leftOut })}</p>}
    </figcaption>
  );
}

function Item({ sample, children }: { sample: ComponentChildren; children: ComponentChildren }) {
  return (
    <li>
      <svg class="chart chart-sample" viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
        {sample}
      </svg>{' '}
      {children}
    </li>
  );
}
