/** A source: what it is, and all that it says, claim by claim in the order of its paragraphs. */
import { dateInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { SourceView } from '@/lib/lookup';
import { ENGLISH } from '../english';
import { safeAddress } from '../SourceLine';
import { LongList } from './LongList';
import { NoteList } from './NoteList';
import { RouteLink } from './RouteLink';
import { VersionEntry } from './VersionEntry';

/** More would take long to draw, and nobody reads that far without searching. */
const FIRST = 40;

export function SourcePage({ view: { source, says, holders, notes } }: { view: SourceView }) {
  const address = safeAddress(source.url);
  return (
    <>
      <h1 tabIndex={-1} {...ENGLISH}>
        {source.title}
      </h1>
      <p class="text">
        {[...source.authors, source.publisher].filter(Boolean).map(name => (
          <span key={name}>
            <bdi lang="en">{name}</bdi>
            {' · '}
          </span>
        ))}
        <time dateTime={source.published}>{dateInWords(source.published)}</time>
        {address && (
          <>
            {' · '}
            <a href={address} target="_blank" rel="noopener noreferrer">
              {t('lookup.publication')}
              <span aria-hidden="true">{' ↗'}</span>
            </a>
          </>
        )}
      </p>
      {source.note && (
        <p class="note" {...ENGLISH}>
          {source.note}
        </p>
      )}
      <NoteList notes={notes} ties={{ sources: [source.id] }} />
      <section>
        <h2>{t('lookup.says', { count: says.length })}</h2>
        <LongList items={says} first={FIRST} className="entries" keyOf={({ claim }) => claim.id}>
          {({ claim, versions }) => (
            <>
              <h3 {...ENGLISH}>
                <RouteLink to={{ page: 'claim', id: claim.id }}>{claim.question}</RouteLink>
              </h3>
              {versions.map(version => (
                <div key={version.id} class="said">
                  <VersionEntry
                    claim={claim}
                    version={version}
                    onSourcePageOf={source}
                    holder={version.holder ? holders.get(version.holder) : undefined}
                  />
                </div>
              ))}
            </>
          )}
        </LongList>
      </section>
    </>
  );
}
