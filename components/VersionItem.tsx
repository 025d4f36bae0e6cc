/** One sourced version beside the page's statement: short in the first view, whole in the list of all. */
import type { ComponentChildren } from 'preact';
import { dateInWords, periodInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { relationInWords, versionInWords } from '@/lib/i18n/wording';
import type { ComparedVersion, Comparison } from '@/lib/reading/reading';
import { ENGLISH } from './english';
import { SourceLine } from './SourceLine';

interface Props {
  comparison: Comparison;
  compared: ComparedVersion;
}

/** The version with its distance, date and source; its paraphrase only where there is no figure that speaks for itself. */
export function ShortVersion({ comparison, compared }: Props) {
  const { version, source, relation } = compared;
  return (
    <div class="version" data-relation={relation.kind}>
      <Head comparison={comparison} compared={compared} />
      {comparison.claim.kind !== 'figure' && (
        <p class="text" {...ENGLISH}>
          {version.text}
        </p>
      )}
      <SourceLine source={source} />
      {version.attributedTo && <p class="fine">{t('card.attributed', { name: version.attributedTo })}</p>}
      {source.published !== version.asOf && <p class="fine">{t('card.asOf', { date: dateInWords(version.asOf) })}</p>}
    </div>
  );
}

/** Everything that the store has of the version. */
export function VersionItem({ comparison, compared }: Props) {
  const { version, source, relation, inForce } = compared;
  const period = periodInWords(version.period);
  const date = dateInWords(version.asOf);
  return (
    <li class="version" data-relation={relation.kind}>
      <Head comparison={comparison} compared={compared} />
      <p class="text" {...ENGLISH}>
        {version.text}
      </p>
      <dl class="facts">
        {period && relation.kind !== 'other-period' && <Fact name={t('card.factPeriod')} value={period} />}
        <Fact
          name={t('card.factAsOf')}
          value={inForce && comparison.versions.length > 1 ? t('card.factLatest', { date }) : date}
        />
        {version.attributedTo && (
          <Fact name={t('card.factAttributed')} value={<bdi lang="en">{version.attributedTo}</bdi>} />
        )}
        {version.holder && <Fact name={t('card.factHolder')} value={<bdi lang="en">{version.holder}</bdi>} />}
      </dl>
      <SourceLine source={source} />
      {version.note && (
        <p class="note" {...ENGLISH}>
          {version.note}
        </p>
      )}
    </li>
  );
}

function Head({ comparison, compared }: Props) {
  const said = versionInWords(comparison, compared);
  return (
    <p class="head">
      {said && <strong class="value">{said}</strong>}
      <span class="relation">{relationInWords(comparison, compared)}</span>
    </p>
  );
}

function Fact({ name, value }: { name: string; value: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
