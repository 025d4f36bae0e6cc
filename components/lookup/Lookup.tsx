/**
 * Lookup as a whole: a search field, and below it what was found or the page of a claim, an entity or a source. It holds no
 * route of its own, so that a page with an address and a side panel without one can both hold it.
 */
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import { hashOf, type LookupData, type Route } from '@/lib/lookup';
import { followKeys, followSlash } from './keys';
import type { RecordProps } from './RecordPage';
import { type Go, GoContext } from './RouteLink';
import { SearchField } from './SearchField';
import { SearchPage } from './SearchPage';

interface Props {
  route: Route;
  /** Asked to go to a route. `replace`: a step that is not one to come back to. */
  onRoute: Go;
  data: LookupData;
  /** What stands there as long as nothing is searched; without it what can be searched. */
  start?: ComponentChildren;
  /** Shows a record's page; absent where a record is always opened elsewhere, which then loads no charts. */
  record?: ComponentType<RecordProps>;
  /** Goes back, where the view around has no button of its own for it. */
  onBack?(): void;
  onNote?(id: string): void;
  /** Told the title of a record's page once it stands. */
  onTitle?(title: string): void;
}

export function Lookup({ route, onRoute, data, start, record: Record, onBack, onNote, onTitle }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** The last result that was opened: coming back, one goes on from there. */
  const opened = useRef<string | null>(null);
  /** The field shows the route's own query, so that no late drawing takes letters back; elsewhere the last one. */
  const query = useRef('');
  if (route.page === 'search') query.current = route.query;

  useEffect(() => {
    const controller = new AbortController();
    followSlash(document, () => field.current, controller.signal);
    // Whoever opens an empty search wants to type.
    if (route.page === 'search' && !route.query) field.current?.focus();
    return () => controller.abort();
  }, []);
  useEffect(() => {
    if (route.page !== 'search') opened.current = hashOf(route);
  }, [route]);

  // Only the first letter is a step of its own: one goes back to where one was before searching.
  const search = (text: string) => onRoute({ page: 'search', query: text }, route.page === 'search');
  const clear = () => {
    search('');
    field.current?.focus();
  };
  const restoreFocus = () => {
    const hit = [...(root.current?.querySelectorAll<HTMLElement>('a.hit') ?? [])].find(
      one => one.getAttribute('href') === opened.current,
    );
    if (document.activeElement === document.body) hit?.focus();
    opened.current = null;
  };

  return (
    <GoContext.Provider value={onRoute}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field and the links inside. */}
      <div
        ref={root}
        class="lookup"
        onKeyDown={event => {
          if (root.current && field.current)
            followKeys(event, { root: root.current, field: field.current, onClear: clear });
        }}
      >
        <SearchField query={query.current} field={field} onQuery={search} />
        {!data.stored && <p class="note">{t('lookup.unstored')}</p>}
        {onBack && route.page !== 'search' && (
          <button type="button" class="plain back" onClick={onBack}>
            {t('lookup.back')}
          </button>
        )}
        {route.page === 'search' ? (
          <SearchPage query={route.query} search={data.search} start={start} onNote={onNote} onShown={restoreFocus} />
        ) : (
          Record && <Record route={route} data={data} onTitle={onTitle} />
        )}
      </div>
    </GoContext.Provider>
  );
}
