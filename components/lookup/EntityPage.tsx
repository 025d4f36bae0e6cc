/** A person, group, place or event: its names, what it is, and the claims about it. */
import { t } from '@/lib/i18n/translate';
import type { EntityView } from '@/lib/lookup';
import { ENGLISH } from '../english';
import { ClaimList } from './ClaimList';
import { NoteList } from './NoteList';
import { RouteLink } from './RouteLink';

export function EntityPage({ view: { entity, standsFor, claims, notes } }: { view: EntityView }) {
  const names = [...entity.names, ...(entity.shortNames ?? [])];
  return (
    <>
      <p class="kind">{t(`entityKind.${entity.kind}`)}</p>
      <h1 tabIndex={-1} {...ENGLISH}>
        {entity.name}
      </h1>
      <p class="text" {...ENGLISH}>
        {entity.role}
      </p>
      {entity.note && (
        <p class="note" {...ENGLISH}>
          {entity.note}
        </p>
      )}
      <dl class="facts">
        {names.length > 0 && (
          <div>
            <dt>{t('lookup.alsoWritten')}</dt>
            <dd {...ENGLISH}>{names.join(' · ')}</dd>
          </div>
        )}
        {standsFor && (
          <div>
            <dt>{t('lookup.standsFor')}</dt>
            <dd>
              <RouteLink to={{ page: 'entity', id: standsFor.id }} {...ENGLISH}>
                {standsFor.name}
              </RouteLink>
            </dd>
          </div>
        )}
      </dl>
      <NoteList notes={notes} ties={{ entities: [entity.id] }} />
      {claims.length > 0 ? (
        <section>
          <h2>{t('lookup.claimsAbout', { count: claims.length })}</h2>
          <ClaimList claims={claims} />
        </section>
      ) : (
        <p class="fine">{t('entity.none')}</p>
      )}
    </>
  );
}
