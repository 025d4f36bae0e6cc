/** Names a source: publisher, title with its link, and date. */
import { dateInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { Source } from '@/lib/reading/types';
import { ENGLISH } from './english';

/** Only web addresses become links: a pack is data from elsewhere. */
export function safeAddress(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

/** Who has published a source, or else who has written it. */
export const publisherOf = ({ publisher, authors }: Source): string => publisher ?? authors.join(', ');

export function SourceLine({ source }: { source: Source }) {
  const address = safeAddress(source.url);
  return (
    <p class="source">
      <bdi class="publisher">{publisherOf(source)}</bdi>
      {t('lookup.comma')}
      {address ? (
        <a {...ENGLISH} href={address} target="_blank" rel="noopener noreferrer">
          {source.title}
          <span class="out" aria-hidden="true">
            {' ↗'}
          </span>
        </a>
      ) : (
        <cite {...ENGLISH}>{source.title}</cite>
      )}
      {t('lookup.comma')}
      <time dateTime={source.published}>{dateInWords(source.published)}</time>
    </p>
  );
}
