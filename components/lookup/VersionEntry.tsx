/** One version with everything that the store has of it, on the page of its claim or of its source. */
import type { ComponentChildren } from 'preact';
import { dateInWords, periodInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { saidInWords } from '@/lib/i18n/wording';
import type { Claim, Entity, Source, Version } from '@/lib/reading/types';
import { ENGLISH } from '../english';
import { RouteLink } from './RouteLink';

interface Props {
  claim: Claim;
  version: Version;
  /** The source to name; on its own page it is given as `onSourcePageOf`, and its date is not said again. */
  source?: Source;
  onSourcePageOf?: Source;
  /** Who holds the position, where the store knows them. */
  holder?: Entity;
}

export function VersionEntry({ claim, version, source, onSourcePageOf, holder }: Props) {
  const said = saidInWords(claim, version);
  const period = periodInWords(version.period);
  const { scope, attributedTo } = version;
  return (
    <>
      {said && <p class="value">{claim.kind === 'figure' ? <bdi>{said}</bdi> : <span {...ENGLISH}>{said}</span>}</p>}
      <p class="text" {...ENGLISH}>
        {version.text}
      </p>
      <dl class="facts">
        {scope && (
          <Fact name={t('lookup.counted')}>
            <bdi lang="en">{scope.label}</bdi>
          </Fact>
        )}
        {period && <Fact name={t('card.factPeriod')}>{period}</Fact>}
        {version.asOf !== onSourcePageOf?.published && (
          <Fact name={t('card.factAsOf')}>{dateInWords(version.asOf)}</Fact>
        )}
        {attributedTo && (
          <Fact name={t('card.factAttributed')}>
            <bdi lang="en">{attributedTo}</bdi>
          </Fact>
        )}
        {version.holder && !(holder && holder.name === onSourcePageOf?.publisher) && (
          <Fact name={t('card.factHolder')}>
            {holder ? (
              <RouteLink to={{ page: 'entity', id: holder.id }} {...ENGLISH}>
                {holder.name}
              </RouteLink>
            ) : (
              <bdi lang="en">{version.holder}</bdi>
            )}
          </Fact>
        )}
      </dl>
      {source && (
        <p class="fine" {...ENGLISH}>
          <RouteLink to={{ page: 'source', id: source.id }}>{source.title}</RouteLink>
        </p>
      )}
      <p class="fine">
        {source && (
          <>
            <bdi lang="en">{source.publisher ?? source.authors.join(', ')}</bdi>
            {' · '}
            {dateInWords(source.published)}
            {' · '}
          </>
        )}
        {paragraphsInWords(version)}
      </p>
      {version.note && (
        <p class="note" {...ENGLISH}>
          {version.note}
        </p>
      )}
    </>
  );
}

const number = (value: number) => t('lookup.number', { number: value });

/** Where in its source a version stands, repetitions included. */
function paragraphsInWords({ paragraph, alsoIn = [] }: Version): string {
  if (alsoIn.length === 0) return t('lookup.paragraph', { number: paragraph });
  return t('lookup.paragraphs', { numbers: [paragraph, ...alsoIn].map(number).join(t('lookup.comma')) });
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
