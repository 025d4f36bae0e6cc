/** A claim: its question, all versions of it, what it is about, and what stands near it. */
import { t } from '@/lib/i18n/translate';
import type { ClaimView } from '@/lib/lookup';
import { chartedClaim } from '../chart/charted-claim';
import { ENGLISH } from '../english';
import { FigureChart } from '../FigureChart';
import { ClaimList } from './ClaimList';
import { NoteList } from './NoteList';
import { RouteLink } from './RouteLink';
import { VersionEntry } from './VersionEntry';

export function ClaimPage({ view }: { view: ClaimView }) {
  const { claim, sources, entities, holders, related, notes } = view;
  const newestFirst = claim.versions.toSorted((a, b) => b.asOf.localeCompare(a.asOf));
  return (
    <>
      <p class="kind">{t(`claimKind.${claim.kind}`)}</p>
      <h1 tabIndex={-1} {...ENGLISH}>
        {claim.question}
      </h1>
      {entities.length > 0 && (
        <p class="chips">
          <span class="fine">{t('lookup.about')}</span>
          {entities.map(({ id, name }) => (
            <RouteLink key={id} to={{ page: 'entity', id }} class="chip" {...ENGLISH}>
              {name}
            </RouteLink>
          ))}
        </p>
      )}
      {claim.note && (
        <div class="note">
          <p>
            <strong>{t('card.why')}</strong>
          </p>
          <p {...ENGLISH}>{claim.note}</p>
        </div>
      )}
      <FigureChart charted={chartedClaim(claim, sources)} size="large" />
      <section>
        <h2>{t('lookup.allVersions', { count: claim.versions.length })}</h2>
        <ul class="entries">
          {newestFirst.map(version => (
            <li key={version.id}>
              <VersionEntry
                claim={claim}
                version={version}
                source={sources.get(version.source)}
                holder={version.holder ? holders.get(version.holder) : undefined}
              />
            </li>
          ))}
        </ul>
      </section>
      <NoteList notes={notes} ties={{ claims: [claim.id] }} />
      {related.length > 0 && (
        <section>
          <h2>{t('lookup.related')}</h2>
          <ClaimList claims={related} />
        </section>
      )}
    </>
  );
}
