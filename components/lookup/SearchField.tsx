/** The search field. What it finds stands below it and is reached by the arrow keys (keys.ts). */
import type { Ref } from 'preact';
import { direction, t } from '@/lib/i18n/translate';

interface Props {
  query: string;
  field: Ref<HTMLInputElement>;
  onQuery(query: string): void;
}

export function SearchField({ query, field, onQuery }: Props) {
  return (
    <search class="search">
      <input
        ref={field}
        type="search"
        // An empty field shows the placeholder, which is in our language.
        dir={query ? 'auto' : direction()}
        value={query}
        aria-label={t('lookup.field')}
        aria-keyshortcuts="/"
        placeholder={t('lookup.placeholder')}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        onInput={event => onQuery(event.currentTarget.value)}
      />
    </search>
  );
}
