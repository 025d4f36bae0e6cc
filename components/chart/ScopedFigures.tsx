/**
 * Figures that count different things, each under what it counts, on one scale from zero: they can be looked at together, but
 * do not stand on one date axis, where they would seem to follow each other. All that the bars show is said in words as well.
 */
import { dateInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { ENGLISH } from '../english';
import { publisherOf } from '../SourceLine';
import type { Charted, ChartedValue, ChartedVersion } from './charted';
import { type Span, spansOf } from './spans';

export function ScopedFigures({ charted: { versions, others, page, leftOut } }: { charted: Charted }) {
  const all = [...versions, ...others];
  const spans = spansOf(page ? [page, ...all] : all);
  const spanOf = (value: ChartedValue) => spans.get(value) as Span;
  const scopes = Map.groupBy(all, ({ version }) => version.scope?.label ?? '');
  const unseen = leftOut - others.length;
  return (
    <figure class="figure-chart scoped">
      <ul>
        {page && (
          <li class="scoped-page">
            <p>{t('chart.page')}</p>
            <Bar {...spanOf(page)} />
            <p class="scoped-words">
              <bdi>{page.words}</bdi>
            </p>
          </li>
        )}
        {[...scopes].map(([scope, inScope]) => (
          <li key={scope}>
            {scope ? <p {...ENGLISH}>{scope}</p> : <p>{t('chart.noScope')}</p>}
            {inScope.map(one => (
              <Row key={one.version.id} one={one} span={spanOf(one)} />
            ))}
          </li>
        ))}
      </ul>
      <figcaption class="chart-legend">
        <p>{t('chart.scoped')}</p>
        {unseen > 0 && <p>{t('chart.leftOut', { count: unseen })}</p>}
      </figcaption>
    </figure>
  );
}

function Row({ one: { words, version, source }, span }: { one: ChartedVersion; span: Span }) {
  return (
    <>
      <Bar {...span} />
      <p class="scoped-words">
        <bdi>{words}</bdi>
        {' · '}
        <bdi lang="en">{publisherOf(source) || source.title}</bdi>
        {' · '}
        {dateInWords(version.asOf)}
      </p>
    </>
  );
}

/** It runs from left to right in every language, as the axes do (scales.ts). */
function Bar({ from, to, open }: Span) {
  return (
    <div class="scoped-track" aria-hidden="true">
      <span
        class={`scoped-bar${open === null ? '' : ` scoped-${open}`}`}
        style={{ left: `${100 * from}%`, right: `${100 * (1 - to)}%` }}
      />
    </div>
  );
}
