/** Search, order and filters of the list. */
import type { RefObject } from 'preact';
import { t } from '@/lib/i18n/translate';
import type { Facets } from '@/lib/notebook/find-notes';
import type { RecordKind } from '@/lib/notebook/notes-data';
import { NO_FILTER, type NoteFilter, SORTS, SPANS } from '@/lib/notebook/route';
import { nameKey } from './use-names';

interface Props {
  filter: NoteFilter;
  facets: Facets;
  names: ReadonlyMap<string, string>;
  /** How many notes have a passage that was not found. */
  unplaced: number;
  field: RefObject<HTMLInputElement | null>;
  /** `replace`: no step to come back to. */
  onFilter(filter: NoteFilter, replace?: boolean): void;
}

/** Longer lists nobody looks through; the search finds the rest. */
const OFFERED = 100;

/** How many conditions there are besides the query. */
const countOf = (filter: NoteFilter) =>
  [filter.tag, filter.claim, filter.entity, filter.source, filter.site, filter.within, filter.unplaced].filter(Boolean)
    .length;

export function FilterBar({ filter, facets, names, unplaced, field, onFilter }: Props) {
  const set = (part: Partial<NoteFilter>) => onFilter({ ...filter, ...part });
  const count = countOf(filter);
  const record = (kind: RecordKind) => (id: string) => names.get(nameKey(kind, id)) ?? id;
  return (
    <search class="filters">
      <input
        ref={field}
        type="search"
        dir="auto"
        value={filter.query}
        aria-label={t('notes.search')}
        placeholder={t('notes.search')}
        aria-keyshortcuts="/"
        onInput={event => onFilter({ ...filter, query: event.currentTarget.value }, filter.query !== '')}
      />
      <details>
        <summary>
          {t('notes.filters')}
          {count > 0 && <span class="count"> {t('lookup.number', { number: count })}</span>}
        </summary>
        <div class="selects">
          <Select label={t('notes.tag')} value={filter.tag} options={facets.tags} onChoose={tag => set({ tag })} />
          <Select
            label={t('notes.claim')}
            value={filter.claim}
            options={facets.claims}
            nameOf={record('claims')}
            onChoose={claim => set({ claim })}
          />
          <Select
            label={t('notes.entity')}
            value={filter.entity}
            options={facets.entities}
            nameOf={record('entities')}
            onChoose={entity => set({ entity })}
          />
          <Select
            label={t('notes.source')}
            value={filter.source}
            options={facets.sources}
            nameOf={record('sources')}
            onChoose={source => set({ source })}
          />
          <Select label={t('notes.site')} value={filter.site} options={facets.sites} onChoose={site => set({ site })} />
          <label>
            {t('notes.time')}
            <select
              value={filter.within}
              onChange={event => set({ within: SPANS.find(one => one === event.currentTarget.value) ?? '' })}
            >
              <option value="">{t('notes.anyTime')}</option>
              {SPANS.map(days => (
                <option key={days} value={days}>
                  {t('notes.lastDays', { count: Number(days) })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('notes.sort')}
            <select
              value={filter.sort}
              onChange={event => set({ sort: SORTS.find(one => one === event.currentTarget.value) ?? NO_FILTER.sort })}
            >
              {SORTS.map(sort => (
                <option key={sort} value={sort}>
                  {t(`notes.by.${sort}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={filter.unplaced}
              onChange={event => set({ unplaced: event.currentTarget.checked })}
            />
            {t('notes.onlyUnplaced', { count: unplaced })}
          </label>
        </div>
      </details>
      {(count > 0 || filter.query) && (
        <button
          type="button"
          class="quiet"
          onClick={() => onFilter({ ...NO_FILTER, bin: filter.bin, sort: filter.sort })}
        >
          {t('notes.clear')}
        </button>
      )}
    </search>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly [string, number][];
  nameOf?(value: string): string;
  onChoose(value: string): void;
}

/** A choice among what the notes have; the chosen one is there too when no note has it any more. */
function Select({ label, value, options, nameOf = one => one, onChoose }: SelectProps) {
  const offered = options.slice(0, OFFERED);
  const missing = value && !offered.some(([one]) => one === value);
  if (offered.length === 0 && !value) return null;
  return (
    <label>
      {label}
      <select value={value} onChange={event => onChoose(event.currentTarget.value)}>
        <option value="">{t('notes.any')}</option>
        {missing && <option value={value}>{nameOf(value)}</option>}
        {offered.map(([one, count]) => (
          <option key={one} value={one} dir="auto">
            {t('notes.option', { name: nameOf(one), number: count })}
          </option>
        ))}
      </select>
    </label>
  );
}
