/** A search field that leads to the lookup. */
import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';

export function LookupField({ onSearch }: { onSearch(query: string): void }) {
  const [query, setQuery] = useState('');
  return (
    <search>
      <form
        class="lookup-field"
        onSubmit={event => {
          event.preventDefault();
          onSearch(query.trim());
        }}
      >
        <input
          type="search"
          dir="auto"
          value={query}
          aria-label={t('popup.search')}
          placeholder={t('popup.searchHint')}
          onInput={event => setQuery(event.currentTarget.value)}
        />
        <button type="submit" class="plain">
          {t('popup.searchButton')}
        </button>
      </form>
    </search>
  );
}
